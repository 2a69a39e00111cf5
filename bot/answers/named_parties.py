"""Whether those whom a question names beside an issue only say which issue it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.corpus import Kind
from knowledge.questions import is_sided_with, states_of_actors
from knowledge.text import ARTICLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.answers.asked import Asked
    from knowledge.corpus import Issue
    from knowledge.questions import Actor, Topic

_PAIR = 2


def are_parties(asked: Asked, found: Topic, issues: Iterable[Issue]) -> bool:
    """Return whether all who are spoken of are parties of an issue that is named before them.

    "Who opposes talks with Sordia" asks who opposes the talks; "who opposes Sordia on talks" does
    not.
    """
    parties = {party for issue in issues for party in issue.parties}
    issue_words = _number_issue_words(asked, found)
    others = [actor for actor in found.objects if actor not in found.sides]
    return all(_is_party(asked, actor, parties, issue_words) for actor in others)


def _number_issue_words(asked: Asked, found: Topic) -> set[int]:
    """Return the numbers of the words that name the issue."""
    spans = (f for f in asked.question.found if f.names[0].kind is Kind.ISSUE)
    return {i for f in spans for i in range(f.first, f.last)} | set(found.read_words)


def _is_party(asked: Asked, actor: Actor, parties: set[str], issue_words: set[int]) -> bool:
    states = states_of_actors(asked.kb, [actor])
    beside = actor.last in issue_words or any(i < actor.first for i in issue_words)
    return bool(states) and states <= parties and beside


def keep_with(asked: Asked, found: Topic, issues: Sequence[Issue]) -> list[Issue]:
    """Keep the issues between the sides named, or with somebody as a party: "talks with Lutha".

    Where there are none, all stay.
    """
    if between := [issue for issue in issues if _is_between(asked, found, issue)]:
        return between
    others = [actor for actor in found.objects if _is_with(asked, actor)]
    states = states_of_actors(asked.kb, others)
    kept = [issue for issue in issues if states and states <= set(issue.parties)]
    return kept or list(issues)


def _is_with(asked: Asked, actor: Actor) -> bool:
    """Return whether "with" stands before somebody, and nobody's side is asked for."""
    at = actor.first - 1
    while at > 0 and asked.question.words[at] in ARTICLES:
        at -= 1
    sided = is_sided_with(asked.question, actor.first)
    return bool(actor.target) and at >= 0 and asked.question.words[at] == "with" and not sided


def _is_between(asked: Asked, found: Topic, issue: Issue) -> bool:
    """Return whether an issue is between the sides named, or between some of more than two."""
    if len(found.sides) <= _PAIR:
        return bool(found.sides) and issue.id in found.between
    sides = states_of_actors(asked.kb, found.sides)
    return bool(issue.parties) and sides.issuperset(issue.parties)
