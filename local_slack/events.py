"""What happened in the workspace, as the events that an app subscribed to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from local_slack import dispatch
from local_slack.state import BOT_USER

if TYPE_CHECKING:
    import asyncio

    from local_slack.core import Core
    from local_slack.refusal import Payload
    from local_slack.state import Channel, PostedMessage

MENTION = re.compile(rf"<@{BOT_USER}(?:\|[^>]*)?>")
_KINDS = {"im": "message.im", "channel": "message.channels"}


def posted(core: Core, message: PostedMessage) -> list[asyncio.Task[bool]]:
    """Tell the app of a message that others see too; of its own as well, as Slack does."""
    channel = core.workspace.channels[message.channel]
    if message.ephemeral_to is not None or BOT_USER not in channel.members:
        return []
    told = []
    if _KINDS[channel.type] in core.manifest.events:
        told.append(_message(core, channel, message.body))
    if _mentions_app(core, channel, message):
        told.append(dispatch.event(core, _as_mention(message)))
    return told


def changed(core: Core, message: PostedMessage, previous: PostedMessage) -> None:
    """Tell the app that a message now reads differently."""
    body = {
        "subtype": "message_changed",
        "message": message.body,
        "previous_message": previous.body,
        "hidden": True,
        "ts": core.workspace.timestamp(),
    }
    _about(core, message, body)


def deleted(core: Core, message: PostedMessage) -> None:
    body = {
        "subtype": "message_deleted",
        "previous_message": message.body,
        "deleted_ts": message.ts,
        "hidden": True,
        "ts": core.workspace.timestamp(),
    }
    _about(core, message, body)


def _about(core: Core, message: PostedMessage, body: Payload) -> None:
    channel = core.workspace.channels[message.channel]
    subscribed = _KINDS[channel.type] in core.manifest.events
    if message.ephemeral_to is None and BOT_USER in channel.members and subscribed:
        _message(core, channel, {"type": "message", **body})


def _message(core: Core, channel: Channel, body: Payload) -> asyncio.Task[bool]:
    where = {"channel": channel.id, "channel_type": channel.type, "event_ts": body["ts"]}
    return dispatch.event(core, {**body, **where})


def _mentions_app(core: Core, channel: Channel, message: PostedMessage) -> bool:
    return (
        "app_mention" in core.manifest.events
        and not channel.is_im
        and not message.from_app
        and MENTION.search(message.text) is not None
    )


def _as_mention(message: PostedMessage) -> Payload:
    where = {"channel": message.channel, "event_ts": message.ts}
    return {**message.body, **where, "type": "app_mention"}
