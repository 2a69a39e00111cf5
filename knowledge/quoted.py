"""The words between quotation marks in what somebody typed, and the words around them."""

from __future__ import annotations

import re

from knowledge.question import MAX_LENGTH

_QUOTED = re.compile(r'["“”„‟«]([^"”»]+)["”»]?')
_REOPENED = re.compile(r"\s*[“„«]")  # a quotation over paragraphs opens its marks again
_HELP = {"", "help"}


def quotations(text: str) -> list[str]:
    """Return what stands between marks, or the whole text where there are none.

    What is cut off by the length that is read is left out: it was asked in more words.
    """
    marked = [m for m in _QUOTED.finditer(text) if not _is_cut_off(m)]
    found = [_REOPENED.sub(" ", m[1]).strip() for m in marked]
    if not has_marks(text) and text.strip().lower() not in _HELP:
        found = [text.strip()]
    return [words for words in found if re.search(r"\w", words)]


def has_marks(text: str) -> bool:
    return _QUOTED.search(text) is not None


def around(text: str) -> str:
    """Blank out what `quotations()` returns, keeping every offset."""
    if not has_marks(text):
        return text if text.strip().lower() in _HELP else " " * len(text)
    return _QUOTED.sub(lambda m: " " * len(m[0]), text)


def _is_cut_off(found: re.Match[str]) -> bool:
    return found.end() == len(found.string) >= MAX_LENGTH and found.end() == found.end(1)
