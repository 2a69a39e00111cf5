"""The event of links to sites that the app wants to preview."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from local_slack.delivery.other_events import announce

if TYPE_CHECKING:
    import asyncio

    from local_slack.core import Core
    from local_slack.refusal import Payload
    from local_slack.workspace.channels import PostedMessage

_LINK = re.compile(r"<(https?://[^|>]+)")


def announce_links(core: Core, message: PostedMessage) -> list[asyncio.Task[bool]]:
    """Deliver link_shared for the links of a message to the domains that the manifest names."""
    wanted = core.manifest.part("features", "unfurl_domains") or []
    urls = [url.replace("&amp;", "&") for url in _LINK.findall(message.text)]
    links = [link for url in urls if (link := _link(url, wanted))]
    if not links:
        return []
    channel = core.workspace.channels[message.channel]
    body = {
        "user": message.user,
        "channel": channel.id,
        "message_ts": message.ts,
        "links": links,
        "source": "conversations_history",
        "unfurl_id": f"{channel.id}-{message.ts}",
        **({"thread_ts": message.thread_ts} if message.thread_ts else {}),
    }
    return announce(core, "link_shared", body, within=channel)


def _link(url: str, wanted: list[str]) -> Payload | None:
    host = urlsplit(url).hostname or ""
    for domain in wanted:
        if host == domain or host.endswith(f".{domain}"):
            return {"domain": domain, "url": url}
    return None
