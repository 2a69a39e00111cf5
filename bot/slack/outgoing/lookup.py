"""Looking whether a post is there whose reply was lost, where the app may read the place."""

from __future__ import annotations

import re
from http.client import HTTPException
from typing import TYPE_CHECKING, Any

from slack_sdk.errors import SlackApiError

if TYPE_CHECKING:
    from slack_sdk import WebClient

_LAST = 50  # messages that are looked through
_COMPARED = 300  # characters, letters and digits alone: Slack may write the others in its own way


def find(client: WebClient, channel: str, thread: str | None, since: str, text: str) -> bool | None:
    """Return whether a bot wrote this text there since, or None where that cannot be read.

    The manifest asks for im:history alone: of channels nothing can be read.
    """
    if not channel.startswith("D"):
        return None
    try:
        if thread:
            found = client.conversations_replies(
                channel=channel, ts=thread, oldest=since, limit=_LAST
            )
        else:
            found = client.conversations_history(channel=channel, oldest=since, limit=_LAST)
    except (SlackApiError, OSError, HTTPException):
        return None
    return any(_is_ours(message, since, text) for message in found["messages"])


def _is_ours(message: dict[str, Any], since: str, text: str) -> bool:
    return (
        bool(message.get("bot_id"))
        and message.get("ts", "") > since
        and _letters(str(message.get("text", ""))) == _letters(text)
    )


def _letters(text: str) -> str:
    return re.sub(r"\W", "", text)[:_COMPARED]
