"""A kb that can be exchanged while it is read: each reader keeps the one that it began with.

There may be none to read for a while: where nothing is left that passes its check.
"""

from __future__ import annotations

from dataclasses import dataclass
from threading import Lock
from time import time
from typing import TYPE_CHECKING

from knowledge.corpus.errors import WithheldError

if TYPE_CHECKING:
    from types import TracebackType

    from knowledge.kb.knowledge_base import KnowledgeBase


@dataclass(slots=True)
class _Served:
    """A kb and how many are reading it; a retired one gets no new readers."""

    kb: KnowledgeBase | None
    readers: int = 0
    retired: bool = False

    @property
    def is_over(self) -> bool:
        return self.retired and not self.readers

    def close(self) -> None:
        if self.kb:
            self.kb.close()


class SwappableKb:
    """Hands out the newest kb, and closes an old one when its last reader has finished.

    The lock is held to count, never while anybody reads.
    """

    def __init__(self, kb: KnowledgeBase) -> None:
        self._served = _Served(kb)
        self._lock = Lock()
        self.served_since = time()
        """When what is served was put there, in seconds since 1970."""

    @property
    def digest(self) -> str:
        """That of what is served; empty where nothing is."""
        kb = self._served.kb
        return kb.digest if kb else ""

    def reading(self) -> Lease:
        """Lend one kb from start to end, whatever is swapped in meanwhile.

        Entering raises WithheldError where none is served.
        """
        return Lease(self)

    def take(self) -> _Served:
        """Count a reader of what is served now."""
        with self._lock:
            served = self._served
            served.readers += 1
        return served

    def give_back(self, served: _Served) -> None:
        """Count a reader off, and close what was waiting for it."""
        with self._lock:
            served.readers -= 1
            over = served.is_over
        if over:
            served.close()

    def swap(self, kb: KnowledgeBase | None) -> None:
        """Serve another kb from now on, or none."""
        with self._lock:
            old, self._served = self._served, _Served(kb)
            self.served_since = time()
        self._retire(old)

    def close(self) -> None:
        """Close what is served, once it is not read any more."""
        self._retire(self._served)

    def _retire(self, served: _Served) -> None:
        with self._lock:
            over = not served.retired and not served.readers
            served.retired = True
        if over:
            served.close()


class Lease:
    """One reader; a class, because every answer pays for it and a generator costs more."""

    __slots__ = ("_served", "_swappable")

    def __init__(self, swappable: SwappableKb) -> None:
        self._swappable = swappable

    def __enter__(self) -> KnowledgeBase:
        self._served = self._swappable.take()
        if self._served.kb is None:
            self._swappable.give_back(self._served)
            raise WithheldError
        return self._served.kb

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._swappable.give_back(self._served)
