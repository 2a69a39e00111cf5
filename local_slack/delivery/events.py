"""The events of messages: new, changed and deleted ones, and mentions of the app."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from local_slack.delivery.dispatch import deliver_event
from local_slack.delivery.shared_channels import as_message_event
from local_slack.workspace.ids import BOT_USER, TEAM

if TYPE_CHECKING:
    import asyncio

    from local_slack.core import Core
    from local_slack.refusal import Payload
    from local_slack.workspace.channels import Channel, PostedMessage

MENTION = re.compile(rf"<@{BOT_USER}(?:\|[^>]*)?>")
_MESSAGE_EVENTS = {
    "im": "message.im",
    "mpim": "message.mpim",
    "channel": "message.channels",
    "group": "message.groups",
}


def announce_posted(core: Core, message: PostedMessage) -> list[asyncio.Task[bool]]:
    """Deliver the events of a new message; Slack sends the app its own messages too."""
    channel = core.workspace.channels[message.channel]
    if not _may_hear(message, channel):
        return []
    deliveries = []
    if _MESSAGE_EVENTS[channel.type] in core.manifest.events:
        deliveries.append(_deliver_message(core, channel, message.body))
    if _is_mention(core, channel, message):
        deliveries.append(deliver_event(core, _as_mention(message)))
    return deliveries


def announce_changed(
    core: Core, message: PostedMessage, previous: PostedMessage
) -> list[asyncio.Task[bool]]:
    """Deliver the events of a message that now reads differently, or mentions the app now."""
    body = {
        "subtype": "message_changed",
        "message": {**message.body, **_authors_team(message)},
        "previous_message": previous.body,
        "hidden": True,
        "ts": core.workspace.timestamp(),
    }
    deliveries = _announce(core, message, body)
    channel = core.workspace.channels[message.channel]
    newly = "edited" in message.body and not MENTION.search(previous.text)
    if newly and _may_hear(message, channel) and _is_mention(core, channel, message):
        deliveries.append(deliver_event(core, _as_mention(message)))
    return deliveries


def _authors_team(message: PostedMessage) -> Payload:
    """Return what Slack adds to a person's message once that person has changed it."""
    changed_by_person = not message.body.get("bot_id") and (
        "edited" in message.body or message.body.get("subtype") == "thread_broadcast"
    )
    if not changed_by_person or "user_team" in message.body:
        return {}
    return {"source_team": TEAM, "user_team": TEAM}


def announce_deleted(core: Core, message: PostedMessage) -> list[asyncio.Task[bool]]:
    """Deliver the event of a message that was deleted."""
    body = {
        "subtype": "message_deleted",
        "previous_message": message.body,
        "deleted_ts": message.ts,
        "hidden": True,
        "ts": core.workspace.timestamp(),
    }
    return _announce(core, message, body)


def _announce(core: Core, message: PostedMessage, body: Payload) -> list[asyncio.Task[bool]]:
    channel = core.workspace.channels[message.channel]
    if _may_hear(message, channel) and _MESSAGE_EVENTS[channel.type] in core.manifest.events:
        return [_deliver_message(core, channel, {"type": "message", **body})]
    return []


def _may_hear(message: PostedMessage, channel: Channel) -> bool:
    return message.ephemeral_to is None and BOT_USER in channel.members


def _deliver_message(core: Core, channel: Channel, body: Payload) -> asyncio.Task[bool]:
    where = {"channel": channel.id, "channel_type": channel.type, "event_ts": body["ts"]}
    return deliver_event(core, {**as_message_event(body), **where})


def _is_mention(core: Core, channel: Channel, message: PostedMessage) -> bool:
    return (
        "app_mention" in core.manifest.events
        and not channel.is_im
        and not message.from_app
        and MENTION.search(message.text) is not None
    )


def _as_mention(message: PostedMessage) -> Payload:
    """Return a message as app_mention, which does not say that a file was shared with it."""
    body = {k: v for k, v in message.body.items() if (k, v) != ("subtype", "file_share")}
    return {**body, "channel": message.channel, "event_ts": message.ts, "type": "app_mention"}
