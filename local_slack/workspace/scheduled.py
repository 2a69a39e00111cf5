"""Messages that the app has scheduled, until they are posted or taken back."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING

from local_slack.refusal import refuse

if TYPE_CHECKING:
    from local_slack.refusal import Payload


@dataclass(frozen=True)
class ScheduledMessage:
    """A message, and the second at which it is posted."""

    id: str
    channel: str
    post_at: int
    body: Payload


class ScheduledMessages:
    """What is scheduled, by id."""

    def __init__(self) -> None:
        self._waiting: dict[str, ScheduledMessage] = {}

    def add(self, channel: str, post_at: int, body: Payload) -> ScheduledMessage:
        message_id = f"Q{secrets.token_hex(5).upper()}"
        message = ScheduledMessage(message_id, channel, post_at, body)
        self._waiting[message_id] = message
        return message

    def take(self, message_id: str) -> ScheduledMessage:
        """Take a message off the list; raise Refusal if it is not there."""
        return self._waiting.pop(message_id, None) or refuse("invalid_scheduled_message_id")

    def listed(self) -> list[ScheduledMessage]:
        """Return what waits, the earliest first."""
        return sorted(self._waiting.values(), key=lambda message: message.post_at)
