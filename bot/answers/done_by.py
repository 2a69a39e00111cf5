"""Whom somebody did something to: the words that they have on record with that verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.answer import Outcome
from bot.answers.phrases import listed, with_article
from bot.answers.refusals import list_typed
from bot.answers.speakers_asked_for import list_whose
from bot.answers.spoken_answer import answer_with, keep_in_time, list_spoken
from bot.answers.verbs_said import has_verb
from knowledge.questions import find_whom

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answers.answer import Answer
    from bot.answers.asked import Asked
    from knowledge.citations import CitedStatement
    from knowledge.questions import Topic


def answer_whom(asked: Asked, found: Topic) -> Answer | None:
    """Answer "who did Sordia warn" with Sordia's own words that have the verb, or with none."""
    act = find_whom(asked.question, found.speaking_for) if found.speaking_for else None
    who = list_whose(found)
    if act is None or not who:
        return None
    if act.says_of:
        return _refuse(asked, found, "I cannot tell whom: words are kept by who said them.")
    said = keep_in_time(asked, who, list_spoken(asked, who))
    if told := [s for s in said if has_verb(asked, s, act.verb)]:
        return _answer(asked, found, act.verb, told)
    none = f"no words on record by {_name(asked, found)}{asked.when}"
    return _refuse(asked, found, f"I cannot tell whom: {none} have {list_typed([act.verb])}.")


def _answer(asked: Asked, found: Topic, verb: str, told: Sequence[CitedStatement]) -> Answer:
    reason = f"On record by {_name(asked, found)} with {list_typed([verb])}:"
    left = tuple(word for word in asked.question.not_understood if word.lower() != verb)
    read = {"sought": (verb,), "not_understood": left}
    return answer_with(asked, found, Outcome.ANSWER, told, reason=reason, **read)


def _refuse(asked: Asked, found: Topic, reason: str) -> Answer:
    """Refuse, and offer all that those said who did it."""
    names = [name for actor in found.speaking_for for name in actor.names[:1]]
    offered = [
        asked.choice(name, f"/who {name.target}{asked.dated}", f"All that {own} said")
        for name in names
        for own in [with_article(asked.kb.name_of(name.target))]
    ]
    return asked.answer(Outcome.NO_MATCH, reason=reason, choices=tuple(offered), not_understood=())


def _name(asked: Asked, found: Topic) -> str:
    return listed([with_article(asked.kb.name_of(one)) for one in list_whose(found)])
