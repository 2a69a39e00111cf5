"""Each event once: Slack redelivers what it thinks was lost, also while the answer is under way."""

from __future__ import annotations

from dataclasses import dataclass, field
from threading import Lock
from typing import TYPE_CHECKING

from cachetools import TTLCache

if TYPE_CHECKING:
    from collections.abc import Callable

_REMEMBERED = 10_000  # events
_SECONDS = 60 * 60  # Slack's last redelivery comes after five minutes


@dataclass
class _Delivery:
    done: bool = False
    lock: Lock = field(default_factory=Lock)


class Deliveries:
    """Remembers events by id, some thousands for an hour, in memory; ids and nothing else."""

    def __init__(self, remembered: int = _REMEMBERED, seconds: float = _SECONDS) -> None:
        self._known: TTLCache[str, _Delivery] = TTLCache(remembered, seconds)
        self._lock = Lock()

    def once(self, event_id: str, work: Callable[[], None]) -> None:
        """Do the work unless it is done; a redelivery meanwhile waits, and works if it failed."""
        with self._lock:
            delivery = self._known.setdefault(event_id, _Delivery())
        with delivery.lock:
            if not delivery.done:
                work()
                delivery.done = True
