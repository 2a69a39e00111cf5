"""The methods that list, open and read conversations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from local_slack.refusal import Payload, refuse
from local_slack.web_api.finding import between, channel_by_id, own_channel, paged
from local_slack.web_api.method import method
from local_slack.workspace.ids import BOT_USER

if TYPE_CHECKING:
    from local_slack.core import Core
    from local_slack.web_api.arguments import Arguments
    from local_slack.workspace.channels import Channel, PostedMessage

_HISTORY = ("channels:history", "groups:history", "im:history", "mpim:history")
_READ = ("channels:read", "groups:read", "im:read", "mpim:read")
_OPEN = ("channels:manage", "groups:write", "im:write", "mpim:write")
_TYPES = {"channel": "public_channel", "group": "private_channel", "im": "im", "mpim": "mpim"}
_PEOPLE = 8  # the most whom one conversation opens with


@method("conversations.info", *_READ, tier=3)
def conversations_info(core: Core, args: Arguments) -> Payload:
    channel = channel_by_id(core, args)
    members = {"num_members": len(channel.members)} if args.flag("include_num_members") else {}
    return {"channel": {**channel_info(channel), **members}}


@method("conversations.list", *_READ, tier=2)
def conversations_list(core: Core, args: Arguments) -> Payload:
    return _listed(core, args)


@method("users.conversations", *_READ, tier=3)
def users_conversations(core: Core, args: Arguments) -> Payload:
    return _listed(core, args, args.text("user") or BOT_USER)


def _listed(core: Core, args: Arguments, member: str | None = None) -> Payload:
    """Return the conversations of the types asked for, of one member, that the app may see."""
    types = {t.strip() for t in (args.text("types") or "public_channel").split(",")}
    wanted = [
        c
        for c in core.workspace.channels.values()
        if _TYPES[c.type] in types
        and (c.type == "channel" or BOT_USER in c.members)
        and (member is None or member in c.members)
        and not (c.archived and args.flag("exclude_archived"))
    ]
    page, cursor = paged(wanted, args)
    return {"channels": [channel_info(c) for c in page], **cursor}


@method("conversations.members", *_READ, tier=4)
def conversations_members(core: Core, args: Arguments) -> Payload:
    page, cursor = paged(sorted(channel_by_id(core, args).members), args)
    return {"members": page, **cursor}


@method("conversations.open", *_OPEN, tier=3)
def conversations_open(core: Core, args: Arguments) -> Payload:
    if args.text("channel"):
        return _opened(channel_by_id(core, args), args, known=True)
    users = [u.strip() for u in args.text("users", "users_list_not_supplied").split(",")]
    if len(users) > _PEOPLE:
        refuse("too_many_users")
    if any(u not in core.workspace.users or u == BOT_USER for u in users):
        refuse("user_not_found")
    before = len(core.workspace.channels)
    channel = core.workspace.im(users[0]) if len(users) == 1 else core.workspace.mpim(users)
    return _opened(channel, args, known=len(core.workspace.channels) == before)


def _opened(channel: Channel, args: Arguments, *, known: bool) -> Payload:
    shown = channel_info(channel) if args.flag("return_im") else {"id": channel.id}
    return {"already_open": known, "no_op": known, "channel": shown}


@method("conversations.history", *_HISTORY, tier=3)
def conversations_history(core: Core, args: Arguments) -> Payload:
    channel = own_channel(core, args)
    seen = [m for m in channel.messages.values() if m.ephemeral_to is None and _top_level(m)]
    newest_first = between(seen, args)[::-1]
    page, cursor = paged(newest_first, args)
    return {"messages": [_as_read(m, args) for m in page], **cursor, "pin_count": len(channel.pins)}


@method("conversations.replies", *_HISTORY, tier=3)
def conversations_replies(core: Core, args: Arguments) -> Payload:
    channel = own_channel(core, args)
    named = core.workspace.find(channel, args.text("ts", "thread_not_found"))
    if named is None or named.ephemeral_to is not None:
        refuse("thread_not_found")
    first, *others = core.workspace.thread(channel, named.thread_ts or named.ts) or [named]
    page, cursor = paged([first, *between(others, args)], args)
    return {"messages": [_as_read(m, args) for m in page], **cursor}


def _as_read(message: PostedMessage, args: Arguments) -> Payload:
    """Return a message with its metadata only if a call asks for that."""
    if args.flag("include_all_metadata"):
        return message.body
    return {k: v for k, v in message.body.items() if k != "metadata"}


def _top_level(message: PostedMessage) -> bool:
    in_thread = message.thread_ts not in (None, message.ts)
    return not in_thread or message.body.get("subtype") == "thread_broadcast"


def channel_info(where: Channel) -> Payload:
    """Return a channel as conversations.info does."""
    common = {
        "id": where.id,
        "created": where.created,
        "is_archived": where.archived,
        "is_im": where.is_im,
        "is_org_shared": False,
        "context_team_id": where.team,
    }
    if where.is_im:
        return {**common, "user": where.person, "is_user_deleted": False, "priority": 0}
    return {
        **common,
        "name": where.name,
        "name_normalized": where.name,
        "is_channel": where.type != "mpim",
        "is_group": False,
        "is_mpim": where.is_mpim,
        "is_private": where.type != "channel",
        "is_general": where.name == "general",
        "is_member": BOT_USER in where.members,
        "is_shared": where.shared,
        "is_ext_shared": where.shared,
        "num_members": len(where.members),
        "creator": where.creator or next(iter(sorted(where.members)), BOT_USER),
        "topic": {"value": where.topic, "creator": "", "last_set": 0},
        "purpose": {"value": where.purpose, "creator": "", "last_set": 0},
        "previous_names": [],
    }


METHODS = (
    conversations_info,
    conversations_list,
    users_conversations,
    conversations_members,
    conversations_open,
    conversations_history,
    conversations_replies,
)
