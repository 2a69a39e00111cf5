"""Who expects something: a forecast is not a position, and no position answers it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.answers.phrases import listed
from bot.answers.refusals import refuse
from bot.answers.topic_choices import list_names
from knowledge.questions import Intent

if TYPE_CHECKING:
    from bot.answers.answer import Answer, Choice
    from bot.answers.asked import Asked
    from knowledge.questions import Topic

_FORECASTING: Final = frozenset(
    """expect expects expected expecting anticipate anticipates anticipated foresee foresees foresaw
    forecast forecasts predict predicts predicted likely unlikely""".split()
)


def answer_forecast(asked: Asked, found: Topic) -> Answer | None:
    """Refuse to answer who expects something with who is for it: "who expects no talks"."""
    said = _list_forecasting(asked, found) if found.issues else []
    if not said:
        return None
    words = listed([f"“{word}”" for word in said])
    reason = f"I cannot tell who: {words} asks for a forecast, and a forecast is not a position."
    refused = refuse(asked, reason, [_offer_sides(asked, found), *_offer_words(asked, found)])
    return refused.model_copy(update={"not_understood": (), "nearest": ()})


def _list_forecasting(asked: Asked, found: Topic) -> list[str]:
    """Return the words that ask for a forecast; beside words said only the verb of "who" does."""
    words = asked.question.words
    if found.intent not in {Intent.WHO_HOLDS, Intent.WHO_SAID}:
        return []
    within = words[1:2] if found.intent is Intent.WHO_SAID else words
    return [word for word in dict.fromkeys(within) if word in _FORECASTING]


def _offer_sides(asked: Asked, found: Topic) -> Choice:
    question = f"/issues {' '.join(found.issues)}{asked.dated}"
    return asked.choice(
        asked.kb.name_as(found.issues[0]),
        question,
        f"Positions on {list_names(asked, found.issues)}",
    )


def _offer_words(asked: Asked, found: Topic) -> list[Choice]:
    """Offer all that was said on the issue, where there is one: forecasts are among it."""
    if len(found.issues) != 1:
        return []
    question = f"/timeline {found.issues[0]}{asked.dated}"
    label = f"{asked.issue_ref(found.issues[0]).short}, all statements"
    return [asked.choice(asked.kb.name_as(found.issues[0]), question, label)]
