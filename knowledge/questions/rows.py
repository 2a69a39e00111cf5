"""Names that stand in a row: "Japan, the U.S. and China", "Japan as well as China"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from knowledge.text.english.question_words import JOINING, JOINING_PHRASES
from knowledge.text.english.small_words import ARTICLES

if TYPE_CHECKING:
    from knowledge.questions.question import Question

_BESIDE: Final = re.compile(r"\s*[,/&+]\s*(?:(?:an?|the)\b\s*)?", re.IGNORECASE)


def are_joined(question: Question, end: int, first: int) -> bool:
    """Return whether a name that ends at one word is in a row with another that begins at one."""
    between = [word for word in question.words[end:first] if word not in ARTICLES]
    if between:
        return JOINING.issuperset(between) or tuple(between) in JOINING_PHRASES
    typed = question.typed[question.places[end - 1][1] : question.places[first][0]]
    return bool(_BESIDE.fullmatch(typed))
