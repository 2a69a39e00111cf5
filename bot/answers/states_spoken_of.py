"""Issues on which somebody speaks of a state: "Sordia on Lutha" is not Sordia on all the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.positions import find_records
from bot.answers.spoken_about import (
    asks_about,
    is_between,
    is_circumstance,
    is_named_in,
    is_person,
)
from knowledge.questions import states_of, states_of_actors

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answers.asked import Asked
    from knowledge.questions import Actor, Topic


def list_states_spoken_of(asked: Asked, found: Topic) -> list[Actor]:
    """Return the states, other than one's own, that somebody is asked about."""
    own = {state for who in found.asked_about for state in states_of(asked.kb, who)}
    return [
        actor
        for actor in found.objects
        if not is_person(actor)
        and not is_circumstance(asked.question, actor)
        and states_of_actors(asked.kb, [actor]) - own
    ]


def list_issues_about(asked: Asked, found: Topic, issues: Sequence[str]) -> list[str]:
    """Keep the issues that are about all states spoken of: by their parties, or by what was said.

    One that is only ever a party among several others is not what those issues are about.
    """
    spoken_of = list_states_spoken_of(asked, found)
    if not spoken_of:
        return list(issues)
    states = states_of_actors(asked.kb, spoken_of)
    kept = [i for i in issues if states <= set(asked.kb.issues[i].parties)]
    if kept and all(_has_an_issue(asked, state) for state in states):
        return kept
    who = found.asked_about[0]
    return [i for i in issues if all(_names(asked, who, i, actor) for actor in spoken_of)]


def _has_an_issue(asked: Asked, state: str) -> bool:
    """Return whether an issue on record is between this state and one other, or of it alone."""
    return any(is_between(asked, issue, [state]) for issue in asked.kb.issues)


def _names(asked: Asked, who: str, issue: str, actor: Actor) -> bool:
    records = find_records(asked, who, [issue])
    said = [statement for record in records for statement in record.statements]
    asks = bool(said) and asks_about(asked, issue, actor)
    return asks or any(is_named_in(asked, statement, actor) for statement in said)
