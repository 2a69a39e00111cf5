"""The events of everything but messages, each for an app that subscribed to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from local_slack.delivery.dispatch import deliver_event
from local_slack.workspace.ids import BOT_USER, TEAM

if TYPE_CHECKING:
    import asyncio

    from local_slack.core import Core
    from local_slack.refusal import Payload
    from local_slack.workspace.channels import Channel, PostedMessage, User


def announce(
    core: Core, kind: str, body: Payload, *, within: Channel | None = None
) -> list[asyncio.Task[bool]]:
    """Deliver an event, if the app subscribed to it and is in the channel that it is about."""
    if kind not in core.manifest.events or (within and BOT_USER not in within.members):
        return []
    at = {"event_ts": core.workspace.timestamp()}
    return [deliver_event(core, {"type": kind, **body, **at})]


def revoke(core: Core, code: str) -> list[asyncio.Task[bool]]:
    """Refuse the calls of the app's token from now on, with this code, and let the app hear so."""
    core.revoked = code
    return announce(core, "tokens_revoked", {"tokens": {"oauth": [], "bot": [BOT_USER]}})


def announce_reaction(
    core: Core, message: PostedMessage, name: str, user: str, *, added: bool
) -> list[asyncio.Task[bool]]:
    """Deliver the event of an emoji that was added to a message or taken back."""
    body = {
        "user": user,
        "reaction": name,
        "item": {"type": "message", "channel": message.channel, "ts": message.ts},
        **({"item_user": message.user} if message.user else {}),
    }
    kind = "reaction_added" if added else "reaction_removed"
    return announce(core, kind, body, within=core.workspace.channels[message.channel])


def announce_member(
    core: Core, channel: Channel, user: User, *, joined: bool, inviter: str | None = None
) -> list[asyncio.Task[bool]]:
    """Deliver the event of somebody who joined a channel or left it."""
    body = {
        "user": user.id,
        "channel": channel.id,
        "channel_type": "G" if channel.type == "group" else "C",
        "team": TEAM,
        **({"inviter": inviter} if inviter else {}),
    }
    kind = "member_joined_channel" if joined else "member_left_channel"
    return announce(core, kind, body, within=channel)


def announce_pin(
    core: Core, message: PostedMessage, user: str, *, added: bool
) -> list[asyncio.Task[bool]]:
    """Deliver the event of a message that was pinned or is no longer."""
    channel = core.workspace.channels[message.channel]
    body = {
        "user": user,
        "channel_id": channel.id,
        "item": {"type": "message", "channel": channel.id, "message": message.body},
        "item_user": message.user,
    }
    return announce(core, "pin_added" if added else "pin_removed", body, within=channel)


def announce_files(core: Core, message: PostedMessage) -> list[asyncio.Task[bool]]:
    """Deliver an event for each file that a message shares."""
    channel = core.workspace.channels[message.channel]
    deliveries = []
    for file in message.body.get("files", ()):
        body = {
            "file_id": file["id"],
            "user_id": file["user"],
            "file": {"id": file["id"]},
            "channel_id": channel.id,
        }
        deliveries += announce(core, "file_shared", body, within=channel)
    return deliveries
