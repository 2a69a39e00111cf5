"""Words that may make another question of "who supports X", or of "does Japan support X".

"Who wants to delay X" and "does Japan support lifting X" do not ask for those who are for X.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from bot.answers.answer import Answer, Outcome, ReadAs
from knowledge.corpus import Kind
from knowledge.questions import PLAIN, Intent, Use
from knowledge.text import (
    HALTING,
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
    from collections.abc import Iterable, Iterator

    from bot.answers.asked import Asked
    from knowledge.questions import FoundName, Question, Topic

_ON_A_SIDE: Final = SIDES | HOLDING | SIDING | SHARING
_BEFORE_A_PARTICIPLE: Final = frozenset({"to", "be", "being"})
_TELLING_WHAT: Final = frozenset({"NOUN", "ADJ", "VERB"})


def list_side_doubts(asked: Asked, found: Topic) -> list[str]:
    """Return the words, as typed, that may change which side is asked for, or on what."""
    if found.intent is not Intent.WHO_HOLDS or not found.issues:
        return []
    doubtful = [w for w in found.doubtful if w.lower() not in _ON_A_SIDE | TURNING]
    done = (asked.question.typed_between(i, i + 1) for i in _list_deeds(asked, found))
    return list(dict.fromkeys([*doubtful, *done]))


def list_object_doubts(asked: Asked, found: Topic) -> list[str]:
    """Return the words, as typed, that make another thing of what somebody is for or against.

    "A military strike on the nuclear program" is not the program.
    """
    own = _own_stems(asked, found)
    return [
        asked.question.typed_between(i, i + 1)
        for i in _list_object(asked, found)
        if asked.question.uses[i] in PLAIN
        and asked.question.words[i] not in QUALIFIERS | REVERSING
        and own.isdisjoint(_stems(asked.question.words[i]))
        and not _TELLING_WHAT.isdisjoint(asked.kb.world.parts_of_speech(asked.question.words[i]))
    ]


def list_reversing(asked: Asked, found: Topic) -> list[str]:
    """Return the words, as typed, that turn round what somebody is for: "support easing X"."""
    question = asked.question
    return [
        question.typed_between(i, i + 1)
        for i in _list_object(asked, found)
        if question.uses[i] is not Use.DATE and turns_round(asked, found.issues, question.words[i])
    ]


def turns_round(asked: Asked, issues: Iterable[str], word: str) -> bool:
    """Return whether a word turns an issue round: "end" does so, but not "an end-of-war".

    What is itself about an end does not turn by one: "want mining stopped", of a moratorium.
    """
    told = (f"{asked.kb.issues[i].name} {asked.kb.issues[i].question or ''}" for i in issues)
    return word in REVERSING and not any((_stems(word) | _ending()) & _stems(own) for own in told)


def name_what_is_held(asked: Asked, found: Topic, answer: Answer) -> Answer:
    """Return an answer that names the issue as which words of another name were read.

    Who is for "denuclearization" is not for "nuclear weapons", by which the issue goes too.
    """
    places, own = _list_object(asked, found), _own_stems(asked, found)
    spans = [f for f in asked.question.found if f.first in places and _is_issue(f) and f.clear]
    other = [f for f in spans if not f.read_as and own.isdisjoint(_stems(f.typed))]
    if answer.outcome is not Outcome.ANSWER or not other:
        return answer
    read = [ReadAs(typed=f.typed, name=asked.kb.name_of(f.name.target)) for f in other]
    return answer.model_copy(update={"read_as": (*answer.read_as, *read)})


def _list_object(asked: Asked, found: Topic) -> range:
    """Return the places from a verb of taking a side up to the end of what it is taken on."""
    if found.intent not in {Intent.POSITION, Intent.WHO_HOLDS} or not found.issues:
        return range(0)
    question = asked.question
    sides = [
        i for i, w in enumerate(question.words) if w in SIDES and question.uses[i] is Use.GRAMMAR
    ]
    ends = [f.last for f in question.found if _is_issue(f)]
    ends += [i + 1 for i in found.read_words]
    if not sides or not ends or max(ends) < sides[0]:
        return range(0)
    return range(sides[0] + 1, _skip_after(question, max(ends)))


def _skip_after(question: Question, at: int) -> int:
    """Return the place behind a word that follows an issue and may turn it: "X lifted"."""
    end = at
    while end < len(question.words) and question.words[end] in _BEFORE_A_PARTICIPLE:
        end += 1
    is_turned = end < len(question.words) and question.words[end] in REVERSING
    return end + 1 if is_turned else at


def _own_stems(asked: Asked, found: Topic) -> set[str]:
    return {stem for issue in found.issues for stem in _stems(asked.kb.issues[issue].name)}


def _list_deeds(asked: Asked, found: Topic) -> Iterator[int]:
    """Yield the places of verbs that say what is to be done with the issue: "delay", "lift"."""
    question = asked.question
    own = _own_stems(asked, found)
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


@cache
def _ending() -> frozenset[str]:
    return frozenset(_stems(" ".join(HALTING | REVERSING)))


def _stems(words: str) -> set[str]:
    return {stem for word in search_words(words) for stem in word.stems}
