"""Stems of English words, British and American spelling alike: "programmes" is "program"."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from knowledge.text.spelling import american

if TYPE_CHECKING:
    from collections.abc import Iterable

_KEPT = 8192  # words that need not be stemmed again


@lru_cache(maxsize=_KEPT)
def stem(word: str) -> str:
    """Return the stem of a folded word."""
    from Stemmer import Stemmer

    # A new one costs less than a microsecond, and none may be used by two threads at a time.
    return str(Stemmer("english").stemWord(american(word)))


def stems(words: Iterable[str]) -> frozenset[str]:
    return frozenset(map(stem, words))
