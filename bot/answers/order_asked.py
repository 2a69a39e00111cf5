"""The order in which statements are asked for: "who said it first", "what did they say last"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from knowledge.text import (
    AFTER_AN_ORDER,
    ASKED_FOR,
    BEFORE_A_TOPIC,
    OLDEST_FIRST,
    ORDERING,
    ORDERING_SPEECH,
    SAID_IN_ORDER,
    SAYING,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from knowledge.citations import CitedStatement
    from knowledge.questions import Question, Topic

_BEFORE_RECENTLY: Final = SAYING | {"most"}  # "spoke most recently", "spoke last"

_WANTED: Final = ASKED_FOR | BEFORE_A_TOPIC  # "latest statement", "latest on"


@dataclass(frozen=True, slots=True)
class OrderAsked:
    """The words of a question that ask for an order, and its topic without them."""

    words: tuple[str, ...]
    topic: Topic
    is_certain: bool
    """Whether they stand before a verb of saying, and cannot have been said themselves."""

    @property
    def is_oldest_first(self) -> bool:
        return not OLDEST_FIRST.isdisjoint(self.words)

    @property
    def in_words(self) -> str:
        return "oldest first" if self.is_oldest_first else "newest first"

    def leave_out(self, words: Iterable[str]) -> tuple[str, ...]:
        """Return words as typed without those that ask for the order."""
        return tuple(word for word in words if word.lower() not in self.words)

    def sort(self, statements: Iterable[CitedStatement]) -> Sequence[CitedStatement]:
        """Return statements in the order asked for."""
        return sorted(statements, key=lambda s: s.place, reverse=self.is_oldest_first)


def read_order(question: Question, found: Topic) -> OrderAsked | None:
    """Return the order that words of a topic ask for, if any do."""
    sought = [word for word in found.words if word in ORDERING]
    words = tuple(
        dict.fromkeys([*sought, *_list_beside_speech(question), *_list_before_said(question)])
    )
    if not words:
        return None
    left = tuple(word for word in found.words if word not in words)
    behind = {after for word, after in pairwise(question.words) if word in words}
    certain = not behind.isdisjoint(AFTER_AN_ORDER) or not sought
    return OrderAsked(words, replace(found, words=left), is_certain=certain or not left)


def read_newest(question: Question, found: Topic) -> OrderAsked | None:
    """Return the order asked for where nobody is named: "latest on talks"."""
    pairs = pairwise((*question.words, "on"))
    words = tuple(w for w, after in pairs if w in ORDERING | ORDERING_SPEECH and after in _WANTED)
    left = tuple(word for word in found.words if word not in words)
    return OrderAsked(words, replace(found, words=left), is_certain=True) if words else None


def _list_beside_speech(question: Question) -> Iterator[str]:
    """Yield the words that are an order only beside a verb of saying: "the latest to speak"."""
    words = ("", *question.words, "")
    for before, word, after in zip(words, words[1:], words[2:], strict=False):
        follows = before in _BEFORE_RECENTLY and word not in OLDEST_FIRST
        if word in ORDERING_SPEECH and (after in AFTER_AN_ORDER or follows):
            yield word


def _list_before_said(question: Question) -> Iterator[str]:
    """Yield the words of order before what somebody said, or with the name between them."""
    after = {found.first: found.last for found in question.found}
    for i, word in enumerate(question.words):
        following = after.get(i + 1, i + 1)
        said = question.words[following : following + 1]
        if word in ORDERING | ORDERING_SPEECH and not SAID_IN_ORDER.isdisjoint(said):
            yield word
