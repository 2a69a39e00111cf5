"""Who meets whom: "Moon on a summit with Kim" is not about a summit of Japan with North Korea."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from knowledge.corpus.model import Kind
from knowledge.questions.issue_names import find_parties
from knowledge.questions.named_sides import NamedSides

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.questions.actors import Actor
    from knowledge.questions.question import FoundName

_WITH: Final = frozenset("with w between meet meets met meeting".split())
_PAIR: Final = 2


class _Counterpart(NamedTuple):
    """The other side that is named, as typed, and the states that it may stand for.

    `beside` are the states that are named with it in what the issue is called.
    """

    typed: str
    states: frozenset[str]
    beside: frozenset[str] = frozenset()


class Counterparts(NamedSides):
    """Reads whether an issue of two sides is between those who are named."""

    def _apart(self) -> Iterator[str]:
        """Yield whoever is asked about and the other side, where no issue is between these two.

        So are both sides that are named themselves.
        """
        pairs = self._pairs()
        if pairs and (sides := self._find_sides()):
            yield from () if self._are_sides(sides) else map(self._call, sides)
            return
        other = self._find_counterpart(pairs) if pairs and self.subject else None
        if other is None or self._are_of_a_pair(pairs, other):
            return
        yield from (self.kb.name_of(state) for state in sorted(self.subject))
        yield other.typed

    def _call(self, side: Actor) -> str:
        """Return how a sentence names a side: a state by its name, and a person as typed."""
        known = side.target and self._is_organization(side)
        return self.kb.name_of(side.target) if known and side.target else side.typed

    def _pairs(self) -> set[frozenset[str]]:
        """Return the two sides of each issue read; nothing where one of them has more or fewer."""
        below = [child for issue in self.reading.issues for child in self.kb.under(issue)]
        pairs = {frozenset(child.parties) for child in below if child.parties}
        return pairs if all(len(pair) == _PAIR for pair in pairs) else set()

    def _are_of_a_pair(self, pairs: set[frozenset[str]], other: _Counterpart) -> bool:
        shared = frozenset.intersection(*pairs) if len(pairs) > 1 else frozenset[str]()
        return bool(shared & other.states) or any(
            pair <= named for pair in pairs for named in self._named_sides(other)
        )

    def _named_sides(self, other: _Counterpart) -> Iterator[frozenset[str]]:
        """Yield the states named as sides: of two others, who is asked about is not one."""
        for states in self._party_sets():
            named = states | other.beside
            yield named if len(named) >= _PAIR else named | self.subject

    def _find_counterpart(self, pairs: set[frozenset[str]]) -> _Counterpart | None:
        for span in (f for f in self.question.found if f.names[0].kind is Kind.ISSUE):
            if inside := self._find_inside(span, pairs):
                return inside
            behind = (a for a in self.cast.objects if a.first > span.first)
            if (actor := next(behind, None)) and self._is_met(actor):
                return _Counterpart(actor.typed, frozenset(self._states_of_all(actor)))
        return None

    def _find_inside(self, span: FoundName, pairs: set[frozenset[str]]) -> _Counterpart | None:
        """Return who is named in what an issue is called: "meeting with Kim"."""
        words = self.words[span.first : span.last]
        first = max((i + 1 for i, word in enumerate(words) if word in _WITH), default=0)
        names = self.kb.names.exact(words[first:]) if 0 < first < len(words) else ()
        of_all = {s for n in names if n.kind is not Kind.ISSUE for s in self._states_of(n)}
        states = frozenset(of_all) & frozenset[str]().union(*pairs)
        if not states:
            return None
        typed = self.question.typed_between(span.first + first, span.last)
        return _Counterpart(typed, states, states | find_parties(self.kb, words))

    def _is_met(self, actor: Actor) -> bool:
        return self.words[max(self._skip_back(actor.first - 1), 0)] in _WITH

    def _states_of_all(self, actor: Actor) -> Iterator[str]:
        names = (name for name in actor.names if name.kind is not Kind.ISSUE)
        return (state for name in names for state in self._states_of(name))
