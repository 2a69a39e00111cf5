"""Who is asked about what: the holders, people and issues among the names of a question."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from knowledge.corpus.model import Kind
from knowledge.text.english.question_words import BEFORE_A_PARTY, BEFORE_A_TARGET, FILLERS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from knowledge.kb.knowledge_base import KnowledgeBase
    from knowledge.questions.question import FoundName, Question


@dataclass(frozen=True, slots=True)
class Topic:
    """Ids, in the order of the question.

    `speakers` are people, and organizations that speak for a state. `doubtful` says that words
    beside the issue were not read; `strangers` are parties that the issue does not have.
    """

    holders: tuple[str, ...]
    speakers: tuple[str, ...]
    issues: tuple[str, ...]
    doubtful: bool = False
    strangers: tuple[str, ...] = ()


def topic(kb: KnowledgeBase, question: Question) -> Topic:
    """Tell holders from parties, and narrow an issue by the parties that are named."""
    named = question.of(Kind.ORGANIZATION)
    states = _unique(f.name.target for f in named if _is_state(kb, f))
    parties = {f.name.target for f in named if _is_state(kb, f) and _is_party(question, f)}
    holders = [state for state in states if state not in parties] or states
    issues = _unique(found.name.target for found in question.of(Kind.ISSUE))
    strangers = _strangers(kb, issues, parties)
    if len(states) > 1:
        issues, holders = _narrowed(kb, issues, set(states), parties, holders)
    bodies = [f for f in named if not _is_state(kb, f)]
    speakers = sorted([*question.of(Kind.PERSON), *bodies], key=lambda found: found.first)
    return Topic(
        holders=tuple(holders),
        speakers=tuple(_unique(found.name.target for found in speakers)),
        issues=tuple(issues),
        doubtful=any(_beside(question, found) for found in question.of(Kind.ISSUE)),
        strangers=tuple(sorted(strangers)),
    )


def _is_state(kb: KnowledgeBase, found: FoundName) -> bool:
    return kb.entities[found.name.target].state == found.name.target


def _strangers(kb: KnowledgeBase, issues: list[str], parties: set[str]) -> set[str]:
    """Return the parties asked about that no issue named has: "talks with Russia"."""
    own = {party for issue in issues for child in kb.under(issue) for party in child.parties}
    return parties - own if own else set()


def _is_party(question: Question, found: FoundName) -> bool:
    before = found.first - 1
    while before > 0 and question.words[before] == "the":
        before -= 1
    if before < 0:
        return False
    if question.words[before] in BEFORE_A_TARGET:
        # "sanctions on Russia", but "Japan on sanctions"
        return any(f.last == before and f.name.kind is Kind.ISSUE for f in question.found)
    if question.words[before] not in BEFORE_A_PARTY:
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


def _beside(question: Question, found: FoundName) -> bool:
    """Tell whether a word next to the issue, fillers aside, was not understood."""
    before, after = found.first - 1, found.last
    while before >= 0 and question.words[before] in FILLERS:
        before -= 1
    while after < len(question.words) and question.words[after] in FILLERS:
        after += 1
    return before in question.unclear or after in question.unclear


def _unique(ids: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(ids))
