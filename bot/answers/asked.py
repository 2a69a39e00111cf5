"""A question in its setting: what a command answers, and what its answer is made of."""

from __future__ import annotations

import dataclasses
import re
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, cast

from bot.answers.answer import (
    Answer,
    Attested,
    Choice,
    Days,
    IssueRef,
    Outcome,
    PersonRef,
    Post,
    ReadAs,
    StanceOnIssue,
)
from bot.answers.choice_pages import PAGE_OF_CHOICES
from bot.answers.phrases import day_in_words, name_days_of, years_of
from bot.answers.ref import Ref
from bot.answers.said_on_record import (
    PUBLIC,
    asks_on_record,
    blank_asking,
    keep_on_record,
    leave_out_asking,
)
from bot.answers.told_of import name_all_told_of
from bot.block_kit.safe_text import clip
from knowledge.citations import as_of
from knowledge.corpus import Kind
from knowledge.kb import DaysSpoken
from knowledge.questions import Intent, Question, find_topic, is_government_of, list_now

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from bot.answers.claimed_speaker import ClaimedSpeaker
    from knowledge.citations import AsOf, CitedStatement, LatestPosition, Position
    from knowledge.corpus import Attestation, Membership
    from knowledge.kb import Entity, KnowledgeBase, LatestStance
    from knowledge.names import HeldPost, Name
    from knowledge.questions import FoundName, Topic
    from knowledge.text import AskedDate

_SPOKEN = frozenset({Intent.WORDS, Intent.WHO_SAID})
_AS_OF = ("as of", "as at", "by ", "until ", "up to")
_AT_THE = re.compile(r"^at (?:the )?", re.IGNORECASE)
_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_ECHOED = 80  # characters of what was typed that an answer repeats


