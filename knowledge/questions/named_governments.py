"""Whether a question names the government of somebody: "the Biden administration"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.questions.words import Use
from knowledge.text.english.question_words import GOVERNMENTS
from knowledge.text.english.small_words import ARTICLES

if TYPE_CHECKING:
    from knowledge.questions.question import FoundName, Question


def is_government_of(question: Question, person: FoundName) -> bool:
    """Return whether a noun for a government stands behind a name, or before with "of"."""
    if not GOVERNMENTS.isdisjoint(question.words[person.last : person.last + 1]):
        return not question.parsed[person.last].broken
    at = person.first - 1
    while at > 0 and (question.uses[at] in {Use.TITLE, Use.POST} or question.words[at] in ARTICLES):
        at -= 1
    return at > 0 and question.words[at] == "of" and question.words[at - 1] in GOVERNMENTS
