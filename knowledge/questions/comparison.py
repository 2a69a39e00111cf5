"""Who is set beside whom, on what: "where do Japan and the US differ on talks and pressure?"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from knowledge.corpus.model import Kind
from knowledge.questions.actors import find_cast
from knowledge.questions.intent import Intent
from knowledge.questions.reader import read
from knowledge.questions.topic import find_topic
from knowledge.questions.words import UNREAD, Use
from knowledge.text.english.question_words import BEFORE_A_TOPIC, COMPARING, JOINING
from knowledge.text.english.small_words import ARTICLES
from knowledge.text.stems import stem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from knowledge.kb.knowledge_base import KnowledgeBase
    from knowledge.questions.actors import Actor
    from knowledge.questions.question import FoundName, Question
    from knowledge.questions.topic import Topic

_ORDERING: Final = frozenset({"compare", "comparing", "comparison", "contrast"})
_AGREEING: Final = frozenset("agree agrees agreed disagree disagrees disagreed".split())
# After one of these and an issue, somebody is a party to it: "talks with", "pressure on".
_BEFORE_A_PARTY: Final = frozenset("with w between against on over toward towards to".split())
_OF_ALL: Final = frozenset({Intent.WHO_HOLDS, Intent.WHO_SAID, Intent.WHO_LEADS, Intent.WHO_IS})
_PARTING: Final = re.compile(r"[,;/&+|]")
_SEVERAL: Final = 2


@dataclass(frozen=True, slots=True)
class ComparedTopic:
    """An issue that is compared, and the question that its words are by themselves."""

    question: Question
    topic: Topic

    @property
    def is_read(self) -> bool:
        """Return whether the words were read as an issue, or as one of several."""
        return bool(self.topic.issues or self.topic.issue_choices)

    @property
    def not_understood(self) -> tuple[str, ...]:
        """Return the words, as typed, that are no part of the issue."""
        unclear = sorted(self.question.unclear - self.topic.read_words)
        return tuple([self.question.typed_between(i, i + 1) for i in unclear])


@dataclass(frozen=True, slots=True)
class AskedComparison:
    """Those that are compared, in the order named, and what they are compared on."""

    actors: tuple[Actor, ...]
    topics: tuple[ComparedTopic, ...]

    @property
    def targets(self) -> tuple[str, ...]:
        """Return the ids of those compared."""
        return tuple(dict.fromkeys([a.target for a in self.actors if a.target]))

    @property
    def issues(self) -> tuple[str, ...]:
        """Return the ids of the issues named."""
        return tuple(dict.fromkeys([i for t in self.topics for i in t.topic.issues]))


def asks_to_compare(kb: KnowledgeBase, question: Question, topic: Topic) -> bool:
    """Return whether plain words set several side by side, or ask outright for a comparison."""
    if topic.intent in _OF_ALL:
        return False
    if not _AGREEING.isdisjoint(question.words) and len(topic.asked_about) >= _SEVERAL:
        return True
    if COMPARING.isdisjoint(question.words):
        return False
    found = find_comparison(kb, question)
    ordered = not _ORDERING.isdisjoint(question.words) and bool(found.actors or found.issues)
    return ordered or len(found.actors) >= _SEVERAL


def find_comparison(
    kb: KnowledgeBase, question: Question, today: date | None = None
) -> AskedComparison:
    """Return who is compared on what; those who are parties to an issue are not compared."""
    actors = _list_compared(kb, question)
    left = _blank(question, actors)
    named = [_read_topic(kb, words, today) for words in _divide(kb, question, actors, left)]
    if len(named) > 1 and not all(part.is_read for part in named):
        named = [_read_topic(kb, left, today)]
    return AskedComparison(actors, tuple(named))


def _list_compared(kb: KnowledgeBase, question: Question) -> tuple[Actor, ...]:
    """Return all who are named but the parties to an issue; where there are no others, those."""
    cast = find_cast(kb, question)
    actors = sorted((*cast.subjects, *cast.objects), key=lambda actor: actor.first)
    parties: list[Actor] = []
    for i, actor in enumerate(actors):
        before = actors[i - 1] if i else None
        joined = before is not None and before in parties and _is_joined(question, before, actor)
        if joined or _is_party(question, actor) or _is_of_a_pair(question, actors, i):
            parties.append(actor)
    return tuple([a for a in actors if a not in parties] or actors)


def _is_party(question: Question, actor: Actor) -> bool:
    """Return whether a name is part of an issue: "talks with Pyongyang", "on North Korea talks"."""
    at = actor.first - 1
    while at > 0 and question.words[at] in ARTICLES:
        at -= 1
    if at < 0:
        return False
    before = question.words[at] in _BEFORE_A_PARTY
    after = question.words[at] in BEFORE_A_TOPIC and not question.parsed[actor.last - 1].owns
    spans = _issue_names(question)
    return any((before and s.last == at) or (after and s.first == actor.last) for s in spans)


def _is_of_a_pair(question: Question, actors: Sequence[Actor], at: int) -> bool:
    """Return whether a name is one of a pair that says which issue is meant: "US-DPRK talks"."""
    firsts = {span.first for span in _issue_names(question)}
    pairs = [actors[i : i + 2] for i in (at - 1, at) if i >= 0]
    return any(
        len(pair) > 1
        and pair[0].last == pair[1].first
        and question.parsed[pair[1].first].hyphened
        and pair[1].last in firsts
        for pair in pairs
    )


def _is_joined(question: Question, one: Actor, other: Actor) -> bool:
    between = [w for w in question.words[one.last : other.first] if w not in ARTICLES]
    return between in (["and"], ["or"])


def _issue_names(question: Question) -> list[FoundName]:
    return [found for found in question.found if found.names[0].kind is Kind.ISSUE]


def _blank(question: Question, actors: Sequence[Actor]) -> str:
    """Return the words typed without the names of those compared, offsets kept."""
    typed = question.typed
    for actor in actors:
        start, end = question.parsed[actor.first].start, question.parsed[actor.last - 1].end
        if question.parsed[actor.last - 1].owns:
            end += 2
        typed = typed[:start] + " " * (end - start) + typed[end:]
    return typed


def _divide(
    kb: KnowledgeBase, question: Question, actors: Sequence[Actor], left: str
) -> Iterator[str]:
    """Yield the words of each issue: those between commas, joining words and names."""
    places = list(_content(question, actors))
    ends = sorted({*_ends(question, actors), *_ends_between_issues(kb, question)})
    for start, end in pairwise([0, *ends, len(left)]):
        if any(start <= place < end for place in places):
            yield left[start:end].strip(" ,;/&+|")


def _content(question: Question, actors: Sequence[Actor]) -> Iterator[int]:
    """Yield the offsets of the words that name something, or nothing known, beside the actors."""
    named = {i for actor in actors for i in range(actor.first, actor.last)}
    for i, use in enumerate(question.uses):
        if i not in named and (use is Use.NAME or use in UNREAD):
            yield question.parsed[i].start


def _ends(question: Question, actors: Sequence[Actor]) -> Iterator[int]:
    """Yield the offsets at which the words of an issue may end."""
    inside = {i for f in question.found for i in range(f.first + 1, f.last)}
    beside = {at for actor in actors for at in (actor.first, actor.last)}
    for i, word in enumerate(question.parsed):
        if i in inside or question.uses[i] is Use.DATE:
            continue
        joining = word.folded in JOINING | COMPARING and question.uses[i] is Use.GRAMMAR
        before = question.typed[question.parsed[i - 1].end : word.start] if i else ""
        if joining:
            yield word.end
        if joining or i in beside or _PARTING.search(before):
            yield word.start


def _ends_between_issues(kb: KnowledgeBase, question: Question) -> Iterator[int]:
    """Yield where one issue's name follows another's that it is no part of: "talks pressure"."""
    ends = {span.last for span in _issue_names(question)}
    for span in _issue_names(question):
        if span.first in ends and not _is_shared(kb, question, span):
            yield question.parsed[span.first].start


def _is_shared(kb: KnowledgeBase, question: Question, span: FoundName) -> bool:
    """Return whether several issues have the words of a name: "talks"."""
    stems = {stem(word) for word in question.words[span.first : span.last]}
    return sum(stems <= bag for bag in kb.issue_words.bags.values()) > 1


def _read_topic(kb: KnowledgeBase, words: str, today: date | None) -> ComparedTopic:
    question = read(kb, words, today=today)
    return ComparedTopic(question, find_topic(kb, question))
