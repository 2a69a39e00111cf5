"""The signals that stop `stancebook run`: before it serves at once, and then in order."""

from __future__ import annotations

import signal
from threading import Event
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

_NAMES = ("SIGTERM", "SIGINT", "SIGHUP")  # Windows has no SIGHUP
_told = Event()  # one for the process, as signals are: also for what swallows the error


class StoppedError(BaseException):
    """The process was told to stop before it served; no library's `except Exception` takes it."""


def exit_at_once(leave: Callable[[], object]) -> None:
    """Leave on a signal: nothing has begun yet, and an error would surprise what is imported."""
    _handle(lambda *_: leave())


def stop_at_once() -> None:
    """Raise StoppedError on a signal, wherever the main thread is: nothing is served yet."""

    def stopped(*_: object) -> None:
        _told.set()
        raise StoppedError

    _handle(stopped)


def stop_in_order(ended: Event) -> None:
    """Set an event on a signal, and also if one came before: what has begun is to be ended."""
    _handle(lambda *_: ended.set())
    if _told.is_set():
        ended.set()


def stop_no_more() -> None:
    """Let signals not disturb a process that is about to end."""
    _handle(signal.SIG_IGN)


def _handle(handler: Callable[[int, FrameType | None], object] | signal.Handlers) -> None:
    numbers = [number for name in _NAMES if (number := getattr(signal, name, None))]
    for number in numbers:
        # What nohup has started stays when its terminal is closed.
        if number == numbers[0] or signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, handler)
