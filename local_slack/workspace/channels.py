"""What a workspace holds: people, channels and messages."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from local_slack.refusal import Payload


@dataclass(frozen=True)
class User:
    """A person, or the app's bot user."""

    id: str
    name: str
    real_name: str
    is_bot: bool = False


@dataclass(frozen=True)
class UserGroup:
    """People who are mentioned together, by one handle."""

    id: str
    handle: str


@dataclass(frozen=True)
class PostedMessage:
    """A message as Slack's JSON has it, with what only the local Slack knows about it."""

    channel: str
    body: Payload
    ephemeral_to: str | None = None
    cause: str | None = None  # the envelope that it answers, if that is certain
    changed: int = 0  # a number that grows with each change in the workspace

    @property
    def ts(self) -> str:
        return str(self.body["ts"])

    @property
    def thread_ts(self) -> str | None:
        return self.body.get("thread_ts")

    @property
    def text(self) -> str:
        return str(self.body.get("text", ""))

    @property
    def blocks(self) -> list[Payload]:
        return self.body.get("blocks") or []

    @property
    def user(self) -> str:
        return str(self.body.get("user", ""))

    @property
    def from_app(self) -> bool:
        return "bot_id" in self.body

    def is_seen_by(self, user: str) -> bool:
        return self.ephemeral_to in (None, user)


@dataclass(frozen=True)
class Effect:
    """What an app did to a message: posted, changed or deleted it."""

    what: str
    message: PostedMessage


@dataclass
class Channel:
    """A channel, or the direct messages between the app and one person."""

    id: str
    name: str
    members: set[str] = field(default_factory=set)
    person: str | None = None  # whose direct messages with the app these are
    archived: bool = False
    messages: dict[str, PostedMessage] = field(default_factory=dict)
    threads: dict[str, list[str]] = field(default_factory=dict)

    @property
    def is_im(self) -> bool:
        return self.person is not None

    @property
    def type(self) -> str:
        return "im" if self.is_im else "channel"

    @property
    def has_name(self) -> bool:
        """Return whether people can link to it with a #name."""
        return not self.is_im


def message_as_json(message: PostedMessage) -> Payload:
    """Return a message as the page and the journal show it."""
    return {
        "channel": message.channel,
        "message": message.body,
        "ephemeral_to": message.ephemeral_to,
        "cause": message.cause,
    }


def channel_as_json(channel: Channel) -> Payload:
    """Return a channel with its messages, as the page shows it."""
    return {
        "id": channel.id,
        "name": channel.name,
        "type": channel.type,
        "person": channel.person,
        "members": sorted(channel.members),
        "archived": channel.archived,
        "messages": [message_as_json(m) for m in channel.messages.values()],
    }
