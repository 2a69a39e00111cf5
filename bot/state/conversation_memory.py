"""What conversations were about where no database can be written: some thousands, for a day."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

from cachetools import TTLCache

if TYPE_CHECKING:
    from bot.state.thing import Claimant, Thing

_REMEMBERED = 5_000
LASTING = 24 * 60 * 60  # seconds


class ConversationMemory:
    """What was asked about last, by the digest of a conversation's name."""

    def __init__(self, remembered: int = _REMEMBERED, seconds: float = LASTING) -> None:
        self._known: TTLCache[str, tuple[Claimant, str | None]] = TTLCache(remembered, seconds)
        self._lock = Lock()

    def remember(self, thing: Thing, claimant: Claimant, about: str | None) -> None:
        """Keep what was asked about, also that it was nothing."""
        with self._lock:
            for digest in thing.digests:
                self._known[digest] = claimant, about

    def recall(self, thing: Thing) -> tuple[str | None] | None:
        """Return what was asked about, or None where it is not known here."""
        with self._lock:
            found = [self._known.get(digest) for digest in thing.digests]
        return next(((entry[1],) for entry in found if entry), None)

    def drop(self, thing: Thing) -> None:
        """Leave a conversation to the database, which knows it again."""
        with self._lock:
            for digest in thing.digests:
                self._known.pop(digest, None)

    def forget_user(self, user: str) -> None:
        """Remove what somebody asked about."""
        with self._lock:
            for digest in [d for d, (who, _) in self._known.items() if who.user == user]:
                del self._known[digest]
