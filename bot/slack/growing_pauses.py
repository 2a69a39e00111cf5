"""Trying again, with growing pauses, what needs somebody who is away for now."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from bot.slack.stopping import StoppedError

if TYPE_CHECKING:
    from collections.abc import Callable
    from threading import Event

T = TypeVar("T")
_FIRST_PAUSE = 1.0  # seconds
_LONGEST_PAUSE = 60.0
_log = logging.getLogger(__name__)


class Away(NamedTuple):
    """Why something does not work yet, as a sentence without its end, and the seconds asked for."""

    why: str
    seconds: float = 0


def try_again(work: Callable[[], T], judge: Callable[[Exception], Away | None], stop: Event) -> T:
    """Return what work returns; while it raises what is judged to pass, log why and try again.

    Raises what does not pass, and StoppedError once the process is told to stop.
    """
    pause = _FIRST_PAUSE
    while not stop.is_set():
        try:
            return work()
        except Exception as error:
            away = judge(error)
            if away is None:
                raise
        wait = max(pause, away.seconds)
        _log.warning("%s. Trying again in %d seconds", away.why, wait)
        stop.wait(wait)
        pause = min(pause * 2, _LONGEST_PAUSE)
    raise StoppedError