@dataclass(frozen=True, slots=True)
class Asked:
    """A question in its setting: what answer() gets."""

    kb: KnowledgeBase
    command: str
    question: Question
    today: date
    read_topic: Topic | None = None  # where the question was understood to choose the command
    spoken: bool = False  # words are asked for: those of the days named, and none before
    names: Mapping[str, str] = field(default_factory=dict)  # how each command is typed here
    beside: ClaimedSpeaker | None = None  # named in the same message, in lines that are not read

    def answer(self, outcome: Outcome, **fields: object) -> Answer:
        """Return an Answer with all filled in that does not depend on the command."""
        question = self.question
        told = cast("Sequence[CitedStatement]", fields.get("statements", ()))
        accounts = [said for said in told if said.speaker is None]
        return Answer.model_validate(
            {
                "question": question.typed,
                "command": self.command,
                "typed_names": self.names,
                "outcome": outcome,
                "as_of": question.as_of,
                "dated": self.dated,
                "first_day": self.first_day,
                "today": self.today,
                "read_as": tuple(self._readings()),
                "not_understood": tuple(clip(w, _ECHOED) for w in self._unused()),
                "asked_for_more": question.more,
                "skip": self._skipped(outcome),
                "before": question.before,
                "on_record_alone": self.on_record,
                "kb_digest": self.kb.digest,
                "told_of": name_all_told_of(self.kb, accounts),
                **fields,
            }
        )

    def _unused(self) -> tuple[str, ...]:
        """Return the words not read, and "now" where the days asked about are others."""
        unread = self.question.not_understood
        if self.on_record:
            unread = tuple(leave_out_asking(self.question.typed, unread))
        return tuple(dict.fromkeys([*unread, *list_now(self.question, self.today)]))

    def _readings(self) -> Iterator[ReadAs]:
        """Yield how names and everyday words were read that were typed otherwise."""
        for found in self.question.found:
            if found.read_as and found.clear:
                yield self._read_as(found)
            if found.is_stand_in:
                office = " ".join(self.question.posts_beside(found))
                yield ReadAs(typed=clip(office, _ECHOED), name=found.posts[0].title)
        if (days := self.question.asked_date) and days.occasion:
            typed = self.question.typed[days.start : days.end]
            yield ReadAs(typed=clip(typed, _ECHOED), name=name_days_of(days.occasion, days))
        if days and days.year:
            typed = self.question.typed[days.start : days.end]
            yield ReadAs(typed=clip(typed, _ECHOED), name=self._with_year(days))
        for typed, word in self.question.respelled:
            yield ReadAs(typed=clip(typed, _ECHOED), name=f"“{word}”", misspelled=False)

    def _read_as(self, found: FoundName) -> ReadAs:
        name = self.kb.name_of(found.name.target)
        opened = found.typed.count("(") - found.typed.count(")")  # one may close behind the name
        typed = found.typed + ")" * max(0, opened)
        return ReadAs(typed=clip(typed, _ECHOED), name=name, misspelled=found.edited)

    def typed(self, command: str) -> str:
        """Return how a command is typed here."""
        return self.names.get(command, f"/{command}")

    def ref(self, target: str) -> Ref:
        return Ref(id=target, name=self.kb.name_of(target))

    def person_ref(self, person: str) -> PersonRef:
        """Return a person with all that the articles attest: what was so on the days asked first.

        Of the rest, the latest comes first.
        """
        named = (post for found in self.question.found for post in found.posts)
        offices = {_office(post) for post in named if post.person == person}
        return _person_ref(self.kb, person, self.question.asked_date, offices)

    def states_of(self, entity: Entity) -> list[str]:
        """Return the states that somebody spoke for, or that an organization belongs to."""
        if entity.kind is not Kind.PERSON:
            return [entity.state] if entity.state else []
        posts = self.kb.person(entity.id).memberships
        states = (self.kb.entities[post.organization].state for post in posts)
        return list(dict.fromkeys(state for state in states if state))

    def issue_ref(self, issue: str) -> IssueRef:
        model = self.kb.issues[issue]
        return IssueRef(
            id=issue,
            name=model.name,
            short=model.short or model.name,
            parent=model.parent,
            question=model.question,
        )

    def stance(self, holder: str, issue: str, held: Position) -> StanceOnIssue:
        """Return where a holder stands on an issue."""
        return StanceOnIssue(
            holder=self.ref(holder),
            issue=self.issue_ref(issue),
            value=held.stance.value,
            condition=held.stance.condition,
            basis=held.stance.basis,
            since=Days(from_=held.since.from_, to=held.since.to),
            latest=Days(from_=held.latest.from_, to=held.latest.to),
            perhaps_newer=held.perhaps_newer,
            statements=tuple(statement.id for statement in held.statements),
        )

    def latest_stance(self, held: LatestPosition) -> StanceOnIssue:
        """Return where a holder stands on an issue by all that is on record."""
        return StanceOnIssue(
            holder=self.ref(held.holder),
            issue=self.issue_ref(held.issue),
            value=held.value,
            condition=held.condition,
            basis=held.basis,
            since=Days(from_=held.since_from, to=held.since_to),
            latest=Days(from_=held.latest_from, to=held.latest_to),
            perhaps_newer=held.perhaps_newer,
            statements=held.statements,
        )

    def choice(self, name: Name, question: str, label: str | None = None) -> Choice:
        """Return what is offered; one of two namesakes is asked for by what tells them apart."""
        own, entity = self.kb.name_of(name.target), self.kb.entities.get(name.target)
        if entity and entity.label:
            question, label = question.replace(name.target, entity.label, 1), entity.label
        return Choice(
            id=name.target, name=own, kind=name.kind, question=question, label=label or own
        )

    @property
    def topic(self) -> Topic:
        """Who and what the question is about."""
        return self.read_topic or find_topic(self.kb, self.question)

    def about(self, found: Topic) -> Asked:
        """Return the question with the words read that were read as the first of the issues."""
        question = self.question
        named = found.strangers and {i for s in question.strangers for i in range(s.first, s.last)}
        if found.issues and (words := found.read_words.difference(named)):
            question = question.having_read(words, self.kb.name_as(found.issues[0]))
        return dataclasses.replace(self, question=question, spoken=found.intent in _SPOKEN)

    def label_of(self, found: FoundName | None, name: Name) -> str:
        """Return how a choice is told from the others: by the years of the post asked for."""
        own = self.kb.name_of(name.target)
        posts = [p for p in found.posts if p.person == name.target] if found else []
        return f"{own} ({posts[0].title}, {years_of(posts[0])})" if posts else own

    def select(self, said: Sequence[CitedStatement]) -> AsOf:
        """Divide statements by the day asked about, or keep those of the days asked about.

        What was said by the end of these days is certain by then, though it may be of before them.
        """
        if first := self.first_day:
            inside = self.until([s for s in said if s.said.to >= first])
            # a position that was taken before holds on these days too
            return self.until(said) if self._goes_back and not any(inside) else inside
        return self.until(said)

    def list_spans(self) -> list[DaysSpoken]:
        """Return the days from which select() takes statements; of several, the first with any."""
        sourcings = PUBLIC if self.on_record else ()
        firsts = [self.first_day, *([None] if self._goes_back else [])]
        return [DaysSpoken(first, self.day, sourcings) for first in firsts]

    @property
    def _goes_back(self) -> bool:
        """Return whether what was said before the days counts where nothing is of them."""
        return self.first_day is not None and not self.spoken and self._has_end

    def newest_stances(self) -> list[LatestStance]:
        """Return the newest stance of each holder on each issue that select() finds certain."""
        sourcings = PUBLIC if self.on_record else ()
        return self.kb.latest.within(self.first_day, self.day, sourcings, before=self._goes_back)

    def uncertain_stances(self) -> list[tuple[str, str]]:
        """Return the holders and issues on which select() finds stances, but none certain."""
        sourcings = PUBLIC if self.on_record else ()
        return self.kb.latest.uncertain(self.first_day, self.day, sourcings)

    @property
    def first_day(self) -> date | None:
        """Return the first of the days of which statements are asked for; None for "as of"."""
        days = self.question.asked_date
        if days is None or not (days.is_range or (self.spoken and not self._is_as_of(days))):
            return None
        return days.first

    @property
    def _has_end(self) -> bool:
        return self.question.asked_date is not None and self.question.asked_date.last is not None

    def until(self, said: Sequence[CitedStatement]) -> AsOf:
        """Divide statements by the day asked about, whatever days were before it."""
        return as_of(self.narrow(said), self.day)

    def narrow(self, said: Sequence[CitedStatement]) -> Sequence[CitedStatement]:
        """Return what was said on the record, where nothing else is asked for; else all."""
        return keep_on_record(said) if self.on_record else said

    def however_said(self) -> Asked:
        """Return the question of all that is on record, relayed words and accounts too."""
        question = self.question
        whole = dataclasses.replace(question, typed=blank_asking(question.typed))
        return dataclasses.replace(self, question=whole)

    @property
    def on_record(self) -> bool:
        """Return whether nothing is asked for but what was said on the record."""
        return asks_on_record(self.command, self.question.typed)

    @property
    def how_said(self) -> str:
        """Return how a sentence on what is not there tells that only this was asked for."""
        return " that was said on the record" if self.on_record else ""

    def _is_as_of(self, days: AskedDate) -> bool:
        return self.question.typed[days.start : days.end].lower().startswith(_AS_OF)

    def in_office(self, speaker: str, said: Sequence[CitedStatement]) -> list[CitedStatement]:
        """Keep what somebody said in the office they are asked about in: "PM Suga"."""
        found = [f for f in self.question.found if f.posts and f.clear]
        posts = [p for f in found for p in f.posts if p.person == speaker]
        spans = [(p.first, p.last) for p in posts if p.first and p.last]
        if not spans:
            return list(said)
        held = [s for s in said if any(_overlap(s, first, last) for first, last in spans)]
        return held if any(self.select(held)) else list(said)

    def is_about_government(self, person: str) -> bool:
        """Return whether somebody's government is asked about: "the Biden administration"."""
        found = (f for f in self.question.found if f.name.target == person)
        return any(is_government_of(self.question, f) for f in found)

    def as_asked(self, who: str) -> str:
        """Return how a question names somebody again, by their government where that was asked."""
        return f"{who} government" if self.is_about_government(who) else who

    def _skipped(self, outcome: Outcome) -> int:
        """Return the number of statements, or of choices, that earlier screens showed."""
        choosing = outcome is Outcome.CHOICE and self.question.more
        return PAGE_OF_CHOICES if choosing and self.question.skip is None else self.skip

    @property
    def skip(self) -> int:
        """Return the number of statements that earlier screens showed."""
        if not self.question.more:
            return 0
        return self.question.skip or 0

    @property
    def day(self) -> date:
        """Return the day that is asked about."""
        return self.question.as_of or self.today

    @property
    def when(self) -> str:
        """Return the days asked about as a sentence on what is not on record goes on."""
        asked = self.question.asked_date
        if asked is None or asked.day is None:
            return ""
        typed = _in_sentence(clip(self._with_year(asked), _ECHOED))
        if asked.is_range:
            return f" {typed}"
        if self.first_day is None:
            return f" by {day_in_words(asked.day)}"
        alone = self.first_day == asked.last  # words are asked for that were said then
        return f" on {day_in_words(asked.day)}" if alone else f" in {typed}"

    @property
    def dated(self) -> str:
        """Return the days to repeat in a question that follows from this one."""
        asked = self.question.asked_date
        if asked is None or asked.day is None:
            return ""
        if asked.is_range:
            return f" {self._with_year(asked)}"
        return f" as of {asked.day}"

    def _with_year(self, asked: AskedDate) -> str:
        """Return the days as typed, with the year that was read where none was typed."""
        typed = self.question.typed[asked.start : asked.end].strip()
        return f"{typed} {asked.year}" if asked.year else typed


