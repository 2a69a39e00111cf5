"""Slack's own messages, for one person, about something that did not work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from local_slack.people.outcome import ActResult

if TYPE_CHECKING:
    from local_slack.core import Core
    from local_slack.workspace.channels import Channel, User


def show_error(core: Core, user: User, channel: Channel, error: str, ms: float = 0) -> ActResult:
    """Show an error to one person, as Slackbot does."""
    body = {"user": "USLACKBOT", "text": error, "subtype": "bot_message"}
    core.workspace.post(channel, body, ephemeral_to=user.id)
    return ActResult(error, ms=ms)
