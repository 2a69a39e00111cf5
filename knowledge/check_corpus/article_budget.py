"""The quotation budget of one article: how much of its words a corpus may hold."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

from knowledge.corpus.errors import Fault
from knowledge.corpus.model import QuoteKind
from knowledge.corpus.quotation_limits import NARRATION_SHARE, QUOTED_SHARE
from knowledge.text.locating import locate
from knowledge.text.quote_search import NotFound

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from knowledge.corpus.model import Statement
    from knowledge.text.article_text import Span, Text


class WordsLeft(NamedTuple):
    """How many words of an article may still be quoted, and how many of them as narration."""

    quoted: int
    narration: int


class ArticleBudget:
    """The words of one article that are quoted, each counted once, and how many may be."""

    def __init__(self, text: Text) -> None:
        self.text = text
        words = [match.span() for match in re.finditer(r"\S+", text.folded)]
        self._starts, self._ends = [start for start, _ in words], [end for _, end in words]
        self._narrated, self._quoted = set[int](), set[int]()

    @property
    def left(self) -> WordsLeft:
        """The words that may still be quoted; none where there are too many already."""
        balance = self.balance
        return WordsLeft(max(0, balance.quoted), max(0, balance.narration))

    @property
    def balance(self) -> WordsLeft:
        """The words that may still be quoted; below zero where there are too many already."""
        quoted = self._count_room(self._quoted, QUOTED_SHARE)
        return WordsLeft(quoted, min(quoted, self._count_room(self._narrated, NARRATION_SHARE)))

    def _count_room(self, words: set[int], share: float) -> int:
        return int(share * self.text.words) - len(words)

    def take(self, statement: Statement) -> bool:
        """Count a statement's words, unless they would go over the budget."""
        narrated, quoted = self._find_new(statement)
        self._narrated |= narrated
        self._quoted |= quoted
        if any(self.faults()):
            self._narrated -= narrated
            self._quoted -= quoted
            return False
        return True

    def _find_new(self, statement: Statement) -> tuple[set[int], set[int]]:
        """Return the words of narration, and of all quotes, that a statement would add."""
        narrated, quoted = set[int](), set[int]()
        for kind, spans in self._place(statement):
            words = self.find_words(spans)
            quoted |= words - self._quoted
            if kind is QuoteKind.NARRATION:
                narrated |= words - self._narrated
        return narrated, quoted

    def add_statement(self, statement: Statement) -> None:
        """Count a statement's words, whatever the budget."""
        for kind, spans in self._place(statement):
            self.add(kind, spans)

    def _place(self, statement: Statement) -> Iterator[tuple[QuoteKind, Iterable[Span]]]:
        """Yield the kind of each quote, and where its words stand; nowhere if that is not known."""
        for quote in statement.quotes:
            spans = locate(self.text, quote)
            yield quote.kind, () if isinstance(spans, NotFound) else spans

    def add(self, kind: QuoteKind, spans: Iterable[Span]) -> None:
        """Count a quote's words, whatever the budget."""
        words = self.find_words(spans)
        self._quoted |= words
        if kind is QuoteKind.NARRATION:
            self._narrated |= words

    def count_words(self, statement: Statement) -> WordsLeft:
        """Return how many words a statement quotes, and how many of them as narration."""
        alone = ArticleBudget(self.text)
        alone.add_statement(statement)
        return WordsLeft(len(alone._quoted), len(alone._narrated))

    def find_words(self, spans: Iterable[Span]) -> set[int]:
        """Return the numbers of the words that the spans touch; a mark beside one is part of it."""
        return {number for span in spans for number in self._number(span)}

    def _number(self, span: Span) -> range:
        return range(bisect_right(self._ends, span.start), bisect_left(self._starts, span.end))

    def faults(self) -> Iterator[Fault]:
        """Yield a fault for each share that is exceeded."""
        yield from self._fault("Narration takes", self._narrated, NARRATION_SHARE)
        yield from self._fault("All quotes take", self._quoted, QUOTED_SHARE)

    def _fault(self, what: str, words: set[int], share: float) -> Iterator[Fault]:
        count, all_words = len(words), self.text.words
        if count > share * all_words:
            why = f"{what} {count} of {all_words} words, over the limit of {share:.0%}."
            spare = count - int(share * all_words)
            what_to_do = f"Shorten or remove quotes. Words over the limit: {spare}."
            yield Fault(("statements",), why, what_to_do)
