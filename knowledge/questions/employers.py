"""Whoever is told by whom they serve, and shares a surname on record: "Ms. Kang of Samsung"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.corpus.model import Kind
from knowledge.questions.words import Use
from knowledge.text.english.gendered_titles import CALLED_BY_TITLE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from knowledge.questions.question import FoundName, Question, Stranger
    from knowledge.world import World


def find_employed(
    world: World, question: Question, uses: Sequence[Use], found: Sequence[FoundName]
) -> Iterator[tuple[int, int]]:
    """Yield where a part of a person's name goes on with "of" and somebody not on record.

    So does the name of a stranger with a title that is not the person's.
    """
    served = _Served(world, question, uses)
    named: list[FoundName | Stranger] = [
        f for f in found if f.read_as and not f.posts and f.name.kind is Kind.PERSON
    ]
    named += [s for s in question.strangers if question.words[s.first] in CALLED_BY_TITLE]
    for person in named:
        last = served.find_end(person.last)
        if last is not None:
            yield person.first, last


class _Served:
    """Finds whom somebody is said to be of."""

    def __init__(self, world: World, question: Question, uses: Sequence[Use]) -> None:
        self.world, self.words, self.uses = world, question.words, uses
        self.parsed = question.parsed

    def find_end(self, at: int) -> int | None:
        """Return where the name behind an "of" ends that begins at a word; None where none does."""
        if self.words[at : at + 1] != ("of",) or self.parsed[at].broken or self.parsed[at - 1].owns:
            return None
        first = last = at + 1 + (self.words[at + 1 : at + 2] == ("the",))
        while self._is_inside(last) and self.uses[last] in {Use.STRANGER, Use.UNKNOWN}:
            last += 1
        if last == first and self._is_inside(first) and self._is_a_thing(first):
            last += 1
        return last if last > first else None

    def _is_a_thing(self, at: int) -> bool:
        """Return whether a word that was not read is a noun alone, as many a name is: "oxford"."""
        return self.uses[at] is Use.WORD and self.world.parts_of_speech(self.words[at]) == {"NOUN"}

    def _is_inside(self, at: int) -> bool:
        return at < len(self.words) and not self.parsed[at].broken
