"""What is asked for as somebody else tells it: "according to Lutha, what does Sordia want"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.answer import Outcome
from bot.answers.outlets_asked import list_offers
from bot.answers.refusals import clip_typed
from knowledge.text import ARTICLES

if TYPE_CHECKING:
    from bot.answers.answer import Answer, Choice
    from bot.answers.asked import Asked
    from knowledge.questions import Actor, Topic


def answer_seen_by_others(asked: Asked, found: Topic) -> Answer | None:
    """Say that nobody's position is told as somebody else sees it; offer the words of both.

    None where the one it is told by is who is asked about: "according to Lutha, should it dig".
    """
    tellers = [a for a in (*found.subjects, *found.objects) if a.names and _tells(asked, a)]
    teller = next(iter(tellers), None)
    if teller is None or not found.asked_about or teller.target in found.asked_about:
        return None
    reason = (
        f"I do not tell a position as somebody else sees it: “according to "
        f"{clip_typed(teller.typed)}”."
    )
    choices = (*_list_told(asked, found, teller), *list_offers(asked, found))
    return asked.answer(Outcome.NO_MATCH, reason=reason, choices=choices, not_understood=())


def _tells(asked: Asked, actor: Actor) -> bool:
    words, at = asked.question.words, actor.first
    while at > 0 and words[at - 1] in ARTICLES:
        at -= 1
    return words[max(0, at - 2) : at] == ("according", "to")


def _list_told(asked: Asked, found: Topic, teller: Actor) -> list[Choice]:
    """Return the question of what whoever tells it said about whom is asked about."""
    if teller.target is None:
        return []
    who, about = asked.kb.name_of(teller.target), asked.kb.name_of(found.asked_about[0])
    ask = f"/stance what did {who} say about {about}{asked.dated}"
    return [asked.choice(asked.kb.name_as(teller.target), ask, f"{who} about {about}")]
