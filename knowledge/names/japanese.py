"""Romanizations of Japanese names: long vowels written or not, Hepburn and Kunrei."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_LONG: Final = re.compile(r"(?<=o)(?:[ou]|h(?![aeiouy]))|(?<=u)u")
# Hepburn to Kunrei; the longer ones first.
_KUNREI: Final = (
    *(("tch", "tt"), ("ssh", "ssy"), ("tsu", "tu"), ("shi", "si"), ("chi", "ti"), ("fu", "hu")),
    *(("ji", "zi"), ("sh", "sy"), ("ch", "ty"), ("jy", "zy"), ("j", "zy"), ("dz", "z")),
    *(("mb", "nb"), ("mp", "np"), ("mm", "nm")),
)
# Each is read in one way only: whether a "k" is the first of two doubles the ways at each.
_SYLLABLES: Final = re.compile(
    r"(?>[kstp]?(?:[kgsztdnhbpmr]y?|[yw])?[aeiou]|(?<=[aeiou])n(?![aeiouy]))+"
)


def without_length(word: str) -> str:
    """Return a romanized word without signs of length: "kono" for "kouno" and "kohno"."""
    return _LONG.sub("", word)


@lru_cache(4096)
def kunrei(word: str) -> str:
    """Return a romanized word without signs of length, in Kunrei: "hunakosi" for "funakoshi"."""
    word = without_length(word)
    for hepburn, other in _KUNREI:
        word = word.replace(hepburn, other)
    return word


@lru_cache(4096)
def is_romanized(word: str) -> bool:
    """Return whether a word is made of Japanese syllables."""
    return bool(_SYLLABLES.fullmatch(_doubled(kunrei(word))))


def _doubled(word: str) -> str:
    """Write a doubled consonant once: "hatori" for "hattori"."""
    return re.sub(r"([kstp])\1", r"\1", word)
