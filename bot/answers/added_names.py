"""A name that nothing parts from words that an article prints: "kono This is not …", "… pompeo"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.answers.speaker_labels import find_label
from knowledge.text import tokenize

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.check_quote import Comparison, Difference
    from knowledge.kb import KnowledgeBase

_SENTENCE: Final = 5  # words beside the name
_NAME: Final = 5  # words of it, at most
_YEAR: Final = re.compile(r"[\s,(]+(?:19|20)\d\d\W*\Z")
_ENDS: Final = re.compile(r"[.!?]*")
_BEFORE: Final = re.compile(
    r"(?:[^\w(©]|©|\(c\)|\b(?:by|from|per|via|the|says?|said|quote|source|credit)\b)*+",
    re.IGNORECASE,
)


def divide_added(kb: KnowledgeBase, line: str, comparison: Comparison) -> Iterator[tuple[str, str]]:
    """Yield the name that a line has before or after what is printed, and the other words.

    `comparison` is that of the whole line with what is printed there.
    """
    differences, tokens = comparison.differences, tokenize(line)
    folded = [token.folded for token in tokens]
    most = min(_NAME, len(tokens) - _SENTENCE)
    if not differences or most < 1:
        return
    count = _count_added(differences[0], folded, at_end=False)
    if 0 < count <= most and (name := _read_name(kb, line[: tokens[count - 1].end])):
        yield name, line[tokens[count].start :]
    count = _count_added(differences[-1], folded, at_end=True)
    if 0 < count <= most and (name := _read_name(kb, line[tokens[-count - 1].end :])):
        end = _ENDS.match(line, tokens[-count - 1].end)
        yield name, line[: end.end()] if end else line


def _read_name(kb: KnowledgeBase, words: str) -> str | None:
    """Return the name that words are, behind what says that it is the speaker's: "by Kono"."""
    found = _BEFORE.match(words)
    return find_label(kb, _YEAR.sub("", words[found.end() :] if found else words))


def _count_added(difference: Difference, folded: list[str], *, at_end: bool) -> int:
    """Return how many words begin or end a line beyond what is printed there."""
    asked, printed = (
        [token.folded for token in tokenize(words)]
        for words in (difference.asked, difference.printed)
    )
    count = len(asked) - len(printed)
    if at_end:
        return count if folded[-len(asked) :] == asked and asked[: len(printed)] == printed else 0
    return count if folded[: len(asked)] == asked and asked[count:] == printed else 0
