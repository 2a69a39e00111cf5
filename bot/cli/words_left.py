"""How much of an article may still be quoted, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from knowledge.check_corpus import WordsLeft


def tell_words_left(left: WordsLeft) -> str:
    """Return "left to quote: 43 words, 12 of them as narration"."""
    words = "1 word" if left.quoted == 1 else f"{left.quoted:,} words"
    if left.narration == left.quoted:
        return f"left to quote: {words}"
    narration = f"{left.narration:,}" if left.narration else "none"
    return f"left to quote: {words}, {narration} of them as narration"
