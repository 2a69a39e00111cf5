"""Claim a person who is told by a state that is not theirs: "South Korean President Trump"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from knowledge.corpus.model import Kind
from knowledge.names.offices import stems
from knowledge.questions.claims import Claims
from knowledge.questions.question import Stranger
from knowledge.questions.words import Use
from knowledge.text.english.office_words import SENT_TO_A_STATE
from knowledge.text.english.question_words import AUXILIARIES, BEFORE_A_TOPIC, POLARITY, SAYING
from knowledge.text.folding import tokenize

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from knowledge.names.resolver import Name
    from knowledge.questions.question import FoundName

_TITLES: Final = frozenset({Use.POST, Use.TITLE})
_GOING_ON: Final = BEFORE_A_TOPIC | SAYING | POLARITY | AUXILIARIES
_MOST: Final = 8  # namesakes whose states are looked up; of more, a choice is asked anyway
_PEOPLE: Final = 40  # of one question that are looked at


class NationalityClaims(Claims):
    """Reads people behind a state's 's, or behind an office of a state."""

    def read_nationalities(self) -> None:
        """Keep of the people behind a state those it fits; where it fits none, it is a stranger."""
        for person in [f for f in self.found if f.names[0].kind is Kind.PERSON][:_PEOPLE]:
            state = self._find_state_before(person)
            if state is None or len(person.names) > _MOST:
                continue
            fitting = tuple(name for name in person.names if self._may_be_of(state, name))
            if not fitting:
                self._claim_as_stranger(state.first, person.last)
            elif fitting != person.names:
                meant = replace(person, names=fitting, read_as=True)
                self.found = [meant if f is person else f for f in self.found]

    def _find_state_before(self, person: FoundName) -> FoundName | Stranger | None:
        """Return the state or body of the world whose the words before a name say they are."""
        at = person.first
        while at > 0 and self.uses[at - 1] in _TITLES and not self.words[at].broken:
            at -= 1
        if at == 0 or self.words[at].broken:
            return None
        named = next((body for body in self._list_bodies() if body.last == at), None)
        told = named and (self._holds_an_office(at, person) or self._is_owned(at, person))
        return named if told else None

    def _list_bodies(self) -> Iterator[FoundName | Stranger]:
        """Yield the states and bodies named, on record and not."""
        yield from (f for f in self.found if f.names[0].kind is Kind.ORGANIZATION)
        yield from (s for s in self.strangers if not s.is_office)

    def _holds_an_office(self, at: int, person: FoundName) -> bool:
        """Return whether an office is told from a place on, which may be part of what is on record.

        An envoy's state may be the one that they are sent to.
        """
        told = self.kb.posts.find(self.folded[at : person.last])
        return any(not span.first and span.office.role not in SENT_TO_A_STATE for span in told)

    def _is_owned(self, at: int, person: FoundName) -> bool:
        """Return whether 's stands before a person, who is what is asked about: "Seoul's Kono"."""
        after = self.folded[person.last : person.last + 1]
        alone = not after or after[0] in _GOING_ON or self.words[person.last].broken
        return self.words[at - 1].owns and alone

    def _may_be_of(self, named: FoundName | Stranger, name: Name) -> bool:
        """Return whether somebody may be of a state or body, or is called by it: "Korea envoy"."""
        own = set(self.kb.states_of_person(name.target))
        names = () if isinstance(named, Stranger) else named.names
        bodies = [n.target for n in names if n.kind is Kind.ORGANIZATION]
        if not own or any(self._is_of(body, name.target, own) for body in bodies):
            return True
        return stems(self.folded[named.first : named.last]) <= stems(self._list_words(name))

    def _is_of(self, body: str, person: str, states: Collection[str]) -> bool:
        """Return whether a person may be of a state or a body; an envoy to the UN may be of any."""
        state = self.kb.entities[body].state
        if state is None or state == body:
            return state is None or state in states
        held = {post.organization for post in self.kb.posts.of(person)} - {None, state}
        return not held or any(self._belong_together(body, one) for one in held if one)

    def _belong_together(self, one: str, other: str) -> bool:
        return one in self.kb.bodies_of(other) or other in self.kb.bodies_of(one)

    def _list_words(self, name: Name) -> Iterator[str]:
        """Yield the words by which articles call somebody."""
        person = self.kb.person(name.target)
        printed = (text for post in self.kb.posts.of(person.id) for text in post.printed)
        for text in (*printed, *(attested.as_ for attested in person.descriptions)):
            yield from (token.folded for token in tokenize(text))
