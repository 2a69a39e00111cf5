"""Turns to post where Slack has asked to wait: one a second for each channel.

Slack takes about one post a second to a channel. Where many wait for the same one and each of them
tried again after the time that Slack names, all but one would be told to wait again.
"""

from __future__ import annotations

from dataclasses import dataclass
from threading import Lock
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

_APART = 1.0  # seconds between two posts to one channel


class Turn(NamedTuple):
    """When a message may be sent, by the clock, and in how many seconds that is."""

    at: float
    seconds: float


@dataclass(slots=True)
class _Line:
    blocked: float  # until when Slack takes nothing
    free: float  # the first turn that nobody has


class Pacing:
    """The lines of all channels of a process; a channel has one while Slack asks to wait there."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._lines: dict[str, _Line] = {}
        self._lock = Lock()

    def wait_for_turn(self, channel: str | None, turn_at: float) -> Turn | None:
        """Return a new turn for a message that may not be sent now, by the turn that it has."""
        with self._lock:
            now, line = self._clock(), self._lines.get(channel or "")
            if line is None or line.free <= now or turn_at >= line.blocked:
                return None
            return _take(line, now)

    def put_off(self, channel: str | None, seconds: float) -> Turn:
        """Send nothing to a channel for so many seconds, and return the next turn after that."""
        with self._lock:
            now = self._clock()
            if channel is None:
                return Turn(now + seconds, seconds)
            self._lines = {name: line for name, line in self._lines.items() if line.free > now}
            line = self._lines.setdefault(channel, _Line(0, 0))
            line.blocked = max(line.blocked, now + seconds)
            line.free = max(line.free, line.blocked)
            return _take(line, now)


def _take(line: _Line, now: float) -> Turn:
    at, line.free = line.free, line.free + _APART
    return Turn(at, at - now)
