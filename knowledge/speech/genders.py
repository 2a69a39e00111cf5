"""Whether "he" or "she" goes back to somebody: by a title, a word for what they are, or a name."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from knowledge.text.english.pronouns import CALLED_HE, CALLED_SHE
from knowledge.text.folding import fold

if TYPE_CHECKING:
    from knowledge.speech.found_speaker import FoundSpeaker

GIVEN_NAMES: Final = Path(__file__).with_name("given_names.tsv")
_WHOLE_NAME: Final = 2  # words; one alone may be a surname


def guess_pronoun(speaker: FoundSpeaker) -> str | None:
    """Return "he" or "she", as far as the words printed about a speaker tell; else None."""
    words = speaker.words | set((speaker.as_ or "").lower().replace(".", "").split())
    he, she = not CALLED_HE.isdisjoint(words), not CALLED_SHE.isdisjoint(words)
    if he != she:
        return "he" if he else "she"
    name = (speaker.name or "").split()
    return load_given_names().get(fold(name[0])) if len(name) >= _WHOLE_NAME else None


@cache
def load_given_names() -> dict[str, str]:
    """Return the pronoun by given name, of names that mostly go with one."""
    lines = GIVEN_NAMES.read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t", 1) for line in lines)
