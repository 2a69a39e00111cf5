"""The quotation budget of one article: how much of its words a corpus may hold."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from knowledge.corpus.errors import Fault
from knowledge.corpus.model import QuoteKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from knowledge.corpus.model import Quote
    from knowledge.text.article_text import Span, Text

NARRATION_SHARE = 0.30  # of an article's words
QUOTED_SHARE = 0.50  # likewise, of every kind together


def over_budget(held: list[tuple[Quote, list[Span]]], text: Text) -> Iterator[Fault]:
    """Say which budgets the quotes of one article go over."""
    narrated = [s for quote, spans in held if quote.kind is QuoteKind.NARRATION for s in spans]
    every = [s for _, spans in held for s in spans]
    for what, spans, share in [
        ("Narration takes", narrated, NARRATION_SHARE),
        ("All quotes take", every, QUOTED_SHARE),
    ]:
        count = words_in(text, spans)
        if count > share * text.words:
            why = f"{what} {count} of {text.words} words, over the budget of {share:.0%}."
            spare = count - int(share * text.words)
            what_to_do = f"Shorten or remove quotes. Words over the budget: {spare}."
            yield Fault(("statements",), why, what_to_do)


def words_in(text: Text, spans: Iterable[Span]) -> int:
    """Count the words that the spans cover, each word once."""
    covered = bytearray(len(text.folded))
    for span in spans:
        covered[span.start : span.end] = b"\1" * (span.end - span.start)
    return sum(any(covered[m.start() : m.end()]) for m in re.finditer(r"\S+", text.folded))
