"""Stems of English words, British and American spelling alike: "programmes" is "program"."""

from __future__ import annotations

from functools import lru_cache
from threading import local
from typing import TYPE_CHECKING

import snowballstemmer

from knowledge.text.spelling import american

if TYPE_CHECKING:
    from collections.abc import Iterable

_KEPT = 20_000  # words whose stems are remembered
_own = local()  # a stemmer keeps the word it works on, so each thread has its own


@lru_cache(_KEPT)
def stem(word: str) -> str:
    """Return the stem of a folded word."""
    if not hasattr(_own, "stemmer"):
        _own.stemmer = snowballstemmer.stemmer("english")
    return str(_own.stemmer.stemWord(american(word)))


def stems(words: Iterable[str]) -> frozenset[str]:
    return frozenset(map(stem, words))
