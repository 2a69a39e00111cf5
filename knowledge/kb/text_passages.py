"""What of a whole text can be quoted: what stands between marks, and sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.corpus.model import QuoteKind
from knowledge.text.labeled_speech import find_labeled_speech, find_speech_at, sentences_of
from knowledge.text.quotation_marks import straight_pairs, without_comma

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.text.article_text import Span, Text


def passages_of(text: Text) -> Iterator[tuple[QuoteKind, Span]]:
    """Yield what stands between marks, and the sentences: those under a label without it."""
    for pair in straight_pairs(text.folded):
        yield QuoteKind.DIRECT, without_comma(text, pair.words)
    spoken = [part for s in find_labeled_speech(text) if not s.marked for part in s.parts]
    for part in spoken:
        yield from ((QuoteKind.LABELED, sentence) for sentence in sentences_of(text, part))
    for sentence in text.sentences:
        if find_speech_at(text, sentence) is None:
            yield QuoteKind.NARRATION, sentence
