"""Three pools of threads, so that a slow post delays no command and no click.

Commands and clicks are acknowledged from one pool, in which nothing waits for the network. Mentions
and direct messages are answered in another, and what clicks ask for is sent from the third.
"""

from __future__ import annotations

import heapq
import logging
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from itertools import count
from threading import Condition, Thread
from time import monotonic
from typing import TYPE_CHECKING, Protocol

from bot.slack.logs import places

if TYPE_CHECKING:
    from collections.abc import Callable

    Work = Callable[[], None]

_FINISHED_WITHIN = 5.0  # seconds for what waits when the process stops
_WAITING = 1_000  # works that wait for a thread or for their time; more are refused
_log = logging.getLogger(__name__)


class Pool(Protocol):
    """Does work soon, or after some seconds; refuses it where too much waits already."""

    @property
    def is_open(self) -> bool:
        """Return whether it takes work, if there is room."""

    @property
    def held(self) -> int:
        """Return how many works wait, or are being done."""

    def submit(self, work: Work) -> bool:
        """Do work as soon as a thread is free; return whether it was taken."""

    def submit_after(self, seconds: float, work: Work) -> bool:
        """Do work after some seconds, which hold no thread; return whether it was taken."""

    def finish(self) -> None:
        """Do what waits for some seconds yet, then close."""

    def close(self) -> None:
        """Take no more work, drop what has not begun, and wait for the end of what has."""


@dataclass(frozen=True)
class Pools:
    """The pool of commands and of clicks' acks, that of mentions, and that of clicks' answers."""

    answers: Pool
    posts: Pool
    clicks: Pool

    def finish(self) -> None:
        """Take nothing more to be sent, and wait for the end of what has begun.

        Slack delivers again an event that was not acknowledged. A click was, so that nobody but
        this process will answer it.
        """
        self.posts.close()
        self.clicks.finish()


def open_pools(threads: int) -> Pools:
    return Pools(*(ThreadedPool(threads, name) for name in ("answers", "posts", "clicks")))


class ThreadedPool:
    """A pool of threads with a limit to what waits; threads begin when they are needed."""

    def __init__(self, threads: int, name: str, waiting: int = _WAITING) -> None:
        self._executor = ThreadPoolExecutor(threads, name)
        self._room = _Room(waiting + threads)
        self._clock = _Clock(self._start, name)
        self.is_open = True

    @property
    def held(self) -> int:
        return self._room.taken

    def submit(self, work: Work) -> bool:
        return self._room.take() and self._start(work)

    def submit_after(self, seconds: float, work: Work) -> bool:
        if not self._room.take():
            return False
        self._clock.add(seconds, work)
        return True

    def finish(self) -> None:
        self.is_open = False
        self._room.wait_until_free(_FINISHED_WITHIN)
        self.close()

    def close(self) -> None:
        self.is_open = False
        self._clock.close()
        self._executor.shutdown(wait=True, cancel_futures=True)

    def _start(self, work: Work) -> bool:
        """Hand over work for which there is room; after close() it is dropped."""
        with suppress(RuntimeError):
            self._executor.submit(self._run, work)
            return True
        self._room.free()
        return False

    def _run(self, work: Work) -> None:
        try:
            work()
        except Exception as error:  # noqa: BLE001 (a pool outlives whatever its works do)
            _log.error("unexpected: %s", places(error))
        finally:
            self._room.free()


class _Room:
    """So many places for works; who takes one frees it."""

    def __init__(self, places: int) -> None:
        self._places = places
        self._changed = Condition()
        self.taken = 0

    def take(self) -> bool:
        with self._changed:
            is_free = self.taken < self._places
            self.taken += is_free
        return is_free

    def free(self) -> None:
        with self._changed:
            self.taken -= 1
            if not self.taken:
                self._changed.notify_all()

    def wait_until_free(self, seconds: float) -> None:
        """Wait until nobody has a place, or the seconds are over."""
        with self._changed:
            self._changed.wait_for(lambda: not self.taken, seconds)


class _Clock:
    """Starts works when their time has come, from one thread that begins with the first."""

    def __init__(self, start: Callable[[Work], bool], name: str) -> None:
        self._start = start
        self._name = name
        self._due: list[tuple[float, int, Work]] = []
        self._number = count()
        self._changed = Condition()
        self._thread: Thread | None = None
        self._closed = False

    def add(self, seconds: float, work: Work) -> None:
        with self._changed:
            heapq.heappush(self._due, (monotonic() + seconds, next(self._number), work))
            if self._thread is None:
                self._thread = Thread(target=self._run, name=f"{self._name}-clock", daemon=True)
                self._thread.start()
            self._changed.notify()

    def close(self) -> None:
        with self._changed:
            self._closed = True
            self._changed.notify()

    def _run(self) -> None:
        while (work := self._next()) is not None:
            self._start(work)

    def _next(self) -> Work | None:
        """Wait for the next work that is due; return None once closed."""
        with self._changed:
            while not self._closed:
                wait = self._due[0][0] - monotonic() if self._due else None
                if wait is not None and wait <= 0:
                    return heapq.heappop(self._due)[2]
                self._changed.wait(wait)
        return None
