"""How much work one request may take, in steps: the same answer on every machine, and no stop.

What reads or compares words spends steps as it goes on, about one for a microsecond of a slow
machine. Where none are left it ends with an error, which becomes a sentence: what was not read
or checked is said to be so. Outside of a request nothing is counted.
"""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_left: ContextVar[list[int] | None] = ContextVar("steps left to one request", default=None)
_paid: ContextVar[set[str] | None] = ContextVar("texts that are paid for", default=None)


class OutOfStepsError(Exception):
    """Raised where a request has taken all the work that it may take."""


@contextmanager
def allow(steps: int) -> Iterator[list[int]]:
    """Allow so many steps to what is done inside; yield how many are left, in a list of one.

    Inside of another request they are taken from what is left of that.
    """
    outer = _left.get()
    most = steps if outer is None else min(steps, outer[0])
    left = [most]
    before, paid = _left.set(left), _paid.set(set())
    try:
        yield left
    finally:
        _left.reset(before)
        _paid.reset(paid)
        if outer is not None:
            outer[0] -= most - max(left[0], 0)


def spend(steps: int) -> None:
    """Take some steps; raise OutOfStepsError where there are not so many left."""
    left = _left.get()
    if left is not None:
        left[0] -= steps
        if left[0] < 0:
            raise OutOfStepsError


def spend_once(text: str, steps: int) -> None:
    """Take some steps for a text, the first time that it is read within one allow().

    Whether another request has left in a cache what was read makes no difference.
    """
    paid = _paid.get()
    if paid is not None and text not in paid:
        spend(steps)
        paid.add(text)
