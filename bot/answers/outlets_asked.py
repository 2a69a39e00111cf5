"""What is asked for as one outlet tells it: "according to Kyodo, where does Japan stand"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.answers.refusals import outlet_answer
from bot.answers.topic_choices import ask_of, list_names

if TYPE_CHECKING:
    from bot.answers.answer import Answer, Choice
    from bot.answers.asked import Asked
    from knowledge.questions import Stranger, Topic

_BEFORE: Final = (("according", "to"), ("per",), ("as", "per"))


def answer_by_outlet(asked: Asked, found: Topic) -> Answer | None:
    """Say that positions are not told by one outlet alone; offer its articles, and the position.

    None where no outlet is named so.
    """
    for stranger in asked.question.strangers:
        if _is_told_by(asked, stranger) and (told := outlet_answer(asked, [stranger.typed])):
            reason = f"{told.reason} I do not tell these apart by outlet."
            choices = (*told.choices, *list_offers(asked, found))
            update = {"reason": reason, "choices": choices, "not_understood": ()}
            return told.model_copy(update=update)
    return None


def _is_told_by(asked: Asked, stranger: Stranger) -> bool:
    words, at = asked.question.words, stranger.first
    at -= words[at - 1 : at] == ("the",)
    return any(words[max(0, at - len(before)) : at] == before for before in _BEFORE)


def list_offers(asked: Asked, found: Topic) -> list[Choice]:
    """Return the question of whoever is asked about, as all articles tell it."""
    who = next(iter(found.asked_about), None)
    if who is None:
        return []
    on = f" on {list_names(asked, found.issues)}" if found.issues else ""
    label = f"{asked.kb.name_of(who)}{on}"
    return [asked.choice(asked.kb.name_as(who), ask_of(asked, who, found.issues), label)]
