"""Why a question is not answered, in the same words for every command, and what is near instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.answer import Answer, Choice, Outcome
from bot.answers.named_outlets import names_any_outlet
from bot.answers.phrases import listed, months_of
from bot.block_kit.safe_text import clip
from knowledge.corpus import Kind
from knowledge.text import tokenize

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.answers.asked import Asked
    from knowledge.names import HeldPost, Name
    from knowledge.questions import Question
    from knowledge.text import AskedDate

_ECHOED = 80  # characters of what was typed that an answer repeats
_NEAR = 5  # names that are offered
_LIKE = 60.0  # points of a hundred from which on a name is near ...
_APART = 8.0  # ... and how much farther than the nearest it may be
_WORDS = 6  # words for which near names are looked up
_POSTS = 3  # of those who held an office another time
NOT_NO_POSITION = "That does not mean they took no position."
NOT_ALL_SEARCHED = (
    "That does not mean that nobody said so: I search the words on record, not all that the"
    " articles print."
)


def stranger_answer(
    asked: Asked, typed: Sequence[str], near: Iterable[Choice] = (), **fields: object
) -> Answer:
    """Say by name that somebody asked about is not on record; never answer for another."""
    if told := outlet_answer(asked, typed):
        return told
    names = list_typed(typed, "or")
    reason = f"I have no record of {names}. {NOT_NO_POSITION}"
    return refuse(asked, _office_reason(asked, typed) or reason, near, **fields)


def outlet_answer(asked: Asked, typed: Sequence[str]) -> Answer | None:
    """Say of an outlet that it is on record for its articles, which tell what others said."""
    if len(typed) != 1 or not names_any_outlet(asked.kb, typed[0]):
        return None
    name = clip(typed[0], _ECHOED)
    question = f"/source {name}"
    choice = Choice(id=name, name=name, question=question, label=f"Articles of {name}")
    reason = f"“{name}” is on record as an outlet alone: its articles tell what others said."
    return asked.answer(Outcome.NO_MATCH, reason=reason, choices=(choice,))


def nothing_on_record(asked: Asked, who: str, about: str, near: Sequence[object]) -> str:
    """Return that nothing is on record from somebody; words of others, named near it, may be."""
    if who and near:
        return f"No words of {who} on record{about}{asked.when}. {NOT_NO_POSITION}"
    whose = f" from {who}" if who else ""
    return f"Nothing on record{whose}{about}{asked.when}. {NOT_NO_POSITION}"


def refuse(asked: Asked, reason: str, near: Iterable[Choice], **fields: object) -> Answer:
    """Return that nothing on record was asked about, with what is near as buttons."""
    choices = tuple({choice.question: choice for choice in near}.values())
    nearest = tuple(asked.ref(choice.id) for choice in choices)
    return asked.answer(Outcome.NO_MATCH, reason=reason, nearest=nearest, choices=choices, **fields)


def _office_reason(asked: Asked, typed: Sequence[str]) -> str | None:
    """Return that nobody on record held an office, and who did another time."""
    question = asked.question
    offices = [s for s in question.strangers if s.is_office and s.typed in typed]
    if not offices:
        return None
    office = offices[0]
    asked_date = question.asked_date
    then = f" {_days_typed(asked_date, question)}" if office.ever and asked_date else ""
    reason = f"Nobody on record is named as “{clip(office.typed, _ECHOED)}”{then}."
    return f"{reason}{tell_another_time(asked, office.ever)}"


def tell_another_time(asked: Asked, posts: Sequence[HeldPost]) -> str:
    """Return who held an office another time, as a further sentence; the latest come first."""
    held = [f"{asked.kb.name_of(post.person)} ({months_of(post)})" for post in posts[:_POSTS]]
    return f" Another time: {listed(held)}." if held else ""


def _days_typed(asked: AskedDate, question: Question) -> str:
    return f"“{question.typed[asked.start : asked.end].strip()}”"


def list_typed(words: Iterable[str], joint: str = "and") -> str:
    """Return typed words as a sentence lists them, each between marks."""
    return listed([f"“{clip_typed(word)}”" for word in words], joint)


def clip_typed(words: str) -> str:
    return clip(words, _ECHOED)


def near_choices(
    asked: Asked, typed: Iterable[str], kinds: Iterable[Kind], ask: str
) -> list[Choice]:
    """Return the names on record that are like what was typed, each as a question.

    `ask` is the question, with {} for the id.
    """
    kinds = frozenset(kinds)
    names = [name for text in typed for name in _near_names(asked, text, kinds)]
    return [asked.choice(name, ask.format(name.target) + asked.dated) for name in names][:_NEAR]


def _near_names(asked: Asked, text: str, kinds: frozenset[Kind]) -> list[Name]:
    words = [token.folded for token in tokenize(text)][:_WORDS]
    if asked.kb.world.find(words):
        return []  # a state or body of the world is nobody on record, misspelled
    found = asked.kb.names.resolve(words, kinds).candidates if words else ()
    least = max([_LIKE, *(candidate.score - _APART for candidate in found)])
    like = [candidate.name for candidate in found if candidate.score >= least]
    return list({name.target: name for name in (*_people_at_end(asked, words), *like)}.values())


def _people_at_end(asked: Asked, words: Sequence[str]) -> list[Name]:
    """Return the people whose name stands behind other words: "South Sordian President Blau"."""
    for first in range(1, len(words)):
        named = asked.kb.names.exact(words[first:])
        if people := [name for name in named if name.kind is Kind.PERSON]:
            return people
    return []
