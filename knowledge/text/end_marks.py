"""Marks at the end of printed words that belong to the sentence around them."""

from __future__ import annotations

import re
from typing import Final

from knowledge.text.english.abbreviations import ABBREVIATIONS

_MARKS: Final = re.compile(r"[\s,;:.!?…–—-]+$")
_INITIALS: Final = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]")


def strip_end_marks(words: str) -> str:
    """Return words without marks at their end; the dot of an abbreviation stays: "Lt. Gen."."""
    marks = _MARKS.search(words)
    if marks is None:
        return words
    bare = words[: marks.start()]
    last = bare.split()[-1:] or [""]
    dotted = last[0].lower() in ABBREVIATIONS or _INITIALS.fullmatch(last[0])
    return f"{bare}." if dotted and marks[0].startswith(".") else bare
