"""What this process claimed and finished, in memory: asked before the database, or alone."""

from __future__ import annotations

import time
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING, Final

from cachetools import LRUCache, TTLCache

from bot.state.claim import Claim
from bot.state.thing import Claimant, Thing

if TYPE_CHECKING:
    from collections.abc import Iterator

REMEMBERED: Final = 10_000  # digests, some 5 MB; a thing has one or two
BESIDE_A_DATABASE: Final = 3_000  # which keeps all, and is asked where these know nothing
_SECONDS = 60 * 60  # Slack's redeliveries come within minutes


@dataclass(slots=True)
class _Entry:
    until: float  # when the holder's lease ends
    claimant: Claimant
    done: bool = False


_DONE = _Entry(0, Claimant(), done=True)  # one for all: most things are done


class MemoryRecord:
    """Digests of things, some thousands for an hour; each method is atomic among threads."""

    def __init__(self, remembered: int = REMEMBERED, seconds: float = _SECONDS) -> None:
        self._known: TTLCache[tuple[str, str], _Entry] = TTLCache(remembered, seconds)
        self._kept: LRUCache[tuple[str, str], _Entry] = LRUCache(remembered)  # done for good
        self._lock = Lock()

    def claim(self, thing: Thing, claimant: Claimant, lease_seconds: float) -> Claim:
        """Hold a thing for so many seconds, unless it is held or done."""
        now = time.monotonic()
        with self._lock:
            entries = list(self._entries(thing))
            if any(entry.done for entry in entries):
                return Claim.DONE
            if any(entry.until > now for entry in entries):
                return Claim.UNDER_WAY
            self._set(thing, _Entry(now + lease_seconds, claimant))
            return Claim.TAKEN_OVER if entries else Claim.OURS

    def renew(self, thing: Thing, lease_seconds: float) -> Claimant | None:
        """Hold for longer what is held, and return who asked for it."""
        with self._lock:
            held = [entry for entry in self._entries(thing) if not entry.done]
            for entry in held:
                entry.until = time.monotonic() + lease_seconds
            return held[0].claimant if held else None

    def finish(self, thing: Thing, *, for_good: bool = False) -> Claimant:
        """Note that a thing is done, and return who asked for it."""
        with self._lock:
            known = next(self._entries(thing), None)
            claimant = known.claimant if known else Claimant()
            self._set(thing, _DONE)
            if for_good:
                self._kept.update({(thing.kind, digest): _DONE for digest in thing.digests})
            return claimant

    def release(self, thing: Thing) -> None:
        """Forget a thing that is held; what is done stays done."""
        with self._lock:
            for digest in thing.digests:
                if (entry := self._known.get((thing.kind, digest))) and not entry.done:
                    del self._known[thing.kind, digest]

    def _entries(self, thing: Thing) -> Iterator[_Entry]:
        keys = [(thing.kind, digest) for digest in thing.digests]
        found = (self._known.get(key) or self._kept.get(key) for key in keys)
        return (entry for entry in found if entry)

    def _set(self, thing: Thing, entry: _Entry) -> None:
        for digest in thing.digests:
            self._known[thing.kind, digest] = entry
