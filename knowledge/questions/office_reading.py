"""Who is meant by an office in a question: "Japan's foreign minister in January 2018"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from knowledge.corpus.model import Kind
from knowledge.names.held_posts import Certainty
from knowledge.text.english.question_words import AUXILIARIES, SAYING
from knowledge.text.work_budget import spend

if TYPE_CHECKING:
    from collections.abc import Sequence

    from knowledge.kb.knowledge_base import KnowledgeBase
    from knowledge.names.held_posts import HeldPost
    from knowledge.names.post_spans import PostSpan
    from knowledge.questions.question import FoundName
    from knowledge.questions.words import Word
    from knowledge.text.asked_dates import AskedDate

_BETWEEN: Final = frozenset({"of", "in", "for", "at", "from", "the"})
_ADVERBS: Final = frozenset(
    {"already", "still", "then", "ever", "an", "also", "been", "be", "become", "became"}
)
_AS: Final = frozenset({"as", "when", "while", "then"})
_FAR: Final = 8  # words from a person to the office that they are asked about in


@dataclass(frozen=True, slots=True)
class ReadOffice:
    """An office with the words around it that belong to it.

    `posts` are those who held it when it is asked about, one a person; `ever` all who did. `person`
    is who is named beside it: "PM Suga", "Suga as prime minister"; `is_stand_in` says that what
    this person held has another name: "Foreign Minister Tillerson".
    """

    first: int
    last: int
    posts: tuple[HeldPost, ...]
    ever: tuple[HeldPost, ...]
    of: FoundName | None = None
    person: FoundName | None = None
    is_stand_in: bool = False


def read_office(
    kb: KnowledgeBase,
    span: PostSpan,
    words: Sequence[Word],
    found: Sequence[FoundName],
    asked: AskedDate | None,
) -> ReadOffice:
    """Return who held an office, of the state or body named beside it, on the day asked about."""
    of = _organization_beside(span, words, found)
    person = _person_beside(span, words, found)
    first, last = span.first, span.last
    if of:
        first, last = min(first, of.first), max(last, of.last)
    targets = [name.target for name in of.names] if of else []
    if person:
        posts = [post for name in person.names for post in kb.posts.held_by(name.target, span)]
        stands_in = bool(posts) and all(kb.posts.is_stand_in(p.person, span) for p in posts)
        return ReadOffice(first, last, tuple(posts), tuple(posts), of, person, stands_in)
    ever = kb.posts.holders(span, organizations=targets)
    held = _on_the_day(kb, span, targets, asked) if asked and asked.day else ever
    if span.is_any_head and _names_a_state(kb, targets):
        # "Japan's head" is not the head of a bureau there
        ever, held = ([p for p in posts if p.organization in targets] for posts in (ever, held))
    return ReadOffice(first, last, _one_each(held), _one_each(ever), of)


def _names_a_state(kb: KnowledgeBase, targets: Sequence[str]) -> bool:
    return any(kb.entities[target].state == target for target in targets)


def _on_the_day(
    kb: KnowledgeBase, span: PostSpan, organizations: Sequence[str], asked: AskedDate
) -> list[HeldPost]:
    """Return those certainly in office in the days asked about, or else those who may have been."""
    first, last = asked.first or asked.day, asked.last or asked.day
    held = kb.posts.holders(span, organizations=organizations, first=first, last=last)
    for least in (Certainty.CERTAIN, Certainty.PERHAPS):
        if then := [post for post in held if (post.certainty or 0) >= least]:
            return then
    return []


def _one_each(posts: Sequence[HeldPost]) -> tuple[HeldPost, ...]:
    return tuple({post.person: post for post in reversed(posts)}.values())[::-1]


def _organization_beside(
    span: PostSpan, words: Sequence[Word], found: Sequence[FoundName]
) -> FoundName | None:
    """Return the state or body that an office is of: before it, or after "of" or "in"."""
    organizations = [f for f in found if f.names[0].kind is Kind.ORGANIZATION]
    for name in organizations:
        if name.last == span.first and not words[span.first].broken:
            return name
    after = span.last
    while after < len(words) and words[after].folded in _BETWEEN and not words[after].broken:
        after += 1
    if after == span.last:
        return None
    return next((name for name in organizations if name.first == after), None)


def _person_beside(
    span: PostSpan, words: Sequence[Word], found: Sequence[FoundName]
) -> FoundName | None:
    """Return the person that an office is said of: "PM Suga", "Suga, as prime minister"."""
    spend(len(found) // 4)
    people = [f for f in found if f.names[0].kind is Kind.PERSON]
    owns = words[span.last - 1].owns  # "the leader's sister" is not the leader
    for person in people:
        if person.first == span.last and not owns and not words[person.first].broken:
            return person
        if span.first - person.last > _FAR:
            continue
        between = {word.folded for word in words[person.last : span.first]} - {"the", "a"}
        asked = person.first > 0 and words[person.first - 1].folded in AUXILIARIES
        as_somebody = between - SAYING if asked and "as" in between else between
        if person.last < span.first and between and as_somebody <= _AS | {"government"}:
            return person
        if asked and person.last <= span.first and between <= _ADVERBS:
            return person
    return None
