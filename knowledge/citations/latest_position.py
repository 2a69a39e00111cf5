"""The latest position of each holder on each issue: read off all statements once, at build."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, Final, cast

from knowledge.citations.position import find_position
from knowledge.corpus.model import Basis, Model, Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from knowledge.citations.citation import CitedStatement
    from knowledge.citations.position import Position

FIRST_TOLD: Final = 3  # statements of a run that are named; a run may have hundreds


class LatestPosition(Model):
    """Where a holder stands by all that is on record, with the first of the statements told.

    `settled_by` is the last day on which any statement that counts can have been said: from then
    on nothing on record changes the position.
    """

    holder: str
    issue: str
    value: Value
    condition: str | None = None
    basis: Basis
    since_from: date
    since_to: date
    latest_from: date
    latest_to: date
    perhaps_newer: Value | None = None
    statements: tuple[str, ...]
    place: int
    settled_by: date


def list_latest_positions(cited: Iterable[CitedStatement]) -> Iterator[LatestPosition]:
    """Yield a position for each holder and issue of statements, given newest first."""
    by_pair = defaultdict[tuple[str, str], list["CitedStatement"]](list)
    for statement in cited:
        for pair in dict.fromkeys((s.holder, s.issue) for s in statement.stances):
            by_pair[pair].append(statement)
    for (holder, issue), said in by_pair.items():
        yield _latest(holder, issue, said)


def _latest(holder: str, issue: str, said: list[CitedStatement]) -> LatestPosition:
    held = cast("Position", find_position(said, holder, issue))  # each statement has a stance
    return LatestPosition(
        holder=holder,
        issue=issue,
        value=held.stance.value,
        condition=held.stance.condition,
        basis=held.stance.basis,
        since_from=held.since.from_,
        since_to=held.since.to,
        latest_from=held.latest.from_,
        latest_to=held.latest.to,
        perhaps_newer=held.perhaps_newer,
        statements=tuple(s.id for s in islice(held.statements, FIRST_TOLD)),
        place=said[0].place,
        settled_by=max(statement.said.to for statement in said),
    )
