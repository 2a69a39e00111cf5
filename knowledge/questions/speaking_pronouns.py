"""Which pronoun says something of those named behind it: "what does he think about Moon"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.text.english.agreeing_words import AGREEING
from knowledge.text.english.question_words import AUXILIARIES, JOINING, SAYING
from knowledge.text.english.short_question_words import SPEAKING_PRONOUNS

if TYPE_CHECKING:
    from collections.abc import Sequence


def find_speaking_pronoun(words: Sequence[str], subjects: Sequence[int]) -> int | None:
    """Return the place of the one pronoun that says something of all subjects; else None.

    `subjects` are the places where those who are named begin.
    """
    places = [i for i, word in enumerate(words[:-1]) if word in SPEAKING_PRONOUNS]
    if len(places) != 1 or not subjects or not AGREEING.isdisjoint(words):
        return None
    (at,) = places
    asked = at > 0 and words[at - 1] in AUXILIARIES
    speaks = (asked or words[at + 1] in SAYING) and words[at + 1] not in JOINING
    return at if speaks and all(first > at for first in subjects) else None
