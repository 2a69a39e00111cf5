"""Single marks within a quotation, where an article prints double ones."""

from __future__ import annotations

from knowledge.text.typed_marks import typed_pairs

_SINGLE = frozenset("'‘")


def double_inner_marks(words: str) -> str:
    """Return words with what stands between single marks between double ones."""
    kept, at = list[str](), 0
    for found in typed_pairs(words):
        if found.closed and words[found.start] in _SINGLE:
            kept += [words[at : found.start], f"“{found.words}”"]
            at = found.end
    return "".join([*kept, words[at:]])
