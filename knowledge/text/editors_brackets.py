"""What an editor sets in brackets within a quotation: "[T]his", "[Velmora] said", "[sic]"."""

from __future__ import annotations

import re
from typing import Final

_SIC: Final = re.compile(r"[^\S\n]?[\[(]\s?sic\.?\s?[\])]", re.IGNORECASE)
# A bracket of words or letters; one of dots marks words that were left out.
_BRACKET: Final = re.compile(r"\[([^\[\]\n]{0,60}\w[^\[\]\n]{0,60})\]")
_BRACKETED: Final = re.compile(
    r"[^\s\[\]]{0,40}\[[^\[\]\n]{1,120}\][^\s\[\]]{0,40}|\(sic\)", re.IGNORECASE
)


def drop_editors_brackets(words: str) -> str:
    """Return words as they read without an editor's brackets, and without [sic]."""
    return _BRACKET.sub(r"\1", _SIC.sub("", words))


def list_bracketed(words: str) -> list[str]:
    """Return the words in brackets, with the letters that belong to them: "[T]his"."""
    found = _BRACKETED.findall(words)
    return [one for one in found if drop_editors_brackets(one) != one]
