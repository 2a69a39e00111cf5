"""Whose speakers are asked for: "who in Velmora spoke of the ferry" asks for no others’ words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.spoken_answer import list_voiced
from knowledge.text import GOVERNMENTS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.answers.asked import Asked
    from knowledge.citations import CitedStatement
    from knowledge.questions import Actor, Question, Topic


def list_whose(found: Topic) -> tuple[str, ...]:
    """Return the ids of those whose officials are asked for, by each name that they may have."""
    return tuple(name.target for actor in found.speaking_for for name in actor.names)


def type_whose(asked: Asked, found: Topic) -> str:
    """Return whose officials are asked for, as typed: "Blau administration"."""
    return " ".join(_type(asked.question, actor) for actor in found.speaking_for)


def _type(question: Question, actor: Actor) -> str:
    governs = GOVERNMENTS.intersection(question.words[actor.last : actor.last + 1])
    return question.typed_between(actor.first, actor.last + bool(governs))


def list_only_spoken_of(found: Topic) -> tuple[Actor, ...]:
    """Return those whom words are to be about, and not whose officials are to have said them."""
    return tuple(actor for actor in found.objects if actor not in found.speaking_for)


def keep_theirs(asked: Asked, found: Topic, said: Iterable[CitedStatement]) -> list[CitedStatement]:
    """Keep what was said by those whose officials are asked for; all where nobody is."""
    if not found.speaking_for:
        return list(said)
    theirs = {statement.id for statement in list_voiced(asked, list_whose(found))}
    return [statement for statement in said if statement.id in theirs]
