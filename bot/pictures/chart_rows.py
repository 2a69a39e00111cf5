"""Where each occasion of a timeline stands in its picture: its lane, its row there, its days."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from bot.answers.phrases import in_words
from bot.layout.lane_words import lane_course, lane_name
from bot.pictures.value_marks import DIFFER, NO_POSITION

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.answers.answer import Answer, Lane, TimelinePoint

LANES: Final = 40  # that one picture has; what is left out is told
_NEAR = 0.022  # of the width: marks that are nearer to each other stand one above the other
_ROWS = 6  # of a lane; more marks than that lie on one another
_MARGIN = 0.03  # of the days shown, on either side


@dataclass(frozen=True, slots=True)
class Placed:
    """A mark: its lane, its row there, its days within the picture, and what it says.

    `middle` is where it is drawn: in the middle of all its days, or at the edge next to it.
    `goes_back` and `goes_on` say that it may have been before, or after the days shown.
    """

    lane: int
    row: int
    first: date
    last: date
    value: str
    is_account: bool
    is_inferred: bool
    middle: date
    goes_back: bool = False
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class ChartLane:
    """A lane: what stands above it, its marks, and the changes between two of them."""

    name: str
    course: str
    marks: tuple[Placed, ...]
    changes: tuple[tuple[Placed, Placed, bool], ...]

    @property
    def rows(self) -> int:
        return 1 + max(mark.row for mark in self.marks)


@dataclass(frozen=True, slots=True)
class Period:
    """The days that a picture shows."""

    first: date
    last: date

    @property
    def length(self) -> int:
        return max((self.last - self.first).days, 1)


def read_period(answer: Answer) -> Period:
    """Return the days of all occasions, within those asked about, with a margin."""
    said = [point.said for lane in answer.lanes for point in lane.points]
    first = max(min(s.from_ for s in said), answer.first_day or date.min)
    last = max(min(max(s.to for s in said), answer.as_of or date.max), first)
    margin = timedelta(days=max(round((last - first).days * _MARGIN), 3))
    return Period(first - margin, last + margin)


def place(answer: Answer, period: Period) -> list[ChartLane]:
    """Return every lane with its marks placed: those too near to one another in other rows."""
    return [_lane(answer, lane, i, period) for i, lane in enumerate(answer.lanes)]


def _lane(answer: Answer, lane: Lane, number: int, period: Period) -> ChartLane:
    marks = list(_marks(lane, number, period))
    by_statement = {i: m for p, m in zip(lane.points, marks, strict=True) for i in p.statements}
    changes = [(by_statement[c.before], by_statement[c.after], c.in_order) for c in lane.changes]
    course = lane_course(lane, brief=True)
    return ChartLane(lane_name(lane, answer), course, tuple(marks), tuple(changes))


def _marks(lane: Lane, number: int, period: Period) -> Iterator[Placed]:
    placed: list[Placed] = []
    for point in lane.points:
        said = point.said
        first, last = max(said.from_, period.first), min(said.to, period.last)
        mark = Placed(
            lane=number,
            row=0,
            first=first,
            last=last,
            value=value_of(point),
            is_account=point.account,
            is_inferred=said.inferred is not None,
            middle=min(max(said.from_ + (said.to - said.from_) // 2, first), last),
            goes_back=said.from_ < first,
            goes_on=last < said.to,
        )
        placed.append(replace(mark, row=_free_row(placed, mark, period)))
        yield placed[-1]


def _free_row(placed: Sequence[Placed], mark: Placed, period: Period) -> int:
    """Return the first row in which neither marks nor spans lie on one another."""
    apart = timedelta(days=round(period.length * _NEAR / 2))
    taken = {
        other.row
        for other in placed
        if mark.first - apart <= other.last + apart and other.first - apart <= mark.last + apart
    }
    return next((row for row in range(_ROWS) if row not in taken), _ROWS - 1)


def value_of(point: TimelinePoint) -> str:
    """Return by what an occasion is drawn: its value, or why it has none."""
    if len(point.values) > 1:
        return DIFFER
    return in_words(point.values[0]) if point.values else NO_POSITION
