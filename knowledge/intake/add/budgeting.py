"""Drafts within an article's quotation budget: what stands between marks first, then reports."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from knowledge.check_corpus.article_budget import NARRATION_SHARE, QUOTED_SHARE
from knowledge.corpus.model import QuoteKind, Sourcing
from knowledge.text.locating import locate
from knowledge.text.quote_search import NotFound

if TYPE_CHECKING:
    from knowledge.corpus.model import Quote, Statement
    from knowledge.text.article_text import Span, Text


class Budget:
    """How many of an article's words are quoted, and how many may be; each word counts once."""

    def __init__(self, text: Text) -> None:
        self.text = text
        self._words = [m.start() for m in re.finditer(r"\S+", text.folded)]
        self._narrated, self._quoted = set[int](), set[int]()

    @property
    def used(self) -> tuple[float, float]:
        """The shares of the article's words that are narration, and that are quoted at all."""
        return len(self._narrated) / self.text.words, len(self._quoted) / self.text.words

    def take(self, statement: Statement) -> bool:
        """Count a statement's words, unless that would go over the budget."""
        narrated, quoted = set[int](), set[int]()
        for quote in statement.quotes:
            words = self._of(quote)
            quoted |= words - self._quoted
            narrated |= words - self._narrated if quote.kind is QuoteKind.NARRATION else set()
        if (
            len(self._narrated) + len(narrated) > NARRATION_SHARE * self.text.words
            or len(self._quoted) + len(quoted) > QUOTED_SHARE * self.text.words
        ):
            return False
        self._narrated |= narrated
        self._quoted |= quoted
        return True

    def _of(self, quote: Quote) -> set[int]:
        runs = locate(self.text, quote)
        return set() if isinstance(runs, NotFound) else {i for run in runs for i in self._in(run)}

    def _in(self, run: Span) -> range:
        """Return the numbers of the words that a run touches; a mark before one is part of it."""
        return range(bisect_right(self._words, run.start) - 1, bisect_left(self._words, run.end))


def within(statements: list[Statement], text: Text) -> tuple[list[Statement], list[str]]:
    """Return the statements that the budget has room for, and a word on those it has not."""
    budget, kept = Budget(text), set[str]()
    for statement in sorted(statements, key=_rank):
        if budget.take(statement):
            kept.add(statement.id)
    spare = len(statements) - len(kept)
    told = f"{spare} for which the article's quotation budget has no room; --review shows all"
    return [s for s in statements if s.id in kept], [told] * bool(spare)


def _rank(statement: Statement) -> tuple[bool, bool]:
    """Return what sorts the words of a speaker before reports, and the outlet's own to the end."""
    direct = any(quote.kind is QuoteKind.DIRECT for quote in statement.quotes)
    return not direct, statement.sourcing is Sourcing.OUTLET
