"""What was read from the words of a question: names, strangers, posts, a date, and what is left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from knowledge.questions.words import UNREAD, Use

if TYPE_CHECKING:
    from datetime import date

    from knowledge.corpus.model import Kind
    from knowledge.names.resolver import Name
    from knowledge.questions.posts import PostSpan
    from knowledge.questions.words import Word
    from knowledge.text.asked_dates import AskedDate

MAX_LENGTH: Final = 3000  # characters that are read; Slack sends no more in a command
_SHOWN: Final = 5  # words named as not understood


@dataclass(frozen=True, slots=True)
class FoundName:
    """Words that name something: one name is a reading, several are a choice.

    `first` and `last` are the numbers of the tokens, `last` not included. `edited` says that the
    words are spelled otherwise than the name.
    """

    typed: str
    names: tuple[Name, ...]
    first: int
    last: int
    read_as: bool
    edited: bool = False

    @property
    def clear(self) -> bool:
        return len(self.names) == 1

    @property
    def name(self) -> Name:
        return self.names[0]


@dataclass(frozen=True, slots=True)
class Stranger:
    """Words that name somebody or something that is not on record."""

    typed: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class FoundPost:
    """Words that name an office: "Japan's foreign minister"."""

    typed: str
    span: PostSpan
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Question:
    """What was read from the words typed; `places` are the offsets of each of them."""

    typed: str
    parsed: tuple[Word, ...]
    uses: tuple[Use, ...]
    found: tuple[FoundName, ...]
    strangers: tuple[Stranger, ...]
    posts: tuple[FoundPost, ...]
    asked_date: AskedDate | None
    more: bool
    skip: int | None

    @property
    def words(self) -> tuple[str, ...]:
        return tuple([word.folded for word in self.parsed])

    @property
    def places(self) -> tuple[tuple[int, int], ...]:
        return tuple([(word.start, word.end) for word in self.parsed])

    @property
    def unclear(self) -> frozenset[int]:
        """Return the numbers of the words that were not read."""
        return frozenset([i for i, use in enumerate(self.uses) if use in UNREAD])

    @property
    def not_understood(self) -> tuple[str, ...]:
        """Return the first of the words that were not read, as typed."""
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

    def typed_between(self, first: int, last: int) -> str:
        """Return some words as typed; `last` is not included."""
        return self.typed[self.parsed[first].start : self.parsed[last - 1].end]
