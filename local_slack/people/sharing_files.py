"""Sharing a file or a snippet of text, with words or without."""

from __future__ import annotations

from typing import TYPE_CHECKING

from local_slack.people.composer import Composed, compose
from local_slack.people.writing import content_fields, send
from local_slack.workspace.file_info import describe_file

if TYPE_CHECKING:
    from local_slack.core import Core
    from local_slack.people.outcome import ActResult


async def share_file(  # noqa: PLR0913 (who shares what where)
    core: Core,
    name: str,
    content: bytes | str,
    *,
    user: str,
    channel: str,
    text: str = "",
    snippet: bool = False,
    thread_ts: str | None = None,
    wait: float = 5,
) -> ActResult:
    """Share a file, or a `snippet` whose words the message carries; wait as for a message."""
    who = core.workspace.user(user)
    raw = content.encode() if isinstance(content, str) else content
    file = core.workspace.add_file(
        {
            "name": name,
            "title": "Untitled" if snippet else name,
            "size": len(raw),
            "user": who.id,
            "upload": "",
            "content": raw,
            "snippet": snippet,
        }
    )
    composed = compose(core.workspace, text) if text else Composed("", [])
    body = {
        "subtype": "file_share",
        **content_fields(composed),
        "files": [describe_file(file, core.base_url)],
        "upload": True,
        "display_as_bot": False,
    }
    return await send(
        core, body, user=user, channel=channel, thread_ts=thread_ts, typed=text, wait=wait
    )
