"""The match of asked words with the whole text of an article."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from knowledge.check_quote import part_places
from knowledge.check_quote.part_places import Gap, PrintedRun
from knowledge.check_quote.verdict import Verdict
from knowledge.corpus.model import QuoteKind
from knowledge.kb.text_passages import passages_of
from knowledge.text.article_text import Span, Text
from knowledge.text.labeled_speech import (
    find_part,
    find_speech_at,
    find_whole_sentences,
    sentences_of,
)
from knowledge.text.quotation_marks import quotations, straight_pairs, without_comma

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from knowledge.check_quote.verdict import Comparison
    from knowledge.kb.quote_index import Printed

_KEPT = 8  # texts whose quotations were found last
_SENTENCES = 5  # that differing words are compared with at most
_LONGER = 3  # times as many words as are asked


class TextMatch(NamedTuple):
    """The comparison, and the printed words that it was held against."""

    comparison: Comparison
    span: Span
    kind: QuoteKind


def find_in_text(asked: str, text: Text) -> TextMatch | None:
    """Return where the text prints all that is asked, in its order and in one voice."""
    runs = [PrintedRun(text)]
    places = part_places.place_parts(runs, part_places.fold_parts(asked))
    if not places:
        return None
    spans = [place.span for place in places]
    kind, whole = _find_whole(text, Span(spans[0].start, spans[-1].end))
    if kind is None or (len(spans) > 1 and not _is_one_voice(text, spans, whole)):
        return None
    edges = (Span(whole.start, spans[0].start), Span(spans[-1].end, whole.end))
    head, tail = (Gap((text.printed(edge),)) for edge in edges)
    comparison = part_places.compare_places(runs, places, asked, ends=(head, tail))
    return TextMatch(comparison, whole, kind) if comparison else None


def find_across_quotations(asked: str, text: Text) -> TextMatch | None:
    """Return where quotations that follow one another print what is asked as if they were one.

    Nothing says that they are of one speaker, so that these words are never printed as one.
    """
    quoted, numbers = _list_quoted(text)
    runs = list(part_places.list_text_runs(text, quoted))
    places = part_places.place_over_quotes(runs, part_places.fold_parts(asked))
    if not places:
        return None
    whole = _join_sentences(text, quoted[places[0].run], quoted[places[-1].run])
    between = Span(quoted[places[0].run].start, quoted[places[-1].run].end)
    if text.sentence_at(between.end - 1) - text.sentence_at(between.start) > _SENTENCES:
        return None
    comparison = part_places.compare_places(runs, places, asked)
    if comparison is None:
        return None
    count = len({numbers[place.run] for place in places})
    told = {
        "verdict": Verdict.DIFFERS if count > 1 else Verdict.PART,
        **part_places.describe_quotations(runs, places),
        "within_quotations": count,
    }
    return TextMatch(comparison.model_copy(update=told), whole, QuoteKind.NARRATION)


@lru_cache(maxsize=_KEPT)
def _list_quoted(text: Text) -> tuple[list[Span], list[int]]:
    """Return what stands between marks, and the number of the quotation that each is of.

    A quotation over paragraphs opens its mark again; pairs of straight marks would be shifted
    behind the first of them.
    """
    found = [q for q in quotations(text, text.raw) if q.closed]
    return [without_comma(text, q.words) for q in found], [q.run for q in found]


def _join_sentences(text: Text, first: Span, last: Span) -> Span:
    """Return the sentences from the one with a span to the one with another."""
    start, end = (text.sentences[text.sentence_at(at)] for at in (first.start, last.end - 1))
    return Span(min(start.start, first.start), max(end.end, last.end))


def _find_whole(text: Text, span: Span) -> tuple[QuoteKind | None, Span]:
    """Return the quotation, the speech under a label or the sentences that hold a span."""
    for kind, found in passages_of(text):
        if kind is QuoteKind.DIRECT and found.holds(span):
            return kind, found
    if not text.sentences:
        return None, span
    if whole := find_whole_sentences(text, span):
        return QuoteKind.LABELED, whole
    if find_speech_at(text, span):  # a label, or what several people say
        return None, span
    return QuoteKind.NARRATION, _join_sentences(text, span, span)


def _is_one_voice(text: Text, spans: Sequence[Span], whole: Span) -> bool:
    """Return whether all parts are of one quotation, one sentence, or narration alone."""
    first, last = (text.sentence_at(at) for at in (whole.start, whole.end - 1))
    marked = [pair.whole for pair in straight_pairs(text.folded)]
    return first == last or not any(mark.touches(span) for mark in marked for span in spans)


def find_kind_around(text: Text, printed: Printed) -> QuoteKind | None:
    """Return as what the sentences around printed words stand; None for a quotation in speech."""
    if printed.kind is not QuoteKind.DIRECT:
        return printed.kind
    spoken = find_speech_at(text, Span(printed.start, printed.start + 1))
    return None if spoken else QuoteKind.NARRATION


def list_sentence_runs(text: Text, start: int, words: int) -> Iterator[Span]:
    """Yield the runs of sentences, about as long as so many words, with the one at `start`.

    Those of speech under a label are of one paragraph of it.
    """
    part = find_part(text, Span(start, start + 1))
    sentences = sentences_of(text, part) if part else text.sentences
    at = max(0, bisect_right(sentences, start, key=lambda s: s.start) - 1)
    for first in range(max(0, at - _SENTENCES + 1), at + 1):
        for last in range(at, min(first + _SENTENCES, len(sentences))):
            span = Span(sentences[first].start, sentences[last].end)
            if first == last or len(text[span].split()) <= _LONGER * words:
                yield span
