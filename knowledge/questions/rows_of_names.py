"""Names that stand in a row: "Japan, the U.S. and China", "Japan as well as China"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from knowledge.text.english.question_words import JOINING, JOINING_PHRASES
from knowledge.text.english.small_words import ARTICLES

if TYPE_CHECKING:
    from knowledge.questions.question import Question

_BESIDE: Final = re.compile(r"\s*[,/&+]\s*(?:(?:an?|the)\b\s*)?", re.IGNORECASE)

_WHOSE: Final = frozenset({"of", "by", "from"})


def are_joined(question: Question, end: int, first: int) -> bool:
    """Return whether a name that ends at one word is in a row with another that begins at one."""
    between = [word for word in question.words[end:first] if word not in ARTICLES]
    if between:
        again = between[0] in JOINING and between[-1] in _WHOSE  # "of Japan and of China"
        left = between[:-1] if again else between
        return JOINING.issuperset(left) or tuple(between) in JOINING_PHRASES
    typed = question.typed[question.places[end - 1][1] : question.places[first][0]]
    return bool(_BESIDE.fullmatch(typed))
