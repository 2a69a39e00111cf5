"""Printed words in which all that is asked stands: quotes, those of a statement, whole texts."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

from knowledge.check_quote import part_places, text_match
from knowledge.check_quote.statement_quotes import compare_with_quotes, join_quotes
from knowledge.kb.quote_index import Printed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from knowledge.check_quote.asked_words import AskedWords
    from knowledge.check_quote.text_match import TextMatch
    from knowledge.check_quote.verdict import Comparison
    from knowledge.text.article_text import Text

_SHARE: Final = 0.4  # likeness that one of several joined quotes must have
_JOINED: Final = 8  # candidates whose statements and articles are searched for all parts


class PrintedMatch(NamedTuple):
    """Printed words, and what is the same in them as in those asked about."""

    comparison: Comparison
    printed: Printed


def list_quotes_with_all(asked: AskedWords) -> Iterator[PrintedMatch]:
    for candidate in asked.quotes:
        printed = candidate.printed
        if candidate.covers and (
            found := part_places.find_parts(
                asked.words, part_places.list_quote_runs(printed.words, printed.kind)
            )
        ):
            yield PrintedMatch(found, printed)


def list_statements_with_all(asked: AskedWords) -> Iterator[PrintedMatch]:
    """Yield statements whose quotes print all parts together, also across their gaps."""
    if asked.are_few:
        return
    for statement in asked.kb.statements(list_sources(asked)):
        if found := compare_with_quotes(asked.kb, asked.words, statement):
            yield PrintedMatch(found, join_quotes(statement))


def list_sources(asked: AskedWords) -> list[str]:
    """Return the statements whose quotes may hold the parts; without an ellipsis, fewer may."""
    found = Counter(candidate.printed.source for candidate in asked.quotes)
    alike = [c.printed.source for c in asked.quotes[:_JOINED] if c.likeness >= _SHARE]
    parted = len(asked.parts) > 1
    return [s for i, s in enumerate(dict.fromkeys(alike)) if parted or i == 0 or found[s] > 1]


def list_texts_with_all(
    asked: AskedWords, find: Callable[[str, Text], TextMatch | None] = text_match.find_in_text
) -> Iterator[PrintedMatch]:
    near = asked.passages[:_JOINED]
    for article in dict.fromkeys(candidate.printed.source for candidate in near):
        text = asked.kb.passages.text(article)
        if text and (found := find(asked.words, text)):
            comparison, span, kind = found
            printed = Printed(article, span.start, kind, text.printed(span))
            yield PrintedMatch(comparison, printed)
