"""The methods of scheduled messages."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING

from local_slack.delivery.events import announce_posted
from local_slack.refusal import Payload, Refusal, refuse
from local_slack.web_api.chat_methods import new_body
from local_slack.web_api.finding import paged
from local_slack.web_api.method import method
from local_slack.workspace.message_content import check_may_post

if TYPE_CHECKING:
    from local_slack.core import Core
    from local_slack.web_api.arguments import Arguments

_LATEST = 120 * 24 * 60 * 60  # seconds ahead


@method("chat.scheduleMessage", "chat:write", tier=3)
def schedule(core: Core, args: Arguments) -> Payload:
    channel = core.workspace.channel(args.text("channel", "channel_not_found"))
    check_may_post(channel, core.manifest.scopes)
    post_at = args.number("post_at", 0)
    if post_at <= time.time():
        refuse("time_in_past")
    if post_at > time.time() + _LATEST:
        refuse("time_too_far")
    waiting = core.scheduled.add(channel.id, post_at, new_body(core, channel, args))
    core.start(_post_later(core, waiting.id, post_at))
    return {
        "channel": channel.id,
        "scheduled_message_id": waiting.id,
        "post_at": post_at,
        "message": {**waiting.body, "type": "delayed_message"},
    }


async def _post_later(core: Core, message_id: str, post_at: int) -> None:
    await asyncio.sleep(max(0, post_at - time.time()))
    try:
        post_scheduled(core, message_id)
    except Refusal:
        return  # it was taken back, or posted before its time


def post_scheduled(core: Core, message_id: str) -> None:
    """Post a scheduled message now; raise Refusal if it is no longer there."""
    waiting = core.scheduled.take(message_id)
    announce_posted(
        core, core.workspace.post(core.workspace.channels[waiting.channel], waiting.body)
    )


def post_all_scheduled(core: Core) -> None:
    """Post now what is scheduled, the earliest first."""
    for waiting in core.scheduled.listed():
        post_scheduled(core, waiting.id)


@method("chat.deleteScheduledMessage", "chat:write", tier=3)
def delete(core: Core, args: Arguments) -> Payload:
    core.scheduled.take(args.text("scheduled_message_id", "invalid_scheduled_message_id"))
    return {}


@method("chat.scheduledMessages.list", tier=3)
def listed(core: Core, args: Arguments) -> Payload:
    wanted = args.text("channel")
    found = [m for m in core.scheduled.listed() if wanted in ("", m.channel)]
    page, cursor = paged(found, args)
    shown = [
        {"id": m.id, "channel_id": m.channel, "post_at": m.post_at, "text": m.body["text"]}
        for m in page
    ]
    return {"scheduled_messages": shown, **cursor}


METHODS = (
    schedule,
    delete,
    listed,
)
