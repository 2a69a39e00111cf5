"""Days that are set beside now: "compare Japan's position now with 2018 on pressure"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.questions.comparison import find_comparison
from knowledge.questions.words import Use
from knowledge.text.english.question_words import COMPARING, NOW, THEN

if TYPE_CHECKING:
    from datetime import date

    from knowledge.kb.knowledge_base import KnowledgeBase
    from knowledge.questions.question import Question


def list_now(question: Question, today: date) -> tuple[str, ...]:
    """Return the words, as typed, that say "now" beside days that ended before today."""
    days = question.asked_date
    if days is None or days.last is None or days.last >= today:
        return ()
    return tuple([question.typed_between(i, i + 1) for i in _places_of_now(question)])


def _places_of_now(question: Question) -> list[int]:
    """Return the numbers of the words that say "now" and are no part of days or of a name."""
    return [
        i
        for i, word in enumerate(question.words)
        if word in NOW and question.uses[i] not in {Use.DATE, Use.NAME}
    ]


def find_days_beside_now(kb: KnowledgeBase, question: Question) -> str | None:
    """Return what asks for one position from some days until now, where both are compared.

    Where no day is named on which that begins, all is asked for: "then and now".
    """
    days = question.asked_date
    if COMPARING.isdisjoint(question.words) or not _sets_beside_now(question):
        return None
    found = find_comparison(kb, question)
    left = any(topic.not_understood or not topic.is_read for topic in found.topics)
    if left or len(found.actors) != 1 or not found.targets or len(found.issues) != 1:
        return None
    since = f"since {days.first}" if days and days.first else ""
    return " ".join(filter(None, [*found.targets, *found.issues, since]))


def _sets_beside_now(question: Question) -> bool:
    """Return whether both now and other days are named; "now" alone may be read as the day."""
    days = question.asked_date
    if days and days.problem:
        return False
    if days and (days.first or days.last):
        return bool(_places_of_now(question))
    says_now = bool(days or _places_of_now(question))
    return says_now and not THEN.isdisjoint(question.words)
