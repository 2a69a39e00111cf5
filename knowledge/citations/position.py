"""Read where a holder stands on an issue on a given day from dated statements, without weighing."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, groupby, islice, repeat
from typing import TYPE_CHECKING, NamedTuple

from knowledge.citations.telling_order import in_telling_order
from knowledge.corpus.model import Interval

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from knowledge.citations.citation import CitedStance, CitedStatement
    from knowledge.corpus.model import Value

    _Held = tuple[CitedStance, CitedStatement]


class AsOf(NamedTuple):
    """Statements, newest first: those certainly of the days asked about, and those that may be."""

    settled: list[CitedStatement]
    maybe_later: list[CitedStatement]


@dataclass(frozen=True, slots=True)
class Position:
    """The latest stance on record, and when the first of its unbroken run was said.

    The first can have been said from the earliest day of any of the run on, and no later than the
    earliest last day. `statements` are those of the run, in the order in which they are told.
    `perhaps_newer` is the value of the run before it, where days do not tell which came last.
    """

    stance: CitedStance
    since: Interval
    latest: Interval
    statements: tuple[CitedStatement, ...] = ()
    perhaps_newer: Value | None = None


def as_of(statements: Sequence[CitedStatement], day: date) -> AsOf:
    """Divide statements by a day; what was said only after it is left out."""
    return AsOf(
        [s for s in statements if s.said.to <= day],
        [s for s in statements if s.said.from_ <= day < s.said.to],
    )


def within(statements: Sequence[CitedStatement], first: date | None, last: date | None) -> AsOf:
    """Divide statements by days, either end of which may be open; what is of none is left out."""
    found = AsOf([], [])
    for statement in statements:
        said = statement.said
        if (last and said.from_ > last) or (first and said.to < first):
            continue
        certain = (first is None or first <= said.from_) and (last is None or said.to <= last)
        (found.settled if certain else found.maybe_later).append(statement)
    return found


def find_position(settled: Sequence[CitedStatement], holder: str, issue: str) -> Position | None:
    """Read the position off statements, newest first; None where none gives the holder one."""
    held = [(stance, s) for s in settled if (stance := stance_of(s, holder, issue))]
    run, before = islice(chain(_runs(held), repeat(())), 2)
    if not run:
        return None
    said = [statement.said for _, statement in run]
    told = in_telling_order([statement for _, statement in run], holder, issue)
    rival = before[0][0].value if before and not _is_after(said, before) else None
    return Position(run[0][0], _earliest(said), said[0], tuple(told), rival)


def _runs(held: Iterable[_Held]) -> Iterator[Sequence[_Held]]:
    """Yield the unbroken runs of one value."""
    return (tuple(run) for _, run in groupby(held, key=lambda pair: pair[0].value))


def _is_after(said: Iterable[Interval], before: Iterable[_Held]) -> bool:
    """Return whether any of a run certainly was said after any of the run before it."""
    return max(days.from_ for days in said) > min(s.said.to for _, s in before)


def _earliest(said: Sequence[Interval]) -> Interval:
    first, last = min(when.from_ for when in said), min(when.to for when in said)
    own = next((when for when in said if (when.from_, when.to) == (first, last)), None)
    return own or Interval(from_=first, to=last, basis="date inferred: the first of several")


def stance_of(statement: CitedStatement, holder: str, issue: str) -> CitedStance | None:
    return next((s for s in statement.stances if s.holder == holder and s.issue == issue), None)
