"""What a question asks: its intent, who is asked about, which issue, and which words are left."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from knowledge.corpus.model import Kind
from knowledge.questions.actors import Actor, find_cast, states_of
from knowledge.questions.issue_reading import read_issues
from knowledge.questions.words import UNREAD, Use
from knowledge.text.english.question_words import (
    ASKED_FOR,
    AUXILIARIES,
    BEFORE_A_PARTY,
    BEFORE_A_TARGET,
    BEFORE_A_TOPIC,
    BODIES_BESIDE_A_STATE,
    COURTESY,
    EVERYONE,
    EXCEPTING,
    GRAMMAR,
    LEADING,
    OFFICES,
    POLARITY,
    QUALIFIERS,
    SAYING,
    SPEAKERS,
    TURNING,
    WHO,
)
from knowledge.text.english.small_words import ARTICLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from knowledge.kb.knowledge_base import KnowledgeBase
    from knowledge.names.resolver import Name
    from knowledge.questions.question import Question

_QUOTED: Final = frozenset("quote quotes quoted quotation wording words verbatim word".split())
_OPENING: Final = COURTESY | {"and", "so", "but"}
_VERBS: Final = POLARITY | SAYING | ASKED_FOR | {"against", "behind", "for"}
_ASKING: Final = WHO | {"which", "what", "anyone", "anybody", "whose"}
_TRAILING: Final = frozenset({"no", "not", "never", "without", "against", "except"})
_SKIPPED: Final = frozenset("the a an on about for to with of in".split())
_NOUN: Final = frozenset({"NOUN"})
_READINGS: Final = 8  # of unclear names, as parties
_VERB_BY: Final = 9  # words in which the verb of "who" stands
_LETTERS: Final = 4  # of the shortest beginning of a word
_SHORT: Final = 8  # words of a question in which an unknown one may be anything


class Intent(StrEnum):
    """What is wanted: where somebody stands, who stands there, somebody's words, or whose words."""

    POSITION = "position"
    WHO_HOLDS = "who_holds"
    WORDS = "words"
    WHO_SAID = "who_said"
    WHO_IS = "who_is"
    WHO_LEADS = "who_leads"


@dataclass(frozen=True, slots=True)
class Topic:
    """Who and what a question is about.

    `strangers` are those asked about who are not on record, `foreign` the parties named that no
    issue has; `doubtful` are words, as typed, that may change the question; `words` are the
    content words that were not read as a name, in the order typed; `speaking_for` is whose
    officials are asked for, `excluded` are those left out of all who are asked for;
    `with_subject` says that the issue was chosen by the parties and whom it asks about.
    """

    intent: Intent
    subjects: tuple[Actor, ...] = ()
    objects: tuple[Actor, ...] = ()
    issues: tuple[str, ...] = ()
    issue_choices: tuple[str, ...] = ()
    read_words: frozenset[int] = frozenset()
    strangers: tuple[str, ...] = ()
    foreign: tuple[str, ...] = ()
    doubtful: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    issue_words: tuple[str, ...] = ()
    speaking_for: tuple[Actor, ...] = ()
    excluded: tuple[str, ...] = ()
    with_subject: bool = False

    @property
    def ambiguous(self) -> list[Actor]:
        return [actor for actor in self.subjects if len(actor.names) > 1]

    @property
    def asked_about(self) -> tuple[str, ...]:
        """Return the ids of those asked about."""
        return tuple(dict.fromkeys([a.target for a in self.subjects if a.target]))


def find_topic(kb: KnowledgeBase, question: Question) -> Topic:
    """Return what a question asks; every word of it is in the topic, or left in the question."""
    return _TopicReader(kb, question).topic()


