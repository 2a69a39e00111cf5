"""A question with those it names and the issue it is about, which its meaning is read from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from knowledge.corpus.model import Kind
from knowledge.questions.actors import Actor, find_cast, states_of
from knowledge.questions.issue_reading import read_issues
from knowledge.questions.words import UNREAD, Use
from knowledge.text.english.question_words import (
    ASKED_FOR,
    BEFORE_A_TOPIC,
    GRAMMAR,
    POLARITY,
    QUALIFIERS,
    SAYING,
    SPEAKERS,
)
from knowledge.text.english.short_question_words import NUMBERS

if TYPE_CHECKING:
    from knowledge.kb.knowledge_base import KnowledgeBase
    from knowledge.names.resolver import Name
    from knowledge.questions.question import Question

_SKIPPED: Final = frozenset("the a an on about for to with of in".split())
_NO_NOUNS: Final = QUALIFIERS | ASKED_FOR | NUMBERS.keys()
_NOUN: Final = frozenset({"NOUN"})
_READINGS: Final = 8  # of unclear names, as parties


class QuestionParts:
    """The words of a question, who is named in it, and the issue it is about."""

    def __init__(self, kb: KnowledgeBase, question: Question) -> None:
        self.kb, self.question, self.words = kb, question, question.words
        self.cast = find_cast(kb, question)
        self.subject = {s for a in self.cast.subjects for s in self._states(a)}
        self.reading = read_issues(kb, question, self.subject, self._party_sets())
        self._silent = GRAMMAR | SPEAKERS

    def _party_sets(self) -> list[frozenset[str]]:
        """Return the states of the objects; one set for each reading of those that are unclear."""
        sets = [frozenset[str]()]
        for actor in self.cast.objects:
            names = [name for name in actor.names if name.kind is not Kind.ISSUE]
            of_each = [frozenset(self._states_of(name)) for name in names]
            if all(name.kind is Kind.ORGANIZATION for name in names):
                of_each.append(frozenset[str]().union(*of_each))  # "the two Koreas"
            sets = [known | states for known in sets for states in of_each or sets][:_READINGS]
        return list(dict.fromkeys(sets))

    def _states_of(self, name: Name) -> tuple[str, ...]:
        return states_of(self.kb, name.target)

    def _states(self, actor: Actor) -> tuple[str, ...]:
        return states_of(self.kb, actor.target) if actor.target else ()

    def _actors(self) -> tuple[Actor, ...]:
        return (*self.cast.subjects, *self.cast.objects)

    def _skip_back(self, at: int) -> int:
        while at >= 0 and self.words[at] in {"the", "a", "an"}:
            at -= 1
        return at

    def _is_unread(self, at: int) -> bool:
        return self.question.uses[at] in UNREAD

    def _is_noun(self, at: int, *, only: bool = False) -> bool:
        word = self.words[at]
        if self.question.uses[at] is not Use.WORD or word in _NO_NOUNS:
            return False
        speech = self.kb.world.parts_of_speech(word)
        return speech == _NOUN if only else "NOUN" in speech

    def _is_organization(self, actor: Actor) -> bool:
        return any(name.kind is Kind.ORGANIZATION for name in actor.names)

    def _begins_topic(self, at: int) -> bool:
        """Return whether the name before ends here: at "on", a verb, or the name of an issue."""
        if at >= len(self.words):
            return False
        word = self.words[at]
        whole = any(
            f.first == at and f.names[0].kind is Kind.ISSUE and f.last - f.first > 1
            for f in self.question.found
        )
        return whole or word in BEFORE_A_TOPIC | SAYING | POLARITY | ASKED_FOR

    def _is_before(self, at: int, firsts: set[int]) -> bool:
        ahead = at + 1
        while ahead < len(self.words) and self.words[ahead] in _SKIPPED:
            ahead += 1
        return ahead in firsts
