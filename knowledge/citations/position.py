"""Read where a holder stands on an issue on a given day from dated statements, without weighing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from knowledge.text.article_text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from knowledge.citations.citation import CitedStance, CitedStatement
    from knowledge.corpus.model import Interval


class AsOf(NamedTuple):
    """Statements, newest first: those that end by the day, and those that may be later."""

    settled: list[CitedStatement]
    maybe_later: list[CitedStatement]


@dataclass(frozen=True, slots=True)
class Position:
    """The latest stance on record, and the first of its unbroken run."""

    stance: CitedStance
    since: Interval
    latest: Interval


def as_of(statements: Sequence[CitedStatement], day: date) -> AsOf:
    """Divide statements by a day; what was said only after it is left out."""
    return AsOf(
        [s for s in statements if s.said.to <= day],
        [s for s in statements if s.said.from_ <= day < s.said.to],
    )


def find_position(settled: Sequence[CitedStatement], holder: str, issue: str) -> Position | None:
    """Read the position off statements, newest first; None where none gives the holder one."""
    run: list[tuple[CitedStance, Interval]] = []
    for statement in settled:
        stance = stance_of(statement, holder, issue)
        if stance is None:
            continue
        if run and _reading(stance) != _reading(run[0][0]):
            break
        run.append((stance, statement.said))
    if not run:
        return None
    return Position(stance=run[0][0], since=run[-1][1], latest=run[0][1])


def stance_of(statement: CitedStatement, holder: str, issue: str) -> CitedStance | None:
    return next((s for s in statement.stances if s.holder == holder and s.issue == issue), None)


def _reading(stance: CitedStance) -> tuple[str, str]:
    return stance.value, fold(stance.condition).casefold() if stance.condition else ""
