"""A click on a button or a message shortcut: who, where, on what, and where its answer goes."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.slack.incoming.payload_shapes import channel_of
from bot.slack.outgoing.destination import ResponseUrlDestination
from bot.slack.outgoing.telling import Asker

if TYPE_CHECKING:
    from slack_sdk import WebClient

Payload = dict[str, Any]
_DIGEST = 16  # hexadecimal digits


@dataclass(frozen=True)
class Click:
    """What Slack sends of a click."""

    body: Payload
    client: WebClient
    bot_user: str | None = None

    @property
    def action(self) -> Payload:
        """Return the button that was clicked; a shortcut has none."""
        found: Payload = (self.body.get("actions") or [{}])[0]
        return found

    @property
    def value(self) -> object:
        return self.action.get("value")

    @property
    def channel(self) -> str:
        return str(channel_of(self.body) or "")

    @property
    def user(self) -> str:
        return _id(self.body.get("user")) or ""

    @property
    def team(self) -> str | None:
        return _id(self.body.get("team"))

    @property
    def alone(self) -> bool:
        """Return whether one person alone sees the message."""
        return bool((self.body.get("container") or {}).get("is_ephemeral", False))

    @property
    def view(self) -> Payload:
        """Return the modal that was clicked in; empty for a click on a message."""
        found: Payload = self.body.get("view") or {}
        return found

    @property
    def thread(self) -> str | None:
        """Return the thread below the message."""
        message = self.body.get("message") or {}
        found = message.get("thread_ts") or message.get("ts")
        return found if isinstance(found, str) else None

    @property
    def asker(self) -> Asker:
        return Asker(self.client, self.channel, self.user, self.thread)

    @property
    def answers_to(self) -> ResponseUrlDestination:
        return ResponseUrlDestination(str(self.body.get("response_url") or ""), self.client)

    def on_message(self) -> tuple[str, ...]:
        """Return the key of the message, whatever is clicked on it."""
        container, shown = self.body.get("container") or {}, self.body.get("message") or {}
        message = container.get("message_ts") or shown.get("ts")
        return (f"{self._app}:{self.channel}:{message}",) if message else self.itself()

    def on_button(self) -> tuple[str, ...]:
        """Return the key of a button of a message, whoever clicks it."""
        what = f"{self.action.get('action_id')} {self.value}"
        digest = hashlib.sha256(what.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGEST]
        return tuple(f"{key}:{digest}" for key in self.on_message())

    def itself(self) -> tuple[str, ...]:
        """Return the key of this one click, which only another delivery of it has."""
        trigger = self.body.get("trigger_id")
        return (f"{self._app}:{trigger}",) if trigger else ()

    @property
    def _app(self) -> str:
        """Return what tells the clicks of one app in one workspace from all others."""
        return f"{self.body.get('api_app_id')}:{self.team}"


def _id(node: object) -> str | None:
    """Return an id, which Slack gives by itself or in an object."""
    found = node.get("id") if isinstance(node, dict) else node
    return found if isinstance(found, str) else None
