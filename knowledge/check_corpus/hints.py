"""Build faults that show the nearest text or id, as a hint for the curator and never as proof."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from knowledge.corpus.errors import Fault
from knowledge.text.article_text import fold
from knowledge.text.nearest_words import differences, nearest

if TYPE_CHECKING:
    from collections.abc import Iterable

    from knowledge.corpus.errors import Location


def suggest_words(where: Location, why: str, what_to_do: str, words: str, printed: str) -> Fault:
    """Return a fault with the words of a folded text that are most like some words."""
    sought = fold(words)
    found = nearest(sought, printed)
    marked = differences(sought, found) if found else ""
    return Fault(where, why, what_to_do, found, marked)


def suggest_id(where: Location, why: str, what_to_do: str, name: str, ids: Iterable[str]) -> Fault:
    """Return a fault with the id that is most like a name that nothing has."""
    close = get_close_matches(name, list(ids), n=1)
    return Fault(where, why, what_to_do, *close)
