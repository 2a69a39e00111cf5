"""What was read from the words of a question: names, strangers, posts, a date, and what is left."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING, Final

from knowledge.questions.words import UNREAD, Use

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from datetime import date

    from knowledge.corpus.model import Kind
    from knowledge.names.held_posts import HeldPost
    from knowledge.names.resolver import Name
    from knowledge.questions.words import Word
    from knowledge.text.asked_dates import AskedDate

MAX_LENGTH: Final = 3000  # characters that are read; Slack sends no more in a command
_SHOWN: Final = 5  # words named as not understood


@dataclass(frozen=True, slots=True)
class FoundName:
    """Words that name something: one name is a reading, several are a choice.

    `first` and `last` are the numbers of the tokens, `last` not included. `edited` says that a
    lone word was typed for a person, and with other letters than the name has. `posts` are the
    offices that the words name, one for each of the names, or those that a person is asked about
    in; `described` says that they stand beside the person's name, and `is_stand_in` that the
    office has another name there: "Foreign Minister Tillerson".
    """

    typed: str
    names: tuple[Name, ...]
    first: int
    last: int
    read_as: bool
    edited: bool = False
    posts: tuple[HeldPost, ...] = ()
    described: bool = False
    is_stand_in: bool = False

    @property
    def clear(self) -> bool:
        return len(self.names) == 1

    @property
    def name(self) -> Name:
        return self.names[0]


@dataclass(frozen=True, slots=True)
class Stranger:
    """Words that name somebody or something that is not on record.

    `is_office` says that they name an office that nobody on record held when it is asked about;
    `ever` are those who held it another time.
    """

    typed: str
    first: int
    last: int
    is_office: bool = False
    ever: tuple[HeldPost, ...] = ()


@dataclass(frozen=True)  # with a place for what is worked out once
class Question:
    """What was read from the words typed; `places` are the offsets of each of them."""

    typed: str
    parsed: tuple[Word, ...]
    uses: tuple[Use, ...]
    found: tuple[FoundName, ...]
    strangers: tuple[Stranger, ...]
    asked_date: AskedDate | None
    more: bool
    skip: int | None
    before: tuple[int, ...] = ()  # what was skipped on the pages before, the latest first
    respelled: tuple[tuple[str, str], ...] = ()  # as typed, and the everyday word it was read as
    left: tuple[str, ...] | None = None  # what to name as not read, where not just all of it

    @cached_property
    def words(self) -> tuple[str, ...]:
        return tuple([word.folded for word in self.parsed])

    @cached_property
    def places(self) -> tuple[tuple[int, int], ...]:
        return tuple([(word.start, word.end) for word in self.parsed])

    @cached_property
    def unclear(self) -> frozenset[int]:
        """Return the numbers of the words that were not read."""
        return frozenset([i for i, use in enumerate(self.uses) if use in UNREAD])

    @property
    def not_understood(self) -> tuple[str, ...]:
        """Return the first of the words that were not read, as typed."""
        if self.left is not None:
            return self.left
        left = sorted(self.unclear)[:_SHOWN]
        return tuple([self.typed[self.parsed[i].start : self.parsed[i].end] for i in left])

    @property
    def as_of(self) -> date | None:
        """Return the last of the days asked about; None where they reach today."""
        return self.asked_date.last if self.asked_date else None

    @property
    def empty(self) -> bool:
        return not self.parsed and self.asked_date is None

    @property
    def ambiguous(self) -> list[FoundName]:
        return [found for found in self.found if not found.clear]

    def of(self, kind: Kind) -> list[FoundName]:
        return [found for found in self.found if found.clear and found.name.kind is kind]

    def having_read(self, numbers: Collection[int], name: Name) -> Question:
        """Return the question with some more of its words read as a name."""
        first, last = min(numbers), max(numbers) + 1
        near = {i for i in range(first, last) if self.uses[i] is Use.GRAMMAR} | set(numbers)
        uses = [Use.NAME if i in near else use for i, use in enumerate(self.uses)]
        typed = self.typed_between(first, last)
        found = FoundName(typed, (name,), first, last, read_as=True)
        return replace(self, uses=tuple(uses), found=(*self.found, found))

    def having_stranger(self, first: int, last: int) -> Question:
        """Return the question with words taken for a stranger's name, with all that lies in them.

        `last` is not included.
        """
        uses = list(self.uses)
        uses[first:last] = [Use.STRANGER] * (last - first)
        others = [s for s in self.strangers if s.last <= first or last <= s.first]
        stranger = Stranger(self.typed_between(first, last), first, last)
        return replace(
            self,
            uses=tuple(uses),
            found=tuple(f for f in self.found if f.last <= first or last <= f.first),
            strangers=tuple(sorted([*others, stranger], key=lambda s: s.first)),
        )

    def within(self, places: Sequence[tuple[int, int]]) -> Question:
        """Return the question with nothing named or left unread outside some places of its text."""
        inside = {
            i
            for i, (start, end) in enumerate(self.places)
            if any(first <= start and end <= last for first, last in places)
        }
        uses = [u if i in inside else Use.GRAMMAR for i, u in enumerate(self.uses)]
        return replace(
            self,
            uses=tuple(uses),
            found=tuple(f for f in self.found if f.first in inside),
            strangers=tuple(s for s in self.strangers if s.first in inside),
        )

    def posts_beside(self, name: FoundName) -> list[str]:
        """Return the words of offices that stand beside a name; where none does, any: "as PM"."""
        first, last = name.first, name.last
        while first > 0 and self.uses[first - 1] is Use.POST:
            first -= 1
        while last < len(self.uses) and self.uses[last] is Use.POST:
            last += 1
        spans = [(first, name.first), (name.last, last)]
        beside = [self.typed_between(start, end) for start, end in spans if start < end]
        return beside or [self.typed_between(i, j) for i, j in self._list_offices()]

    def _list_offices(self) -> Iterator[tuple[int, int]]:
        """Yield where words of offices begin and end that are said of somebody."""
        runs = groupby(range(len(self.uses)), key=lambda i: self.uses[i] is Use.POST)
        for places in (list(run) for is_post, run in runs if is_post):
            yield places[0], places[-1] + 1

    def place(self, first: int, last: int) -> tuple[int, int]:
        """Return where some words stand in the text; `last` is not included."""
        return self.places[first][0], self.places[last - 1][1]

    def typed_between(self, first: int, last: int) -> str:
        """Return some words as typed; `last` is not included."""
        return self.typed[self.parsed[first].start : self.parsed[last - 1].end]
