"""Marks within a quotation as an article prints them: double, with the sentence's comma inside."""

from __future__ import annotations

import re

from knowledge.text.typed_marks import typed_pairs

_SINGLE = frozenset("'‘")
_CLOSING = re.compile('(?<=\\w)(?=[”"](?!\\w))')


def double_inner_marks(words: str) -> str:
    """Return words with what stands between single marks between double ones."""
    kept, at = list[str](), 0
    for found in typed_pairs(words):
        if found.closed and words[found.start] in _SINGLE:
            kept += [words[at : found.start], f"“{found.words}”"]
            at = found.end
    return "".join([*kept, words[at:]])


def put_comma_inside(words: str) -> str:
    """Return words with a comma before each mark that closes within them, as American print has it.

    It is the comma of the sentence around; who quotes the words leaves it out.
    """
    return _CLOSING.sub(",", words)
