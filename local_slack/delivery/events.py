"""The events that an app subscribed to: new, changed and deleted messages, and mentions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from local_slack.delivery.dispatch import deliver_event
from local_slack.workspace.ids import BOT_USER

if TYPE_CHECKING:
    import asyncio

    from local_slack.core import Core
    from local_slack.refusal import Payload
    from local_slack.workspace.channels import Channel, PostedMessage

MENTION = re.compile(rf"<@{BOT_USER}(?:\|[^>]*)?>")
DELIVERED = {
    "app_home_opened": "A person opens the Home tab.",
    "app_mention": "A person mentions the app in a channel that it is in.",
    "message.channels": "A message is posted, changed or deleted in a channel that the app is in.",
    "message.im": "A direct message is posted, changed or deleted.",
}
_MESSAGE_EVENTS = {"im": "message.im", "channel": "message.channels"}


def announce_posted(core: Core, message: PostedMessage) -> list[asyncio.Task[bool]]:
    """Deliver the events of a new message; Slack sends the app its own messages too."""
    channel = core.workspace.channels[message.channel]
    if message.ephemeral_to is not None or BOT_USER not in channel.members:
        return []
    deliveries = []
    if _MESSAGE_EVENTS[channel.type] in core.manifest.events:
        deliveries.append(_deliver_message(core, channel, message.body))
    if _is_mention(core, channel, message):
        deliveries.append(deliver_event(core, _as_mention(message)))
    return deliveries


def announce_changed(core: Core, message: PostedMessage, previous: PostedMessage) -> None:
    """Deliver the event of a message that now reads differently."""
    body = {
        "subtype": "message_changed",
        "message": message.body,
        "previous_message": previous.body,
        "hidden": True,
        "ts": core.workspace.timestamp(),
    }
    _announce(core, message, body)


def announce_deleted(core: Core, message: PostedMessage) -> None:
    """Deliver the event of a message that was deleted."""
    body = {
        "subtype": "message_deleted",
        "previous_message": message.body,
        "deleted_ts": message.ts,
        "hidden": True,
        "ts": core.workspace.timestamp(),
    }
    _announce(core, message, body)


def _announce(core: Core, message: PostedMessage, body: Payload) -> None:
    channel = core.workspace.channels[message.channel]
    subscribed = _MESSAGE_EVENTS[channel.type] in core.manifest.events
    if message.ephemeral_to is None and BOT_USER in channel.members and subscribed:
        _deliver_message(core, channel, {"type": "message", **body})


def _deliver_message(core: Core, channel: Channel, body: Payload) -> asyncio.Task[bool]:
    where = {"channel": channel.id, "channel_type": channel.type, "event_ts": body["ts"]}
    return deliver_event(core, {**body, **where})


def _is_mention(core: Core, channel: Channel, message: PostedMessage) -> bool:
    return (
        "app_mention" in core.manifest.events
        and not channel.is_im
        and not message.from_app
        and MENTION.search(message.text) is not None
    )


def _as_mention(message: PostedMessage) -> Payload:
    where = {"channel": message.channel, "event_ts": message.ts}
    return {**message.body, **where, "type": "app_mention"}