def _in_sentence(days: str) -> str:
    """Return days as typed, in words: "at the October 2021" meeting is "in October 2021"."""
    named = _AT_THE.sub("in ", days)
    return _ISO_DAY.sub(lambda found: _read_day(found[0]), named)


def _read_day(typed: str) -> str:
    """Return a day in words; what is none stays as typed."""
    try:
        return day_in_words(date.fromisoformat(typed))
    except ValueError:
        return typed


def _overlap(statement: CitedStatement, first: date, last: date) -> bool:
    return statement.said.from_ <= last and first <= statement.said.to


def _office(post: HeldPost | Membership) -> tuple[object, ...]:
    return post.title, post.organization, post.start, post.end


def _person_ref(
    kb: KnowledgeBase, person: str, asked: AskedDate | None, named: Collection[object]
) -> PersonRef:
    model = kb.person(person)
    first, last = (asked.first, asked.last) if asked else (None, None)
    held = kb.posts.of(person, first, last)
    places = {_office(p): i for i, p in enumerate(held)}
    posts = sorted(model.memberships, key=lambda p: places[_office(p)])
    return PersonRef(
        id=model.id,
        name=model.name,
        posts=tuple(_post(kb, held, asked=_office(held) in named) for held in posts),
        descriptions=tuple(_attested(model.descriptions)),
        note=model.note,
    )


def _post(kb: KnowledgeBase, membership: Membership, *, asked: bool) -> Post:
    return Post(
        title=membership.title,
        organization=kb.name_of(membership.organization),
        start=membership.start,
        end=membership.end,
        attested=tuple(_attested(membership.attested)),
        asked=asked,
        note=membership.note,
    )


def _attested(found: Iterable[Attestation]) -> list[Attested]:
    dated = [(a, a.date) for a in found if a.date]
    return [
        Attested(article=a.article, as_=a.as_, from_=d.from_, to=d.to, inferred=d.inferred)
        for a, d in sorted(dated, key=lambda pair: pair[1].to, reverse=True)
    ]
