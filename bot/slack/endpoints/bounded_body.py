"""The body of a request, as far as any of Slack's goes: a longer or slower one is given up."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from starlette.requests import Request

_LARGEST: Final = 2_000_000  # bytes; a message of Slack's has 40,000 characters, a view 250,000
_WITHIN: Final = 5.0  # seconds; Slack gives a whole request three


class BodyTooLargeError(Exception):
    """A request has more to say than any of Slack's."""


async def read_body(request: Request) -> bytes:
    """Return a body; raise BodyTooLargeError, TimeoutError, or ClientDisconnect."""
    parts, size = [], 0
    async with asyncio.timeout(_WITHIN):
        async for part in request.stream():
            size += len(part)
            if size > _LARGEST:
                raise BodyTooLargeError
            parts.append(part)
    return b"".join(parts)
