"""Whom somebody did something to: "who did Sordia warn" does not ask who spoke of Sordia."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from knowledge.corpus.model import Kind
from knowledge.questions.words import UNREAD
from knowledge.text.english.irregular_forms import is_past
from knowledge.text.english.question_words import (
    AUXILIARIES,
    MEETING,
    POLARITY,
    SAYING,
    SPEAKERS,
    WHO,
)
from knowledge.text.english.small_words import ARTICLES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from knowledge.questions.actors import Actor
    from knowledge.questions.question import Question

_WHOM: Final = WHO | {"whom"}
_BEFORE_WHOM: Final = frozenset("to with against from by at".split())
_BETWEEN: Final = frozenset("ever also already first last recently now actually".split())
# A sentence follows these: "who did Moor say is late".
_SAYING_OF: Final = frozenset("say said think believe mean speak spoke spoken talk talked".split())
_SERVING: Final = frozenset(
    "speak speaks spoke speaking talk talks talking work works worked working stand stands".split()
)


class AskedWhom(NamedTuple):
    """Who did something to whoever is asked for, and the verb; `serves` is one like "speak for"."""

    doers: tuple[Actor, ...]
    verb: str
    serves: bool = False

    @property
    def says_of(self) -> bool:
        """Return whether it is asked of whom somebody said something: "who did Moor say is"."""
        return self.verb in _SAYING_OF


def find_whom(question: Question, actors: Iterable[Actor]) -> AskedWhom | None:
    """Return what it is asked to whom somebody did: "who did Moor warn", "who was warned by"."""
    start = _skip_whom(question)
    asked = start is not None and question.words[start : start + 1]
    if start is None or not asked:
        return None
    by_first = {actor.first: actor for actor in actors}
    if asked[0] not in AUXILIARIES:
        done = _read_active(question, start, by_first) if question.words[0] in _WHOM else None
        return done if done and is_past(done.verb) else None  # "who Sordia warned"
    return _read_active(question, start + 1, by_first) or _read_passive(question, start, by_first)


def _skip_whom(question: Question) -> int | None:
    """Return where the words end that ask for somebody: "to whom", "which states"."""
    words = question.words
    at = 1 if words[:1] and words[0] in _BEFORE_WHOM else 0
    if words[at : at + 1] and words[at] in _WHOM:
        return at + 1
    which = words[at : at + 1] == ("which",) and words[at + 1 : at + 2]
    return at + 2 if which and words[at + 1] in SPEAKERS else None


def _read_active(question: Question, at: int, by_first: dict[int, Actor]) -> AskedWhom | None:
    doers = _list_row(question, at, by_first)
    verb = _skip(question, doers[-1].last, _BETWEEN) if doers else len(question.words)
    if not _is_deed(question, verb):
        return None
    word, after = question.words[verb], question.words[verb + 1 : verb + 2]
    return AskedWhom(doers, word, serves=word in _SERVING and after == ("for",))


def _read_passive(question: Question, at: int, by_first: dict[int, Actor]) -> AskedWhom | None:
    verb = _skip(question, at, AUXILIARIES | _BETWEEN)
    if question.words[verb + 1 : verb + 2] != ("by",) or not _is_deed(question, verb):
        return None
    doers = _list_row(question, verb + 2, by_first)
    return AskedWhom(doers, question.words[verb]) if doers else None


def _list_row(question: Question, at: int, by_first: dict[int, Actor]) -> tuple[Actor, ...]:
    """Return the names that stand in a row from a place on: "Sordia and Lutha"."""
    row: list[Actor] = []
    while (actor := by_first.get(_skip(question, at, ARTICLES))) is not None:
        row.append(actor)
        if question.words[actor.last : actor.last + 1] != ("and",):
            break
        at = actor.last + 1
    return tuple(row)


def _skip(question: Question, at: int, words: frozenset[str]) -> int:
    while at < len(question.words) and question.words[at] in words:
        at += 1
    return at


def _is_deed(question: Question, at: int) -> bool:
    """Return whether a verb stands there that is done to somebody."""
    if at >= len(question.words):
        return False
    issues = (f.first for f in question.found if f.name.kind is Kind.ISSUE and f.last == at + 1)
    verb = question.words[at] in POLARITY | SAYING | MEETING | {"ask", "asked"}
    return verb or question.uses[at] in UNREAD or at in issues  # "who did Sordia sanction"
