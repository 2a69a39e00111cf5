"""Names in lines of a message that were not read: beside them, it is not certain who speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.answers.claimed_speaker import ClaimedSpeaker
from bot.answers.speaker_labels import find_label
from knowledge.corpus import Kind
from knowledge.questions import read
from knowledge.text import tokenize

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from knowledge.kb import KnowledgeBase
    from knowledge.questions import FoundName

_MOST: Final = 20  # lines that are looked at
_LONGEST: Final = 200  # characters of one
_LABEL: Final = 6  # words of a line that is but a name
_IN_ALL: Final = 5  # names that are told


def find_beside(kb: KnowledgeBase, lines: Sequence[str]) -> ClaimedSpeaker | None:
    """Return who may be meant by lines that were not read, if they name anybody.

    A person counts wherever a line names one; a body, and a stranger, where they are all of it.
    """
    lines = [line.strip()[:_LONGEST] for line in lines[:_MOST]]
    found = [one for line in lines for one in _list_found(kb, line)]
    if found:
        names = {name.target: name for one in found for name in one.names}
        return ClaimedSpeaker(tuple(names.values())[:_IN_ALL], tuple(found), certain=False)
    strangers = dict.fromkeys(filter(None, (_find_label(kb, line) for line in lines)))
    return ClaimedSpeaker(unread=tuple(strangers)[:_IN_ALL]) if strangers else None


def _list_found(kb: KnowledgeBase, line: str) -> Iterator[FoundName]:
    """Yield the people whom a line names, else the body that it is or that a field of it holds."""
    people = read(kb, line, {Kind.PERSON}).found if _may_name_somebody(kb, line) else ()
    if people:
        yield from people
        return
    _, _, value = line.partition(":")
    if label := _find_label(kb, value or line):
        yield from read(kb, label, {Kind.PERSON, Kind.ORGANIZATION}).found


def _may_name_somebody(kb: KnowledgeBase, line: str) -> bool:
    """Return whether some words are a person's name as they stand, which costs little to see."""
    words = [token.folded for token in tokenize(line)]
    runs = (words[i : i + length] for length in (1, 2, 3) for i in range(len(words)))
    return any(n.kind is Kind.PERSON for one in runs for n in kb.names.exact(one))


def _find_label(kb: KnowledgeBase, line: str) -> str | None:
    return find_label(kb, line) if len(tokenize(line)) <= _LABEL else None
