"""The methods of users and conversations."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING, TypeVar

from local_slack.refusal import Payload, refuse
from local_slack.web_api.method import method
from local_slack.workspace.ids import BOT_USER, TEAM

if TYPE_CHECKING:
    from local_slack.core import Core
    from local_slack.web_api.arguments import Arguments
    from local_slack.workspace.channels import Channel, PostedMessage, User

_HISTORY = ("channels:history", "groups:history", "im:history", "mpim:history")
_READ = ("channels:read", "groups:read", "im:read", "mpim:read")
_PAGE = 100
_DIGITS = 15  # of a cursor
T = TypeVar("T")


@method("users.info", "users:read", tier=4)
def users_info(core: Core, args: Arguments) -> Payload:
    wanted = args.text("user", "user_not_found")
    if wanted not in core.workspace.users:
        refuse("user_not_found")
    return {"user": _user_info(core.workspace.users[wanted])}


@method("users.list", "users:read", tier=2)
def users_list(core: Core, _args: Arguments) -> Payload:
    return {"members": [_user_info(u) for u in core.workspace.users.values()]}


@method("conversations.info", *_READ, tier=3)
def conversations_info(core: Core, args: Arguments) -> Payload:
    return {"channel": _channel_info(_by_id(core, args))}


@method("conversations.list", *_READ, tier=2)
def conversations_list(core: Core, args: Arguments) -> Payload:
    types = set((args.text("types") or "public_channel").split(","))
    wanted = [
        c
        for c in core.workspace.channels.values()
        if ("im" if c.is_im else "public_channel") in types
        and not (c.archived and args.flag("exclude_archived"))
    ]
    page, cursor = _paged(wanted, args)
    return {"channels": [_channel_info(c) for c in page], **cursor}


@method("conversations.open", "channels:manage", "im:write", "mpim:write", tier=3)
def conversations_open(core: Core, args: Arguments) -> Payload:
    users = args.text("users", "users_list_not_supplied").split(",")
    if len(users) > 1:
        refuse("method_not_supported_for_channel_type")
    if users[0] not in core.workspace.users or users[0] == BOT_USER:
        refuse("user_not_found")
    known = f"D{users[0][1:]}" in core.workspace.channels
    channel = core.workspace.im(users[0])
    return {"already_open": known, "no_op": known, "channel": {"id": channel.id}}


@method("conversations.history", *_HISTORY, tier=3)
def conversations_history(core: Core, args: Arguments) -> Payload:
    channel = _readable(core, args)
    newest_first = [
        m.body
        for m in reversed(channel.messages.values())
        if m.ephemeral_to is None and _top_level(m) and _between(m, args)
    ]
    page, cursor = _paged(newest_first, args)
    return {"messages": page, **cursor}


@method("conversations.replies", *_HISTORY, tier=3)
def conversations_replies(core: Core, args: Arguments) -> Payload:
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
    oldest, latest = args.timestamp("oldest", 0), args.timestamp("latest", inf)
    if args.flag("inclusive"):
        return oldest <= float(message.ts) <= latest
    return oldest < float(message.ts) < latest


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
    cursor = args.text("cursor") or "0"
    if not cursor.isdecimal() or len(cursor) > _DIGITS:
        refuse("invalid_cursor")
    start = int(cursor)
    more = start + limit < len(items)
    following = str(start + limit) if more else ""
    page = items[start : start + limit]
    return page, {"has_more": more, "response_metadata": {"next_cursor": following}}


def _user_info(who: User) -> Payload:
    """Return a user as users.info does."""
    return {
        "id": who.id,
        "team_id": TEAM,
        "name": who.name,
        "real_name": who.real_name,
        "deleted": False,
        "tz": "UTC",
        "tz_offset": 0,
        "is_bot": who.is_bot,
        "is_admin": False,
        "is_owner": False,
        "is_restricted": False,
        "profile": {"real_name": who.real_name, "display_name": who.name, "team": TEAM},
    }


def _channel_info(where: Channel) -> Payload:
    """Return a channel as conversations.info does."""
    common = {"id": where.id, "created": 0, "is_archived": where.archived, "is_im": where.is_im}
    if where.is_im:
        return {**common, "user": where.person, "is_org_shared": False}
    return {
        **common,
        "name": where.name,
        "name_normalized": where.name,
        "is_channel": True,
        "is_group": False,
        "is_mpim": False,
        "is_private": False,
        "is_general": where.name == "general",
        "is_member": BOT_USER in where.members,
        "num_members": len(where.members),
        "creator": next(iter(where.members), BOT_USER),
        "topic": {"value": "", "creator": "", "last_set": 0},
        "purpose": {"value": "", "creator": "", "last_set": 0},
    }


METHODS = (
    users_info,
    users_list,
    conversations_info,
    conversations_list,
    conversations_open,
    conversations_history,
    conversations_replies,
)
