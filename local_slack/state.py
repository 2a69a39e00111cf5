"""The workspace in memory: people, channels, messages, files; bounded, and each change is told."""

from __future__ import annotations

import itertools
import secrets
import time
from collections import OrderedDict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from local_slack.refusal import Payload, Refusal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from local_slack.journal import Journal

TEAM = "T0LOCAL00"
TEAM_DOMAIN = "local"
APP = "A0LOCAL00"
BOT = "B0LOCAL00"
BOT_USER = "U0APPBOT0"
MESSAGES_A_CHANNEL = 2_000
FILES = 100
CAUSES = 500


@dataclass(frozen=True)
class User:
    """A person, or the app's bot user."""

    id: str
    name: str
    real_name: str
    is_bot: bool = False


@dataclass(frozen=True)
class PostedMessage:
    """A message as Slack's JSON has it, with what only the workspace knows of it."""

    channel: str
    body: Payload
    ephemeral_to: str | None = None
    cause: str | None = None  # the envelope that it answers, where that is certain
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

    def seen_by(self, user: str) -> bool:
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


class Workspace:
    """One Slack workspace with one app in it; used from the server's own event loop only."""

    def __init__(self, journal: Journal, app_name: str) -> None:
        self._journal = journal
        self._last_ts = 0.0
        self._changes = itertools.count(1)
        self.changed = 0
        self.users: dict[str, User] = {}
        self.channels: dict[str, Channel] = {}
        self.files: dict[str, Payload] = {}
        self._effects: OrderedDict[str, list[Effect]] = OrderedDict()
        slug = "".join(c for c in app_name.lower() if c.isalnum()) or "app"
        self.app_name = app_name
        self.users[BOT_USER] = User(BOT_USER, slug, app_name, is_bot=True)

    # who and where

    def add_user(self, name: str) -> User:
        slug = name.lower().replace(" ", ".")
        number = len(self.users)
        user = User(f"U{number:03d}{slug[:5].upper():0<5}".replace(".", "0"), slug, name)
        self.users[user.id] = user
        for channel in self.channels.values():
            if not channel.is_im:
                channel.members.add(user.id)
        return user

    def add_channel(self, name: str, *, bot: bool = True) -> Channel:
        """Add a public channel with everybody in it; the app's bot only where it was invited."""
        channel = Channel(f"C{len(self.channels):03d}{name[:5].upper():0<5}", name)
        channel.members |= {u.id for u in self.users.values() if bot or not u.is_bot}
        self.channels[channel.id] = channel
        return channel

    def user(self, reference: str) -> User:
        """Find by id or name; raise Refusal."""
        found = self.users.get(reference) or next(
            (u for u in self.users.values() if reference in (u.name, u.real_name)), None
        )
        if found is None:
            msg = "user_not_found"
            raise Refusal(msg)
        return found

    def channel(self, reference: str) -> Channel:
        """Find by id, by #name, or by the person whose direct messages they are; raise Refusal."""
        name = reference.removeprefix("#")
        found = self.channels.get(reference) or next(
            (c for c in self.channels.values() if c.name == name and not c.is_im), None
        )
        if found is not None:
            return found
        if reference in self.users and not self.users[reference].is_bot:
            return self.im(reference)
        msg = "channel_not_found"
        raise Refusal(msg)

    def im(self, person: str) -> Channel:
        """Return the direct messages between the app and a person, opened where they were not."""
        channel_id = f"D{person[1:]}"
        if channel_id not in self.channels:
            members = {person, BOT_USER}
            self.channels[channel_id] = Channel(channel_id, person, members, person=person)
            self._tell("im_opened", {"channel": channel_id, "user": person})
        return self.channels[channel_id]

    # messages

    def timestamp(self) -> str:
        """Return a time that no other message has: it is what Slack names a message by."""
        self._last_ts = max(time.time(), self._last_ts + 0.000_001)
        return f"{self._last_ts:.6f}"

    def post(
        self,
        channel: Channel,
        body: Payload,
        *,
        ephemeral_to: str | None = None,
        cause: str | None = None,
    ) -> PostedMessage:
        body = {"type": "message", "ts": self.timestamp(), **body}
        message = PostedMessage(channel.id, body, ephemeral_to, cause)
        if message.thread_ts and ephemeral_to is None:
            channel.threads.setdefault(message.thread_ts, []).append(message.ts)
        stored = self._store(channel, message, "message")
        while len(channel.messages) > MESSAGES_A_CHANNEL:
            oldest = next(iter(channel.messages))
            del channel.messages[oldest]
            channel.threads.pop(oldest, None)
        return stored

    def change(
        self, message: PostedMessage, body: Payload, *, cause: str | None = None
    ) -> PostedMessage:
        """Put other words into a message; its place, time and thread remain."""
        kept = {k: message.body[k] for k in _LASTING if k in message.body}
        changed = replace(message, body={**body, **kept}, cause=cause or message.cause)
        return self._store(self.channels[message.channel], changed, "message_changed")

    def remove(self, message: PostedMessage, *, cause: str | None = None) -> None:
        channel = self.channels[message.channel]
        channel.messages.pop(message.ts, None)
        replies = channel.threads.get(message.thread_ts or "", [])
        if message.ts in replies:
            replies.remove(message.ts)
        self._remember(cause, Effect("message_deleted", message))
        told = {"channel": channel.id, "ts": message.ts, "ephemeral_to": message.ephemeral_to}
        self._tell("message_deleted", told, channel.id, message.thread_ts, cause)

    def _store(self, channel: Channel, message: PostedMessage, what: str) -> PostedMessage:
        self.changed = next(self._changes)
        stored = replace(message, changed=self.changed)
        channel.messages[stored.ts] = stored
        self._remember(stored.cause, Effect(what, stored))
        self._tell(what, as_told(stored), channel.id, stored.thread_ts, stored.cause)
        return stored

    def _remember(self, cause: str | None, effect: Effect) -> None:
        if cause is None:
            return
        self._effects.setdefault(cause, []).append(effect)
        while len(self._effects) > CAUSES:
            self._effects.popitem(last=False)

    def effects(self, cause: str) -> list[Effect]:
        """List what came of an envelope, in the messages that answer it."""
        return self._effects.get(cause, [])

    def find(self, channel: Channel, ts: str) -> PostedMessage | None:
        return channel.messages.get(ts)

    def seen_by(self, user: str, channel: Channel) -> list[PostedMessage]:
        """List what one person sees in a channel, in order, ephemeral messages among them."""
        if user not in channel.members:
            return []
        return [m for m in channel.messages.values() if m.seen_by(user)]

    def thread(self, channel: Channel, ts: str) -> list[PostedMessage]:
        """List a thread: its first message and the replies that everybody sees."""
        numbers = [ts, *channel.threads.get(ts, ())]
        return [channel.messages[n] for n in numbers if n in channel.messages]

    def react(self, message: PostedMessage, name: str, user: str) -> PostedMessage:
        """Add an emoji; raise Refusal where it is there already."""
        reactions = [dict(r) for r in message.body.get("reactions", [])]
        mine = next((r for r in reactions if r["name"] == name), None)
        if mine is None:
            reactions.append({"name": name, "users": [user], "count": 1})
        elif user in mine["users"]:
            msg = "already_reacted"
            raise Refusal(msg)
        else:
            mine["users"] = [*mine["users"], user]
            mine["count"] += 1
        return self.change(message, {**message.body, "reactions": reactions})

    # files

    def add_file(self, body: Payload) -> Payload:
        file = {"id": f"F{secrets.token_hex(5).upper()}", "created": int(time.time()), **body}
        self.files[file["id"]] = file
        while len(self.files) > FILES:
            del self.files[next(iter(self.files))]
        return file

    def _tell(self, what: str, body: Payload, *topics: str | None) -> None:
        self._journal.note("change", what, body, topics=topics)

    def told(self, what: str, body: Payload, *topics: str) -> None:
        """Tell watchers of a change in what belongs to the workspace but is kept elsewhere."""
        self._tell(what, body, *topics)

    def snapshot(self) -> Payload:
        """Return the whole state as JSON, for a page that has just been opened."""
        return {
            "team": {"id": TEAM, "domain": TEAM_DOMAIN},
            "app": {"id": APP, "name": self.app_name, "bot_user": BOT_USER},
            "users": [vars(u) for u in self.users.values()],
            "channels": [_channel_as_told(c) for c in self.channels.values()],
        }


_LASTING = ("type", "ts", "user", "bot_id", "app_id", "team", "thread_ts", "bot_profile")


def as_told(message: PostedMessage) -> Payload:
    return {
        "channel": message.channel,
        "message": message.body,
        "ephemeral_to": message.ephemeral_to,
        "cause": message.cause,
    }


def _channel_as_told(channel: Channel) -> Payload:
    return {
        "id": channel.id,
        "name": channel.name,
        "type": channel.type,
        "person": channel.person,
        "members": sorted(channel.members),
        "archived": channel.archived,
        "messages": [as_told(m) for m in channel.messages.values()],
    }


def texts(messages: Iterable[PostedMessage]) -> list[str]:
    return [m.text for m in messages]
