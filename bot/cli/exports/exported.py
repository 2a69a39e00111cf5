"""The statements that are exported, with the names and days that each form of them needs."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING

from knowledge.citations import deciding_quotes, whole_quotes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from bot.answers.answer import Answer
    from knowledge.citations import CitedQuote, CitedStance, CitedStatement
    from knowledge.kb import KnowledgeBase


@dataclass(frozen=True)
class Exported:
    """Statements, newest first; `pairs` are the holders and issues meant, where not all are."""

    kb: KnowledgeBase
    statements: tuple[CitedStatement, ...]
    pairs: frozenset[tuple[str, str]] | None = None
    proved: dict[str, date | None] = field(default_factory=dict)

    @cached_property
    def quotes(self) -> Mapping[str, list[CitedQuote]]:
        """The quotes of each article, by its id: an export looks for them quote by quote."""
        found: defaultdict[str, list[CitedQuote]] = defaultdict(list)
        for statement in self.statements:
            found[statement.article.id].extend(statement.quotes)
        return dict(found)

    def stances_of(self, statement: CitedStatement) -> list[CitedStance]:
        """Return the stances of a statement that are meant."""
        meant = self.pairs
        own = statement.stances
        return [s for s in own if meant is None or (s.holder, s.issue) in meant]

    def each_stance(self) -> Iterator[tuple[CitedStatement, CitedStance | None]]:
        """Yield each statement with each of its stances; without one, by itself."""
        for statement in self.statements:
            stances = self.stances_of(statement)
            yield from ((statement, stance) for stance in stances)
            if not stances:
                yield statement, None


def export_all(kb: KnowledgeBase) -> Exported:
    """Return every statement that is served."""
    records = kb.sources()
    found = [s for record in records for s in kb.statements_in(record.source.id)]
    return Exported(kb, tuple(sorted(found, key=attrgetter("place"))), proved=_proved(kb, found))


def export_answer(kb: KnowledgeBase, answer: Answer) -> Exported:
    """Return the statements of an answer, which quotes no more than an answer may."""
    pairs = frozenset((s.holder.id, s.issue.id) for s in answer.stances)
    return Exported(kb, answer.statements, pairs or None, _proved(kb, answer.statements))


def _proved(kb: KnowledgeBase, statements: Iterable[CitedStatement]) -> dict[str, date | None]:
    records = {name: kb.source(name) for name in {s.article.id for s in statements}}
    return {name: record.proved if record else None for name, record in records.items()}


def words_of(statement: CitedStatement, stance: CitedStance | None) -> list[CitedQuote]:
    """Return the quotes that decide a stance; without one, all of the statement."""
    if stance is None:
        return whole_quotes(statement.quotes)
    return deciding_quotes(statement, stance.holder, stance.issue)
