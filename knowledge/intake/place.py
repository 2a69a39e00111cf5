"""Where a quote stands in a text: what tells one on record, proposed or curated, from another."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from knowledge.locating import locate
from knowledge.model import QuoteKind
from knowledge.quoting import NotFound, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.intake.reading import Candidate
    from knowledge.model import Quote
    from knowledge.quoting import Text


class Place(NamedTuple):
    """A kind of quote and the runs of its words."""

    kind: QuoteKind
    runs: tuple[Span, ...]

    def serves(self, other: Place) -> bool:
        """Tell whether a curator who is shown this place has the other in it.

        Words between marks are the same or they are not; of a narration a curator chooses a
        slice, by taking words away and never by adding any.
        """
        if self.kind is not other.kind or other.kind is QuoteKind.DIRECT:
            return self == other
        return all(any(own.holds(run) for own in self.runs) for run in other.runs)


def of_quote(text: Text, quote: Quote) -> Place | None:
    runs = locate(text, quote)
    return None if isinstance(runs, NotFound) else Place(quote.kind, tuple(runs))


def of_candidate(made: Candidate) -> Iterator[Place]:
    """Yield what a candidate would quote: its words between marks, and its clause."""
    if made.quotation:
        yield Place(QuoteKind.DIRECT, (made.quotation.words,))
    if made.clause:
        yield Place(QuoteKind.NARRATION, made.clause)
