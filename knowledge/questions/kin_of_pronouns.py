"""Kin behind a pronoun: "his sister" is of whoever is meant, and not the sister on record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from knowledge.text.english.related_words import RELATIVES

if TYPE_CHECKING:
    from knowledge.questions.question import FoundName, Question

_WHOSE: Final = frozenset({"his", "her", "their", "my", "our", "your"})
_WHICH: Final = frozenset({"younger", "older", "elder", "little", "big"})


def tell_kin_apart(question: Question) -> Question:
    """Take the kin of a pronoun for strangers, where a name on record is just such a word."""
    for found in question.found:
        first = found.first - 1
        while first > 0 and question.words[first] in _WHICH:
            first -= 1
        if first >= 0 and question.words[first] in _WHOSE and _is_kin(question, found):
            question = question.having_stranger(first, found.last)
    return question


def _is_kin(question: Question, found: FoundName) -> bool:
    return set(question.words[found.first : found.last]) < RELATIVES | _WHICH
