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
    channel_as_json,
    message_as_json,
)
from local_slack.workspace.directory import Directory
from local_slack.workspace.emoji import characters
from local_slack.workspace.ids import APP, BOT_USER, TEAM, TEAM_DOMAIN

if TYPE_CHECKING:
    from local_slack.workspace.journal import Journal

MESSAGES_A_CHANNEL = 2_000
FILES = 100
CAUSES = 500
_REPLY_FIELDS = (
    *("thread_ts", "reply_count", "reply_users_count", "latest_reply", "reply_users", "is_locked"),
)
# What stays as it is when a message is changed.
_LASTING = (
    *("type", "ts", "user", "bot_id", "app_id", "team", "bot_profile", "username", "icons"),
    *("client_msg_id", "user_team", "source_team", "user_profile", "parent_user_id", "subtype"),
    *_REPLY_FIELDS,
)


def _reply_fields(replies: list[PostedMessage]) -> Payload:
    """Return what the first message of a thread says of its replies, if there are any."""
    if not replies:
        return {}
    users = list(dict.fromkeys(m.user or str(m.body.get("bot_id", "")) for m in replies))
    return {
        "reply_count": len(replies),
        "reply_users_count": len(users),
        "latest_reply": replies[-1].ts,
        "reply_users": users,
        "is_locked": False,
    }


class Workspace(Directory):
    """One Slack workspace with one app in it; used from the server's own event loop only."""

    def __init__(self, journal: Journal, app_name: str) -> None:
        super().__init__(journal, app_name)
        self._last_ts = 0.0
        self._changes = itertools.count(1)
        self.changed = 0
        self.files: dict[str, Payload] = {}
        self._effects: OrderedDict[str, list[Effect]] = OrderedDict()

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
        typed: str = "",
    ) -> PostedMessage:
        body = {"type": "message", "ts": self.timestamp(), **body}
        message = PostedMessage(channel.id, body, ephemeral_to, cause, typed=typed)
        stored = self._store(channel, message, "message")
        if message.thread_ts and ephemeral_to is None:
            channel.threads.setdefault(message.thread_ts, []).append(message.ts)
            self._count_replies(channel, message.thread_ts)
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
        return self.rewrite(changed)

    def rewrite(self, message: PostedMessage) -> PostedMessage:
        """Put a message in the place of the one with its time."""
        return self._store(self.channels[message.channel], message, "message_changed")

    def remove(self, message: PostedMessage, *, cause: str | None = None) -> None:
        channel = self.channels[message.channel]
        channel.messages.pop(message.ts, None)
        replies = channel.threads.get(message.thread_ts or "", [])
        if message.ts in replies:
            replies.remove(message.ts)
            self._count_replies(channel, message.thread_ts or "")
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

    def _count_replies(self, channel: Channel, root_ts: str) -> None:
        """Write into the first message of a thread who replied, which is no change of its own."""
        root = channel.messages.get(root_ts)
        if root is not None:
            counts = _reply_fields(self.thread(channel, root_ts)[1:])
            bare = {k: v for k, v in root.body.items() if k not in _REPLY_FIELDS}
            thread = {"thread_ts": root_ts, **counts} if counts else {}
            channel.messages[root_ts] = replace(root, body={**bare, **thread})

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
        """Add an emoji to a message; raise Refusal if this person added it before."""
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

    def unreact(self, message: PostedMessage, name: str, user: str) -> PostedMessage:
        """Take an emoji back; raise Refusal if this person did not add it."""
        reactions = [dict(r) for r in message.body.get("reactions", [])]
        mine = next((r for r in reactions if r["name"] == name and user in r["users"]), None)
        if mine is None:
            refuse("no_reaction")
        mine["users"] = [u for u in mine["users"] if u != user]
        mine["count"] -= 1
        left = [r for r in reactions if r["count"]]
        body = {k: v for k, v in message.body.items() if k != "reactions"}
        return self.change(message, {**body, "reactions": left} if left else body)

    # files

    def add_file(self, body: Payload) -> Payload:
        file = {"id": f"F{secrets.token_hex(5).upper()}", "created": int(time.time()), **body}
        self.files[file["id"]] = file
        while len(self.files) > FILES:
            del self.files[next(iter(self.files))]
        return file

    def snapshot(self) -> Payload:
        """Return the whole state as JSON, for a page that has just been opened."""
        return {
            "team": {"id": TEAM, "domain": TEAM_DOMAIN},
            "app": {"id": APP, "name": self.app_name, "bot_user": BOT_USER},
            "users": [vars(u) for u in self.users.values()],
            "usergroups": [vars(g) for g in self.usergroups.values()],
            "emoji": {**characters(), **dict.fromkeys(self.custom_emoji, "")},
            "channels": [channel_as_json(c) for c in self.channels.values()],
        }
