"""Where a quote stands in a text: what tells one on record, proposed or curated, from another."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from knowledge.corpus.model import QuoteKind
from knowledge.text.article_text import NotFound, Span
from knowledge.text.locating import locate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.corpus.model import Quote
    from knowledge.intake.read.reading import Candidate
    from knowledge.text.article_text import Text


class QuotePlace(NamedTuple):
    """A kind of quote and the runs of its words."""

    kind: QuoteKind
    runs: tuple[Span, ...]

    def serves(self, other: QuotePlace) -> bool:
        """Tell whether a curator who is shown this place has the other in it.

        Words between marks are the same or they are not; of a narration a curator chooses a
        slice, by taking words away and never by adding any.
        """
        if self.kind is not other.kind or other.kind is QuoteKind.DIRECT:
            return self == other
        return all(any(own.holds(run) for own in self.runs) for run in other.runs)


def of_quote(text: Text, quote: Quote) -> QuotePlace | None:
    runs = locate(text, quote)
    return None if isinstance(runs, NotFound) else QuotePlace(quote.kind, tuple(runs))


def of_candidate(made: Candidate) -> Iterator[QuotePlace]:
    """Yield what a candidate would quote: its words between marks, and its clause."""
    if made.quotation:
        yield QuotePlace(QuoteKind.DIRECT, (made.quotation.words,))
    if made.clause:
        yield QuotePlace(QuoteKind.NARRATION, made.clause)
