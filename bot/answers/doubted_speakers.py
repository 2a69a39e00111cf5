"""Whose words a message may only seem to give to somebody: “a spokesman for Kono said”.

An article that gives the words to another contradicts the message only where this claims them for
the one it names. Elsewhere the answer says that it cannot tell to whom the message gives them.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from bot.answers.elsewhere import is_straight_beside
from bot.answers.speaker_reading import NO_NAMES
from bot.answers.unnamed_speakers import list_unnamed
from knowledge.check_quote import (
    depends,
    gives_by_form,
    is_of_another,
    outline_quotations,
    place_quotations,
    verify_quote,
)
from knowledge.corpus import Kind
from knowledge.questions import Use
from knowledge.text import ARTICLES

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from bot.answers.claimed_speaker import ClaimedSpeaker
    from knowledge.check_quote import Verification
    from knowledge.kb import KnowledgeBase
    from knowledge.questions import FoundName, Question

Place = tuple[int, int]

_BESIDE: Final = frozenset({Use.TITLE, Use.POST, Use.DATE, Use.GRAMMAR})
# Whoever does this passes on the words of another.
_OTHERS: Final = frozenset("quote quoted quotes quoting cite cited cites citing".split())


def doubt_speakers(
    kb: KnowledgeBase, question: Question, quotes: Sequence[str], claimed: Sequence[ClaimedSpeaker]
) -> list[ClaimedSpeaker]:
    """Return to whom quotations are given; in doubt where another said them and no form does so."""
    forms = _Forms(kb, question)
    places = place_quotations(question.typed)
    said = enumerate(zip(quotes, claimed, strict=False))
    return [
        who._replace(certain=False)
        if n < len(places) and forms.doubt(places[n], words, who)
        else who
        for n, (words, who) in said
    ]


def _is_denied(found: Verification) -> bool:
    return found.theirs is False or any(_is_denied(part) for _, part in found.parts)


@dataclass
class _Forms:
    """What a message has beside its quotations, and whether that gives them to a name."""

    kb: KnowledgeBase
    question: Question

    @cached_property
    def _outlined(self) -> str:
        return outline_quotations(self.question.typed)

    @cached_property
    def _roles(self) -> list[tuple[Place, FoundName | None]]:
        return [(one.place, one.of) for one in list_unnamed(self.question, self.question.typed)]

    def doubt(self, quotation: Place, words: str, who: ClaimedSpeaker) -> bool:
        """Return whether words are given, by no known form, to somebody for whom none are printed.

        A state that only says where somebody is from is doubted either way.
        """
        if who.speaker is None:
            return False
        found = verify_quote(self.kb, words, who.speaker)
        if _is_denied(found):
            asked = self._is_commands_form(quotation, who) and bool(found.spoken)
            return not (asked or self._give(quotation, who))
        is_body = self.kb.entities[who.speaker].kind is Kind.ORGANIZATION
        places = self._list_places(who) if is_body else []
        return bool(places) and all(is_of_another(self._outlined, place) for place in places)

    def _is_commands_form(self, quotation: Place, who: ClaimedSpeaker) -> bool:
        """Return whether nothing is typed but a name and a quotation: `/check kono "WORDS"`."""
        beside = [self._outlined[: quotation[0]], self._outlined[quotation[1] :]]
        return [words.strip() for words in beside] == [who.read[0].typed if who.read else "", ""]

    def _give(self, quotation: Place, who: ClaimedSpeaker) -> bool:
        """Return whether one of the places of a name gives the quotation to it."""
        read = {i for f in who.read for i in range(f.first, f.last)}
        return any(self._gives(quotation, place, read) for place in self._list_places(who))

    def _list_places(self, who: ClaimedSpeaker) -> list[Place]:
        """Return where the speaker is named, and where somebody is who is only told as theirs."""
        own = [f for f in who.read if any(name.target == who.speaker for name in f.names)]
        names = [self.question.place(f.first, f.last) for f in own]
        return names + [place for place, of in self._roles if of in own]

    def _gives(self, quotation: Place, name: Place, read: Collection[int]) -> bool:
        if gives_by_form(self._outlined, quotation, name):
            return True
        if depends(self._outlined, name) or self._tells_what_was_done(quotation, name):
            return False
        if is_straight_beside(self._outlined, name) and not self._goes_on(name):
            return True
        return self._is_alone(quotation, name, read)

    def _goes_on(self, name: Place) -> bool:
        """Return whether a name does something that is not saying: "“…,” Kono quoted Abe"."""
        at = bisect_left(self.question.places, (name[1], 0))
        if at == len(self.question.places):
            return False
        apart = self._outlined[name[1] : self.question.places[at][0]].strip()
        return not apart and not self._is_harmless(at)

    def _tells_what_was_done(self, quotation: Place, name: Place) -> bool:
        """Return whether words between marks go on about a name: "Kono “shook hands with”"."""
        behind = self._outlined[name[1] : quotation[0]]
        words = self.question.typed[slice(*quotation)].strip("“”\"'‘’ ").split()
        first = words[0] if words else ""
        verb = self.kb.world.parts_of_speech(first.lower()) == {"VERB"}
        return name[1] <= quotation[0] and not behind.strip() and verb and first[:1].islower()

    def _is_alone(self, quotation: Place, name: Place, read: Collection[int]) -> bool:
        """Return whether the line of a name has no word that says anything but whose words."""
        start = self._outlined.rfind("\n", 0, name[0]) + 1
        end = self._outlined.find("\n", name[1])
        places = enumerate(self.question.places)
        line = [i for i, at in places if start <= at[0] < (end if end >= 0 else at[1])]
        between = [i for i in line if name[1] <= self.question.places[i][0] < quotation[0]]
        alone = all(i in read or self._is_harmless(i) for i in line)
        return alone and not any(self._is_grammar(i) for i in between)

    def _is_harmless(self, at: int) -> bool:
        word, use = self.question.words[at], self.question.uses[at]
        harmless = use in _BESIDE or word in NO_NAMES or word.isdigit()  # of a note: "[1]"
        return harmless and word not in _OTHERS

    def _is_grammar(self, at: int) -> bool:
        return self.question.uses[at] is Use.GRAMMAR and self.question.words[at] not in ARTICLES
