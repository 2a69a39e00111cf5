"""Requests as Slack sends them, and the app that answers them in process."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from slack_bolt import App, BoltRequest
from slack_bolt.authorization import AuthorizeResult

from bot.block_kit.block_text import as_text
from bot.layout.terminal import choices
from bot.slack.app import create_app
from bot.slack.outgoing.once import Once
from bot.slack.outgoing.pools import Pools
from bot.slack.outgoing.runtime import Runtime
from bot.slack.outgoing.table_refusals import TableRefusals
from bot.slack.settings import Settings
from bot.state import StateStore
from tests.bot.at_once import AtOnce

if TYPE_CHECKING:
    from bot.block_kit.message import Message
    from knowledge.kb.knowledge_base import KnowledgeBase

CHANNEL, USER = "C0123456789", "U0123456789"


def authorize(**_: object) -> AuthorizeResult:
    return AuthorizeResult(
        enterprise_id=None, team_id="T1", bot_user_id="UBOT", bot_id="BBOT", bot_token="xoxb-local"
    )


def runtime_at_once(once: Once | None = None, tables: TableRefusals | None = None) -> Runtime:
    return Runtime(
        Pools(AtOnce(), AtOnce(), AtOnce()),
        once or Once(StateStore()),
        tables=tables or TableRefusals(),
    )


def app_of(kb: KnowledgeBase, *, runtime: Runtime | None = None, **settings: Any) -> App:
    """The real app; only who is authorized is decided here instead of by auth.test.

    Slack is known to take tables: no command has to find that out by a call.
    """
    return create_app(
        kb,
        Settings(_env_file=None, **settings),
        authorize=authorize,
        runtime=runtime or runtime_at_once(tables=TableRefusals(taken=True)),
    )


def command(name: str, text: str | None = "", **fields: str) -> dict[str, Any]:
    body = {
        "token": "t", "command": name, "user_id": USER, "user_name": "ann", "channel_id": CHANNEL,
        "channel_name": "general", "team_id": "T1", "team_domain": "t", "api_app_id": "A1",
        "trigger_id": "1.2", "is_enterprise_install": "false",
        "response_url": "https://hooks.slack.com/response/x", **fields,
    }  # fmt: skip
    return body if text is None else {**body, "text": text}


def send(app: App, body: dict[str, Any]) -> tuple[int, dict[str, Any]]:
    """Dispatch one Socket Mode payload; the status and the ack's payload."""
    response = app.dispatch(BoltRequest(body=body, mode="socket_mode"))
    if not response.body:
        return response.status, {}
    try:
        return response.status, json.loads(response.body)
    except ValueError:
        return response.status, {"text": response.body}


def asked(app: App, name: str, text: str | None = "", **fields: str) -> dict[str, Any]:
    """What the person who typed a command is shown."""
    status, payload = send(app, command(name, text, **fields))
    assert status == 200
    return payload


def texts(blocks: list[dict[str, Any]]) -> list[str]:
    """Every text in blocks, wherever it stands."""
    found: list[str] = []
    stack: list[Any] = list(blocks)
    while stack:
        at = stack.pop()
        if isinstance(at, dict):
            found += [at["text"]] if isinstance(at.get("text"), str) else []
            stack += at.values()
        elif isinstance(at, list):
            stack += at
    return found


def marked_up(blocks: list[dict[str, Any]]) -> list[str]:
    """The texts that Slack reads as markup."""
    stack: list[Any] = list(blocks)
    found: list[str] = []
    while stack:
        at = stack.pop()
        if isinstance(at, dict):
            found += [at["text"]] if at.get("type") == "mrkdwn" else []
            stack += at.values()
        elif isinstance(at, list):
            stack += at
    return found


def buttons(payload: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The buttons of a message by label."""
    elements = [e for b in payload["blocks"] if b["type"] == "actions" for e in b["elements"]]
    return {element["text"]["text"]: element for element in elements}


def as_read(message: Message) -> str:
    """A message as somebody reads it: its words, then each button with the question it asks."""
    told = as_text([b for b in message.blocks if b["type"] != "actions"])
    return "\n".join([told, *(f"[{label}] {question}" for label, question in choices(message))])


def without_digest(message: Message) -> dict[str, Any]:
    """A message as it is sent, but for the corpus' digest in its buttons."""
    return json.loads(re.sub(r'(\\"d\\": \\")\w+', r"\1…", json.dumps(message.payload())))
