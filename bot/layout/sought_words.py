"""The words that were sought: as a sentence names them, and where only our notes have them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.phrases import listed
from bot.block_kit.safe_text import clip
from knowledge.text import search_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.answers.answer import Answer
    from knowledge.citations import CitedStatement

_NAMED = 12  # sought words that a heading repeats
_WORD = 40  # characters of one of them


def words_in(answer: Answer) -> str:
    """Return the sought words as a sentence names them."""
    words = [f"“{clip(word, _WORD)}”" for word in answer.sought[:_NAMED]]
    left = len(answer.sought) - len(words)
    named = listed([*words, *([f"{left} more"] if left else [])])
    return f"the words {named}" if len(answer.sought) > 1 else f"the word {named}"


def tell_notes(answer: Answer, count: int) -> str:
    """Return how many statements have the words in no words quoted, where all are known."""
    notes = sum(not _is_quoted(answer.sought, s) for s in answer.statements if s.quotes)
    if not notes or count > len(answer.statements):
        return ""
    which = f"{notes} of them " if count > 1 else ""
    only = "partly or only" if len(answer.sought) > 1 else "only"
    return f"{which}{only} in our notes on {'it' if notes == 1 else 'them'}"


def _is_quoted(sought: Iterable[str], statement: CitedStatement) -> bool:
    """Return whether the words quoted of a statement have all of the sought ones, in any form."""
    found = {stem for quote in statement.quotes for stem in _list_stems(quote.exact)}
    return all(found.issuperset(word.stems) for text in sought for word in search_words(text))


def _list_stems(text: str) -> Iterator[str]:
    for word in search_words(text):
        yield from (*word.stems, word.joined)
