"""Who is asked about what: the holders, people and issues among the names of a question."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from knowledge.model import Kind
from knowledge.question import FILLERS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from knowledge.base import KnowledgeBase
    from knowledge.question import Found, Question

# "talks with Pyongyang", "talks between Tokyo and Pyongyang": a party to the issue, no holder.
_PARTY_AFTER = frozenset("with between against and".split())


@dataclass(frozen=True, slots=True)
class Topic:
    """Ids, in the order of the question; `doubtful` where words beside the issue were not read."""

    holders: tuple[str, ...]
    people: tuple[str, ...]
    issues: tuple[str, ...]
    doubtful: bool


def topic(kb: KnowledgeBase, question: Question) -> Topic:
    """Tell holders from parties, and narrow an issue by the parties that are named."""
    named = question.of(Kind.ORGANIZATION)
    states = _unique(_state(kb, found) for found in named)
    parties = set(_unique(_state(kb, found) for found in named if _is_party(question, found)))
    holders = [state for state in states if state not in parties] or states
    issues = _unique(found.name.target for found in question.of(Kind.ISSUE))
    if len(states) > 1:
        issues, holders = _narrowed(kb, issues, set(states), parties, holders)
    return Topic(
        holders=tuple(holders),
        people=tuple(_unique(found.name.target for found in question.of(Kind.PERSON))),
        issues=tuple(issues),
        doubtful=any(_beside(question, found) for found in question.of(Kind.ISSUE)),
    )


def _state(kb: KnowledgeBase, found: Found) -> str:
    """Return the state that an organization speaks for, or the organization itself."""
    return kb.entities[found.name.target].state or found.name.target


def _is_party(question: Question, found: Found) -> bool:
    before = found.first - 1
    while before > 0 and question.words[before] == "the":
        before -= 1
    if before < 0 or question.words[before] not in _PARTY_AFTER:
        return False
    if question.words[before] != "and":
        return True
    beside = next((f for f in question.found if f.last == before), None)
    return beside is not None and _is_party(question, beside)


def _narrowed(
    kb: KnowledgeBase, issues: list[str], named: set[str], parties: set[str], holders: list[str]
) -> tuple[list[str], list[str]]:
    """Choose the issue whose parties are the ones named: "Japan on talks with North Korea"."""
    family = [child for issue in issues for child in kb.under(issue)]
    for wanted in (parties, named):
        fitting = [issue.id for issue in family if wanted and set(issue.parties) == wanted]
        if fitting:
            outside = [holder for holder in holders if holder not in wanted]
            return fitting[:1], outside or holders
    return issues, holders


def _beside(question: Question, found: Found) -> bool:
    """Tell whether a word next to the issue, fillers aside, was not understood."""
    before, after = found.first - 1, found.last
    while before >= 0 and question.words[before] in FILLERS:
        before -= 1
    while after < len(question.words) and question.words[after] in FILLERS:
        after += 1
    return before in question.unclear or after in question.unclear


def _unique(ids: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(ids))
