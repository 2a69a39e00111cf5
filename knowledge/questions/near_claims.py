"""Claim what is left by likeness, and what a choice of names is with the words beside it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from knowledge.corpus.model import Kind
from knowledge.names.resolver import ResolutionKind
from knowledge.questions import strangers
from knowledge.questions.bodies_of_states import is_common, read_body
from knowledge.questions.claims import Claims
from knowledge.questions.narrowing import join_people, narrow
from knowledge.questions.question import FoundName, Stranger
from knowledge.questions.words import Use
from knowledge.text.english.question_words import OFFICIALS
from knowledge.text.folding import tokenize
from knowledge.text.work_budget import spend

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.names.resolver import Name, Resolution

_LOOKUPS: Final = 12  # near misses looked up for one question
_RUN: Final = 4  # tokens in a name that is looked up by likeness, or by another spelling
_OTHERS: Final = frozenset({Use.NAME, Use.STRANGER})


class NearClaims(Claims):
    """Reads misspelled names, and settles choices."""

    def read_nearly(self) -> None:
        """Look up what is left by likeness, a bounded number of times."""
        for first, last in list(self._runs()):
            self._read_run(first, last)

    def _runs(self) -> Iterator[tuple[int, int]]:
        first = None
        for i, use in enumerate([*self.uses, Use.GRAMMAR]):
            claimed = use is not None or i in self.refused
            if not claimed and first is None:
                first = i
            elif claimed and first is not None:
                yield first, i
                first = None

    def _read_run(self, first: int, last: int) -> None:
        if self._widen(first, last):
            return
        for length in range(min(_RUN, last - first), 0, -1):
            for at in range(first, last - length + 1):
                alone = length == 1 and self.folded[at] in OFFICIALS  # a "diplomat" is no talks
                if not alone and not any(self.uses[at : at + length]):
                    self._look_up(at, at + length)

    def _widen(self, first: int, last: int) -> bool:
        """Read a run together with the name beside it: "declration" with "of end of war"."""
        for found in self.found:
            if found.first - last > 1 or first - found.last > 1:
                continue
            start, end = min(first, found.first), max(last, found.last)
            between = self.uses[min(last, found.last) : max(first, found.first)]
            if end - start > self.names.longest or _OTHERS.intersection(between):
                continue
            names, _ = self._resolve(start, end) or ((), False)
            targets = {name.target for name in found.names}
            if len(names) == 1 and names[0].target in targets:
                self.found.remove(found)
                self._claim(start, end, names, read_as=True)
                return True
        return False

    def _look_up(self, first: int, last: int) -> None:
        if resolution := self._resolve(first, last):
            names, edited = resolution
            self._claim(first, last, names, read_as=True, edited=edited)

    def _resolve(self, first: int, last: int) -> tuple[tuple[Name, ...], bool] | None:
        """Return the names that words may be, and whether a lone one has other letters."""
        if self.lookups >= _LOOKUPS:
            return None
        self.lookups += 1
        found = self.names.find(self.folded[first:last], self.kinds, self._is_known)
        if found is None or found.outcome is ResolutionKind.NONE:
            return None
        names = tuple(candidate.name for candidate in found.candidates)
        names = tuple(name for name in names if not self._is_misread(found, name))
        names = tuple(name for name in names if name.kind is names[0].kind)
        if not names or self._is_a_part(first, last, names):
            return None
        kept = names[:1] if found.outcome is ResolutionKind.MATCH else names
        return kept, bool(found.edited) and found.lone

    def _is_a_part(self, first: int, last: int, names: tuple[Name, ...]) -> bool:
        """Return whether an ordinary word is but a part of what somebody is called: "ministry".

        So is "defense" of "defense chief", which is no part of the person's own name.
        """
        if last - first != 1 or not self.world.parts_of_speech(self.folded[first]):
            return False
        if names[0].kind is Kind.PERSON:
            own = {t.folded for n in names for t in tokenize(self.kb.name_of(n.target))}
            return self.folded[first] not in own
        return names[0].kind is Kind.ORGANIZATION

    def _is_known(self, word: str) -> bool:
        return strangers.is_known_name(self.world, word)

    def _is_misread(self, found: Resolution, name: Name) -> bool:
        """Return whether a word of the dictionary was taken for a misspelled name of somebody."""
        spelled = any(map(self.world.parts_of_speech, found.edited))
        return spelled and name.kind is not Kind.ISSUE

    def narrow_people(self) -> None:
        """Read the words beside a choice of people as parts of the names: "Kim Ji-m"."""
        kept, made = {id(found): found for found in self.found}, list[FoundName]()
        for one, other in pairwise(sorted(self.found, key=lambda found: found.first)):
            beside = one.last == other.first and not self.words[other.first].broken
            typed = self.typed_as(one.first, other.last)
            if joined := join_people(self.kb, one, other, typed) if beside else None:
                kept.pop(id(one), None)
                kept.pop(id(other), None)
                made.append(joined)
        self.found = [*kept.values(), *made]
        for choice in [f for f in self.found if not f.clear]:
            self._narrow(choice)

    def _narrow(self, choice: FoundName) -> None:
        if any(name.kind is not Kind.PERSON for name in choice.names):
            return
        last, count = choice.last, len(self.words)
        while last < count and self.uses[last] is None and not self.words[last].broken:
            last += 1
        for end in range(last, choice.last - 1, -1):
            whole = end == count or not self.words[end].hyphened
            names = narrow(self.kb, choice.names, self.folded[choice.first : end]) if whole else ()
            if names:
                self.found.remove(choice)
                self._claim(choice.first, end, names, read_as=True, edited=end > choice.last)
                return

    def settle(self) -> None:
        """Read a choice together with the word beside it that decides it: "korea, south"."""
        for choice in [found for found in self.found if not found.clear]:
            targets = {name.target for name in choice.names}
            spend(len(self.found) // 4)
            for other in list(self.found):
                beside = other.last == choice.first or choice.last == other.first
                if beside and other.clear and other.name.target in targets:
                    self.found = [f for f in self.found if f not in {choice, other}]
                    first, last = min(choice.first, other.first), max(choice.last, other.last)
                    self._claim(first, last, other.names, read_as=True)
                    break

    def settle_bodies(self) -> None:
        """Read a body as that of the state beside it: "the French parliament" is no other's."""
        common = [found for found in self.found if is_common(self.kb, found)]
        for body in common:
            if body not in self.found:
                continue
            named: list[FoundName | Stranger] = [*self.found, *self.strangers]
            others = [other for other in named if other is not body]
            read = read_body(self.kb, self.words, body, others)
            if isinstance(read, FoundName):
                self.found = [read if f is body else f for f in self.found]
            else:
                self._claim_as_stranger(read.first, read.last)
