"""A candidate for a quote, with what is proposed about it, and its place in the text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from knowledge.corpus.model import QuoteKind, Sourcing
from knowledge.intake.read import slices
from knowledge.text.article_text import Span
from knowledge.text.locating import locate
from knowledge.text.quote_search import NotFound

if TYPE_CHECKING:
    from knowledge.corpus.model import Interval, Quote
    from knowledge.speech.found_speaker import FoundSpeaker
    from knowledge.text.article_text import Text
    from knowledge.text.quotation_marks import Quotation


class QuotePlace(NamedTuple):
    """A kind of quote and the runs of its words."""

    kind: QuoteKind
    runs: tuple[Span, ...]

    def includes(self, other: QuotePlace) -> bool:
        """Return whether a curator who sees this place sees the other in it.

        Words between marks are the same or they are not; of a narration, or of what stands under a
        label, a curator chooses a slice, by taking words away and never by adding any.
        """
        if self.kind is not other.kind or other.kind is QuoteKind.DIRECT:
            return self == other
        return all(any(own.holds(run) for own in self.runs) for run in other.runs)


@dataclass(frozen=True)
class Candidate:
    """One quotation, run of narration or piece of labeled speech, and its proposals.

    Nothing is decided. `quotation` is None for narration and for `speech` under a label. `clause`
    holds the runs of the outlet's own words: the narration itself, or the clause that a fragment
    between marks cannot be understood without. `no_quote` says why it is proposed as no quote.
    """

    sentence: Span
    quotation: Quotation | None = None
    speech: Span | None = None
    clause: tuple[Span, ...] = ()
    speaker: FoundSpeaker | None = None
    cue: str | None = None
    group: int = 0
    sourcing: Sourcing = Sourcing.OUTLET
    via: str | None = None
    said: Interval | None = None
    holder: str | None = None
    issues: tuple[str, ...] = ()
    refers_to: str | None = None
    no_quote: str | None = None

    @property
    def kind(self) -> QuoteKind:
        if self.speech:
            return QuoteKind.LABELED
        return QuoteKind.DIRECT if self.quotation else QuoteKind.NARRATION

    @property
    def whole(self) -> Span:
        """What is shown as the candidate in its context, marks and cuts included."""
        if self.quotation:
            return self.quotation.whole
        if self.speech:
            return self.speech
        return Span(self.clause[0].start, self.clause[-1].end)

    @property
    def places(self) -> list[QuotePlace]:
        """The places of what it would quote: its words between marks, and its clause."""
        found = [QuotePlace(QuoteKind.DIRECT, (self.quotation.words,))] if self.quotation else []
        if self.speech:
            return [QuotePlace(QuoteKind.LABELED, (self.speech,))]
        return [*found, QuotePlace(QuoteKind.NARRATION, self.clause)] if self.clause else found

    def exact(self, text: Text) -> str:
        """Return the words as an entry would hold them."""
        if self.quotation:
            return text.printed(self.quotation.words)
        if self.speech:
            return text.printed(self.speech)
        return slices.write_slice(text, self.clause)


def find_place(text: Text, quote: Quote) -> QuotePlace | None:
    """Return the place of a quote on record; None where the text does not print it."""
    runs = locate(text, quote)
    return None if isinstance(runs, NotFound) else QuotePlace(quote.kind, tuple(runs))
