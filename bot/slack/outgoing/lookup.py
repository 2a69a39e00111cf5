"""Looking whether a post is there whose reply was lost, where the app may read the place."""

from __future__ import annotations

import re
from http.client import HTTPException
from typing import TYPE_CHECKING, Any

from slack_sdk.errors import SlackApiError

if TYPE_CHECKING:
    from slack_sdk import WebClient

Payload = dict[str, Any]
_MARK = "answers-"  # and the time of what is answered: the id of a block
_LAST = 50  # messages that are looked through
_COMPARED = 300  # characters, letters and digits alone: Slack may write the others in its own way


def mark(payload: Payload, channel: str, since: str) -> Payload:
    """Return a message that tells, in a place that can be read, which message it answers.

    Of two who ask the same, or one who asks twice, the answers say the same.
    """
    blocks = payload.get("blocks")
    if not (blocks and _is_readable(channel)) or "block_id" in blocks[0]:
        return payload
    first = {**blocks[0], "block_id": _MARK + since}
    return {**payload, "blocks": [first, *blocks[1:]]}


def find(client: WebClient, channel: str, thread: str | None, since: str, text: str) -> bool | None:
    """Return whether a bot answered with this text there, or None where that cannot be read.

    The manifest asks for im:history alone: of channels nothing can be read.
    """
    if not _is_readable(channel):
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


def _is_readable(channel: str) -> bool:
    return channel.startswith("D")


def _is_ours(message: Payload, since: str, text: str) -> bool:
    if not message.get("bot_id") or message.get("ts", "") <= since:
        return False
    ids = (str(block.get("block_id", "")) for block in message.get("blocks") or ())
    answered = next((found for found in ids if found.startswith(_MARK)), None)
    if answered:
        return answered == _MARK + since
    return _letters(str(message.get("text", ""))) == _letters(text)


def _letters(text: str) -> str:
    return re.sub(r"\W", "", text)[:_COMPARED]
