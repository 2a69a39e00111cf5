"""One workspace in memory, with bounds: each change to it is announced in the journal."""

from __future__ import annotations

import itertools
import secrets
import time
from collections import OrderedDict
from dataclasses import replace
from typing import TYPE_CHECKING

from local_slack.refusal import Payload, refuse
from local_slack.workspace.channels import (
    Channel,
    Effect,
    PostedMessage,
    User,
    UserGroup,
    channel_as_json,
    message_as_json,
)
from local_slack.workspace.ids import APP, BOT_USER, TEAM, TEAM_DOMAIN

if TYPE_CHECKING:
    from local_slack.workspace.journal import Journal

MESSAGES_A_CHANNEL = 2_000
FILES = 100
CAUSES = 500
_LASTING = ("type", "ts", "user", "bot_id", "app_id", "team", "thread_ts", "bot_profile")


def _letters(name: str) -> str:
    """Return five letters or digits for an id that reads like a name."""
    return f"{''.join(c for c in name.upper() if c.isascii() and c.isalnum())[:5]:0<5}"


class Workspace:
    """One Slack workspace with one app in it; used from the server's own event loop only."""

    def __init__(self, journal: Journal, app_name: str) -> None:
        self._journal = journal
        self._last_ts = 0.0
        self._changes = itertools.count(1)
        self.changed = 0
        self.users: dict[str, User] = {}
        self.channels: dict[str, Channel] = {}
        self.usergroups: dict[str, UserGroup] = {}
        self.custom_emoji: set[str] = set()
        self.files: dict[str, Payload] = {}
        self._effects: OrderedDict[str, list[Effect]] = OrderedDict()
        slug = "".join(c for c in app_name.lower() if c.isalnum()) or "app"
        self.app_name = app_name
        self.users[BOT_USER] = User(BOT_USER, slug, app_name, is_bot=True)

    # who and where

    def add_user(self, name: str) -> User:
        slug = name.lower().replace(" ", ".")
        number = len(self.users)
        user = User(f"U{number:03d}{_letters(slug)}", slug, name)
        self.users[user.id] = user
        for channel in self.channels.values():
            if not channel.is_im:
                channel.members.add(user.id)
        return user

    def add_channel(self, name: str, *, bot: bool = True) -> Channel:
        """Add a public channel with everybody in it, and the app's bot only if asked for."""
        channel = Channel(f"C{len(self.channels):03d}{_letters(name)}", name)
        channel.members |= {u.id for u in self.users.values() if bot or not u.is_bot}
        self.channels[channel.id] = channel
        return channel

    def add_usergroup(self, handle: str) -> UserGroup:
        """Add a group that people mention by its handle."""
        group = UserGroup(f"S{len(self.usergroups):03d}{_letters(handle)}", handle)
        self.usergroups[group.id] = group
        return group

    def user(self, reference: str) -> User:
        """Return a person by id or name; raise Refusal if there is none."""
        found = self.users.get(reference) or next(
            (u for u in self.users.values() if reference in (u.name, u.real_name)), None
        )
        if found is None:
            refuse("user_not_found")
        return found

    def channel(self, reference: str) -> Channel:
        """Return a channel by id, by #name or by a person; raise Refusal if there is none."""
        name = reference.removeprefix("#")
        found = self.channels.get(reference) or next(
            (c for c in self.channels.values() if c.name == name and not c.is_im), None
        )
        if found is not None:
            return found
        if reference in self.users and not self.users[reference].is_bot:
            return self.im(reference)
        return refuse("channel_not_found")

    def im(self, person: str) -> Channel:
        """Return the direct messages between the app and a person; open them if need be."""
        channel_id = f"D{person[1:]}"
        if channel_id not in self.channels:
            members = {person, BOT_USER}
            self.channels[channel_id] = Channel(channel_id, person, members, person=person)
            self.announce("im_opened", {"channel": channel_id, "user": person})
        return self.channels[channel_id]

    # messages

    def timestamp(self) -> str:
        """Return a time that no other message has; Slack identifies a message by it."""
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
        """Change the content of a message; its channel, time and thread stay the same."""
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
        body = {"channel": channel.id, "ts": message.ts, "ephemeral_to": message.ephemeral_to}
        self.announce("message_deleted", body, channel.id, message.thread_ts, cause)

    def _store(self, channel: Channel, message: PostedMessage, what: str) -> PostedMessage:
        self.changed = next(self._changes)
        stored = replace(message, changed=self.changed)
        channel.messages[stored.ts] = stored
        self._remember(stored.cause, Effect(what, stored))
        self.announce(what, message_as_json(stored), channel.id, stored.thread_ts, stored.cause)
        return stored

    def _remember(self, cause: str | None, effect: Effect) -> None:
        if cause is None:
            return
        self._effects.setdefault(cause, []).append(effect)
        while len(self._effects) > CAUSES:
            self._effects.popitem(last=False)

    def effects(self, cause: str) -> list[Effect]:
        """Return what the app did to messages in answer to an envelope."""
        return self._effects.get(cause, [])

    def find(self, channel: Channel, ts: str) -> PostedMessage | None:
        return channel.messages.get(ts)

    def seen_by(self, user: str, channel: Channel) -> list[PostedMessage]:
        """Return what one person sees in a channel, in order, with ephemeral messages."""
        if user not in channel.members:
            return []
        return [m for m in channel.messages.values() if m.is_seen_by(user)]

    def thread(self, channel: Channel, ts: str) -> list[PostedMessage]:
        """Return a thread: its first message and the replies that everybody sees."""
        numbers = [ts, *channel.threads.get(ts, ())]
        return [channel.messages[n] for n in numbers if n in channel.messages]

    def react(self, message: PostedMessage, name: str, user: str) -> PostedMessage:
        """Add an emoji; raise Refusal if this person added it before."""
        reactions = [dict(r) for r in message.body.get("reactions", [])]
        mine = next((r for r in reactions if r["name"] == name), None)
        if mine is None:
            reactions.append({"name": name, "users": [user], "count": 1})
        elif user in mine["users"]:
            refuse("already_reacted")
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

    # changes

    def announce(self, what: str, body: Payload, *topics: str | None) -> None:
        """Note a change in the journal, so that the page and whoever waits for a topic see it."""
        self._journal.note("change", what, body, topics=topics)

    def snapshot(self) -> Payload:
        """Return the whole state as JSON, for a page that has just been opened."""
        return {
            "team": {"id": TEAM, "domain": TEAM_DOMAIN},
            "app": {"id": APP, "name": self.app_name, "bot_user": BOT_USER},
            "users": [vars(u) for u in self.users.values()],
            "channels": [channel_as_json(c) for c in self.channels.values()],
        }
