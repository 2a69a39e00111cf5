"""Whether words stand to the letter in a quotation on record or in an article, however few."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from knowledge.kb import KnowledgeBase


def is_printed_at_all(kb: KnowledgeBase, words: str) -> bool:
    """Return whether words are to the letter a quote on record or in an article."""
    return bool(words and (kb.quotes.same(words) or kb.passages.same(words)))
