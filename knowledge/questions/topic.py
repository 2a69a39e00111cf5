"""What a question asks: its intent, who is asked about, which issue, and which words are left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from knowledge.corpus.model import Kind
from knowledge.questions.actors import states_of_actors
from knowledge.questions.doubts import Doubts
from knowledge.questions.intent import Intent, IntentReading
from knowledge.questions.measured_by import is_sided_with
from knowledge.questions.subject_place import SubjectPlace
from knowledge.questions.who_did import WHENCE
from knowledge.questions.whom import find_whom
from knowledge.text.english.question_words import (
    GRAMMAR,
    SPEAKERS,
    WHO,
)
from knowledge.text.english.short_question_words import NUMBERS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from knowledge.kb.knowledge_base import KnowledgeBase
    from knowledge.questions.actors import Actor
    from knowledge.questions.question import Question


_WHOEVER: Final = WHO | SPEAKERS | {"else"}


@dataclass(frozen=True, slots=True)
class Topic:
    """Who and what a question is about.

    `strangers` are those asked about who are not on record, `foreign` the parties named that no
    issue has, `apart` sides that no issue read has together, with the issues `between` them, and
    `sides` those that one has; `doubtful` are words, as typed, that
    may change the question; `words` are the content words that were not read as a name, in the
    order typed; `speaking_for` is whose officials are asked for, `excluded` are those left out of
    all who are asked for;
    `with_subject` says that the issue was chosen by the parties and whom it asks about;
    `over_time` that all positions in order of time are asked for, or what changed.
    """

    intent: Intent
    subjects: tuple[Actor, ...] = ()
    objects: tuple[Actor, ...] = ()
    issues: tuple[str, ...] = ()
    issue_choices: tuple[str, ...] = ()
    read_words: frozenset[int] = frozenset()
    strangers: tuple[str, ...] = ()
    foreign: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    between: tuple[str, ...] = ()
    sides: tuple[Actor, ...] = ()
    doubtful: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    issue_words: tuple[str, ...] = ()
    speaking_for: tuple[Actor, ...] = ()
    excluded: tuple[str, ...] = ()
    with_subject: bool = False
    over_time: bool = False

    @property
    def ambiguous(self) -> list[Actor]:
        return [actor for actor in self.subjects if len(actor.names) > 1]

    @property
    def of_other_parties(self) -> bool:
        """Return whether no issue has those as its parties who are named so."""
        return bool(self.foreign or self.apart)

    @property
    def asked_about(self) -> tuple[str, ...]:
        """Return the ids of those asked about."""
        return tuple(dict.fromkeys([a.target for a in self.subjects if a.target]))


def find_topic(kb: KnowledgeBase, question: Question) -> Topic:
    """Return what a question asks; every word of it is in the topic, or left in the question."""
    return _TopicReader(kb, question).topic()


class _TopicReader(IntentReading, SubjectPlace, Doubts):
    """Reads who and what a question is about."""

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
        sides = self._find_sides()
        return Topic(
            intent=intent,
            subjects=subjects,
            objects=objects,
            issues=self.reading.issues,
            issue_choices=self.reading.choices,
            read_words=self.reading.words,
            strangers=strangers,
            foreign=tuple(self._foreign(objects)),
            apart=tuple(self._apart()),
            between=tuple(self._issues_between(sides)) if sides else (),
            sides=self._find_group() or (sides if sides and self._are_sides(sides) else ()),
            doubtful=tuple(dict.fromkeys(self._doubtful(objects))),
            words=tuple(self._left()),
            issue_words=tuple(self._words_of_issues()),
            speaking_for=tuple(self._speaking_for(objects)) if asks_who else (),
            excluded=tuple(a.target for a in excluded if a.target),
            with_subject=self.reading.with_subject,
            over_time=self._asks_over_time(),
        )

    def _excluded(self) -> tuple[Actor, ...]:
        """Return those left out of "everyone except Japan", "who apart from Japan"."""
        return tuple(a for a in self._actors() if self._excepts(a))

    def _asked_about(self, intent: Intent) -> tuple[Actor, ...]:
        """Return who is asked about: not a body that an issue is named by, nor "with whom"."""
        subjects = [a for a in self.cast.subjects if not self._is_issue(a)]
        if intent is Intent.WHO_HOLDS:
            subjects = [a for a in subjects if not (a.first and self.words[a.first - 1] == "with")]
            subjects = [a for a in subjects if not self._is_held_on(a)]
            subjects = [a for a in subjects if not is_sided_with(self.question, a.first)]
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
        objects = {a.last for a in self.cast.objects}
        return tuple(a for a in self.cast.objects if a.first in ends and self._is_bare(a, objects))

    def _is_bare(self, actor: Actor, ends: Collection[int]) -> bool:
        """Return whether no hyphen stands before a name, and no other object with a comma.

        `ends` are where the objects end.
        """
        word = self.question.parsed[actor.first]
        in_row = word.broken and actor.first in ends
        return bool(actor.names) and not (word.hyphened or in_row)

    def _speaking_for(self, objects: Sequence[Actor]) -> Iterator[Actor]:
        """Yield whose words are asked for: "which Japanese diplomat", "who did Japan warn"."""
        whom = find_whom(self.question, objects)
        for actor in whom.doers if whom else objects:
            behind = actor.last < len(self.words) and self.words[actor.last] in SPEAKERS
            if whom or behind or self._is_whence(actor) or self._is_one_of_several(actor):
                yield actor

    def _is_whence(self, actor: Actor) -> bool:
        """Return whether whoever is asked for is from a state: "who in Tokyo", "anyone from".

        At an assembly of states are all of them.
        """
        at = self._skip_back(actor.first - 1)
        before = self.words[at - 1] if at > 0 else ""
        of_a_state = actor.is_stranger or bool(states_of_actors(self.kb, [actor]))
        return before in _WHOEVER and self.words[at] in WHENCE and of_a_state

    def _is_one_of_several(self, actor: Actor) -> bool:
        """Return whether it asks which of a nation or an office: "which Sordian minister said"."""
        return actor.first == 1 and self.words[0] == "which"

    def _left(self) -> Iterator[str]:
        for i in sorted(self.question.unclear - self._in_strangers()):
            silent = self.words[i] in self._silent or self._counts(i) or self._tells_by_whom(i)
            if not silent and i not in self.reading.words:
                yield self.words[i]

    def _tells_by_whom(self, at: int) -> bool:
        """Return whether a word only says who tells it: "according to Sordia"."""
        return self.words[at : at + 2] == ("according", "to")

    def _counts(self, at: int) -> bool:
        """Return whether a word only says how many are meant: "the three", but not "three-way"."""
        joined = at + 1 < len(self.words) and self.question.parsed[at + 1].hyphened
        return self.words[at] in NUMBERS and not joined and at > 0 and self.words[at - 1] == "the"

    def _in_strangers(self) -> set[int]:
        return {i for a in self.cast.subjects if a.is_stranger for i in range(a.first, a.last)}

    def _words_of_issues(self) -> Iterator[str]:
        """Yield the words that were read as an issue."""
        spans = [f for f in self.question.found if f.names[0].kind is Kind.ISSUE]
        numbers = {i for f in spans for i in range(f.first, f.last)} | self.reading.words
        for i in sorted(numbers):
            if self.words[i] not in GRAMMAR:
                yield self.words[i]
