"""The app in process, with a local Slack to post to: requests come in one by one, as a test says."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING, Any

import pytest

from bot.slack.app import create_app
from bot.slack.settings import Settings
from local_slack import running
from tests.bot.slack.flaky_server import flaky
from tests.bot.slack_requests import runtime_at_once, send

if TYPE_CHECKING:
    from collections.abc import Iterator

    from slack_bolt import App

    from bot.slack.outgoing.runtime import Runtime
    from local_slack import LocalSlack
    from local_slack.workspace.channels import PostedMessage
    from tests.bot.slack.flaky_server import Flaky

_number = count(1)


@dataclass
class ServedBot:
    """One process of the bot, and the Slack that hears its calls."""

    slack: LocalSlack
    app: App
    runtime: Runtime
    since: int = field(init=False)

    def __post_init__(self) -> None:
        self.since = len(self.slack.calls())

    def event(self, text: str = "japan end-of-war", **fields: Any) -> dict[str, Any]:
        """Return the body of a mention that somebody wrote, whose event was not delivered."""
        written = fields.pop("written", None) or self.written()
        event_id = fields.pop("event_id", f"Ev{next(_number):09}")
        event = {
            "type": "app_mention", "user": self.slack.user, "text": f"<@UBOT> {text}",
            "ts": written.ts, "channel": written.channel, **fields,
        }  # fmt: skip
        return {
            "type": "event_callback", "event_id": event_id, "team_id": self.slack.team,
            "api_app_id": "A1", "event": event,
        }  # fmt: skip

    def written(self, channel: str = "") -> PostedMessage:
        """Return a message that somebody wrote, of which no event is delivered."""
        place = self.slack.core.workspace.channels[channel or self.slack.channel]
        body = {"user": self.slack.user, "text": "a message"}
        return self.slack.look(lambda: self.slack.core.workspace.post(place, body))

    def deliver(self, body: dict[str, Any]) -> bool:
        """Deliver a request; return whether it was acknowledged."""
        status, _ = send(self.app, body)
        return status == 200

    def calls(self, method: str = "") -> list[Any]:
        """Return the calls of the bot since the test began, in their order."""
        made = self.slack.calls()[self.since :]
        return [call for call in made if method in {"", call.name}]

    def posted(self) -> list[dict[str, Any]]:
        """Return what the bot posted and Slack took."""
        return [c.body for c in self.calls("chat.postMessage") if c.reply["ok"]]

    def click(self, action: str, message: Any = None, **value: str) -> dict[str, Any]:
        """Return the body of a click on a button of a message."""
        body = {
            "type": "block_actions", "user": {"id": self.slack.user}, "team": {"id": "T1"},
            "trigger_id": f"{next(_number)}.1", "api_app_id": "A1",
            "channel": {"id": self.slack.channel},
            "actions": [{
                "action_id": action, "type": "button", "block_id": "b",
                "value": json.dumps(value),
            }],
        }  # fmt: skip
        container = {"type": "message", "channel_id": self.slack.channel}
        if message is not None:
            container |= {"message_ts": message.ts, "is_ephemeral": bool(message.ephemeral_to)}
            body["message"] = {"ts": message.ts}
        return {**body, "container": container}


@pytest.fixture(scope="session")
def quiet_slack() -> Iterator[LocalSlack]:
    """A local Slack to which no bot is connected."""
    with running("manifest.yml", rates=False) as slack:
        yield slack


@pytest.fixture
def bot(quiet_slack, shipped_kb) -> Iterator[ServedBot]:
    yield bot_of(quiet_slack, shipped_kb)
    quiet_slack.faults.clear()


@pytest.fixture
def url(monkeypatch) -> Iterator[Flaky]:
    """A response_url, taken for Slack's own, that counts what is sent to it."""
    with flaky() as server:
        monkeypatch.setattr(
            "bot.slack.outgoing.destination.is_of_slack", lambda url, _: url == server.url
        )
        yield server


def bot_of(slack: LocalSlack, kb: Any, runtime: Runtime | None = None) -> ServedBot:
    settings = Settings(
        _env_file=None, slack_bot_token=slack.bot_token, slack_api_url=slack.base_url
    )
    shared = runtime or runtime_at_once()
    return ServedBot(slack, create_app(kb, settings, runtime=shared), shared)
