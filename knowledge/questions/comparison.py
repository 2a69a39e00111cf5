"""Who is set beside whom, on what: "where do Japan and the US differ on talks and pressure?"."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from knowledge.corpus.model import Kind
from knowledge.questions.actors import Actor, find_cast, states_of, states_of_actors
from knowledge.questions.intent import Intent
from knowledge.questions.measured_by import asks_of_two
from knowledge.questions.reader import read
from knowledge.questions.surnames_in_a_row import part_row
from knowledge.questions.topic import find_topic
from knowledge.questions.words import UNREAD, Use
from knowledge.text.english.agreeing_words import AGREEING
from knowledge.text.english.question_words import (
    ASKED_FOR,
    BEFORE_A_TOPIC,
    COMPARING,
    GRAMMAR,
    JOINING,
)
from knowledge.text.english.small_words import ARTICLES
from knowledge.text.stems import stem
from knowledge.text.work_budget import OutOfStepsError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from datetime import date

    from knowledge.corpus.model import Issue
    from knowledge.kb.knowledge_base import KnowledgeBase
    from knowledge.questions.question import FoundName, Question
    from knowledge.questions.topic import Topic

_ORDERING: Final = frozenset({"compare", "comparing", "comparison", "contrast"})
_DIFFERING: Final = frozenset("differ differs differed different diverge diverges".split())
_PARTS: Final = JOINING | COMPARING
_BEHIND: Final = ASKED_FOR | GRAMMAR
_BOTH: Final = frozenset({"two", "both"})
_LINKING: Final = frozenset("with to from against than".split())
# After one of these and an issue, somebody is a party to it: "talks with", "pressure on".
_BEFORE_A_PARTY: Final = frozenset("with w between against on over toward towards to".split())
_OF_ALL: Final = frozenset({Intent.WHO_HOLDS, Intent.WHO_SAID, Intent.WHO_LEADS, Intent.WHO_IS})
_OF_A_POSITION: Final = frozenset({Intent.POSITION, Intent.WORDS})
_PARTING: Final = re.compile(r"[,;/&+|]")
_SEVERAL: Final = 2
_TOPICS: Final = 24  # that are read at once


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

    @property
    def only_names(self) -> bool:
        """Return whether the words name somebody who is talked about, and no issue: "on China"."""
        named = [name for found in self.question.found for name in found.names]
        issues = self.is_read or any(name.kind is Kind.ISSUE for name in named)
        strangers = self.topic.strangers or self.topic.doubtful
        return bool(named) and not issues and not strangers and not self.not_understood


@dataclass(frozen=True, slots=True)
class AskedComparison:
    """Those that are compared, in the order named, and what they are compared on.

    `about` are the ids of those that the issues are to be about, where no issue is named.
    """

    actors: tuple[Actor, ...]
    topics: tuple[ComparedTopic, ...]
    about: tuple[str, ...] = ()

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
        return _asks_who_differs(kb, question, topic)
    if not AGREEING.isdisjoint(question.words) and len(topic.asked_about) >= _SEVERAL:
        return True
    if topic.asked_about and asks_of_two(kb, question):
        return len(find_comparison(kb, question).actors) >= _SEVERAL
    if topic.issues and any(_names_both(kb, question, actor) for actor in topic.subjects):
        return topic.intent in _OF_A_POSITION and not topic.over_time
    if COMPARING.isdisjoint(question.words):
        return _sets_several_side_by_side(kb, question, topic)
    found = find_comparison(kb, question)
    ordered = not _ORDERING.isdisjoint(question.words) and bool(found.actors or found.issues)
    return ordered or len(found.actors) >= _SEVERAL


def _sets_several_side_by_side(kb: KnowledgeBase, question: Question, topic: Topic) -> bool:
    """Return whether the positions of several are asked for: "where do Japan and China stand on".

    Of several issues, one position cannot be chosen without leaving an issue out; on one, all of
    the question must be understood.
    """
    if len(topic.asked_about) < _SEVERAL or topic.intent is not Intent.POSITION:
        return False
    several = len(_issue_names(question)) >= _SEVERAL
    if not several and (not topic.issues or topic.over_time or _is_in_doubt(kb, topic)):
        return False
    found = find_comparison(kb, question)
    if several and len(found.targets) >= _SEVERAL and len(found.issues) >= _SEVERAL:
        return True
    same = set(found.targets) == {*topic.asked_about} and _are_of(kb, found.issues, topic.issues)
    return same and not _is_in_doubt(kb, topic)


def _are_of(kb: KnowledgeBase, issues: Sequence[str], above: Sequence[str]) -> bool:
    """Return whether issues are just those above, or such as are below each of them."""
    families = [{issue, *(own.id for own in kb.under(issue))} for issue in above]
    in_each = all(not family.isdisjoint(issues) for family in families)
    return in_each and bool(issues) and all(any(i in f for f in families) for i in issues)


def _is_in_doubt(kb: KnowledgeBase, topic: Topic) -> bool:
    """Return whether words are left that may make it another question, or names no issue has."""
    left = topic.strangers or topic.of_other_parties or topic.doubtful or topic.words
    below = [own for issue in topic.issues for own in kb.under(issue)]
    parties = {party for issue in below for party in issue.parties}
    sides = (states_of_actors(kb, [actor]) for actor in topic.objects)
    besides = any(parties.isdisjoint(states) for states in sides)
    return bool(left or topic.ambiguous or topic.issue_choices or besides)


def _asks_who_differs(kb: KnowledgeBase, question: Question, topic: Topic) -> bool:
    """Return whether all others are set beside one: "who differs with Japan on talks?"."""
    if topic.intent is not Intent.WHO_HOLDS or _DIFFERING.isdisjoint(question.words):
        return False
    found = find_comparison(kb, question)
    return len(found.actors) == 1 and bool(found.issues)


def find_comparison(
    kb: KnowledgeBase, question: Question, today: date | None = None
) -> AskedComparison:
    """Return who is compared on what; those who are parties to an issue are not compared."""
    actors = _list_compared(kb, question)
    left = _blank(question, actors)
    words = list(dict.fromkeys(_divide(kb, question, actors, left)))
    if len(words) > _TOPICS:
        raise OutOfStepsError
    named = [_read_topic(kb, part, today) for part in words]
    if named and all(part.only_names for part in named):
        spoken_of = [name.target for part in named for f in part.question.found for name in f.names]
        return AskedComparison(actors, (), tuple(dict.fromkeys(spoken_of)))
    if len(named) > 1 and not all(part.is_read for part in named):
        named = [_read_topic(kb, left, today)]
    return AskedComparison(actors, tuple(named))


def _list_compared(kb: KnowledgeBase, question: Question) -> tuple[Actor, ...]:
    """Return all who are named but the parties to an issue; where there are no others, those."""
    cast = find_cast(kb, question)
    actors = sorted((*cast.subjects, *cast.objects), key=lambda actor: actor.first)
    firsts = {span.first for span in _issue_names(question)}
    lasts = {span.last for span in _issue_names(question)}
    others: list[Actor] = []
    party: Actor | None = None
    for i, actor in enumerate(actors):
        joined = party is not None and _is_joined(question, party, actor)
        if (
            joined
            or _is_party(question, actor, firsts, lasts)
            or _is_of_a_pair(question, actors, i, firsts)
            or (others and _is_talked_about(question, actor))
        ):
            party = actor
        else:
            others.append(actor)
    return tuple([one for actor in others or actors for one in _each_of(kb, question, actor)])


def _each_of(kb: KnowledgeBase, question: Question, actor: Actor) -> Iterator[Actor]:
    """Yield both of "the two Koreas", and all of "Kishida Suga"; else who is named."""
    if actor.is_stranger:
        yield from part_row(kb, question, actor)
        return
    if not _names_both(kb, question, actor):
        yield actor
        return
    first = actor.first - _is_counted(question, actor)
    for name in actor.names:
        found = replace(actor.found, names=(name,)) if actor.found else None
        yield Actor(actor.typed, first, actor.last, (name,), found)


def _names_both(kb: KnowledgeBase, question: Question, actor: Actor) -> bool:
    """Return whether words name two at once: "both Koreas", "the Koreas"."""
    if len(actor.names) != _SEVERAL:
        return False
    one = actor.typed.lower().removesuffix("s")
    named = [kb.name_of(name.target).lower().split() for name in actor.names]
    plural = one != actor.typed.lower() and all(one in words for words in named)
    return plural or _is_counted(question, actor)


def _is_counted(question: Question, actor: Actor) -> bool:
    return actor.first > 0 and question.words[actor.first - 1] in _BOTH


def _is_party(
    question: Question, actor: Actor, firsts: Collection[int], lasts: Collection[int]
) -> bool:
    """Return whether a name is part of an issue: "talks with Pyongyang", "on North Korea talks".

    `firsts` and `lasts` are where the names of issues begin and end.
    """
    at = actor.first - 1
    while at > 0 and question.words[at] in ARTICLES:
        at -= 1
    if at < 0:
        return False
    before = question.words[at] in _BEFORE_A_PARTY
    after = question.words[at] in BEFORE_A_TOPIC and not question.parsed[actor.last - 1].owns
    return (before and at in lasts) or (after and actor.last in firsts)


def _is_talked_about(question: Question, actor: Actor) -> bool:
    """Return whether a name follows "on", so that those named before it are compared on it.

    Whose position is asked for is compared: "Japan's line on talks, and on China's stance".
    """
    at = actor.first - 1
    while at > 0 and question.words[at] in ARTICLES:
        at -= 1
    asked_for = actor.last < len(question.words) and question.words[actor.last] in ASKED_FOR
    return at > 0 and question.words[at] in BEFORE_A_TOPIC and not asked_for


def _is_of_a_pair(
    question: Question, actors: Sequence[Actor], at: int, firsts: Collection[int]
) -> bool:
    """Return whether a name is one of a pair that says which issue is meant: "US-DPRK talks"."""
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
        if bisect_left(places, start) < bisect_left(places, end):
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
    linking = set(_find_linking(question))
    for i, word in enumerate(question.parsed):
        if i in inside or question.uses[i] is Use.DATE:
            continue
        joins = word.folded in _PARTS or i in linking
        joining = joins and question.uses[i] is Use.GRAMMAR
        before = question.typed[question.parsed[i - 1].end : word.start] if i else ""
        if joining:
            yield word.end
        if joining or i in beside or _PARTING.search(before):
            yield word.start


def _find_linking(question: Question) -> Iterator[int]:
    """Yield each preposition that joins what is asked of one issue to another: "with that on"."""
    named = {span.first for span in _issue_names(question)}
    ahead = len(question.words)  # the first word behind that is more than grammar
    for at in reversed(range(len(question.words))):
        word = question.words[at]
        if word in _LINKING and ahead - at > 1 and ahead in named:
            yield at
        if word not in _BEHIND:
            ahead = at


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
    topic = find_topic(kb, question)
    issues = tuple(dict.fromkeys(i for issue in topic.issues for i in _with(kb, topic, issue)))
    return ComparedTopic(question, replace(topic, issues=issues))


def _with(kb: KnowledgeBase, topic: Topic, issue: str) -> Iterator[str]:
    """Yield an issue, or of those below it the ones that have all who are named as parties."""
    actors = (*topic.subjects, *topic.objects)
    named = [actor for actor in actors if states_of_actors(kb, [actor])]
    below = kb.under(issue)
    among = [own for own in below if named and all(_has(kb, own, actor) for actor in named)]
    if kb.issues[issue].parties or not among or len(among) == len(below):
        yield issue
        return
    kept = {own.id for own in among}
    yield from (own.id for own in among if own.parent not in kept)


def _has(kb: KnowledgeBase, issue: Issue, actor: Actor) -> bool:
    """Return whether an issue has somebody as a party: of an unclear name, whoever it may be."""
    of_each = [{*states_of(kb, n.target)} for n in actor.names if n.kind is not Kind.ISSUE]
    if all(name.kind is Kind.ORGANIZATION for name in actor.names):
        of_each = [set[str]().union(*of_each)]  # "the two Koreas"
    return any(states and states <= set(issue.parties) for states in of_each)
