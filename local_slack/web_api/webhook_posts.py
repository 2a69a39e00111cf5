"""Posting by an incoming webhook: as the app, to the one channel of the address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from local_slack.delivery.events import announce_posted
from local_slack.refusal import refuse
from local_slack.workspace.ids import BOT
from local_slack.workspace.message_content import check_content, thread_fields

if TYPE_CHECKING:
    from local_slack.core import Core
    from local_slack.refusal import Payload


def post_by_webhook(core: Core, secret: str, sent: Payload) -> None:
    """Post a message; raise Refusal if the address is unknown, or the content is refused."""
    channel = core.workspace.channels[core.webhooks.channel(secret)]
    if "incoming-webhook" not in core.manifest.scopes:
        refuse("action_prohibited", status=403)
    if channel.archived:
        refuse("channel_is_archived", status=410)
    body = {
        "subtype": "bot_message",
        "bot_id": BOT,
        "username": core.workspace.app_name,
        **check_content(sent),
        **thread_fields(core.workspace, channel, sent.get("thread_ts")),
    }
    announce_posted(core, core.workspace.post(channel, body))
