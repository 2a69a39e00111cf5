"""Claim whoever is named by a person, and is not that person: "Kono's wife", "an aide to Moon"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from knowledge.corpus.model import Kind
from knowledge.questions.claims import Claims
from knowledge.questions.words import Use
from knowledge.text.english.question_words import ASKED_FOR, AUXILIARIES, GOVERNMENTS
from knowledge.text.english.related_words import (
    NAMED_BY_A_PERSON,
    NAMED_WITHOUT_AN_S,
    NOBODY_BEFORE_TO,
)
from knowledge.text.english.small_words import ARTICLES

if TYPE_CHECKING:
    from knowledge.questions.question import FoundName

_NAMED: Final = NAMED_BY_A_PERSON - GOVERNMENTS
# Directly behind a name without 's: an office there is the person's own.
_BARE: Final = NAMED_WITHOUT_AN_S - GOVERNMENTS
_JOINING: Final = frozenset({"of", "to", "for"})
_BETWEEN: Final = 3  # words between a name and the noun: "Kono's closest foreign policy adviser"
_WHICH: Final = ARTICLES | {"another", "one"}
_STANDING: Final = frozenset({"stand", "take"})
_DESCRIBING: Final = frozenset({"ADJ", "NOUN"})


class RelativeClaims(Claims):
    """Reads somebody who is told by their relation to a person on record."""

    def read_relatives(self) -> None:
        """Take "Kono's wife" and "an aide to Moon" for strangers, and their persons for neither."""
        if _NAMED.isdisjoint(self.folded):
            return
        kept = {id(found) for found in self.found}
        for person in [f for f in self.found if _is_person(f)]:
            if id(person) in kept and self._read_relative(person):
                kept = {id(found) for found in self.found}

    def _read_relative(self, person: FoundName) -> bool:
        """Take who is told by a person for a stranger; return whether names were given up."""
        end, first = self._end_of_relation(person), self._begin_of_relation(person)
        if end is not None and self._names_person(end):
            self.uses[person.first : end] = [Use.TITLE] * (end - person.first)
            self.found = [f for f in self.found if not person.first <= f.first < end]
        elif end is not None:
            self._claim_as_stranger(person.first, end)
        elif first is not None:
            self._claim_as_stranger(first, person.last)
        return end is not None or first is not None

    def _end_of_relation(self, person: FoundName) -> int | None:
        """Return where the noun ends that tells who is meant, behind a person's name."""
        owns, at = self._owns(person), person.last
        between = 0
        while owns and between < _BETWEEN and self._may_describe(at):
            at, between = self._end_of_word(at), between + 1
        if not self._is_inside(at) or not self._is_noun_for_somebody(person, at, owns=owns):
            return None
        while self._is_inside(at + 1) and self.folded[at + 1] in _NAMED and not self.uses[at + 1]:
            at += 1
        asked = self._is_asked_of(person, at)
        quality = not asked and self._qualifies(at)
        return None if quality or self._is_done(person, at, owns=owns) else at + 1

    def _is_asked_of(self, person: FoundName, at: int) -> bool:
        """Return whether it is asked what the noun does: "where does Kono's party stand"."""
        before = self.folded[person.first - 1] if person.first else ""
        does = self.folded[at + 1] if self._is_inside(at + 1) else ""
        return before in AUXILIARIES and does in _STANDING

    def _owns(self, person: FoundName) -> bool:
        """Return whether a name ends with 's, or with the s alone: "konos aide"."""
        hangs = person.read_as and not person.edited and person.typed.lower().endswith("s")
        last = self.folded[person.last - 1]
        return self.words[person.last - 1].owns or (hangs and not self.names.exact([last]))

    def _may_describe(self, at: int) -> bool:
        """Return whether a word may tell which: "former", "closest", "South Korean"."""
        if not self._is_inside(at) or self.folded[at] in _NAMED:
            return False
        if named := next((f for f in self.found if f.first == at), None):
            noun_follows = bool(named.posts) and named.last - at > 1
            return noun_follows or all(n.kind is Kind.ORGANIZATION for n in named.names)
        parts = self.world.parts_of_speech(self.folded[at])
        unread = self.uses[at] in {None, Use.TITLE, Use.POST}
        return unread and not parts.isdisjoint(_DESCRIBING)

    def _end_of_word(self, at: int) -> int:
        """Return where a word ends, or a name; of an office, its noun is left."""
        named = next((f for f in self.found if f.first == at), None)
        return named.last - bool(named.posts) if named else at + 1

    def _is_noun_for_somebody(self, person: FoundName, at: int, *, owns: bool) -> bool:
        """Return whether a word is the noun, and no office that another person held.

        Without 's it is no office of the person's own either: "Kono minister".
        """
        offices = [f for f in self.found if f.posts and f.first <= at < f.last]
        if not owns:
            office = bool(offices) or self.uses[at] is Use.POST
            return self.folded[at] in _BARE and not office
        own = {name.target for name in person.names}
        held = any(own.isdisjoint(name.target for name in f.names) for f in offices)
        return self.folded[at] in _NAMED and not held

    def _qualifies(self, at: int) -> bool:
        """Return whether a word is a quality of what is asked for: "Kono's official position"."""
        after = self.folded[at + 1] if self._is_inside(at + 1) else ""
        attitude = self.folded[at] == "opposition" and after in {"to", "against"}
        quality = "ADJ" in self.world.parts_of_speech(self.folded[at])
        return attitude or (quality and (after in ASKED_FOR or self._may_describe(at + 1)))

    def _is_done(self, person: FoundName, at: int, *, owns: bool) -> bool:
        """Return whether a word is what a person does: "did Kono host Moon"."""
        before = self.folded[person.first - 1] if person.first else ""
        verb = "VERB" in self.world.parts_of_speech(self.folded[at])
        return verb and not owns and before in AUXILIARIES

    def _begin_of_relation(self, person: FoundName) -> int | None:
        """Return where "an aide to" begins before a person's name, titles between them included."""
        at = person.first - 1
        while at > 0 and (self.uses[at] is Use.TITLE or self.folded[at] in _WHICH):
            at -= 1
        if at < 1 or self.folded[at] not in _JOINING or self.words[at].broken:
            return None
        noun, joined = at - 1, self.folded[at]
        named = self.folded[noun] in _NAMED and self.uses[noun] is not Use.POST
        attitude = self.folded[noun] in NOBODY_BEFORE_TO
        if not named or attitude or (joined == "to" and self._is_asked_for(noun)):
            return None
        return self._begin_of_description(noun)

    def _is_asked_for(self, noun: int) -> bool:
        """Return whether a word is what is asked for, and nobody: "sources to Kono"."""
        return self.folded[noun] in ASKED_FOR

    def _begin_of_description(self, noun: int) -> int:
        """Return where the words begin that tell which: "a former", "the chief"."""
        first = noun
        while first > 0 and not self.words[first].broken:
            which = self.folded[first - 1] in _WHICH
            if not (which or (self.uses[first - 1] is None and self._may_describe(first - 1))):
                break
            first -= 1
            if which:
                break
        return first

    def _names_person(self, at: int) -> bool:
        """Return whether the person meant is named right behind: "Kono's ally Moon"."""
        people = (f for f in self.found if f.first == at and _is_person(f))
        return self._is_inside(at) and any(people)

    def _is_inside(self, at: int) -> bool:
        return at < len(self.words) and not self.words[at].broken


def _is_person(found: FoundName) -> bool:
    return all(name.kind is Kind.PERSON for name in found.names)
