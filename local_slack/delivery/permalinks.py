"""The address of a message, and the message at an address."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from local_slack.core import Core
    from local_slack.workspace.channels import PostedMessage

_ADDRESS = re.compile(r"archives/(\w+)/p(\d+)(\d{6})(?:\?.*)?")


def permalink_of(core: Core, message: PostedMessage) -> str:
    """Return the address that Slack's "Copy link" gives."""
    where = f"{core.base_url}archives/{message.channel}/p{message.ts.replace('.', '')}"
    thread = message.thread_ts
    if thread and thread != message.ts:
        where += f"?thread_ts={thread}&cid={message.channel}"
    return where


def message_at_address(core: Core, url: str) -> PostedMessage | None:
    """Return the message that an address of this Slack leads to."""
    found = _ADDRESS.fullmatch(url.removeprefix(core.base_url))
    channel = core.workspace.channels.get(found[1]) if found else None
    return core.workspace.find(channel, f"{found[2]}.{found[3]}") if found and channel else None
