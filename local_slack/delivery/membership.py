"""Joining and leaving channels: the change, its line in the channel, and its events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from local_slack.delivery.events import announce_posted
from local_slack.delivery.other_events import announce, announce_member

if TYPE_CHECKING:
    import asyncio

    from local_slack.core import Core
    from local_slack.refusal import Payload
    from local_slack.workspace.channels import Channel, User

Deliveries = list["asyncio.Task[bool]"]


def join(core: Core, channel: Channel, user: User, *, inviter: str | None = None) -> Deliveries:
    """Let somebody join a channel, at somebody's invitation or not."""
    channel.members.add(user.id)
    core.workspace.announce_channel(channel)
    line = {
        "subtype": "channel_join" if channel.type == "channel" else "group_join",
        "user": user.id,
        "text": f"<@{user.id}> has joined the channel",
        **({"inviter": inviter} if inviter else {}),
    }
    said = announce_posted(core, core.workspace.post(channel, line))
    return [*said, *announce_member(core, channel, user, joined=True, inviter=inviter)]


def leave(core: Core, channel: Channel, user: User) -> Deliveries:
    """Let somebody leave a channel; the app hears it while it is in there."""
    heard = announce_member(core, channel, user, joined=False)
    line = {
        "subtype": "channel_leave" if channel.type == "channel" else "group_leave",
        "user": user.id,
        "text": f"<@{user.id}> has left the channel",
    }
    said = announce_posted(core, core.workspace.post(channel, line))
    channel.members.discard(user.id)
    core.workspace.announce_channel(channel)
    return [*said, *heard]


def announce_created(core: Core, channel: Channel) -> Deliveries:
    """Deliver the event of a new public channel."""
    if channel.type != "channel":
        return []
    body = {"id": channel.id, "name": channel.name, "created": channel.created}
    return announce(core, "channel_created", {"channel": {**body, "creator": channel.creator}})


def announce_channel(core: Core, kind: str, channel: Channel, body: Payload) -> Deliveries:
    """Deliver the event of a public channel that was renamed, archived or opened again."""
    return announce(core, kind, body, within=channel) if channel.type == "channel" else []
