"""How much work one request may take, in steps: the same answer on every machine, and no stop.

What reads or compares words spends steps as it goes on, about one for a microsecond. Where none are
left it ends with an error, which becomes a sentence: what was not read or checked is said to be
so. Where many steps take longer, since the machine is slow, it ends by the clock of the processor
instead. Outside of a request nothing is counted.
"""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from time import thread_time
from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# Steps that no clock ends, which is more than any question takes that is meant as one: the first
# question of a process takes as long as what is loaded with it, and is not longer than others.
_UNTIMED: Final = 45_000
_BETWEEN_LOOKS: Final = 500  # steps

Made = TypeVar("Made")

_allowance: ContextVar[Allowance | None] = ContextVar("what one request may take", default=None)
_paid: ContextVar[set[str] | None] = ContextVar("texts that are paid for", default=None)
_made: ContextVar[dict[object, object] | None] = ContextVar("what is made once", default=None)


class OutOfStepsError(Exception):
    """Raised where a request has taken all the work that it may take."""


class Work(NamedTuple):
    """Steps, and seconds of this thread's CPU."""

    steps: int = 0
    seconds: float = 0.0


class Allowance:
    """What is left of the steps that are allowed, and when the thread's CPU time is up."""

    def __init__(self, steps: int, ends: float, untimed: int) -> None:
        self.left = steps
        self.ends = ends
        self.untimed = untimed
        self._began = Work(steps, thread_time())

    @property
    def spent(self) -> Work:
        return Work(self._began.steps - self.left, thread_time() - self._began.seconds)

    def spend(self, steps: int) -> None:
        """Take some steps; raise OutOfStepsError where these, or the time, are used up."""
        self.left -= steps
        self.untimed -= steps
        if self.left < 0 or (self.untimed < 0 and self._is_late()):
            raise OutOfStepsError

    def _is_late(self) -> bool:
        self.untimed = _BETWEEN_LOOKS
        return thread_time() > self.ends


@contextmanager
def allow(steps: int, seconds: float = float("inf"), spent: int = 0) -> Iterator[Allowance]:
    """Allow so many steps, and seconds of CPU, to what is done inside; yield what is left.

    `spent` are steps that the same request has taken before. Inside of another request all are
    taken from what is left of that.
    """
    outer, ends, untimed = _allowance.get(), thread_time() + seconds, max(0, _UNTIMED - spent)
    if outer is not None:
        steps, ends, untimed = min(steps, outer.left), min(ends, outer.ends), outer.untimed
    inner = Allowance(steps, ends, untimed)
    before, paid = _allowance.set(inner), _paid.set(set())
    made = _made.set({} if outer is None else _made.get())
    try:
        yield inner
    finally:
        _allowance.reset(before)
        _paid.reset(paid)
        _made.reset(made)
        if outer is not None:
            taken = steps - max(inner.left, 0)
            outer.left, outer.untimed = outer.left - taken, outer.untimed - taken


def spend(steps: int) -> None:
    """Take some steps; raise OutOfStepsError where there are not so many left."""
    allowance = _allowance.get()
    if allowance is not None:
        allowance.spend(steps)


def spend_once(text: str, steps: int) -> None:
    """Take some steps for a text, the first time that it is read within one allow().

    Whether another request has left in a cache what was read makes no difference.
    """
    paid = _paid.get()
    if paid is not None and text not in paid:
        spend(steps)
        paid.add(text)


def make_once(key: object, make: Callable[[], Made]) -> Made:
    """Return what is made for a key, which is made once within one request, at its cost.

    What takes more than is left is not kept. Outside of a request it is made each time.
    """
    kept = _made.get()
    if kept is None:
        return make()
    if key not in kept:
        kept[key] = make()
    return cast("Made", kept[key])
