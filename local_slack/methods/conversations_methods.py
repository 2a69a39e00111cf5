"""People, channels, and what was said in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from local_slack import payloads
from local_slack.refusal import Payload, refuse
from local_slack.state import BOT_USER, PostedMessage
from local_slack.web_api import Arguments, method

if TYPE_CHECKING:
    from local_slack.core import Core
    from local_slack.state import Channel

_HISTORY = ("channels:history", "groups:history", "im:history", "mpim:history")
_READ = ("channels:read", "groups:read", "im:read", "mpim:read")
_PAGE = 100
T = TypeVar("T")


@method("users.info", "users:read", tier=4)
def _users_info(core: Core, args: Arguments) -> Payload:
    wanted = args.text("user", "user_not_found")
    if wanted not in core.workspace.users:
        refuse("user_not_found")
    return {"user": payloads.user(core.workspace.users[wanted])}


@method("users.list", "users:read", tier=2)
def _users_list(core: Core, _args: Arguments) -> Payload:
    return {"members": [payloads.user(u) for u in core.workspace.users.values()]}


@method("conversations.info", *_READ, tier=3)
def _conversations_info(core: Core, args: Arguments) -> Payload:
    return {"channel": payloads.channel(_by_id(core, args))}


@method("conversations.list", *_READ, tier=2)
def _conversations_list(core: Core, args: Arguments) -> Payload:
    types = set((args.text("types") or "public_channel").split(","))
    wanted = [
        c
        for c in core.workspace.channels.values()
        if ("im" if c.is_im else "public_channel") in types
        and not (c.archived and args.flag("exclude_archived"))
    ]
    page, cursor = _paged(wanted, args)
    return {"channels": [payloads.channel(c) for c in page], **cursor}


@method("conversations.open", "channels:manage", "im:write", "mpim:write", tier=3)
def _conversations_open(core: Core, args: Arguments) -> Payload:
    users = args.text("users", "users_list_not_supplied").split(",")
    if len(users) > 1:
        refuse("method_not_supported_for_channel_type")
    if users[0] not in core.workspace.users or users[0] == BOT_USER:
        refuse("user_not_found")
    known = f"D{users[0][1:]}" in core.workspace.channels
    channel = core.workspace.im(users[0])
    return {"already_open": known, "no_op": known, "channel": {"id": channel.id}}


@method("conversations.history", *_HISTORY, tier=3)
def _conversations_history(core: Core, args: Arguments) -> Payload:
    channel = _readable(core, args)
    newest_first = [
        m.body
        for m in reversed(channel.messages.values())
        if m.ephemeral_to is None and _top_level(m) and _between(m, args)
    ]
    page, cursor = _paged(newest_first, args)
    return {"messages": page, **cursor}


@method("conversations.replies", *_HISTORY, tier=3)
def _conversations_replies(core: Core, args: Arguments) -> Payload:
    channel = _readable(core, args)
    ts = args.text("ts", "thread_not_found")
    thread = [m.body for m in core.workspace.thread(channel, ts)]
    if not thread:
        refuse("thread_not_found")
    page, cursor = _paged(thread, args)
    return {"messages": page, **cursor}


def _top_level(message: PostedMessage) -> bool:
    return message.thread_ts in (None, message.ts) or message.body.get("subtype") is not None


def _between(message: PostedMessage, args: Arguments) -> bool:
    oldest, latest = args.text("oldest") or "0", args.text("latest") or "9" * 12
    if args.flag("inclusive"):
        return float(oldest) <= float(message.ts) <= float(latest)
    return float(oldest) < float(message.ts) < float(latest)


def _by_id(core: Core, args: Arguments) -> Channel:
    wanted = args.text("channel", "channel_not_found")
    if wanted not in core.workspace.channels:
        refuse("channel_not_found")
    return core.workspace.channels[wanted]


def _readable(core: Core, args: Arguments) -> Channel:
    channel = _by_id(core, args)
    if BOT_USER not in channel.members:
        refuse("not_in_channel")
    return channel


def _paged(items: list[T], args: Arguments) -> tuple[list[T], Payload]:
    limit = min(max(args.number("limit", _PAGE), 1), 1000)
    cursor = args.text("cursor")
    if cursor and not cursor.isdecimal():
        refuse("invalid_cursor")
    start = int(cursor or 0)
    more = start + limit < len(items)
    following = str(start + limit) if more else ""
    page = items[start : start + limit]
    return page, {"has_more": more, "response_metadata": {"next_cursor": following}}
