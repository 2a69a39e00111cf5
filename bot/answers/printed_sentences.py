"""A sentence that an article prints, amid other words without marks: there it is a quotation."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Final

from bot.answers.printed_to_the_letter import is_printed_at_all
from bot.answers.unmarked_words import may_be_printed
from knowledge.check_quote import has_marks, put_in_marks
from knowledge.questions import MAX_LENGTH

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.kb import KnowledgeBase

_TRIED: Final = 30  # pieces of a message that are looked up
_STARTS: Final = 20
_ENDS_TRIED: Final = 3  # of one beginning
_LONGEST: Final = 600  # characters of a sentence
_WORDS: Final = 4  # of the beginning, behind each of which a sentence may begin
_BEHIND: Final = re.compile(r"[.!?:–—]\s+|\n\s*+|(?<!\S)[-*•]\s+|(?<!\S)\d{1,2}[.)]\s+")
_WORD: Final = re.compile(r"(?<!\S)\S++\s++")
_ENDS: Final = re.compile(r"[.!?…](?=\s)|\s+[–—-]\s|\n")


def mark_printed(kb: KnowledgeBase, text: str) -> str:
    """Return a message with marks around the one sentence in it that an article prints.

    What is marked already, and a message that is such a sentence as a whole, stays as it is.
    """
    if has_marks(text) or len(text) >= MAX_LENGTH or is_printed_at_all(kb, text):
        return text
    for first, last in islice(_pieces(text), _TRIED):
        if is_printed_at_all(kb, text[first:last]):
            return f"{text[:first]}{put_in_marks(text[first:last].strip())}{text[last:]}"
    return text


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Yield where sentences may begin and end in a message, whatever is written beside them."""
    starts = {0, *(found.end() for found in islice(_BEHIND.finditer(text), _STARTS))}
    starts |= {found.end() for found in islice(_WORD.finditer(text), _WORDS)}
    for first in sorted(starts):
        for last in islice(_list_ends(text, first), _ENDS_TRIED):
            if may_be_printed(text[first:last]):
                yield first, last


def _list_ends(text: str, first: int) -> Iterator[int]:
    """Yield where a sentence may end that begins there, the nearest first."""
    longest = first + _LONGEST
    for found in _ENDS.finditer(text, first, longest):
        yield found.start() + (found[0][0] in ".!?…")
    if len(text) <= longest:
        yield len(text)
