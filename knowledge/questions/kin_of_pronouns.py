"""Kin behind a pronoun: "his sister" is of whoever is meant, and not the sister on record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from knowledge.questions.words import PLAIN
from knowledge.text.english.related_words import COMPANIONS, RELATIVES

if TYPE_CHECKING:
    from knowledge.questions.question import FoundName, Question

_WHOSE: Final = frozenset({"his", "her", "their", "my", "our", "your"})
_OPENING: Final = frozenset("and but or so what how about of".split())
_NEAR: Final = 5  # words from the pronoun to the noun: "his South Korean counterpart"
_WHICH: Final = frozenset({"younger", "older", "elder", "little", "big"})


def tell_kin_apart(question: Question) -> Question:
    """Take the kin of a pronoun for strangers, where a name on record is just such a word."""
    for found in question.found:
        first = found.first - 1
        while first > 0 and question.words[first] in _WHICH:
            first -= 1
        if first >= 0 and question.words[first] in _WHOSE and _is_kin(question, found):
            question = question.having_stranger(first, found.last)
    return _tell_companions_apart(question)


def _tell_companions_apart(question: Question) -> Question:
    """Take "his Japanese counterpart", which opens a question, for a stranger with the state."""
    words, first = question.words, 0
    while first < len(words) and words[first] in _OPENING:
        first += 1
    if first == len(words) or words[first] not in _WHOSE:
        return question
    for at in range(first + 1, min(first + _NEAR, len(words))):
        if words[at] in COMPANIONS and question.uses[at] in PLAIN:
            return question.having_stranger(first, at + 1)
    return question


def _is_kin(question: Question, found: FoundName) -> bool:
    return set(question.words[found.first : found.last]) < RELATIVES | _WHICH
