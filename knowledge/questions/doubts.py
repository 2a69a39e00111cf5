"""Words that may make another question of it, and parties that no issue has."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from knowledge.corpus.model import Kind
from knowledge.questions.counterparts import Counterparts
from knowledge.questions.measured_by import is_sided_with
from knowledge.questions.owned_things import OwnedThings
from knowledge.questions.speaking_pronouns import find_speaking_pronoun
from knowledge.questions.words import Use
from knowledge.text.english.meeting_words import TALKS
from knowledge.text.english.office_words import NO_LONGER
from knowledge.text.english.question_words import (
    BEFORE_A_PARTY,
    BEFORE_A_TARGET,
    BEFORE_AN_OFFICE,
    EVERYONE,
    EXCEPTING,
    OFFICES,
    TURNING,
    WHO,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from knowledge.questions.actors import Actor

_TRAILING: Final = frozenset({"no", "not", "never", "without", "against", "except"})
_LETTERS: Final = 4  # of the shortest beginning of a word
_SHORT: Final = 8  # words of a question in which an unknown one may be anything


class Doubts(OwnedThings, Counterparts):
    """Reads what has to be asked about."""

    def _doubtful(self, objects: Iterable[Actor]) -> Iterator[str]:
        """Yield the words, as typed, that may change the question."""
        unread = {*self.reading.modifiers, *self._turning(), *self._unknown()}
        for i in sorted(unread | self._of_nobody()):
            yield self.question.typed_between(i, i + 1)
        for actor in objects:
            if actor.is_stranger:
                yield actor.typed

    def _of_nobody(self) -> set[int]:
        """Return the pronoun that says something of all who are named: "did he trust Moon"."""
        subjects = [actor.first for actor in self.cast.subjects]
        at = find_speaking_pronoun(self.words, subjects)
        return set() if at is None or self.reading.issues else {at}

    def _unknown(self) -> Iterator[int]:
        """Yield words of no dictionary beside a name, or anywhere in a short question."""
        short = len(self.words) <= _SHORT
        for i, use in enumerate(self.question.uses):
            if use is not Use.UNKNOWN or i in self.reading.words:
                continue
            if (short or self._is_beside(i)) and not self._shortens(self.words[i]):
                yield i

    def _shortens(self, word: str) -> bool:
        """Return whether a word is the beginning of one that the issue has: "decl"."""
        bags = self.kb.issue_words.bags
        own = frozenset[str]().union(*(bags[issue] for issue in self.reading.issues))
        return len(word) >= _LETTERS and any(known.startswith(word) for known in own)

    def _is_beside(self, at: int) -> bool:
        return any(at in {f.first - 1, f.last} for f in self.question.found)

    def _turning(self) -> Iterator[int]:
        """Yield the words that turn or widen a question: "no first use", "except Japan"."""
        firsts = {f.first for f in self.question.found} | {a.first for a in self._actors()}
        lasts = {a.last for a in self._actors()}
        dates = {i for i, use in enumerate(self.question.uses) if use is Use.DATE}
        for i, word in enumerate(self.words):
            if word not in TURNING or self.question.uses[i] in {Use.NAME, Use.DATE, Use.POST}:
                continue
            before = self._is_before(i, firsts | dates) and not self._describes_person(i)
            each_other = i and self.words[i - 1] == "each"
            if word in OFFICES and self._is_asked_for(i):
                continue
            whoever = self.words[0] in EVERYONE | WHO | {"which"} and self.reading.issues
            if whoever and word in EXCEPTING:
                continue
            if (word in EXCEPTING and not each_other) or before or (word == "only" and i in lasts):
                yield i
        yield from self._over()
        yield from self._against()

    def _is_asked_for(self, at: int) -> bool:
        """Return whether "post" is the office that somebody held: "Suga's post in 2018"."""
        before = self.words[at - 1] if at else ""
        return before in BEFORE_AN_OFFICE or bool(at and self.question.parsed[at - 1].owns)

    def _over(self) -> Iterator[int]:
        """Yield the words that say that an office is over: who held it then is not told."""
        for office in (f for f in self.question.found if f.posts and not f.described):
            for i in range(max(office.first - 1, 0), office.last):
                inside = i >= office.first or self.question.uses[i] is not Use.NAME
                if inside and self.words[i] in NO_LONGER:
                    yield i

    def _against(self) -> Iterator[int]:
        """Yield "against" before those asked about, and what turns the question at its end."""
        end = len(self.words)
        if end > 1 and self.words[-1] in _TRAILING and self.words[-2] != "or":
            yield end - 1
        subjects = {actor.first for actor in self.cast.subjects}
        for i, word in enumerate(self.words):
            if word == "against" and self._is_before(i, subjects):
                yield i

    def _describes_person(self, at: int) -> bool:
        """Return whether "former" stands before a person: who held which post is dated anyway."""
        return self.words[at] in {"former", "ex"} and any(
            f.first == at + 1 and f.names[0].kind is Kind.PERSON for f in self.question.found
        )

    def _foreign(self, objects: Iterable[Actor]) -> Iterator[str]:
        """Yield the parties asked about that no issue named has: "talks with Russia"."""
        issues = self.reading.issues
        own = {p for issue in issues for child in self.kb.under(issue) for p in child.parties}
        for actor in objects if own else ():
            if not self._is_party(actor):
                continue
            if actor.is_stranger:
                yield actor.typed
            elif actor.target and own.isdisjoint(self._states(actor)):
                yield self.kb.name_of(actor.target)
        yield from self._owners()
        yield from (self.kb.name_of(who) for who in self._list_met(own) if own)

    def _list_met(self, own: set[str]) -> Iterator[str]:
        """Yield people whose meeting is asked about, and who are of no party: "the Pence meeting".

        Who stands bare before what is asked of them is none of these: "Pence summit".
        """
        for actor in self._actors():
            at, before = actor.last, self.words[actor.first - 1 : actor.first]
            owned = self.question.parsed[at - 1].owns or before == ("the",)
            met = owned and not TALKS.isdisjoint(self.words[at : at + 1])
            if met and actor.target and own.isdisjoint(self._states(actor)):
                yield actor.target

    def _is_party(self, actor: Actor) -> bool:
        """Return whether somebody is a party to what is asked about; a row is gone through once."""
        row, found = list[int](), self._parties.get(actor.first)
        while found is None:
            row.append(actor.first)
            told = self._stands_as_party(actor)
            if isinstance(told, bool):
                found = told
            else:
                actor, found = told, self._parties.get(told.first)
        self._parties |= dict.fromkeys(row, found)
        return found

    def _stands_as_party(self, actor: Actor) -> bool | Actor:
        """Return whether somebody stands as a party does, or who does so in front of "and"."""
        at = self._skip_back(actor.first - 1)
        if at < 0:
            return False
        word = self.words[at]
        if word in BEFORE_A_TARGET:
            # "sanctions on Russia", but "Japan on sanctions"
            return any(f.last == at and f.names[0].kind is Kind.ISSUE for f in self.question.found)
        if word not in BEFORE_A_PARTY or is_sided_with(self.question, actor.first):
            return False
        return self._by_end.get(at, False) if word == "and" else True

    @cached_property
    def _parties(self) -> dict[int, bool]:
        return {}

    @cached_property
    def _by_end(self) -> dict[int, Actor]:
        return {actor.last: actor for actor in reversed(self._actors())}
