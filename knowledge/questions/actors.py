"""Who is asked about, and who is only spoken of: subject and objects of a question."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from knowledge.corpus.model import Kind
from knowledge.questions.rows_of_names import are_joined
from knowledge.questions.which_of import follows_which_of
from knowledge.questions.words import UNREAD, Use
from knowledge.text.english.question_words import (
    ASKED_FOR,
    AUXILIARIES,
    BEFORE_A_TOPIC,
    BEFORE_AN_OBJECT,
    EVERYONE,
    POLARITY,
    SAYING,
    SPEAKERS,
)
from knowledge.text.english.related_words import GROUPS
from knowledge.text.english.small_words import ARTICLES
from knowledge.text.english.words_asked_for import (
    BEFORE_WORDS_ASKED_FOR,
    SPEECHES,
    WEIGHING_FOR,
    WORDS_ASKED_FOR,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from knowledge.kb.knowledge_base import KnowledgeBase
    from knowledge.names.resolver import Name
    from knowledge.questions.question import FoundName, Question

# Adverbs and the like between a name and what tells its part: "has Seoul ever said".
_SKIPPED: Final = ARTICLES | frozenset(
    "also now still ever already even just really currently publicly officially not".split()
)
_VERBS: Final = POLARITY | SAYING | AUXILIARIES
# Behind one of these stands who does it, whatever others own: "does Japan trust Seoul's view".
_DOING: Final = frozenset("do does did has have had will would can could should".split())
# What a group is asked for: "what do the allies think".
_HOLDING_VERBS: Final = (
    SAYING | POLARITY | frozenset("think see view stand make react regard".split())
) - SPEAKERS
# Words of grammar by which people are meant who have no name: "what does everyone think".
_OF_PEOPLE: Final = (
    SPEAKERS
    | EVERYONE
    | GROUPS
    | frozenset(
        "other others both ally allies partner partners neighbor neighbors neighbour neighbours "
        "power powers superpower superpowers rival rivals world community bloc members".split()
    )
) - {"source", "sources"}
# What only tells which or how many of them are meant: "our allies".
_BEFORE_A_GROUP: Final = _SKIPPED | frozenset("our their its his her these those".split())
_OF_A_GROUP: Final = _OF_PEOPLE | _BEFORE_A_GROUP
_BEHIND_A_GROUP: Final = BEFORE_A_TOPIC | WORDS_ASKED_FOR | ASKED_FOR
_BEARING: Final = frozenset({"of", "from", "by"})
_TELLING_WHOSE: Final = frozenset({"from", "by"})
_OPENING: Final = 6  # words in which a question says that it asks for words
_FAR: Final = 3  # words between a name and the noun that it owns


@dataclass(frozen=True, slots=True, eq=False)  # each is one place in one question
class Actor:
    """Somebody named in a question: on record by one or several names, or a stranger."""

    typed: str
    first: int
    last: int
    names: tuple[Name, ...] = ()
    found: FoundName | None = None

    @property
    def is_stranger(self) -> bool:
        return not self.names

    @property
    def target(self) -> str | None:
        """Return the id of the one that is meant; None where there is none or a choice."""
        return self.names[0].target if len(self.names) == 1 else None


@dataclass(frozen=True, slots=True)
class ActorRoles:
    """Those asked about, in the order typed, and those who are only spoken of."""

    subjects: tuple[Actor, ...]
    objects: tuple[Actor, ...]


def states_of(kb: KnowledgeBase, target: str) -> tuple[str, ...]:
    """Return the states that somebody spoke for, or that an organization is or belongs to."""
    entity = kb.entities[target]
    if entity.kind is not Kind.PERSON:
        return (entity.state,) if entity.state else ()
    return kb.states_of_person(target)


def states_of_actors(kb: KnowledgeBase, actors: Iterable[Actor]) -> set[str]:
    """Return the states of all whom the names of these may mean."""
    return {s for actor in actors for name in actor.names for s in states_of(kb, name.target)}


def find_cast(kb: KnowledgeBase, question: Question) -> ActorRoles:
    """Tell whom a question is about from those it names besides."""
    actors = _without_attributes(kb, question, _list_actors(question))
    if not actors:
        return ActorRoles((), ())
    roles = _Roles(kb, question, actors)
    of_no_name = roles.asks_of_an_issue() or roles.asks_of_a_group()
    subjects = [] if of_no_name else roles.subjects()
    chosen = set(map(id, subjects))
    return ActorRoles(tuple(subjects), tuple(a for a in actors if id(a) not in chosen))


def _list_actors(question: Question) -> list[Actor]:
    actors = [
        Actor(f.typed, f.first, f.last, f.names, f)
        for f in question.found
        if any(name.kind is not Kind.ISSUE for name in f.names)
    ]
    actors += [Actor(s.typed, s.first, s.last) for s in question.strangers]
    actors += [a for a in _list_unknown(question) if _is_in_a_subjects_place(question, a)]
    return sorted(actors, key=lambda actor: actor.first)


def _list_unknown(question: Question) -> Iterator[Actor]:
    """Yield neighboring words of no dictionary, which may be a name: "putin"."""
    at, count = 0, len(question.uses)
    while at < count:
        last = at
        while (
            last < count and question.uses[last] is Use.UNKNOWN and question.words[last].isalpha()
        ):
            last += 1
        if last > at:
            yield Actor(question.typed_between(at, last), at, last)
        at = max(last, at + 1)


def _is_in_a_subjects_place(question: Question, actor: Actor) -> bool:
    """Return whether words stand where a subject does: first, or after "does"."""
    before = actor.first - 1
    while before >= 0 and question.words[before] in ARTICLES:
        before -= 1
    if before < 0:
        return actor.last < len(question.words)
    after = question.words[actor.last] if actor.last < len(question.words) else ""
    asked = question.words[before] in AUXILIARIES
    return asked or (after in BEFORE_A_TOPIC and question.words[before] not in BEFORE_AN_OBJECT)


def _without_attributes(kb: KnowledgeBase, question: Question, actors: list[Actor]) -> list[Actor]:
    """Drop who only says whose a person or body is: "Seoul's Kang", "the ministry in Tokyo".

    Whoever stands behind begins where that name does: "China and Seoul's Kang" are in a row.
    """
    kept: list[Actor] = []
    first: int | None = None
    for at, found in enumerate(actors):
        actor = found if first is None else replace(found, first=first)
        following = actors[at + 1] if at + 1 < len(actors) else None
        if following is not None and _is_attribute(kb, question, found, following):
            first = actor.first
            continue
        first = None
        if not at or not _is_place_of(kb, question, actors[at - 1], actor):
            kept.append(actor)
    return kept


def _is_place_of(kb: KnowledgeBase, question: Question, body: Actor, state: Actor) -> bool:
    """Return whether a state only says where a body of its own is: "the ministry in Tokyo"."""
    between = [w for w in question.words[body.last : state.first] if w not in ARTICLES]
    if between not in (["in"], ["of"]) or body.target is None or state.target is None:
        return False
    own = kb.entities[body.target]
    is_body = own.kind is not Kind.PERSON and own.state != own.id
    return is_body and own.state == state.target


def _is_attribute(kb: KnowledgeBase, question: Question, actor: Actor, of: Actor) -> bool:
    between = range(actor.last, of.first)
    if any(question.uses[i] not in {Use.TITLE, Use.POST} for i in between):
        return False
    if question.parsed[of.first].broken or actor.target is None or of.target is None:
        return False
    state = kb.entities[actor.target].state
    own = kb.entities[of.target]
    of_an_office = any(question.uses[i] is Use.POST for i in between)
    whole = state == actor.target or (of_an_office and own.kind is Kind.PERSON)
    return whole and own.state != own.id and state in states_of(kb, of.target)


def _is_doing(before: str, word: str) -> bool:
    """Return whether two words stand before who does it: "speech by", "according to"."""
    done = word == "by" and before in POLARITY | SAYING | SPEECHES
    return done or (before, word) == ("according", "to")


def _is_weighing(before: str, word: str) -> bool:
    """Return whether two words stand before whose view it is: "a priority for", "vital to"."""
    return before in WEIGHING_FOR and word in {"for", "to"}


def is_led_by(kb: KnowledgeBase, person: Actor, body: Actor) -> bool:
    """Return whether names are of a person and of a body of their state: "Biden White House"."""
    people = bool(person.names) and all(n.kind is Kind.PERSON for n in person.names)
    bodies = (kb.entities.get(name.target) for name in body.names)
    states = states_of_actors(kb, [person]) if people else set()
    return bool(body.names) and all(b and b.state != b.id and b.state in states for b in bodies)


class _Roles:
    """Weighs for each name how well it stands as the subject."""

    def __init__(self, kb: KnowledgeBase, question: Question, actors: list[Actor]) -> None:
        self.kb, self.question, self.actors = kb, question, actors
        self._by_end = {actor.last: actor for actor in actors}
        self.words = question.words
        self._named = {i for actor in actors for i in range(actor.first, actor.last)}
        self._pairs = [(a, b) for a, b in pairwise(actors) if self._is_joined(a, b)]
        self._before_in_row = {id(other): one for one, other in self._pairs}
        self._weights_before: dict[int, int] = {}

    def subjects(self) -> list[Actor]:
        best = max(self.actors, key=lambda actor: (self._weight(actor), -actor.first))
        least = min(self._weight(best), 0)
        found = {id(best)}
        for one, other in self._pairs:
            if id(one) in found and id(other) not in found and self._weight(other) >= least:
                found.add(id(other))
        for one, other in reversed(self._pairs):
            if id(other) in found and id(one) not in found and self._weight(one) >= least:
                found.add(id(one))
        return [actor for actor in self.actors if id(actor) in found]

    def asks_of_an_issue(self) -> bool:
        """Return whether an issue stands where the subject does: "what do sanctions think of"."""
        asked = (
            f.first > 0 and self.words[self._skip_back(f.first - 1)] in AUXILIARIES
            for f in self.question.found
            if f.names[0].kind is Kind.ISSUE
        )
        return all(self._weight(actor) < 0 for actor in self.actors) and any(asked)

    def asks_of_a_group(self) -> bool:
        """Return whether a group without a name is asked: "what do allies think of talks with".

        Whoever is named behind is only spoken of.
        """
        asked = any(
            self._is_a_group(at + 1, _HOLDING_VERBS)
            for at, word in enumerate(self.words)
            if word in _DOING
        )
        told = any(
            self._is_a_group(at + 1, _BEHIND_A_GROUP, _OF_PEOPLE)
            for at, word in enumerate(("", *self.words), start=-1)
            if at < 0 or word in _BEARING
        )
        return (asked or told) and all(self._weight(actor) < 0 for actor in self.actors)

    def _is_a_group(
        self, first: int, behind: Collection[str], people: Collection[str] = ()
    ) -> bool:
        """Return whether a noun stands there without a name, and one of the words behind it.

        `people` are the nouns that it has to be one of, where there are any.
        """
        last = first
        while last < len(self.words) and last not in self._named and self._tells_of_a_group(last):
            last += 1
        nouns = [word for word in self.words[first:last] if word not in _BEFORE_A_GROUP]
        fits = bool(nouns) and (not people or nouns[-1] in people)
        return fits and last < len(self.words) and self.words[last] in behind

    def _tells_of_a_group(self, at: int) -> bool:
        word = self.words[at]
        if word in _HOLDING_VERBS:
            return False
        return word in _OF_A_GROUP or self.question.uses[at] in UNREAD

    def _is_joined(self, one: Actor, other: Actor) -> bool:
        """Return whether two names are of one row: "Japan, the U.S. and China"."""
        if are_joined(self.question, one.last, other.first):
            return True
        start, end = self.question.places[one.last - 1][1], self.question.places[other.first][0]
        return self._stand_alike(one, other, self.question.typed[start:end])

    def _stand_alike(self, one: Actor, other: Actor, between: str) -> bool:
        """Return whether two bodies stand side by side, neither the other's: "Japan China on"."""
        bodies = all(n.kind is Kind.ORGANIZATION for n in (*one.names, *other.names))
        known = bool(one.names and other.names)
        owned = self.question.parsed[one.last - 1].owns or self._hangs_s(one)
        return known and bodies and not (owned or between.strip())

    def _weight(self, actor: Actor) -> int:
        return self._before(actor) + self._after(actor)

    def _before(self, actor: Actor) -> int:
        """Return the weight of what stands before a name; of a row, it is worked out once each."""
        if id(actor) not in self._weights_before:
            self._weights_before[id(actor)] = self._weigh_before(actor)
        return self._weights_before[id(actor)]

    def _weigh_before(self, actor: Actor) -> int:
        at = self._skip_back(actor.first - 1)
        if at < 0 or self._is_led_body(actor):
            return 0 if at < 0 else 10
        word = self.words[at]
        if self._is_hyphened(actor):
            return -30  # one of a pair: "US-DPRK talks"
        if joined := self._before_in_row.get(id(actor)):
            return min(self._before(joined), 0)
        which_of = self._opens_a_row(actor) and follows_which_of(self.words, actor.first)
        if which_of or (word in _BEARING and self._bears(at)):
            return 45
        if at and (_is_doing(self.words[at - 1], word) or _is_weighing(self.words[at - 1], word)):
            return 45
        if word in AUXILIARIES:
            return 55 if word in _DOING and self._does(actor.last) else 40
        if word in _TELLING_WHOSE and self._asks_for_words() and self._follows_another(actor):
            return 25
        return -40 if word in BEFORE_AN_OBJECT else 0

    def _is_led_body(self, actor: Actor) -> bool:
        """Return whether a body stands straight behind a person: "Biden's State Department"."""
        person = self._by_end.get(actor.first)
        joined = not self.question.parsed[actor.first].broken
        return joined and person is not None and is_led_by(self.kb, person, actor)

    def _does(self, at: int) -> bool:
        """Return whether a word of content stands there: what somebody does."""
        return at < len(self.words) and self.question.uses[at] is Use.WORD

    def _opens_a_row(self, actor: Actor) -> bool:
        return any(one is actor for one, _ in self._pairs)

    def _bears(self, at: int) -> bool:
        """Return whether "of" stands after what is asked for: "the position of Japan"."""
        before = self._skip_back(at - 1)
        return before >= 0 and self.words[before] in ASKED_FOR

    def _asks_for_words(self) -> bool:
        """Return whether a question is what is asked for, and no sentence: "any quotes on"."""
        words = [w for w in self.words[:_OPENING] if w not in ARTICLES | BEFORE_WORDS_ASKED_FOR]
        return bool(words) and words[0] in WORDS_ASKED_FOR

    def _follows_another(self, actor: Actor) -> bool:
        """Return whether somebody is named before who is only spoken of: "on talks with Lutha"."""
        first = self.actors[0]
        return first is not actor and self._weight(first) < 0

    def _is_hyphened(self, actor: Actor) -> bool:
        """Return whether a name is one of a pair: "US-DPRK"."""
        parsed = self.question.parsed
        after = actor.last < len(parsed) and parsed[actor.last].hyphened
        return parsed[actor.first].hyphened or after

    def _skip_back(self, at: int) -> int:
        while at >= 0 and (
            self.words[at] in _SKIPPED or self.question.uses[at] in {Use.TITLE, Use.POST}
        ):
            at -= 1
        return at

    def _after(self, actor: Actor) -> int:
        at = actor.last
        if self._is_hyphened(actor):
            return 0
        owns = self.question.parsed[at - 1].owns or self._hangs_s(actor)
        ahead = self.words[at : at + _FAR]
        goes_on = bool(ahead) and not self.question.parsed[at].broken  # "Japan, correct?" does not
        if owns or (goes_on and ahead[0] in ASKED_FOR):
            return 50 if any(word in ASKED_FOR for word in ahead) else 0
        while at < len(self.words) and self.words[at] in _SKIPPED:
            at += 1
        if at >= len(self.words):
            return 0
        if self.words[at] in _VERBS - SPEAKERS:
            return 35
        text = self.question.typed[
            self.question.parsed[actor.last - 1].end : self.question.parsed[at].start
        ]
        if self.words[at] in BEFORE_A_TOPIC or text.strip() in {":", "–", "—", "-"}:
            return 30
        return 0

    def _hangs_s(self, actor: Actor) -> bool:
        """Return whether a possessive s was typed without its mark: "tokyos line"."""
        return bool(
            actor.found
            and actor.found.read_as
            and actor.typed.lower().endswith("s")
            and not actor.found.edited
        )
