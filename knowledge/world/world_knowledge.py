"""Recognize states, bodies, names of people and ordinary words that are not on record."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from knowledge.world.word_table import WordTable

if TYPE_CHECKING:
    from collections.abc import Sequence

FOLDER: Final = Path(__file__).parent
NAMES: Final = FOLDER / "names.tsv"
WORDS: Final = FOLDER / "words.tsv"

LONGEST: Final = 8  # words of a name: what is longer is how nobody types a state
GIVEN: Final = "g"
SURNAME: Final = "s"
PARTS_OF_SPEECH: Final = {"n": "NOUN", "v": "VERB", "j": "ADJ", "r": "ADV", "o": "OTHER"}
_BEGINNING: Final = 5  # letters; a name of five words or more has them
ARTICLE: Final = "the"  # no name of the data begins with it: "the Philippines" is "Philippines"


class WorldKind(StrEnum):
    """What a name is of: a capital and a demonym stand for their state."""

    STATE = "state"
    BODY = "body"
    CAPITAL = "capital"
    DEMONYM = "demonym"


class LetterCase(StrEnum):
    """How a name has to be typed that is also a word of a sentence."""

    ANY = "any"
    TITLE = "title"
    UPPER = "upper"


@dataclass(frozen=True, slots=True)
class WorldName:
    """A name of the world: `text` is what to call the state or body in a sentence.

    `state` is the same for all names of one state or body.
    """

    kind: WorldKind
    text: str
    state: str
    case: LetterCase = LetterCase.ANY

    def is_meant(self, typed: str) -> bool:
        """Return whether the name can be meant by what was typed: "us" is not "US" or "U.S."."""
        if self.case is LetterCase.UPPER:
            return typed.isupper()
        return self.case is LetterCase.ANY or typed[:1].isupper()


class World:
    """All names and words, read from files that are made from libraries' data; never changed."""

    longest: Final = LONGEST + len([ARTICLE])

    def __init__(self) -> None:
        lines = NAMES.read_text(encoding="utf-8").splitlines()
        self._names: Final = dict(line.split("\t", 1) for line in lines)
        self._beginnings: Final = {name[:_BEGINNING] for name in self._names}
        self._words: Final = WordTable(WORDS)

    @staticmethod
    @cache
    def load() -> World:
        """Return the one of this process."""
        return World()

    def may_begin(self, words: Sequence[str]) -> bool:
        """Return whether five folded tokens may begin a name of as many or more."""
        return words[0] == ARTICLE or "".join(words)[:_BEGINNING] in self._beginnings

    def find(self, words: Sequence[str]) -> WorldName | None:
        """Return what folded tokens name as a whole, however joined."""
        own = words[1:] if len(words) > 1 and words[0] == ARTICLE else words
        about = self._names.get("".join(own))
        if not about:
            return None
        kind, state, text, case = about.split("\t")
        return WorldName(WorldKind(kind), text, state, LetterCase(case))

    def is_given_name(self, word: str) -> bool:
        return GIVEN in self._words.find(word)

    def is_mainly_given_name(self, word: str) -> bool:
        """Return whether it is a given name even in small letters: "hunter", not "will"."""
        return self.is_given_name(word) and self.parts_of_speech(word) <= {"NOUN"}

    def is_surname(self, word: str) -> bool:
        return SURNAME in self._words.find(word)

    def parts_of_speech(self, word: str) -> frozenset[str]:
        """Return what a word of English can be; nothing for what is not one.

        NOUN, VERB, ADJ, ADV, or OTHER: small words, numbers, interjections.
        """
        known = self._words.find(word)
        return frozenset([PARTS_OF_SPEECH[part] for part in known if part in PARTS_OF_SPEECH])
