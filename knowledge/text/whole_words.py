"""Words among others, each of them whole: "US" does not stand in "unjustly"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


def find_whole(words: str, printed: str, start: int = 0, end: int | None = None) -> Iterator[int]:
    """Yield where words stand in a text, each of them whole; no pattern is made of the words."""
    end = len(printed) if end is None else min(end, len(printed))
    at = printed.find(words, start, end) if words else -1
    while at >= 0:
        behind = at + len(words)
        if not (_is_in_word(printed[at - 1 : at]) or _is_in_word(printed[behind : behind + 1])):
            yield at
        at = printed.find(words, behind, end)


def _is_in_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_"


def are_among(words: str, others: str) -> bool:
    """Return whether words stand among others, each of them whole: "not" is not in "nothing"."""
    whole = rf"(?<!\w){re.escape(words.lower())}(?!\w)"
    return not words or bool(re.search(whole, others.lower()))
