"""The wait for the app's ack of the events of an act: as long as there is an app to give one."""

from __future__ import annotations

import asyncio
from time import monotonic
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from local_slack.core import Core

_LOOK: Final = 0.2  # seconds


async def wait_for_acks(core: Core, deliveries: Iterable[asyncio.Task[bool]]) -> bool:
    """Return whether the app acked all events.

    It is not waited for longer than it takes to deliver an event again and again, nor, where no
    socket is open, than it takes to reconnect. The deliveries go on all the same.
    """
    pending, began, connected = set(deliveries), monotonic(), monotonic()
    acked = True
    while pending:
        done, pending = await asyncio.wait(pending, timeout=_LOOK)
        acked = acked and all(delivery.result() for delivery in done)
        now = monotonic()
        if core.sockets.reachable or not core.manifest.socket_mode:
            connected = now
        if pending and max(now - connected - core.timing.alone, now - began - core.timing.act) > 0:
            return False
    return acked
