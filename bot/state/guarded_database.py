"""A database that may be gone or hang: calls are short, and none is made while it is away.

A call that fails costs what it took, a second at most. For some seconds nobody calls; meanwhile a
thread of the background tries to make the database ready again.
"""

from __future__ import annotations

import logging
import time
from concurrent.futures import ThreadPoolExecutor
from threading import Event, Lock, Thread
from typing import TYPE_CHECKING, TypeVar

from bot.state.database_errors import FAILURES, reason, unusable
from bot.state.engines import CONNECTIONS

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.state.database import Database

_LONGEST = 1.0  # seconds; no driver's own limit holds for a name server or a cable
PAUSE = 3.0  # seconds between two looks at a database that is away
_PRUNE_EVERY = 60 * 60  # seconds
_SAY_EVERY = 60  # seconds
_log = logging.getLogger(__name__)

T = TypeVar("T")


class GuardedDatabase:
    """Makes the calls, and looks after the database in a thread of its own until it is closed."""

    def __init__(self, database: Database, *, lost: Exception | None = None) -> None:
        self._database = database
        self._workers = ThreadPoolExecutor(CONNECTIONS, "state")
        self._closed, self._wanted, self._away = Event(), Event(), Event()
        self._said, self._is_known_lost, self._saying = float("-inf"), False, Lock()
        self._catch_up: Callable[[Database], None] = lambda _: None
        if lost:
            self._lose(lost)
        Thread(target=self._look_after, name="state-keeper", daemon=True).start()

    def call(self, work: Callable[[Database], T]) -> T | None:
        """Return what a call to the database returns, or None while it is away."""
        if self._away.is_set():
            return None
        try:
            future = self._workers.submit(work, self._database)
        except RuntimeError:  # the store was closed, or the process ends
            return None
        try:
            return future.result(_LONGEST)
        except FAILURES as error:
            future.cancel()
            self._lose(error)
            return None

    @property
    def works(self) -> bool:
        """Return whether calls are made; they are not while the database is away."""
        return not self._away.is_set()

    def catch_up_by(self, work: Callable[[Database], None]) -> None:
        """Set what writes down what was not written while the database was away."""
        self._catch_up = work

    def forget_user(self, user: str) -> int:
        """Remove a user's rows; raise SettingsError where the database does not work."""
        try:
            return self._database.forget_user(user)
        except FAILURES as error:
            raise unusable(self._database.place, error) from None

    def close(self) -> None:
        """End the threads and close the connections; a call that hangs is not waited for."""
        self._closed.set()
        self._wanted.set()
        self._workers.shutdown(wait=False, cancel_futures=True)
        self._database.close()

    def _lose(self, error: BaseException) -> None:
        self._away.set()
        self._wanted.set()
        if self._may_say():
            _log.warning(
                "the state in %s cannot be used (%s). Answers go on, and this process remembers"
                " in memory what it has done until the database works again",
                self._database.place,
                reason(error),
            )

    def _may_say(self) -> bool:
        with self._saying:  # calls of several threads fail together
            if time.monotonic() - self._said < _SAY_EVERY:
                return False
            self._said, self._is_known_lost = time.monotonic(), True
            return True

    def _look_after(self) -> None:
        while not self._closed.is_set():
            self._wanted.wait(_PRUNE_EVERY)
            self._wanted.clear()
            while self._away.is_set() and not self._closed.wait(PAUSE):
                self._take_up()
            self.prune()
        self._database.close()  # also what was opened here since close()

    def _take_up(self) -> None:
        try:
            self._database.prepare()
            self._database.try_writing()
        except FAILURES as error:
            self._lose(error)
            return
        self._away.clear()
        with self._saying:
            known, self._is_known_lost = self._is_known_lost, False
        if known:
            _log.info("the state in %s works again", self._database.place)

    def prune(self) -> int:
        """Catch up, and remove what is older than the retention; return the number of rows."""
        if self._away.is_set() or self._closed.is_set():
            return 0
        try:
            self._catch_up(self._database)
            return self._database.prune()
        except FAILURES as error:
            self._lose(error)
            return 0
