"""How long a text may be, and how long the machine may take to read one file."""

from __future__ import annotations

import signal
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from knowledge.corpus.errors import IntakeError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

LONGEST: Final = 1_000_000  # characters: a long day in a parliament has half of them
SECONDS: Final = 120  # of a processor, for each of reading, finding and proving
_AGAIN: Final = 1  # second: what some library caught is raised once more
_TOO_LONG: Final = "The text has {:,} characters, and an article has {:,} at most. Add it in parts."
_TOO_SLOW: Final = (
    "Reading this took more than {} seconds of the processor, so I stopped."
    " Copy the article's own text into a file, and add that."
)


class SlowTextError(IntakeError):
    """A file that takes longer to read than any article does."""


def require_length(raw: str) -> None:
    """Raise IntakeError where a text is longer than an article."""
    if len(raw) > LONGEST:
        raise IntakeError(_TOO_LONG.format(len(raw), LONGEST))


@contextmanager
def limit_time(seconds: float | None = None) -> Iterator[None]:
    """Raise SlowTextError in what is done inside when it has taken so many processor seconds.

    The time of other processes does not count. Inside of another limit that one holds; where the
    system has no such clock (Windows), or off the main thread, there is none.
    """
    alone = threading.current_thread() is threading.main_thread()
    if not (alone and hasattr(signal, "setitimer")) or signal.getitimer(signal.ITIMER_VIRTUAL)[0]:
        yield
        return
    most = seconds or SECONDS

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise SlowTextError(_TOO_SLOW.format(most))

    before = signal.signal(signal.SIGVTALRM, stop)
    try:
        signal.setitimer(signal.ITIMER_VIRTUAL, most, _AGAIN)
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
