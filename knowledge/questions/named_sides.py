"""Between whom talks are that a question names: "a Trump-Kim summit", "Japan and China talking"."""

from __future__ import annotations

from itertools import pairwise, product
from typing import TYPE_CHECKING, Final

from knowledge.corpus.model import Kind
from knowledge.questions.question_parts import QuestionParts
from knowledge.questions.rows_of_names import are_joined
from knowledge.text.english.meeting_words import MEETING_EACH_OTHER, TALKS
from knowledge.text.english.question_words import QUALIFIERS
from knowledge.text.english.small_words import ARTICLES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from knowledge.questions.actors import Actor

_PAIR: Final = 2
_MOST: Final = 4  # sides of one meeting that are read
_AMONG: Final = frozenset({"between", "among", "of"})
_TO: Final = ARTICLES | {"to", "with", "directly", "again"}


class NamedSides(QuestionParts):
    """Reads between whom talks are, wherever the sides are named."""

    def _find_sides(self) -> tuple[Actor, ...]:
        """Return those between whom talks or a meeting are asked about; nobody where none are."""
        actors = sorted(self._actors(), key=lambda actor: actor.first)
        for row in self._list_rows(actors):
            if len(row) >= _PAIR and (self._is_behind_talks(row) or self._leads_to_talks(row)):
                return tuple(row[:_MOST])
        for one, other in pairwise(actors):
            if self._meets(one, other):
                return (one, other)
        return ()

    def _find_group(self) -> tuple[Actor, ...]:
        """Return several who talk to one other, where issues are between each and that one.

        "The US and Japan to talk with Pyongyang" are these three.
        """
        actors = sorted(self._actors(), key=lambda actor: actor.first)
        if len(actors) <= _PAIR or not self._meets(*actors[-_PAIR:]):
            return ()
        *row, other = actors
        joined = all(self._goes_on(*two) for two in pairwise(row))
        each = all(self._are_sides((one, other)) for one in row)
        return (*row, other) if joined and each else ()

    def _list_rows(self, actors: Sequence[Actor]) -> Iterator[list[Actor]]:
        """Yield the names that stand in rows, with those that a hyphen joins."""
        row: list[Actor] = []
        for actor in actors:
            if row and not self._goes_on(row[-1], actor):
                yield row
                row = []
            row.append(actor)
        yield row

    def _goes_on(self, one: Actor, other: Actor) -> bool:
        return self._is_pair(one, other) or are_joined(self.question, one.last, other.first)

    def _is_pair(self, one: Actor, other: Actor) -> bool:
        return one.last == other.first and self.question.parsed[other.first].hyphened

    def _is_behind_talks(self, row: Sequence[Actor]) -> bool:
        """Return whether "talks between" stands before a row."""
        at = self._skip_back(row[0].first - 1)
        return at > 0 and self.words[at] in _AMONG and self._is_of_talks(at - 1)

    def _leads_to_talks(self, row: Sequence[Actor]) -> bool:
        """Return whether a row is followed by what they do together: "Japan and China holding"."""
        first = at = row[-1].last
        while at < len(self.words) and self.words[at] in QUALIFIERS | ARTICLES | {"to"}:
            at += 1
        if at >= len(self.words) or not self._is_of_talks(at):
            return False
        acts = any(self.words[i] in MEETING_EACH_OTHER for i in range(first, at + 1))
        return (acts or self._is_pair(*row[-_PAIR:])) and not self._names_another(at + 1)

    def _names_another(self, at: int) -> bool:
        """Return whether they talk to a third: "Japan and the US talking to China"."""
        while at < len(self.words) and self.words[at] in _TO:
            at += 1
        return any(actor.first == at for actor in self._actors())

    def _meets(self, one: Actor, other: Actor) -> bool:
        """Return whether one talks to the other: "Trump meeting Kim", "the US to talk to China"."""
        between = range(one.last, other.first)
        meeting = QUALIFIERS | MEETING_EACH_OTHER | _TO
        told = all(self.words[i] in meeting or self._is_of_talks(i) for i in between)
        return told and any(self._is_of_talks(i) for i in between)

    def _is_of_talks(self, at: int) -> bool:
        return self.words[at] in TALKS

    def _are_sides(self, sides: Sequence[Actor]) -> bool:
        """Return whether an issue that was read is between just these."""
        below = [child for issue in self.reading.issues for child in self.kb.under(issue)]
        parties = {frozenset(child.parties) for child in below}
        return not parties.isdisjoint(self._sets_of(sides))

    def _issues_between(self, sides: Sequence[Actor]) -> Iterator[str]:
        """Yield every issue on record that is between just these."""
        named = set(self._sets_of(sides))
        yield from (i for i, own in self.kb.issues.items() if frozenset(own.parties) in named)

    def _sets_of(self, sides: Sequence[Actor]) -> Iterator[frozenset[str]]:
        """Yield the states that some may stand for together."""
        each = [{*self._states_of_any(actor)} for actor in sides]
        yield from (named for named in map(frozenset, product(*each)) if len(named) == len(each))

    def _states_of_any(self, actor: Actor) -> Iterator[str]:
        names = (name for name in actor.names if name.kind is not Kind.ISSUE)
        yield from (state for name in names for state in self._states_of(name))
