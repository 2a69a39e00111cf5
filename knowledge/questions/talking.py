"""Whether "talks" is what somebody does: "who else talks about the canal" is on no talks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from knowledge.questions.words import Use
from knowledge.text.english.question_words import EXCEPTING, SPEAKERS, WHO
from knowledge.text.english.small_words import ARTICLES

if TYPE_CHECKING:
    from collections.abc import Sequence

_TALKING: Final = frozenset({"talk", "talks"})
_WHOEVER: Final = WHO | SPEAKERS | {"which", "else", "also", "ever"}
_BETWEEN: Final = EXCEPTING | ARTICLES | frozenset("but from than and to in addition".split())


def is_talking(words: Sequence[str], uses: Sequence[Use | None], at: int) -> bool:
    """Return whether "talks about" stands behind whoever is asked for, and whom it leaves out."""
    if words[at] not in _TALKING or tuple(words[at + 1 : at + 2]) not in {("about",), ("of",)}:
        return False
    before = at - 1
    while before > 0 and (uses[before] in {Use.NAME, Use.STRANGER} or words[before] in _BETWEEN):
        before -= 1
    return before >= 0 and words[before] in _WHOEVER and words[0] in WHO | {"which"}
