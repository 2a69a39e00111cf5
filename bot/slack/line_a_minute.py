"""A log line a minute for what can happen a thousand times in one."""

from __future__ import annotations

import logging
from collections import Counter
from math import inf
from threading import Lock
from time import monotonic

_EVERY = 60.0  # seconds
_log = logging.getLogger(__name__)
_Line = tuple[int, str]  # a level and a cause


class LineAMinute:
    """Says the first at once; what follows within a minute is counted, and said in one line.

    Each level has a line of its own, and so has each cause that is named.
    """

    def __init__(self, seconds: float = _EVERY) -> None:
        self._seconds = seconds
        self._said: dict[_Line, float] = {}
        self._since: dict[_Line, Counter[str]] = {}
        self._lock = Lock()

    def note(self, what: str, level: int = logging.WARNING, cause: str = "") -> None:
        """Note that something happened.

        A cause is of a few: one that follows another within the minute is said at once too.
        """
        with self._lock:
            self._since.setdefault((level, cause), Counter())[what] += 1
        self.say_what_is_due()

    def say_what_is_due(self) -> None:
        """Log what happened since the last line, unless that was less than a minute ago."""
        with self._lock:
            now = monotonic()
            due = [n for n in self._since if now >= self._said.get(n, -inf) + self._seconds]
            lines = [(line[0], _listed(self._since.pop(line))) for line in due]
            self._said.update(dict.fromkeys(due, now))
        for level, words in lines:
            _log.log(level, "%s", words)


def _listed(happened: Counter[str]) -> str:
    return "; ".join(_counted(what, times) for what, times in happened.items())


def _counted(what: str, times: int) -> str:
    return what if times == 1 else f"{what} ({times} times)"
