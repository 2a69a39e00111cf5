"""What printed words are near enough to those asked about to be held against them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from knowledge.kb.quote_index import tokens
from knowledge.text import TURNING
from knowledge.text.english.question_words import SMALL_WORDS

if TYPE_CHECKING:
    from knowledge.kb.quote_index import PrintedCandidate

# Printed words are compared from this share of common words on, if these weigh at least so much;
# a filler weighs half: "nuclear banana" and "we will win" are near nothing.
_NEAR_ENOUGH = ((0.6, 3.0), (0.75, 2.0), (0.95, 1.5))
_FILLER = 1 / 2
_NAME = re.compile(r"\b[A-Z][\w.’'-]*(?: (?:and )?[A-Z][\w.’'-]*)+")


def is_near(candidate: PrintedCandidate) -> bool:
    """Return whether printed words are near: not by their names and small words alone."""
    shared = {word for word in candidate.shared if not _is_small(word)}
    if not shared - _list_names(candidate.printed.words):
        return False
    weight = sum(_FILLER if _is_small(word) else 1 for word in candidate.shared)
    return any(candidate.likeness >= like and weight >= least for like, least in _NEAR_ENOUGH)


def is_common(asked: str) -> bool:
    """Return whether all words are so small that a part of almost anything has them: "it is"."""
    return all(word in SMALL_WORDS or word in TURNING for word in tokens(asked))


@lru_cache(1 << 10)
def _list_names(words: str) -> frozenset[str]:
    """Return the words of names: with a capital letter alone, beside another such word.

    Of "Korea’s" also the word without its ending.
    """
    named = {word for name in _NAME.findall(words) for word in tokens(name)}
    return frozenset(named | {word.removesuffix("'s") for word in named})


def _is_small(word: str) -> bool:
    return word in SMALL_WORDS or word.startswith("'")  # as in "it's"
