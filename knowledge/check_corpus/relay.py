"""Find out whether a text relays words, through people without a name or through other media."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.text.english.relay_words import NAMELESS, RELAYED, TAKEN_UP
from knowledge.text.quotation_marks import outside_marks

if TYPE_CHECKING:
    from knowledge.text.article_text import Span, Text


def is_nameless(via: str) -> bool:
    """Return whether words came through people without a name, and not through a medium."""
    return bool(NAMELESS.search(via))


def find_relay(text: Text, whole: Span) -> str | None:
    """Return what is printed that relays a slice: its sentence, or that and the next."""
    number = text.sentence_at(whole.start)
    here = text.sentences[number]
    if RELAYED.search(_unquoted(text, here)):
        return text[here]
    following = text.sentences[number + 1] if number + 1 < len(text.sentences) else None
    if following and TAKEN_UP.match(_unquoted(text, following)):
        return f"{text[here]} {text[following]}"
    return None


def _unquoted(text: Text, sentence: Span) -> str:
    """Return what the outlet says in a sentence: what is quoted in it relays nothing."""
    return outside_marks(text[sentence])  # no sentence ends within a pair of marks
