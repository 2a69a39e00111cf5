"""The methods that create and change channels, and let people in and out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from local_slack.delivery import membership
from local_slack.refusal import Payload, refuse
from local_slack.web_api.conversations_methods import channel_info
from local_slack.web_api.finding import channel_by_id, own_channel, person_by_id
from local_slack.web_api.method import method
from local_slack.workspace.ids import BOT_USER

if TYPE_CHECKING:
    from local_slack.core import Core
    from local_slack.web_api.arguments import Arguments
    from local_slack.workspace.channels import Channel

_MANAGE = ("channels:manage", "groups:write", "im:write", "mpim:write")
_TOPIC = (*_MANAGE, "channels:write.topic", "groups:write.topic")
_NAME = re.compile(r"[\w-]{1,80}")
_TEXT = 250  # characters of a topic or a purpose


@method("conversations.create", "channels:manage", "groups:write", tier=2)
def create(core: Core, args: Arguments) -> Payload:
    name = _check_name(core, args)
    private = args.flag("is_private")
    channel = core.workspace.new_channel(name, {BOT_USER}, private=private, creator=BOT_USER)
    membership.announce_created(core, channel)
    return {"channel": channel_info(channel)}


def _check_name(core: Core, args: Arguments) -> str:
    name = args.text("name", "invalid_name_required").removeprefix("#")
    if not _NAME.fullmatch(name) or name != name.lower():
        refuse("invalid_name_specials")
    if any(c.name == name for c in core.workspace.channels.values()):
        refuse("name_taken")
    return name


@method("conversations.join", "channels:join", tier=3)
def join(core: Core, args: Arguments) -> Payload:
    channel = _open_channel(channel_by_id(core, args))
    if channel.type != "channel":
        refuse("method_not_supported_for_channel_type")
    if BOT_USER in channel.members:
        return {
            "channel": channel_info(channel),
            "warning": "already_in_channel",
            "response_metadata": {"warnings": ["already_in_channel"]},
        }
    membership.join(core, channel, core.workspace.users[BOT_USER])
    return {"channel": channel_info(channel)}


@method("conversations.leave", *_MANAGE, tier=3)
def leave(core: Core, args: Arguments) -> Payload:
    channel = channel_by_id(core, args)
    if channel.name == "general":
        refuse("cant_leave_general")
    if BOT_USER not in channel.members:
        return {"not_in_channel": True}
    membership.leave(core, channel, core.workspace.users[BOT_USER])
    return {}


@method("conversations.invite", *_MANAGE, "channels:write.invites", tier=3)
def invite(core: Core, args: Arguments) -> Payload:
    channel = _open_channel(own_channel(core, args))
    named = [u.strip() for u in args.text("users", "no_user").split(",")]
    people = [person_by_id(core, u) for u in named]
    if BOT_USER in named:
        refuse("cant_invite_self")
    if all(p.id in channel.members for p in people):
        refuse("already_in_channel")
    for person in people:
        if person.id not in channel.members:
            membership.join(core, channel, person, inviter=BOT_USER)
    return {"channel": channel_info(channel)}


@method("conversations.kick", *_MANAGE, tier=3)
def kick(core: Core, args: Arguments) -> Payload:
    channel = own_channel(core, args)
    person = person_by_id(core, args.text("user", "user_not_found"))
    if person.id == BOT_USER:
        refuse("cant_kick_self")
    if person.id not in channel.members:
        refuse("not_in_channel")
    membership.leave(core, channel, person)
    return {}


@method("conversations.rename", *_MANAGE, tier=2)
def rename(core: Core, args: Arguments) -> Payload:
    channel = _open_channel(own_channel(core, args))
    channel.name = _check_name(core, args)
    core.workspace.announce_channel(channel)
    renamed = {"id": channel.id, "name": channel.name, "created": channel.created}
    membership.announce_channel(core, "channel_rename", channel, {"channel": renamed})
    return {"channel": channel_info(channel)}


@method("conversations.archive", *_MANAGE, tier=2)
def archive(core: Core, args: Arguments) -> Payload:
    channel = own_channel(core, args)
    if channel.archived:
        refuse("already_archived")
    if channel.name == "general":
        refuse("cant_archive_general")
    _set_archived(core, channel, archived=True)
    return {}


@method("conversations.unarchive", *_MANAGE, tier=2)
def unarchive(core: Core, args: Arguments) -> Payload:
    channel = channel_by_id(core, args)
    if not channel.archived:
        refuse("not_archived")
    _set_archived(core, channel, archived=False)
    return {}


def _set_archived(core: Core, channel: Channel, *, archived: bool) -> None:
    channel.archived = archived
    core.workspace.announce_channel(channel)
    kind = "channel_archive" if archived else "channel_unarchive"
    membership.announce_channel(core, kind, channel, {"channel": channel.id, "user": BOT_USER})


@method("conversations.setTopic", *_TOPIC, tier=2)
def set_topic(core: Core, args: Arguments) -> Payload:
    channel = _open_channel(own_channel(core, args))
    channel.topic = _short(args.text("topic"))
    core.workspace.announce_channel(channel)
    return {"channel": channel_info(channel)}


@method("conversations.setPurpose", *_TOPIC, tier=2)
def set_purpose(core: Core, args: Arguments) -> Payload:
    channel = _open_channel(own_channel(core, args))
    channel.purpose = _short(args.text("purpose"))
    core.workspace.announce_channel(channel)
    return {"channel": channel_info(channel)}


@method("conversations.mark", *_MANAGE, tier=3)
def mark(core: Core, args: Arguments) -> Payload:
    own_channel(core, args)
    args.text("ts", "invalid_timestamp")
    return {}


def _short(text: str) -> str:
    return text if len(text) <= _TEXT else refuse("too_long")


def _open_channel(channel: Channel) -> Channel:
    return refuse("is_archived") if channel.archived else channel


METHODS = (
    create,
    join,
    leave,
    invite,
    kick,
    rename,
    archive,
    unarchive,
    set_topic,
    set_purpose,
    mark,
)
