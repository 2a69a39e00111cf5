"""Whose words they are said to be: who is named around a quotation, and what was not read there."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bot.layout.message import clip
from knowledge.corpus.model import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.names.resolver import Name
    from knowledge.questions.question import FoundName, Question

# Words about saying, and of roles: no part of a name that they stand beside.
_NO_NAMES = frozenset(
    """according actually added adds allegedly also announced apparently attributed claim claimed
    claims declared denied director envoy ever former general head leader minister nominee once
    only publicly quoted really reportedly representative repeatedly replied said says secretary
    senior sources spokesman spokesperson spokeswoman stated supposedly tell tells told true truly
    tweet tweeted warned words write writes wrote yesterday""".split()
)
_SHOWN = 5  # names that are not read are told
_LONG = 60  # characters of one
_APART = 3  # characters between two words of one name at most: a quotation is longer


class ClaimedSpeaker(NamedTuple):
    """Who may be meant, and words that were not read, with the name that they may be part of."""

    names: tuple[Name, ...]
    read: tuple[FoundName, ...]
    unread: tuple[str, ...]


def claimed_speaker(question: Question) -> ClaimedSpeaker:
    """Read who is named; "Taro Aso" is no Taro Kono, whatever "Taro" alone may mean."""
    unread = {i for i in question.unclear if question.words[i] not in _NO_NAMES}
    taken = {found: _widened(question, found, unread) for found in question.found}
    read = [found for found, span in taken.items() if len(span) == found.last - found.first]
    named = {name.target: name for found in read for name in found.names}
    people = [name for name in named.values() if name.kind is Kind.PERSON]
    return ClaimedSpeaker(
        names=tuple(people or named.values()),
        read=tuple(read),
        unread=tuple(_unread(question, unread, [s for f, s in taken.items() if f not in read])),
    )


def _widened(question: Question, found: FoundName, unread: set[int]) -> range:
    """Return the numbers of a name's words with the unread ones beside it."""
    first, last = found.first, found.last
    while first - 1 in unread and _is_beside(question, first - 1):
        first -= 1
    while last in unread and _is_beside(question, last - 1):
        last += 1
    return range(first, last)


def _is_beside(question: Question, number: int) -> bool:
    """Tell whether a word and the next one may be one name: no quotation parts them."""
    return question.places[number + 1][0] - question.places[number][1] <= _APART


def _unread(question: Question, unread: set[int], names: list[range]) -> Iterator[str]:
    """Yield the words that were not read, those side by side as one, and no more than a few."""
    within = {number for name in names for number in name}
    spans = sorted([*names, *(range(i, i + 1) for i in unread - within)], key=lambda s: s.start)
    joined: list[range] = []
    for span in spans:
        if joined and joined[-1].stop == span.start and _is_beside(question, span.start - 1):
            span = range(joined.pop().start, span.stop)  # noqa: PLW2901
        joined.append(span)
    for span in joined[:_SHOWN]:
        yield clip(
            question.typed[question.places[span[0]][0] : question.places[span[-1]][1]], _LONG
        )
