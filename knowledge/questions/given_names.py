"""Which words are a stranger's given name before a surname on record: "Peter Moon", "Will Kono"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from knowledge.questions.words import Use
from knowledge.text.english.given_name_words import (
    AFTER_A_SUBJECT,
    BEFORE_A_VERB,
    WORDS_OF_A_SENTENCE,
)
from knowledge.text.english.question_words import AUXILIARIES, COMPARING, FILLERS

if TYPE_CHECKING:
    from knowledge.questions.question import FoundName, Question
    from knowledge.world import World

# Behind these stands whoever is asked about, and no verb: "what did will kono say".
_BEFORE_A_NAME: Final = AUXILIARIES | COMPARING | {"of", "about", "whos", "whois"}


class GivenNames:
    """Tells given names from the words of English that are spelled alike."""

    def __init__(self, world: World, question: Question) -> None:
        self.world, self.question = world, question
        self.words, self.uses = question.words, question.uses

    def is_given(self, at: int, found: FoundName) -> bool:
        """Return whether a word before a person's name is a given name, and so another's."""
        word, parsed = self.words[at], self.question.parsed
        if parsed[at].owns or not self.world.is_given_name(word):
            return False
        if word in WORDS_OF_A_SENTENCE:
            return self._is_surname(found) and self._stands_as_a_name(at, found)
        if self.uses[at] is not Use.WORD or word in FILLERS:
            return False
        if self.world.is_mainly_given_name(word):
            return True
        return self._is_surname(found) and not self._stands_as_a_verb(at)

    def _is_surname(self, found: FoundName) -> bool:
        """Return whether no given name of the person was typed."""
        return found.last - found.first == 1

    def _stands_as_a_name(self, at: int, found: FoundName) -> bool:
        """Return whether no sentence goes on from a word such as "will"."""
        after = self.words[found.last] if found.last < len(self.words) else ""
        if at == 0 or self.question.parsed[at].broken:
            return not after or after in AFTER_A_SUBJECT
        return self.words[at - 1] in _BEFORE_A_NAME

    def _stands_as_a_verb(self, at: int) -> bool:
        """Return whether a word is what somebody does: "to grant", "would Japan rob"."""
        if "VERB" not in self.world.parts_of_speech(self.words[at]) or at == 0:
            return False
        subject = self.uses[at - 1] is Use.NAME and not self.question.parsed[at].broken
        asked = not AUXILIARIES.isdisjoint(self.words[:at])
        return self.words[at - 1] in BEFORE_A_VERB or (subject and asked)
