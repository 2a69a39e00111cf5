"""Check the cuts of a narration: each is marked, and none changes the meaning."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.corpus.errors import Fault
from knowledge.text.article_text import CUT, Span, fold
from knowledge.text.english.turning_words import KEPT_IN_CUTS
from knowledge.text.locating import left_out

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.corpus.model import Quote
    from knowledge.text.article_text import Text

_EXACT = ("exact",)
_MARK = "Mark the cut with […]."


def faults(text: Text, quote: Quote, spans: list[Span]) -> Iterator[Fault]:
    """Check a narration's cut marks, and what the cuts drop."""
    sentence = text.sentences[text.sentence_at(spans[0].start)]
    exact = fold(quote.exact)
    before, after = left_out(text, Span(spans[0].start, spans[-1].end))
    if before and not exact.startswith(CUT):
        yield Fault(_EXACT, "The quote does not begin where its sentence does.", _MARK)
    if after and not exact.endswith(CUT):
        yield Fault(_EXACT, "The quote does not end where its sentence does.", _MARK)
    for gap in _gaps(sentence, spans):
        inner = spans[0].start < gap.start and gap.end < spans[-1].end
        for what, word in dropped(text[gap], inner=inner):
            why = f"The cut drops the {what} {word!r}: {text[gap].strip()!r}."
            yield Fault(_EXACT, why, f"Keep the {what} in the quote.")


def dropped(words: str, *, inner: bool) -> Iterator[tuple[str, str]]:
    """Yield what a cut of these words would drop of the sense, each kind with its first word.

    `inner` says that the cut stands inside the narration. Around it, an attitude belongs to a
    clause that is left out as a whole.
    """
    for what, pattern in KEPT_IN_CUTS.items():
        if (inner or what != "attitude") and (lost := pattern.search(words)):
            yield what, lost[0]


def _gaps(sentence: Span, spans: list[Span]) -> list[Span]:
    edges = [sentence.start, *(edge for span in spans for edge in span), sentence.end]
    return [Span(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if b > a]
