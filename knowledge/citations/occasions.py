"""What is on record of each occasion for one holder on one issue, and where the value changed."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from knowledge.citations.position import stance_of
from knowledge.citations.telling_order import in_telling_order
from knowledge.corpus.model import Sourcing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from knowledge.citations.citation import CitedStatement
    from knowledge.corpus.model import Interval, Value


@dataclass(frozen=True, slots=True)
class Occasion:
    """All that is on record of one occasion, in the order in which it is told.

    `said` is the narrowest of the reports' days. `values` is empty where no side is coded, and has
    several where the reports differ.
    """

    said: Interval
    statements: tuple[CitedStatement, ...]
    values: tuple[Value, ...] = ()
    conditions: tuple[str, ...] = ()

    @property
    def event(self) -> str | None:
        return self.statements[0].event

    @property
    def value(self) -> Value | None:
        """Return the one value on record; None where there is none, or reports differ."""
        return self.values[0] if len(self.values) == 1 else None

    @property
    def is_account(self) -> bool:
        """Return whether an outlet's account is all there is of it."""
        return all(statement.sourcing is Sourcing.OUTLET for statement in self.statements)


@dataclass(frozen=True, slots=True)
class Change:
    """Two occasions on which a holder stood elsewhere on one issue.

    `in_order` says that one certainly was before the other: their days do not overlap.
    """

    before: Occasion
    after: Occasion

    @property
    def in_order(self) -> bool:
        return self.before.said.to < self.after.said.from_


def find_occasions(statements: Iterable[CitedStatement], holder: str, issue: str) -> list[Occasion]:
    """Return the occasions of statements, given newest first, from the oldest to the newest."""
    by_event: dict[str, list[CitedStatement]] = {}
    for statement in statements:
        by_event.setdefault(statement.event or f"/{statement.id}", []).append(statement)
    told = [_occasion(reports, holder, issue) for reports in by_event.values()]
    return [occasion for _, occasion in sorted(told, key=lambda pair: -pair[0])]


def _occasion(reports: Sequence[CitedStatement], holder: str, issue: str) -> tuple[int, Occasion]:
    """Return an occasion behind its place among all statements: that of the report dated best."""
    dated = min(reports, key=lambda s: (s.said.to - s.said.from_, s.place))
    told = in_telling_order(reports, holder, issue) if len(reports) > 1 else reports
    stances = [stance for s in reports if (stance := stance_of(s, holder, issue))]
    return dated.place, Occasion(
        dated.said,
        tuple(told),
        tuple(dict.fromkeys(stance.value for stance in stances)),
        tuple(dict.fromkeys(s.condition for s in stances if s.condition)),
    )


def find_changes(occasions: Iterable[Occasion]) -> list[Change]:
    """Return the changes of value between occasions, given and returned oldest first.

    Each is between two unbroken runs of one value. Of these the occasions that are nearest to each
    other are compared, unless others show in which order the values were.
    """
    return [_change(before, after) for before, after in pairwise(_runs(occasions))]


def _runs(occasions: Iterable[Occasion]) -> Iterator[list[Occasion]]:
    run: list[Occasion] = []
    for occasion in occasions:
        if occasion.value is None:
            continue
        if run and run[0].value is not occasion.value:
            yield run
            run = []
        run.append(occasion)
    if run:
        yield run


def _change(before: Sequence[Occasion], after: Sequence[Occasion]) -> Change:
    nearest = Change(before[-1], after[0])
    if nearest.in_order:
        return nearest
    first_to_end = min(before, key=lambda occasion: occasion.said.to)
    last_to_begin = max(after, key=lambda occasion: occasion.said.from_)
    ordered = (Change(before[-1], last_to_begin), Change(first_to_end, after[0]))
    farthest = Change(first_to_end, last_to_begin)
    return next((c for c in (*ordered, farthest) if c.in_order), nearest)
