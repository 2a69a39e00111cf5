"""A log line a minute for what can happen a thousand times in one."""

from __future__ import annotations

import logging
from collections import Counter
from threading import Lock
from time import monotonic

_EVERY = 60.0  # seconds
_log = logging.getLogger(__name__)


class LineAMinute:
    """Says the first at once; what follows within a minute is counted, and said in one line."""

    def __init__(self, seconds: float = _EVERY) -> None:
        self._seconds = seconds
        self._said: float | None = None
        self._since: Counter[str] = Counter()
        self._lock = Lock()

    def note(self, what: str) -> None:
        """Note that something happened."""
        with self._lock:
            self._since[what] += 1
        self.say_what_is_due()

    def say_what_is_due(self) -> None:
        """Log what happened since the last line, unless that was less than a minute ago."""
        with self._lock:
            now = monotonic()
            if not self._since or (self._said is not None and now < self._said + self._seconds):
                return
            self._said = now
            line = "; ".join(_counted(what, times) for what, times in self._since.items())
            self._since.clear()
        _log.warning("%s", line)


def _counted(what: str, times: int) -> str:
    return what if times == 1 else f"{what} ({times} times)"
