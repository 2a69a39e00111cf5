"""Where sentences end, and which dots end none: "Sen. Moon", "J. Dahl", "the U.S. Senate"."""

from __future__ import annotations

import re
from typing import Final

from knowledge.text.english.abbreviations import ABBREVIATIONS

_LONGEST: Final = 12  # characters of a word that are looked at
_WORD_BEFORE: Final = re.compile(r"[\w.’']+\Z")
_LETTERS: Final = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")


def is_abbreviated(words: str, at: int) -> bool:
    """Return whether a dot at an offset belongs to an abbreviation or an initial."""
    if words[at] != ".":
        return False
    word = _WORD_BEFORE.search(words[max(at - _LONGEST, 0) : at])
    return word is not None and (
        word[0].lower() in ABBREVIATIONS or _LETTERS.fullmatch(word[0]) is not None
    )
