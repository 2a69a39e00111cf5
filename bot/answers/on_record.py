"""What is on record on one issue: of a holder, or in the words of one speaker."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from knowledge.citations.position import as_of, position

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answers.answer import StanceOnIssue
    from bot.answers.command import Asked
    from knowledge.citations.citation import CitedStatement
    from knowledge.corpus.model import Issue


@dataclass(frozen=True, slots=True)
class Record:
    """Statements, settled by the day asked about or perhaps later, and the stance they give."""

    issue: Issue
    holder: str
    statements: list[CitedStatement]
    maybe_later: list[CitedStatement]
    stance: StanceOnIssue | None


def held_by(asked: Asked, holder: str, issue: Issue) -> Record:
    """Return what gives a holder its stance."""
    return _record(asked, holder, issue, asked.kb.statements_on(holder, issue.id))


def said_by(asked: Asked, speaker: str, issue: Issue) -> Record:
    """Return what a speaker said about the issue, on behalf of whom the first stance says."""
    said = [s for s in asked.kb.statements_by(speaker) if _is_about(s, issue)]
    holders = (t.holder for s in said for t in s.stances if t.issue == issue.id)
    return _record(asked, next(holders, speaker), issue, said)


def _record(asked: Asked, holder: str, issue: Issue, said: Sequence[CitedStatement]) -> Record:
    settled, maybe_later = as_of(said, asked.day)
    held = position(settled, holder, issue.id)
    stance = asked.stance(holder, issue.id, held) if held else None
    return Record(issue, holder, [*settled, *maybe_later], maybe_later, stance)


def _is_about(statement: CitedStatement, issue: Issue) -> bool:
    return any(stance.issue == issue.id for stance in statement.stances)
