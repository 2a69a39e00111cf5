"""Whether a question asks for whoever has nothing on record: "who hasn't commented on talks"."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from knowledge.text.english.silent_words import NO_POSITION, NO_WORDS

if TYPE_CHECKING:
    from knowledge.questions.question import Question


class Silence(StrEnum):
    """What those who are asked for do not have on record."""

    NO_POSITION = "no_position"
    NO_WORDS = "no_words"


def find_silence(question: Question) -> Silence | None:
    """Return what it is asked who does not have it; None where something else is asked."""
    words = " ".join(question.words)
    if NO_POSITION.search(words):
        return Silence.NO_POSITION
    return Silence.NO_WORDS if NO_WORDS.search(words) else None
