"""What was said, found by its words: for /said, and wherever no name on record leads there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.answers.answer import Outcome
from bot.answers.said_on_record import PUBLIC
from knowledge.citations import within_budget
from knowledge.kb import SearchScope

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from bot.answers.answer import Answer
    from bot.answers.asked import Asked
    from knowledge.citations import CitedStatement
    from knowledge.kb import FoundStatement, WordHit

_LISTED = 60  # statements that one answer holds; a further screen holds as many more
_NEAR = 5  # statements that have only some of the words


@dataclass(frozen=True, slots=True)
class SaidStatements:
    """Statements that have all of the `sought` words (`complete`), or those that have most.

    `count` is the number that have all of them, of which the best are here.
    """

    sought: tuple[str, ...]
    found: tuple[FoundStatement, ...]
    complete: bool
    count: int
    scope: SearchScope

    @property
    def maybe_outside(self) -> list[str]:
        """The ids of statements that may have been made before or after the days asked about."""
        return [s.statement.id for s in self.found if not _within(s.statement, self.scope)]


def said_statements(  # noqa: PLR0913 (a filter each)
    asked: Asked,
    words: Sequence[str],
    *,
    speakers: Collection[str] = (),
    holders: Collection[str] = (),
    issues: Collection[str] = (),
    on_record: bool = False,
) -> SaidStatements:
    """Find what was said in the days asked about, by all of the words, else by most of them.

    The caller leaves small words out: see meaningful_words().
    An issue stands for those below it; a state or body for those who speak for it.
    """
    sought = tuple(dict.fromkeys(words))
    below = {child.id for issue in issues for child in asked.kb.under(issue)}
    date, sourcings = asked.question.asked_date, PUBLIC if on_record else ()
    days = (date.first, date.last) if date else (None, None)
    scope = SearchScope(speakers, holders, below or issues, *days, sourcings)
    most = _LISTED + asked.skip
    hits = asked.kb.said.find(sought, scope, most)
    whole = [hit for hit in hits if len(hit.matched) == len(sought)]
    count = asked.kb.said.count(sought, scope) if len(whole) == most else len(whole)
    found = asked.kb.found_statements(whole or _near(hits))
    return SaidStatements(sought, tuple(found), complete=bool(whole), count=count, scope=scope)


def _near(hits: Sequence[WordHit]) -> list[WordHit]:
    """Return those that have most words, the best first."""
    return [hit for hit in hits[:_NEAR] if len(hit.matched) == len(hits[0].matched)]


def _within(statement: CitedStatement, scope: SearchScope) -> bool:
    said = statement.said
    early = scope.first is not None and said.from_ < scope.first
    late = scope.last is not None and said.to > scope.last
    return not (early or late)


def said_answer(asked: Asked, said: SaidStatements, /, **fields: object) -> Answer:
    """Answer with what was found: `answer` where it has all the words, else `no_record`.

    `fields` go before those filled in here, such as a reason of the caller's own.
    """
    outcome = Outcome.ANSWER if said.complete else Outcome.NO_RECORD
    filled: dict[str, object] = {
        "first_day": said.scope.first,
        "sought": said.sought,
        "found_count": said.count or None,
        "statements": within_budget([found.statement for found in said.found]),
        "maybe_later": tuple(said.maybe_outside),
        "read_as": (),
        "not_understood": (),
        **fields,
    }
    return asked.answer(outcome, **filled)
