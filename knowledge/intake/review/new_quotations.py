"""Quotations that a curator finds by their words, where the reading proposed none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from knowledge.corpus.model import Model
from knowledge.intake.read.candidate import Candidate
from knowledge.intake.read.dated_reading import DatedReading
from knowledge.intake.read.sourcing import add_proposals, attribute
from knowledge.intake.review.decisions import Place
from knowledge.text.article_text import Span, Text, fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from knowledge.corpus.model import Interval
    from knowledge.speech.known_names import KnownNames
    from knowledge.speech.reading import Sentence
    from knowledge.text.quotation_marks import Quotation

_TO: Final = re.compile(r"\s*(?:\[\.\.\.\]|\.\.\.)\s*")  # the folded … between first and last words

_END: Final = "\"'.,;:!?) "  # marks that end a sentence


class NewQuotation(Model):
    """A run of the folded text that a curator pointed at."""

    words: Place


def find_typed(text: Text, typed: str) -> list[Span]:
    """Return where typed words are printed; "The river … share" gives its first and last words."""
    if whole := text.occurrences(fold(typed)):
        return whole
    first, *last = _TO.split(fold(typed))
    starts = text.occurrences(first)
    if not last:
        return starts
    ends = text.occurrences(last[-1])
    found = ((a, next((b for b in ends if b.start >= a.end), None)) for a in starts)
    return [Span(a.start, b.end) for a, b in found if b]


def make_candidates(
    text: Text, published: Interval, known: KnownNames, new: Iterable[NewQuotation]
) -> Iterator[Candidate]:
    """Yield a candidate for each: all that stands between marks, or words of one sentence."""
    reading = DatedReading(text, known, published)
    for quotation in new:
        yield _make_candidate(reading, Span(*quotation.words))


def _make_candidate(reading: DatedReading, words: Span) -> Candidate:
    sentence = reading.find_sentence(words.start) or reading.sentences[0]
    quoted = next((q for q in reading.quoted if q.closed and q.whole.holds(words)), None)
    made = _begin(reading.text, sentence, quoted, words)
    if sentence.named:
        cue, speaker = sentence.named[-1]
        return attribute(reading, sentence, made, cue, speaker)
    return add_proposals(reading, sentence, made)


def _begin(text: Text, sentence: Sentence, quoted: Quotation | None, words: Span) -> Candidate:
    group = -1 - words.start  # an attribution of its own
    if quoted:
        return Candidate(sentence.span, quoted, group=group)
    end = text.sentences[text.sentence_at(words.start)].end
    whole = not text[Span(min(words.end, end), end)].strip(_END)
    inside = Span(words.start, end if whole else words.end)
    return Candidate(sentence.span, clause=(inside,), group=group)
