"""What a workspace holds: people, channels and messages."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from local_slack.workspace.ids import BOT, TEAM

if TYPE_CHECKING:
    from local_slack.refusal import Payload


@dataclass(frozen=True)
class User:
    """A person, or the bot user of the app or of another app."""

    id: str
    name: str
    real_name: str
    is_bot: bool = False
    team: str = TEAM  # another organization's for a guest by Slack Connect

    @property
    def is_outsider(self) -> bool:
        return self.team != TEAM

    @property
    def email(self) -> str:
        return f"{self.name}@local.example"


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
    typed: str = ""  # what a person typed, who may edit it

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
        """Return whether the app itself posted it; there may be other apps."""
        return self.body.get("bot_id") == BOT

    def is_seen_by(self, user: str) -> bool:
        return self.ephemeral_to in (None, user)


@dataclass(frozen=True)
class Effect:
    """What an app did to a message: posted, changed or deleted it."""

    what: str
    message: PostedMessage


@dataclass
class Channel:
    """A channel, the direct messages between the app and one person, or those of a group."""

    id: str
    name: str
    members: set[str] = field(default_factory=set)
    person: str | None = None  # whose direct messages with the app these are
    is_private: bool = False
    is_mpim: bool = False  # direct messages of a group
    team: str = TEAM  # the organization that hosts it
    shared: bool = False  # with another organization, by Slack Connect
    archived: bool = False
    topic: str = ""
    purpose: str = ""
    created: int = 0
    creator: str = ""
    pins: list[str] = field(default_factory=list)  # of messages, the newest last
    messages: dict[str, PostedMessage] = field(default_factory=dict)
    threads: dict[str, list[str]] = field(default_factory=dict)

    @property
    def is_im(self) -> bool:
        return self.person is not None

    @property
    def type(self) -> str:
        """Return the type as an event has it: a private channel is a "group"."""
        if self.is_im or self.is_mpim:
            return "im" if self.is_im else "mpim"
        return "group" if self.is_private else "channel"

    @property
    def has_name(self) -> bool:
        """Return whether people can link to it with a #name."""
        return self.type in {"channel", "group"}


def message_as_json(message: PostedMessage) -> Payload:
    """Return a message as the page and the journal show it."""
    return {
        "channel": message.channel,
        "message": message.body,
        "ephemeral_to": message.ephemeral_to,
        "cause": message.cause,
        "typed": message.typed,
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
        "shared": channel.shared,
        "topic": channel.topic,
        "messages": [message_as_json(m) for m in channel.messages.values()],
    }
