"""Previews of links: Slack adds them to a message a little later, which is no edit of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from local_slack.delivery.events import announce_changed

if TYPE_CHECKING:
    import asyncio

    from local_slack.core import Core
    from local_slack.refusal import Payload
    from local_slack.workspace.channels import PostedMessage


def add_previews(
    core: Core, message: PostedMessage, previews: list[Payload]
) -> tuple[PostedMessage, list[asyncio.Task[bool]]]:
    """Add attachments to a message; return it as it is now, and the deliveries of its event."""
    old = message.body.get("attachments") or []
    added = [{**preview, "id": number} for number, preview in enumerate(previews, len(old) + 1)]
    now = core.workspace.change(message, {**message.body, "attachments": [*old, *added]})
    return now, announce_changed(core, now, message)
