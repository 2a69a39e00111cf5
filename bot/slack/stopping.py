"""The signals that stop a bot that serves: before it serves at once, and then in order."""

from __future__ import annotations

import signal
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from threading import Event
    from types import FrameType

_NAMES = ("SIGTERM", "SIGINT", "SIGHUP")  # Windows has no SIGHUP


class StoppedError(BaseException):
    """The process was told to stop before it served; no library's `except Exception` takes it."""


def stop_at_once(told: Event) -> None:
    """Raise StoppedError on a signal, wherever the main thread is: nothing is served yet.

    The event is set too: what runs while an object is being deleted swallows any error, of which
    nothing is printed.
    """
    _print_no_stop()

    def stopped(*_: object) -> None:
        told.set()
        raise StoppedError

    _handle(stopped)


def _print_no_stop() -> None:
    """Keep the interpreter from printing a stop that nobody could be told of."""
    before = sys.unraisablehook

    def tell(ignored: sys.UnraisableHookArgs) -> None:
        if not issubclass(ignored.exc_type, StoppedError):
            before(ignored)

    sys.unraisablehook = tell


def stop_in_order(told: Event) -> None:
    """Set an event on a signal: what has begun is to be ended."""
    _handle(lambda *_: told.set())


def stop_by(stop: Callable[[], object]) -> None:
    """Call what stops whatever serves, on each signal."""
    _handle(lambda *_: stop())


def stop_no_more() -> None:
    """Let signals not disturb a process that is about to end."""
    _handle(signal.SIG_IGN)


def _handle(handler: Callable[[int, FrameType | None], object] | signal.Handlers) -> None:
    for name in _NAMES:
        number = getattr(signal, name, None)
        # What nohup has started stays when its terminal is closed.
        if number and (name != "SIGHUP" or signal.getsignal(number) is not signal.SIG_IGN):
            signal.signal(number, handler)
