"""What the articles print of words without marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.check_quote import PRINTED, read_quotations, verify_quote

if TYPE_CHECKING:
    from knowledge.check_quote import Comparison
    from knowledge.kb import KnowledgeBase


def compare_unmarked(kb: KnowledgeBase, words: str) -> Comparison:
    """Compare words, as if they stood between marks, with what is printed."""
    return verify_quote(kb, next(iter(read_quotations(words)), "")).comparison


def has_print(kb: KnowledgeBase, words: str) -> bool:
    """Return whether an article prints the words, whole or as a part of more."""
    return compare_unmarked(kb, words).verdict in PRINTED