class _TopicReader:
    def __init__(self, kb: KnowledgeBase, question: Question) -> None:
        self.kb, self.question, self.words = kb, question, question.words
        self.cast = find_cast(kb, question)
        self.subject = {s for a in self.cast.subjects for s in self._states(a)}
        self.reading = read_issues(kb, question, self.subject, self._party_sets())
        self._silent = GRAMMAR | SPEAKERS

    def _party_sets(self) -> list[frozenset[str]]:
        """Return the states of the objects; one set for each reading of those that are unclear."""
        sets = [frozenset[str]()]
        for actor in self.cast.objects:
            names = [name for name in actor.names if name.kind is not Kind.ISSUE]
            of_each = [frozenset(self._states_of(name)) for name in names]
            both = [frozenset[str]().union(*of_each)]  # "the two Koreas"
            sets = [known | states for known in sets for states in (*of_each, *both)][:_READINGS]
        return list(dict.fromkeys(sets))

    def _states_of(self, name: Name) -> tuple[str, ...]:
        return states_of(self.kb, name.target)

    def _states(self, actor: Actor) -> tuple[str, ...]:
        return states_of(self.kb, actor.target) if actor.target else ()

    def topic(self) -> Topic:
        intent = self._intent()
        asks_who = intent is Intent.WHO_SAID
        of_all = intent in {Intent.WHO_HOLDS, Intent.WHO_SAID}
        excluded = self._excluded() if of_all else ()
        subjects = () if asks_who else self._asked_about(intent) + self._beside()
        subjects = tuple(a for a in subjects if a not in excluded)
        objects = tuple(a for a in self._spoken_of(intent) if a not in (*subjects, *excluded))
        if asks_who:
            named = {*self.cast.subjects, *objects} - {*excluded}
            objects = tuple(sorted(named, key=lambda actor: actor.first))
        strangers = tuple(self._strangers(subjects)) or self._unnamed(intent, subjects)
        return Topic(
            intent=intent,
            subjects=subjects,
            objects=objects,
            issues=self.reading.issues,
            issue_choices=self.reading.choices,
            read_words=self.reading.words,
            strangers=strangers,
            foreign=tuple(self._foreign(objects)),
            doubtful=tuple(dict.fromkeys(self._doubtful(objects))),
            words=tuple(self._left()),
            issue_words=tuple(self._words_of_issues()),
            speaking_for=tuple(self._speaking_for(objects)) if asks_who else (),
            excluded=tuple(a.target for a in excluded if a.target),
            with_subject=self.reading.with_subject,
        )

    def _excluded(self) -> tuple[Actor, ...]:
        """Return those left out of "everyone except Japan", "who apart from Japan"."""
        return tuple(a for a in self._actors() if self._excepts(a.first - 1))

    def _excepts(self, at: int) -> bool:
        at = self._skip_back(at)
        while at > 0 and self.words[at] in {"for", "from", "than"}:
            at -= 1
        return at >= 0 and self.words[at] in EXCEPTING

    def _asked_about(self, intent: Intent) -> tuple[Actor, ...]:
        """Return who is asked about: not a body that an issue is named by, nor "with whom"."""
        subjects = [a for a in self.cast.subjects if not self._is_issue(a)]
        if intent is Intent.WHO_HOLDS:
            subjects = [a for a in subjects if not (a.first and self.words[a.first - 1] == "with")]
        return tuple(subjects)

    def _spoken_of(self, intent: Intent) -> list[Actor]:
        named = self.cast.objects if intent is not Intent.WHO_HOLDS else self._actors()
        return sorted((a for a in named if not self._is_issue(a)), key=lambda a: a.first)

    def _is_issue(self, actor: Actor) -> bool:
        return actor.is_stranger and self.reading.words.issuperset(range(actor.first, actor.last))

    def _beside(self) -> tuple[Actor, ...]:
        """Return names that stand bare in the question and are no party: they are asked about too.

        "Japan South Korea end of war" asks about two, "U.S. Japan-North Korea talks" about one.
        """
        if self.reading.by_parties or not self.reading.issues:
            return ()
        ends = {a.last for a in self._actors()} | {
            f.last for f in self.question.found if f.names[0].kind is Kind.ISSUE
        }
        return tuple(a for a in self.cast.objects if a.first in ends and self._is_bare(a))

    def _is_bare(self, actor: Actor) -> bool:
        return bool(actor.names) and not self.question.parsed[actor.first].hyphened

    def _intent(self) -> Intent:
        words = self._without_opening()
        if words[:1] and words[0] in EVERYONE and self.reading.issues:
            return Intent.WHO_HOLDS
        asking = bool(words) and words[0] in _ASKING
        named = words[1:2] and words[1] not in AUXILIARIES
        whose = named and any(word in SPEAKERS for word in words[1:4])
        who = asking and (words[0] in WHO or bool(whose))
        says = any(self._is_saying(i) for i in range(len(self.words)))
        if who and not any(word in _VERBS for word in words[1:_VERB_BY]):
            who = False
        if who and says:
            return Intent.WHO_SAID
        if who and self.reading.issues:
            return Intent.WHO_HOLDS
        if words and words[0] in WHO:
            leads = words[1:] and words[1] in LEADING and not self.reading.issues
            return Intent.WHO_LEADS if leads else Intent.WHO_IS
        if self._asks_for_an_office() or (not says and self._names_an_office_alone()):
            return Intent.WHO_IS
        wanted = says or not _QUOTED.isdisjoint(self.words)
        return Intent.WORDS if wanted else Intent.POSITION

    def _asks_for_an_office(self) -> bool:
        """Return whether it asks what somebody was: "which post did Kono hold"."""
        people = [a for a in self.cast.subjects if a.found and a.names[0].kind is Kind.PERSON]
        left = {self.words[i] for i in self.question.unclear}
        asked = bool(left & OFFICES) or any(
            a.found and a.found.posts and a.found.described for a in people
        )
        return bool(people) and asked and left <= OFFICES and not self.reading.issues

    def _names_an_office_alone(self) -> bool:
        """Return whether nobody but who held an office is asked about: "US vice president then"."""
        offices = [a.found for a in self._actors() if a.found and a.found.posts]
        alone = len(offices) == len(self._actors()) == 1 and not self.reading.issues
        return alone and not offices[0].described and self.words[0] not in AUXILIARIES

    def _speaking_for(self, objects: Iterable[Actor]) -> Iterator[Actor]:
        """Yield whose officials are asked for: "which Japanese diplomat"."""
        for actor in objects:
            if actor.last < len(self.words) and self.words[actor.last] in SPEAKERS:
                yield actor

    def _without_opening(self) -> tuple[str, ...]:
        """Return the words without those that only open the question: "and who"."""
        words = self.words
        while words and words[0] in _OPENING:
            words = words[1:]
        return words

    def _is_saying(self, at: int) -> bool:
        return self.words[at] in SAYING and self.question.uses[at] is Use.GRAMMAR

    def _strangers(self, subjects: Iterable[Actor]) -> Iterator[str]:
        """Yield those asked about who are not on record, each as typed."""
        for actor in subjects:
            first, last = self._place(actor)
            if actor.is_stranger or (first, last) != (actor.first, actor.last):
                yield self.question.typed_between(first, last)

    def _unnamed(self, intent: Intent, subjects: Sequence[Actor]) -> tuple[str, ...]:
        """Return nouns that stand where the subject does, where nobody is named: "unions on"."""
        if subjects or not self.reading.issues or intent in {Intent.WHO_HOLDS, Intent.WHO_SAID}:
            return ()
        first = 0
        while first < len(self.words) and self.words[first] in AUXILIARIES | ARTICLES | COURTESY:
            first += 1
        last = first
        while last < len(self.words) and self._is_unread(last):
            last += 1
        ends = self._begins_topic(last) or (
            last < len(self.words) and self.words[last] in ASKED_FOR
        )
        noun = any(self._is_noun(i) or self._is_strange(i) for i in range(first, last))
        read = self.reading.words & set(range(first, last))
        return (self.question.typed_between(first, last),) if ends and noun and not read else ()

    def _is_strange(self, at: int) -> bool:
        return self.question.uses[at] in {Use.STRANGER, Use.UNKNOWN}

    def _place(self, actor: Actor) -> tuple[int, int]:
        """Return the words in a subject's place, which name it: "the airlines of Japan"."""
        first = actor.first
        if first > 1 and self.words[first - 1] == "of" and self._is_noun(first - 2):
            first -= 2
            while (
                first > 0 and self._is_unread(first - 1) and not self.question.parsed[first].broken
            ):
                first -= 1
        if first == actor.first and self._is_organization(actor):
            first = self._begin_of_name(actor)
        return first, self._end_of_name(actor)

    def _begin_of_name(self, actor: Actor) -> int:
        """Return where a name begins that a noun stands before: "Radio Lothen on"."""
        first = actor.first
        while first > 0 and self._is_noun(first - 1) and not self.question.parsed[first].broken:
            first -= 1
        before = self.words[first - 1] if first else ""
        opens = first == 0 or before in AUXILIARIES or before in ARTICLES or before == "of"
        return first if opens else actor.first

    def _end_of_name(self, actor: Actor) -> int:
        """Return where a name ends that nouns go on with: "Japan airlines on", "trawler owners"."""
        last = end = actor.last
        if self.question.parsed[last - 1].owns or not self._is_organization(actor):
            return last
        while end < len(self.words) and self._is_of_a_name(end):
            end += 1
        names = (
            self.words[i] in BODIES_BESIDE_A_STATE or self._is_noun(i, only=True)
            for i in range(last, end)
        )
        if not any(names):
            return last
        return end if self._begins_topic(end) else last

    def _is_of_a_name(self, at: int) -> bool:
        """Return whether a noun, or a quality before one, can go on with a name."""
        if self.question.parsed[at].broken or self.question.uses[at] is not Use.WORD:
            return False
        quality = "ADJ" in self.kb.world.parts_of_speech(self.words[at])
        noun_after = at + 1 < len(self.words) and self._is_noun(at + 1)
        return self._is_noun(at) or (quality and noun_after)

    def _is_organization(self, actor: Actor) -> bool:
        return any(name.kind is Kind.ORGANIZATION for name in actor.names)

    def _begins_topic(self, at: int) -> bool:
        """Return whether the name before ends here: at "on", a verb, or the name of an issue."""
        if at >= len(self.words):
            return False
        word = self.words[at]
        whole = any(
            f.first == at and f.names[0].kind is Kind.ISSUE and f.last - f.first > 1
            for f in self.question.found
        )
        return whole or word in BEFORE_A_TOPIC | SAYING | POLARITY | ASKED_FOR

    def _is_unread(self, at: int) -> bool:
        return self.question.uses[at] in UNREAD

    def _is_noun(self, at: int, *, only: bool = False) -> bool:
        word = self.words[at]
        if self.question.uses[at] is not Use.WORD or word in QUALIFIERS | ASKED_FOR:
            return False
        speech = self.kb.world.parts_of_speech(word)
        return speech == _NOUN if only else "NOUN" in speech

    def _foreign(self, objects: Iterable[Actor]) -> Iterator[str]:
        """Yield the parties asked about that no issue named has: "talks with Russia"."""
        issues = self.reading.issues
        own = {p for issue in issues for child in self.kb.under(issue) for p in child.parties}
        for actor in objects if own else ():
            if not self._is_party(actor):
                continue
            if actor.is_stranger:
                yield actor.typed
            elif actor.target and own.isdisjoint(self._states(actor)):
                yield self.kb.name_of(actor.target)

    def _is_party(self, actor: Actor) -> bool:
        at = self._skip_back(actor.first - 1)
        if at < 0:
            return False
        word = self.words[at]
        if word in BEFORE_A_TARGET:
            # "sanctions on Russia", but "Japan on sanctions"
            return any(f.last == at and f.names[0].kind is Kind.ISSUE for f in self.question.found)
        if word not in BEFORE_A_PARTY:
            return False
        beside = next((a for a in self._actors() if a.last == at), None)
        return word != "and" or (beside is not None and self._is_party(beside))

    def _actors(self) -> tuple[Actor, ...]:
        return (*self.cast.subjects, *self.cast.objects)

    def _skip_back(self, at: int) -> int:
        while at >= 0 and self.words[at] in {"the", "a", "an"}:
            at -= 1
        return at

    def _doubtful(self, objects: Iterable[Actor]) -> Iterator[str]:
        """Yield the words, as typed, that may change the question."""
        for i in sorted({*self.reading.modifiers, *self._turning(), *self._unknown()}):
            yield self.question.typed_between(i, i + 1)
        for actor in objects:
            if actor.is_stranger:
                yield actor.typed

    def _unknown(self) -> Iterator[int]:
        """Yield words of no dictionary beside a name, or anywhere in a short question."""
        short = len(self.words) <= _SHORT
        for i, use in enumerate(self.question.uses):
            if use is not Use.UNKNOWN or i in self.reading.words:
                continue
            if (short or self._is_beside(i)) and not self._shortens(self.words[i]):
                yield i

    def _shortens(self, word: str) -> bool:
        """Return whether a word is the beginning of one that the issue has: "decl"."""
        bags = self.kb.issue_words.bags
        own = frozenset[str]().union(*(bags[issue] for issue in self.reading.issues))
        return len(word) >= _LETTERS and any(known.startswith(word) for known in own)

    def _is_beside(self, at: int) -> bool:
        return any(at in {f.first - 1, f.last} for f in self.question.found)

    def _turning(self) -> Iterator[int]:
        """Yield the words that turn or widen a question: "no first use", "except Japan"."""
        firsts = {f.first for f in self.question.found} | {a.first for a in self._actors()}
        lasts = {a.last for a in self._actors()}
        dates = {i for i, use in enumerate(self.question.uses) if use is Use.DATE}
        for i, word in enumerate(self.words):
            if word not in TURNING or self.question.uses[i] in {Use.NAME, Use.DATE, Use.POST}:
                continue
            before = self._is_before(i, firsts | dates) and not self._describes_person(i)
            each_other = i and self.words[i - 1] == "each"
            if self.words[0] in EVERYONE | WHO | {"which"} and word in EXCEPTING:
                continue
            if (word in EXCEPTING and not each_other) or before or (word == "only" and i in lasts):
                yield i
        yield from self._against()

    def _against(self) -> Iterator[int]:
        """Yield "against" before those asked about, and what turns the question at its end."""
        end = len(self.words)
        if end > 1 and self.words[-1] in _TRAILING and self.words[-2] != "or":
            yield end - 1
        subjects = {actor.first for actor in self.cast.subjects}
        for i, word in enumerate(self.words):
            if word == "against" and self._is_before(i, subjects):
                yield i

    def _is_before(self, at: int, firsts: set[int]) -> bool:
        ahead = at + 1
        while ahead < len(self.words) and self.words[ahead] in _SKIPPED:
            ahead += 1
        return ahead in firsts

    def _describes_person(self, at: int) -> bool:
        """Return whether "former" stands before a person: who held which post is dated anyway."""
        person = any(
            f.first == at + 1 and f.names[0].kind is Kind.PERSON for f in self.question.found
        )
        return person and self.words[at] in {"former", "ex"}

    def _left(self) -> Iterator[str]:
        for i in sorted(self.question.unclear - self._in_strangers()):
            if self.words[i] not in self._silent and i not in self.reading.words:
                yield self.words[i]

    def _in_strangers(self) -> set[int]:
        return {i for a in self.cast.subjects if a.is_stranger for i in range(a.first, a.last)}

    def _words_of_issues(self) -> Iterator[str]:
        """Yield the words that were read as an issue."""
        spans = [f for f in self.question.found if f.names[0].kind is Kind.ISSUE]
        numbers = {i for f in spans for i in range(f.first, f.last)} | self.reading.words
        for i in sorted(numbers):
            if self.words[i] not in GRAMMAR:
                yield self.words[i]
