"""Whether "he" or "she" goes back to somebody: by a title, a word for what they are, or a name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from knowledge.speech.given_name_pronouns import load_given_names
from knowledge.text.english.pronouns import CALLED_HE, CALLED_SHE
from knowledge.text.folding import fold

if TYPE_CHECKING:
    from knowledge.speech.found_speaker import FoundSpeaker

_WHOLE_NAME: Final = 2  # words; one alone may be a surname


def guess_pronoun(speaker: FoundSpeaker) -> str | None:
    """Return "he" or "she", as far as the words printed about a speaker tell; else None."""
    words = speaker.words | set((speaker.as_ or "").lower().replace(".", "").split())
    he, she = not CALLED_HE.isdisjoint(words), not CALLED_SHE.isdisjoint(words)
    if he != she:
        return "he" if he else "she"
    name = (speaker.name or "").split()
    return load_given_names().get(fold(name[0])) if len(name) >= _WHOLE_NAME else None
