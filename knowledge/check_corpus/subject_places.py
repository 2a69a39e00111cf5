"""Where a sentence prints some words: as the subject of a clause, as an object, or as an owner."""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import TYPE_CHECKING

from knowledge.text.article_text import Span, fold
from knowledge.text.english import object_words
from knowledge.text.whole_words import find_whole

if TYPE_CHECKING:
    from collections.abc import Iterator


class ClausePlace(Enum):
    """What printed words are in their clause; what nothing tells is unsure."""

    SUBJECT = auto()
    OBJECT = auto()
    OWNER = auto()
    UNSURE = auto()


def find_words(words: str, printed: str, within: Span | None = None) -> Iterator[Span]:
    """Yield where words stand in a folded text or in a part of it, in any case."""
    sought, caseless = fold(words).lower(), printed.lower()
    if len(caseless) == len(printed):  # each letter stands where it stood
        for at in find_whole(sought, caseless, *(within or ())):
            yield Span(at, at + len(sought))
        return
    pattern = re.compile(rf"(?<!\w){re.escape(fold(words))}(?!\w)", re.IGNORECASE)
    yield from (Span(*m.span()) for m in pattern.finditer(printed, *(within or ())))


def find_place(masked: str, sentence: Span, words: Span) -> ClausePlace:
    """Return what some words are in their sentence."""
    if object_words.OWNS_WORDS.match(masked, words.end):
        return ClausePlace.SUBJECT
    if object_words.POSSESSIVE.match(masked, words.end):
        return ClausePlace.OWNER
    before = masked[sentence.start : words.start]
    if object_words.CLAUSE_BEFORE.search(before):
        return ClausePlace.SUBJECT
    bare = object_words.BEFORE_A_NAME.sub("", before)
    if object_words.SPEAKER_BEFORE.search(bare):
        return ClausePlace.SUBJECT
    if object_words.PREPOSITION.search(bare) or object_words.OBJECT_OF.search(bare):
        return ClausePlace.OBJECT
    return ClausePlace.SUBJECT if object_words.CLAUSE_BEFORE.search(bare) else ClausePlace.UNSURE
