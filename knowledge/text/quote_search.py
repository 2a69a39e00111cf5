"""Finding a quote in a text: at one place exactly, or nowhere and why."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from knowledge.text.article_text import Span, Text, fold, pieces
from knowledge.text.nearest_words import nearest
from knowledge.text.quotation_marks import is_between_marks, runs_on, straight_pairs

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD = re.compile(r"\w")


@dataclass(frozen=True)
class NotFound:
    """A quote that the text does not print exactly once: why, the words, and the nearest text."""

    why: str
    words: str = ""
    nearest: str = ""
    what_to_do: str = ""


def find_direct(text: Text, exact: str) -> Span | NotFound:
    """Find the one place where `exact` is all that stands between a printed pair of marks.

    A quotation that runs over paragraphs, each opened anew, is one direct quote a paragraph.
    """
    words = fold(exact)
    places = direct_places(text, exact)
    if len(places) == 1:
        return places[0]
    if places:
        return NotFound(f"is printed {len(places)} times between quotation marks", words)
    if whole := _longer_marks(text, words):
        return NotFound("is shorter than the words between the printed marks", words, whole)
    if text.occurrences(words):
        return NotFound("is printed, but not between quotation marks", words)
    return NotFound("is not in the text", words, nearest(words, text.folded))


def direct_places(text: Text, exact: str) -> list[Span]:
    """Return every place where `exact` is all that stands between a printed pair of marks."""
    found = text.occurrences(fold(exact))
    return [s for s in found if is_between_marks(text.folded, s) or runs_on(text, s)]


def _longer_marks(text: Text, words: str) -> str:
    if not _WORD.search(words):
        return ""
    marked = (text[pair.words] for pair in straight_pairs(text.folded))
    return next((m.removesuffix(",") for m in marked if words in m), "")


def find_narration(text: Text, exact: str) -> list[Span] | NotFound:
    """Find the runs of a narration, in order, within one sentence; raise nothing."""
    if places := narration_places(text, exact):
        return places[0]
    runs = _worded_runs(exact)
    if not runs:
        return NotFound("has no words", fold(exact))
    lost = next((run for run in runs if not text.occurrences(run)), None)
    if lost is None:
        whole = _sentence_of(text, runs[0])
        return NotFound("joins words of several sentences", fold(exact), whole)
    return NotFound("is not in the text", lost, nearest(lost, text.folded))


def narration_places(text: Text, exact: str) -> list[list[Span]]:
    """Return the runs of a narration in each stretch of a sentence that prints them in order."""
    places = [text.occurrences(run) for run in _worded_runs(exact)]
    if not places or not all(places):
        return []
    # By the first run: a long text has thousands of sentences, and most print none of it.
    near = dict.fromkeys(text.sentence_at(place.start) for place in places[0])
    return [spans for i in near for spans in _stretches(text.sentences[i], places)]


def _worded_runs(exact: str) -> list[str]:
    return [run for run in pieces(exact) if _WORD.search(run)]


def _stretches(sentence: Span, places: list[list[Span]]) -> Iterator[list[Span]]:
    """Yield one placement for each first and last run; those between stand as early as can be."""
    held = [[s for s in found if sentence.holds(s)] for found in places]
    for first in held[0]:
        spans = [first]
        for found in held[1:-1]:
            spans += next(([s] for s in found if spans[-1].end <= s.start), [])
        if len(held) == 1:
            yield spans
        elif len(spans) == len(held) - 1:
            yield from ([*spans, last] for last in held[-1] if spans[-1].end <= last.start)


def _sentence_of(text: Text, run: str) -> str:
    return text[text.sentences[text.sentence_at(text.occurrences(run)[0].start)]]
