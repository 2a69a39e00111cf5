"""Whether one side is measured by another: "does Sordia agree with Lutha", "softer than Blau"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from knowledge.questions.actors import find_cast
from knowledge.text.english.agreeing_words import (
    AGREEING,
    NEAR_TO,
    NOT_MEASURING,
    SHARING,
    SIDING,
)
from knowledge.text.english.small_words import ARTICLES

if TYPE_CHECKING:
    from knowledge.kb.knowledge_base import KnowledgeBase
    from knowledge.questions.question import Question

_NEAR: Final = 3  # words of "as reluctant as"


def asks_of_two(kb: KnowledgeBase, question: Question) -> bool:
    """Return whether somebody named is whom another is measured by."""
    cast = find_cast(kb, question)
    return any(_is_measure(question, a.first - 1) for a in (*cast.subjects, *cast.objects))


def is_sided_with(question: Question, first: int) -> bool:
    """Return whether it is asked who is on the side of whoever is named there: "agrees with"."""
    if _owns_a_side(question, first):
        return True
    at = first - 1
    while at > 0 and question.words[at] in ARTICLES:
        at -= 1
    if at < 0:
        return False
    with_them = question.words[at] == "with" and question.words[at - 1] in SIDING
    return with_them or question.words[at] in SHARING


def _owns_a_side(question: Question, first: int) -> bool:
    """Return whether "side" stands behind the 's of a name: "who is on Sordia's side"."""
    found = next((f for f in question.found if f.first == first), None)
    if found is None or not question.parsed[found.last - 1].owns:
        return False
    on = first > 0 and question.words[first - 1] == "on"
    return on and question.words[found.last : found.last + 1] == ("side",)


def _is_measure(question: Question, at: int) -> bool:
    while at > 0 and question.words[at] in ARTICLES:
        at -= 1
    if at <= 0:
        return False
    before, word = question.words[at - 1], question.words[at]
    if word == "as":  # "as reluctant as"
        return "as" in question.words[max(at - _NEAR, 0) : at - 1]
    by = {"with": before in AGREEING, "to": before in NEAR_TO, "than": before not in NOT_MEASURING}
    return by.get(word, False)
