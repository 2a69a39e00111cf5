"""An issue below the one named, chosen by who is asked about it: "Lutha on talks with Sordia"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.answers.answer import Answer, Outcome, ReadAs
from bot.answers.issues_on_record import has_record
from bot.answers.positions import issues_below
from bot.answers.topic_choices import ask_of
from knowledge.corpus import Kind
from knowledge.questions import states_of_actors

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answers.asked import Asked
    from knowledge.questions import Topic


def widen(asked: Asked, found: Topic, who: str) -> Sequence[str]:
    """Return the issues to answer on: those above where nothing is on record on those chosen.

    What a person says of "dialogue" need not be of the own state's, and what a state said on the
    days asked about goes before what it said before them.
    """
    if not found.with_subject:
        return found.issues
    is_state = asked.kb.entities[who].state == who
    then = replace(asked, spoken=True) if is_state else asked
    above = _list_above(asked, found)
    if has_record(then, who, found.issues) or not above:
        return found.issues
    return above if not is_state or has_record(then, who, above) else found.issues


def _list_above(asked: Asked, found: Topic) -> list[str]:
    """Return the issues above those chosen.

    All below them must have whoever is spoken of as a party: "talks with Moon" are no others'.
    """
    above = (asked.kb.issues[issue].parent for issue in found.issues)
    return [issue for issue in dict.fromkeys(above) if issue and _is_with(asked, found, issue)]


def _is_with(asked: Asked, found: Topic, issue: str) -> bool:
    states = states_of_actors(asked.kb, found.objects)
    parties = (own.parties for own in asked.kb.under(issue) if own.parties)
    return not states or all(not states.isdisjoint(own) for own in parties)


def name_narrowed(asked: Asked, found: Topic, answer: Answer) -> Answer:
    """Return an answer that names the issue chosen, where the one above has more of whoever it is.

    It leads to all that is on record there.
    """
    who = found.asked_about
    narrowed = found.with_subject and answer.issue and answer.issue.id in found.issues
    above = _list_above(asked, found) if narrowed else []
    if answer.outcome not in {Outcome.ANSWER, Outcome.NO_RECORD} or len(who) != 1 or not above:
        return answer
    told = {issue.id for issue in issues_below(asked, found.issues)}
    beside = [i.id for i in issues_below(asked, above) if i.id not in {*told, *above}]
    if not any(has_record(asked, who[0], [issue]) for issue in beside):
        return answer
    spans = [f for f in asked.question.found if f.name.kind is Kind.ISSUE and not f.read_as]
    name = asked.kb.name_of(found.issues[0])
    read = [ReadAs(typed=f.typed, name=name) for f in spans if f.name.target in above]
    label = f"{asked.kb.name_of(who[0])} on {asked.kb.name_of(above[0])}"
    every = asked.choice(asked.kb.name_as(above[0]), ask_of(asked, who[0], above), label)
    known = {choice.question for choice in answer.choices}
    more = [] if every.question in known else [every]
    return answer.model_copy(
        update={"read_as": (*answer.read_as, *read), "choices": (*answer.choices, *more)}
    )
