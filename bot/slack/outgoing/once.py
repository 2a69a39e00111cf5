"""What is done once, whoever brings it again: the record of deliveries and clicks, kept held."""

from __future__ import annotations

from threading import Event, Lock, Thread
from typing import TYPE_CHECKING

from bot.slack.measures import Unmeasured
from bot.state import Claim

if TYPE_CHECKING:
    from bot.slack.measures import Measures
    from bot.state import StateStore

# A killed process holds what it began until its lease ends, which has to be before Slack's last
# redelivery: over a socket that comes after some nine seconds.
_LEASE = 6.0  # seconds
_RENEWED = 1.5  # seconds between two renewals: a busy machine may miss one or two
_Thing = tuple[str, tuple[str, ...]]


class Once:
    """Claims things in the state store, and keeps what is under way claimed until it ends."""

    def __init__(self, store: StateStore, measures: Measures | None = None) -> None:
        self.store = store
        self._measures = measures or Unmeasured()
        self._held: set[_Thing] = set()
        self._lock = Lock()
        self._closed = Event()
        self._thread: Thread | None = None

    def claim(
        self,
        kind: str,
        keys: tuple[str, ...],
        *,
        team: str | None = None,
        user: str | None = None,
        join: float = 0,
    ) -> Claim:
        """Claim a thing; where another has it under way, wait some seconds for its end."""
        claim = self.store.claim(kind, keys, team=team, user=user, lease_seconds=_LEASE)
        if claim is Claim.UNDER_WAY and join:
            claim = self.store.wait(kind, keys, join, team=team, user=user)
        self._measures.note_delivery(kind, claim.name.lower())
        if claim.is_ours:
            self.store.renew(kind, keys, lease_seconds=_LEASE)
            self._hold((kind, keys))
        return claim

    def finish(self, kind: str, keys: tuple[str, ...], *, for_good: bool = False) -> None:
        """Note that a thing is done: until the retention ends, or for good."""
        self._let_go((kind, keys))
        self.store.finish(kind, keys, for_good=for_good)

    def release(self, kind: str, keys: tuple[str, ...]) -> None:
        """Leave a thing undone: whoever brings it again may do it."""
        self._let_go((kind, keys))
        self.store.release(kind, keys)

    def close(self) -> None:
        """Leave everything that is under way to others, and close the store."""
        self._closed.set()
        with self._lock:
            left = list(self._held)
        for kind, keys in left:
            self.release(kind, keys)
        self.store.close()

    def _hold(self, thing: _Thing) -> None:
        with self._lock:
            self._held.add(thing)
            if self._thread is None:
                self._thread = Thread(target=self._renew, name="leases", daemon=True)
                self._thread.start()

    def _let_go(self, thing: _Thing) -> None:
        with self._lock:
            self._held.discard(thing)

    def _renew(self) -> None:
        while not self._closed.wait(_RENEWED):
            with self._lock:
                held = list(self._held)
            for thing in held:
                self._renew_one(thing)

    def _renew_one(self, thing: _Thing) -> None:
        with self._lock:
            if thing in self._held:
                self.store.renew(*thing, lease_seconds=_LEASE)
