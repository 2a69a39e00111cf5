"""Marks within a quotation as an article prints them: double, with the sentence's mark inside."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from knowledge.text.article_text import fold
from knowledge.text.typed_marks import typed_pairs

if TYPE_CHECKING:
    from collections.abc import Iterable

    from knowledge.check_quote.verdict import Difference

_SINGLE = frozenset("'‘")
_CLOSING = re.compile(r'(?<=\w)[.,]?"[.,]?(?!\w)')  # of folded words


def double_inner_marks(words: str) -> str:
    """Return words with what stands between single marks between double ones."""
    kept, at = list[str](), 0
    for found in typed_pairs(words):
        if found.closed and words[found.start] in _SINGLE:
            kept += [words[at : found.start], f"“{found.words}”"]
            at = found.end
    return "".join([*kept, words[at:]])


def close_as_printed(words: str, differences: Iterable[Difference]) -> str:
    """Return words with the comma or period at a closing mark where the print has it.

    American print has that of the sentence around before the mark; who quotes the words leaves it
    out, or sets it behind.
    """
    closed = " ".join(words.split())
    for one in differences:
        if has_marks(one.asked) and _bare(one.asked) == _bare(one.printed):
            closed = closed.replace(one.asked, one.printed, 1)
    return closed


def has_marks(words: str) -> bool:
    """Return whether words have a double mark."""
    return '"' in fold(words)


def _bare(words: str) -> str:
    return _CLOSING.sub('"', fold(words))
