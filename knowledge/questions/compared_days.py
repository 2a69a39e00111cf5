"""Days that are set beside now or each other: "compare Japan now with 2018 on pressure"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from knowledge.questions.comparison import find_comparison
from knowledge.questions.reader import read
from knowledge.questions.words import Use
from knowledge.text.english.question_words import COMPARING, NOW, THEN

if TYPE_CHECKING:
    from datetime import date

    from knowledge.kb.knowledge_base import KnowledgeBase
    from knowledge.questions.question import Question
    from knowledge.text.asked_dates import AskedDate

# What stands between two dates that are compared.
_BESIDE: Final = re.compile(r"(?:\s|,|/|&|\b(?:and|with|to|versus|vs\.?)(?=\s))*", re.IGNORECASE)


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


def find_days_compared(
    kb: KnowledgeBase, question: Question, *, ordered: bool = False
) -> str | None:
    """Return what asks for one position over the days that are compared: some and now, or two.

    Where no day is named on which that begins, all is asked for: "then and now". `ordered` says
    that a comparison is asked for without a word that says so.
    """
    if not ordered and COMPARING.isdisjoint(question.words):
        return None
    days = question.asked_date
    if days and days.both:
        return _find_between(kb, question, *days.both)
    if not _sets_beside_now(question):
        return None
    since = f"since {days.first}" if days and days.first else ""
    return _over_days(kb, question, since)


def _find_between(
    kb: KnowledgeBase, question: Question, one: AskedDate, other: AskedDate
) -> str | None:
    """Return what asks for the days from the earlier of two to the later."""
    typed = question.typed
    if not _BESIDE.fullmatch(typed[one.end : other.start]) or not (one.first and other.first):
        return None
    left = typed[: one.start] + " " * (other.end - one.start) + typed[other.end :]
    last = max(one.last or one.day or one.first, other.last or other.day or other.first)
    return _over_days(kb, read(kb, left), f"from {min(one.first, other.first)} to {last}")


def _over_days(kb: KnowledgeBase, question: Question, days: str) -> str | None:
    """Return the question for one holder's position on one issue over days, where that is all."""
    found = find_comparison(kb, question)
    left = any(topic.not_understood or not topic.is_read for topic in found.topics)
    if left or len(found.actors) != 1 or not found.targets or len(found.issues) != 1:
        return None
    return " ".join(filter(None, [*found.targets, *found.issues, days]))


def _sets_beside_now(question: Question) -> bool:
    """Return whether both now and other days are named; "now" alone may be read as the day."""
    days = question.asked_date
    if days and days.problem:
        return False
    if days and (days.first or days.last):
        return bool(_places_of_now(question))
    says_now = bool(days or _places_of_now(question))
    return says_now and not THEN.isdisjoint(question.words)
