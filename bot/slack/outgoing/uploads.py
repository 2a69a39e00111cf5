"""A picture brought to Slack: a file shared below a message, or with one person.

Slack shares a file when it has looked at it, by itself. A block that shows a file that it has not
looked at yet is refused as invalid, and the whole message with it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from slack_sdk import WebClient


class Picture(NamedTuple):
    """The file of a picture, and the same in words."""

    content: bytes
    name: str
    title: str
    alt: str


def share_below(client: WebClient, picture: Picture, channel: str, thread: str | None) -> None:
    """Share a picture in a thread; raise SlackApiError where Slack refuses."""
    client.files_upload_v2(
        file=picture.content,
        filename=picture.name,
        title=picture.title,
        alt_txt=picture.alt,
        channel=channel,
        thread_ts=thread,
    )


def share_with(client: WebClient, picture: Picture, user: str) -> None:
    """Share a picture in the direct messages of one person, which a message there opens."""
    posted = client.chat_postMessage(channel=user, text=f"The picture of {picture.title}:")
    share_below(client, picture, posted["channel"], None)
