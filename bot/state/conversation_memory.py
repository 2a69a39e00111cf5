"""What conversations were about where no database can be written: some thousands, for a day."""

from __future__ import annotations

from threading import Lock
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple

from cachetools import TTLCache

if TYPE_CHECKING:
    from bot.state.thing import Claimant, Thing

_REMEMBERED = 5_000
LASTING = 24 * 60 * 60  # seconds


class Remembered(NamedTuple):
    """What was asked about last, by whom, and when by the clock of this process."""

    claimant: Claimant
    about: str | None
    at: float


class ConversationMemory:
    """What was asked about last, by the digest of a conversation's name."""

    def __init__(self, remembered: int = _REMEMBERED, seconds: float = LASTING) -> None:
        self._known: TTLCache[str, Remembered] = TTLCache(remembered, seconds)
        self._lock = Lock()

    def remember(self, thing: Thing, claimant: Claimant, about: str | None) -> None:
        """Keep what was asked about, also that it was nothing."""
        with self._lock:
            for digest in thing.digests:
                self._known[digest] = Remembered(claimant, about, monotonic())

    def recall(self, thing: Thing) -> tuple[str | None] | None:
        """Return what was asked about, or None where it is not known here."""
        with self._lock:
            found = [self._known.get(digest) for digest in thing.digests]
        return next(((entry.about,) for entry in found if entry), None)

    def list_all(self) -> list[tuple[str, Remembered]]:
        """Return all that is remembered, each by its digest."""
        with self._lock:
            return list(self._known.items())

    def drop_as_written(self, digest: str, entry: Remembered) -> None:
        """Leave a conversation to the database, unless somebody has asked there since."""
        with self._lock:
            if self._known.get(digest) is entry:
                del self._known[digest]

    def drop(self, thing: Thing) -> None:
        """Leave a conversation to the database, which knows it again."""
        with self._lock:
            for digest in thing.digests:
                self._known.pop(digest, None)

    def forget_user(self, user: str) -> None:
        """Remove what somebody asked about."""
        with self._lock:
            for digest in [d for d, e in self._known.items() if e.claimant.user == user]:
                del self._known[digest]
