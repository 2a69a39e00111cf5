"""Words that may make another question of "who supports X": "who wants to delay X", "lift X"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from knowledge.corpus import Kind
from knowledge.questions import Intent, Use
from knowledge.text import (
    HOLDING,
    MEETING_EACH_OTHER,
    QUALIFIERS,
    REVERSING,
    SHARING,
    SIDES,
    SIDING,
    TALKS,
    TURNING,
    search_words,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.answers.asked import Asked
    from knowledge.questions import FoundName, Topic

_ON_A_SIDE: Final = SIDES | HOLDING | SIDING | SHARING


def list_side_doubts(asked: Asked, found: Topic) -> list[str]:
    """Return the words, as typed, that may change which side is asked for, or on what."""
    if found.intent is not Intent.WHO_HOLDS or not found.issues:
        return []
    doubtful = [w for w in found.doubtful if w.lower() not in _ON_A_SIDE | TURNING]
    done = (asked.question.typed_between(i, i + 1) for i in _list_deeds(asked, found))
    return list(dict.fromkeys([*doubtful, *done]))


def _list_deeds(asked: Asked, found: Topic) -> Iterator[int]:
    """Yield the places of verbs that say what is to be done with the issue: "delay", "lift"."""
    question = asked.question
    own = {stem for issue in found.issues for stem in _stems(asked.kb.issues[issue].name)}
    held = TALKS | MEETING_EACH_OTHER if found.sides else frozenset[str]()  # "A and B meeting"
    named = {i for f in question.found if not _is_issue(f) for i in range(f.first, f.last)}
    for i, word in enumerate(question.words):
        if i in named or question.uses[i] is Use.DATE or not own.isdisjoint(_stems(word)):
            continue
        if word in REVERSING or (word in {*found.words} - held and _is_deed(asked, word)):
            yield i


def _is_issue(found: FoundName) -> bool:
    return found.names[0].kind is Kind.ISSUE


def _is_deed(asked: Asked, word: str) -> bool:
    """Return whether a word may be a verb that does not leave an issue what it is."""
    return word not in _ON_A_SIDE | QUALIFIERS and "VERB" in asked.kb.world.parts_of_speech(word)


def _stems(words: str) -> set[str]:
    return {stem for word in search_words(words) for stem in word.stems}
