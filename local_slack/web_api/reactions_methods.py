"""The methods of what people put on messages: emoji and pins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from local_slack.delivery.other_events import announce_pin, announce_reaction
from local_slack.refusal import Payload, refuse
from local_slack.web_api.finding import message_at, own_channel, paged
from local_slack.web_api.method import method
from local_slack.workspace.ids import BOT_USER

if TYPE_CHECKING:
    from local_slack.core import Core
    from local_slack.web_api.arguments import Arguments
    from local_slack.workspace.channels import PostedMessage


@method("reactions.add", "reactions:write", tier=3)
def add(core: Core, args: Arguments) -> Payload:
    name = _emoji(core, args)
    message = message_at(core, args, "timestamp", "no_item_specified")
    core.workspace.react(message, name, BOT_USER)
    announce_reaction(core, message, name, BOT_USER, added=True)
    return {}


@method("reactions.remove", "reactions:write", tier=2)
def remove(core: Core, args: Arguments) -> Payload:
    name = _emoji(core, args)
    message = message_at(core, args, "timestamp", "no_item_specified")
    core.workspace.unreact(message, name, BOT_USER)
    announce_reaction(core, message, name, BOT_USER, added=False)
    return {}


def _emoji(core: Core, args: Arguments) -> str:
    return core.workspace.emoji_name(args.text("name", "invalid_name"))


@method("reactions.get", "reactions:read", tier=3)
def get(core: Core, args: Arguments) -> Payload:
    return _item(message_at(core, args, "timestamp", "no_item_specified"))


@method("reactions.list", "reactions:read", tier=2)
def listed(core: Core, args: Arguments) -> Payload:
    user = args.text("user") or BOT_USER
    found = [
        m
        for c in core.workspace.channels.values()
        if BOT_USER in c.members
        for m in c.messages.values()
        if any(user in r["users"] for r in m.body.get("reactions", ()))
    ]
    page, cursor = paged(found, args)
    return {"items": [_item(m) for m in page], **cursor}


def _item(message: PostedMessage) -> Payload:
    return {"type": "message", "channel": message.channel, "message": message.body}


@method("pins.add", "pins:write", tier=2)
def pin(core: Core, args: Arguments) -> Payload:
    message = message_at(core, args, "timestamp", "no_item_specified")
    channel = core.workspace.channels[message.channel]
    if message.ts in channel.pins:
        refuse("already_pinned")
    channel.pins.append(message.ts)
    announce_pin(core, message, BOT_USER, added=True)
    return {}


@method("pins.remove", "pins:write", tier=2)
def unpin(core: Core, args: Arguments) -> Payload:
    message = message_at(core, args, "timestamp", "no_item_specified")
    channel = core.workspace.channels[message.channel]
    if message.ts not in channel.pins:
        refuse("no_pin")
    channel.pins.remove(message.ts)
    announce_pin(core, message, BOT_USER, added=False)
    return {}


@method("pins.list", "pins:read", tier=2)
def pins(core: Core, args: Arguments) -> Payload:
    channel = own_channel(core, args)
    found = [channel.messages[ts] for ts in reversed(channel.pins) if ts in channel.messages]
    return {"items": [_item(m) for m in found]}


METHODS = (
    add,
    remove,
    get,
    listed,
    pin,
    unpin,
    pins,
)
