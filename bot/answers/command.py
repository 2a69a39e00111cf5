"""What a command is, and reply(): question → answer → message, expected outcomes in words."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from bot.answers.answer import (
    SCREEN,
    Answer,
    Attested,
    Choice,
    Days,
    IssueRef,
    Outcome,
    PersonRef,
    Post,
    ReadAs,
    Ref,
    StanceOnIssue,
)
from bot.answers.choice_pages import PAGE_OF_CHOICES, choice_buttons
from bot.answers.example_questions import find_sample
from bot.answers.phrases import years_of
from bot.block_kit.message import (
    Button,
    Message,
    Part,
    bullets,
    clip,
    compose,
    line,
    paragraph,
    refusal_part,
    row,
    run,
    small_print,
)
from knowledge.citations import as_of, within
from knowledge.corpus import Kind
from knowledge.questions import MAX_LENGTH, Intent, Question, find_topic, read
from knowledge.text import GOVERNMENTS, MONTHS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

    from bot.answers.example_questions import Sample
    from bot.block_kit.message import Block
    from knowledge.citations import AsOf, CitedStatement, Position
    from knowledge.corpus import Attestation, Membership
    from knowledge.kb import Entity, KnowledgeBase
    from knowledge.names import Name
    from knowledge.questions import FoundName, Topic
    from knowledge.text import AskedDate

_SPOKEN = frozenset({Intent.WORDS, Intent.WHO_SAID})
_AS_OF = ("as of", "as at", "by ", "until ", "up to")
_ECHOED = 80  # characters of what was typed that an answer repeats


@dataclass(frozen=True, slots=True)
class Command:
    """One command: `answer` is a pure function of kb and question, `parts` lays its answer out."""

    name: str
    usage: str
    about: str
    examples: Callable[[Sample], tuple[str, ...]]
    kinds: frozenset[Kind]
    answer: Callable[[Asked], Answer]
    parts: Callable[[Answer], list[Part]]
    slack_name: str | None = None
    in_slack: bool = True
    takes_nothing: bool = False
    reads: Callable[[str], str] = str  # the words that names and dates are read in, offsets kept

    @property
    def registered(self) -> str:
        """Return the name that Slack knows the command by."""
        return self.slack_name or self.name


@dataclass(frozen=True, slots=True)
class Asked:
    """A question in its setting: what answer() gets."""

    kb: KnowledgeBase
    command: str
    question: Question
    today: date
    read_topic: Topic | None = None  # where the question was understood to choose the command
    spoken: bool = False  # words are asked for: those of the days named, and none before

    def answer(self, outcome: Outcome, **fields: object) -> Answer:
        """Return an Answer with all filled in that does not depend on the command."""
        question = self.question
        return Answer.model_validate(
            {
                "question": question.typed,
                "command": self.command,
                "outcome": outcome,
                "as_of": question.as_of,
                "today": self.today,
                "read_as": tuple(
                    ReadAs(typed=clip(f.typed, _ECHOED), name=self.kb.name_of(f.name.target))
                    for f in question.found
                    if f.read_as and f.clear
                ),
                "not_understood": tuple(clip(w, _ECHOED) for w in question.not_understood),
                "asked_for_more": question.more,
                "skip": self._skipped(outcome),
                "kb_digest": self.kb.digest,
                **fields,
            }
        )

    def ref(self, target: str) -> Ref:
        return Ref(id=target, name=self.kb.name_of(target))

    def person_ref(self, person: str) -> PersonRef:
        """Return a person with all that the articles attest: what was so on the days asked first.

        Of the rest, the latest comes first.
        """
        return _person_ref(self.kb, person, self.question.asked_date)

    def states_of(self, entity: Entity) -> list[str]:
        """Return the states that somebody spoke for, or that an organization belongs to."""
        if entity.kind is not Kind.PERSON:
            return [entity.state] if entity.state else []
        posts = self.kb.person(entity.id).memberships
        states = (self.kb.entities[post.organization].state for post in posts)
        return list(dict.fromkeys(state for state in states if state))

    def issue_ref(self, issue: str) -> IssueRef:
        model = self.kb.issues[issue]
        return IssueRef(id=issue, name=model.name, parent=model.parent, question=model.question)

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
        if found.read_words and found.issues:
            question = question.having_read(found.read_words, self.kb.name_as(found.issues[0]))
        return dataclasses.replace(self, question=question, spoken=found.intent in _SPOKEN)

    def label_of(self, found: FoundName | None, name: Name) -> str:
        """Return how a choice is told from the others: by the years of the post asked for."""
        own = self.kb.name_of(name.target)
        posts = [p for p in found.posts if p.person == name.target] if found else []
        return f"{own} ({posts[0].title}, {years_of(posts[0])})" if posts else own

    def select(self, said: Sequence[CitedStatement]) -> AsOf:
        """Divide statements by the day asked about, or keep those of the days asked about."""
        days = self.question.asked_date
        if days and (days.is_range or (self.spoken and days.first and not self._is_as_of(days))):
            return within(said, days.first, days.last)
        return as_of(said, self.day)

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
        after = {self.question.words[f.last] for f in found if f.last < len(self.question.words)}
        return not after.isdisjoint(GOVERNMENTS)

    def _skipped(self, outcome: Outcome) -> int:
        """Return the number of statements, or of choices, that earlier screens showed."""
        choosing = outcome is Outcome.CHOICE and self.question.more
        return PAGE_OF_CHOICES if choosing and self.question.skip is None else self.skip

    @property
    def skip(self) -> int:
        """Return the number of statements that earlier screens showed."""
        if not self.question.more:
            return 0
        return SCREEN if self.question.skip is None else self.question.skip

    @property
    def day(self) -> date:
        """Return the day that is asked about."""
        return self.question.as_of or self.today

    @property
    def dated(self) -> str:
        """Return the days to repeat in a question that follows from this one."""
        asked = self.question.asked_date
        if asked is None or asked.day is None:
            return ""
        if asked.is_range:
            return f" {self.question.typed[asked.start : asked.end].strip()}"
        return f" as of {asked.day}"


def _overlap(statement: CitedStatement, first: date, last: date) -> bool:
    return statement.said.from_ <= last and first <= statement.said.to


def _person_ref(kb: KnowledgeBase, person: str, asked: AskedDate | None) -> PersonRef:
    model = kb.person(person)
    first, last = (asked.first, asked.last) if asked else (None, None)
    held = kb.posts.of(person, first, last)
    places = {(p.title, p.organization, p.start, p.end): i for i, p in enumerate(held)}
    posts = sorted(model.memberships, key=lambda p: places[p.title, p.organization, p.start, p.end])
    return PersonRef(
        id=model.id,
        name=model.name,
        posts=tuple(_post(kb, membership) for membership in posts),
        descriptions=tuple(_attested(model.descriptions)),
        note=model.note,
    )


def _post(kb: KnowledgeBase, membership: Membership) -> Post:
    return Post(
        title=membership.title,
        organization=kb.name_of(membership.organization),
        start=membership.start,
        end=membership.end,
        attested=tuple(_attested(membership.attested)),
        note=membership.note,
    )


def _attested(found: Iterable[Attestation]) -> list[Attested]:
    dated = [(a, a.date) for a in found if a.date]
    return [
        Attested(article=a.article, as_=a.as_, from_=d.from_, to=d.to, inferred=d.inferred)
        for a, d in sorted(dated, key=lambda pair: pair[1].to, reverse=True)
    ]


class Reply(NamedTuple):
    answer: Answer
    message: Message


class Meant(NamedTuple):
    """A command and the text to give it, with the reading of that text where it is made already.

    `also` is a further question in the same message, which is not answered with this one.
    """

    command: Command
    text: str
    question: Question | None = None
    also: str | None = None
    topic: Topic | None = None


def reply(
    kb: KnowledgeBase, command: Command, text: str, today: date, *, pressable: bool = True
) -> Reply:
    """Answer the text of a command; where nothing can be pressed, no button is offered."""
    return reply_to(kb, Meant(command, text), today, pressable=pressable)


def reply_to(kb: KnowledgeBase, meant: Meant, today: date, *, pressable: bool = True) -> Reply:
    """Answer what was meant; what was read already is not read again."""
    command = meant.command
    question = meant.question or _read(kb, command, meant.text[:MAX_LENGTH], today)
    asked = Asked(kb, command.name, question, today, meant.topic)
    answer = _help(asked, command) or _unread_date(asked, command) or command.answer(asked)
    if meant.also:
        answer = answer.model_copy(update={"also_asked": clip(meant.also, _ECHOED)})
    return Reply(answer, message(command, answer, pressable=pressable))


def _read(kb: KnowledgeBase, command: Command, text: str, today: date) -> Question:
    words, blanks = command.reads(text), command.reads is not str
    question = read(kb, words, command.kinds, more_alone=blanks, today=today)
    return question if words == text else dataclasses.replace(question, typed=text)


def _help(asked: Asked, command: Command) -> Answer | None:
    words = asked.question.words
    named = bool(asked.question.found)  # somebody may be called Help
    if (words == ("help",) and not named) or (asked.question.empty and not command.takes_nothing):
        return help_answer(asked, command)
    return None


def help_answer(asked: Asked, command: Command) -> Answer:
    """Answer with what a command does, and with questions that this kb answers."""
    nothing = {"read_as": (), "not_understood": ()}
    return asked.answer(Outcome.HELP, examples=example_questions(asked.kb, command), **nothing)


def example_questions(kb: KnowledgeBase, command: Command) -> tuple[str, ...]:
    """Return questions that a command answers from this kb, as they are typed."""
    found, name = find_sample(kb), f"/{command.registered} " if command.in_slack else ""
    return tuple(f"{name}{e}".strip() for e in command.examples(found)) if found else ()


def _unread_date(asked: Asked, command: Command) -> Answer | None:
    """Ask for another date; a command that blanks words out says itself what it did not read."""
    return unread_date_answer(asked) if command.reads is str else None


def unread_date_answer(asked: Asked) -> Answer | None:
    """Return what is wrong with the date that was typed, if anything is."""
    date = asked.question.asked_date
    if date is None or date.problem is None:
        return None
    if date.readings:
        choices = tuple(_on_day(asked, day) for day in date.readings)
        return asked.answer(Outcome.CHOICE, reason=f"{date.problem}.", choices=choices)
    reason = f"{date.problem}. Try 2018, Feb 2018 or 2018-02-26."
    return asked.answer(Outcome.NO_MATCH, reason=reason)


def _on_day(asked: Asked, day: date) -> Choice:
    """Return the question as typed, with one of the days that its date may mean."""
    typed, found = asked.question.typed, asked.question.asked_date
    start, end = (found.start, found.end) if found else (len(typed), len(typed))
    words = f"{typed[:start]}as of {day}{typed[end:]}"
    label = f"As of {day.day} {MONTHS[day.month - 1]} {day.year}"
    question = f"/{asked.command} {words}"
    return Choice(id=str(day), name=str(day), question=question, label=label)


def message(command: Command, answer: Answer, *, pressable: bool = True) -> Message:
    """Lay an answer out within Slack's limits."""
    helps = answer.outcome is Outcome.HELP and command.in_slack
    parts = help_parts(command, answer) if helps else _exhausted(answer) or command.parts(answer)
    parts = [*parts[:1], *_reading(answer), *parts[1:]]
    count = answer.found_count or len(answer.statements)
    total = max(count - answer.skip, sum(part.statement for part in parts))
    foot = _foot if pressable else _count
    return compose(parts, lambda shown: foot(answer, shown, total - shown))


def _exhausted(answer: Answer) -> list[Part]:
    """Return a refusal where there is no further screen."""
    if not answer.statements or answer.skip < len(answer.statements):
        return []
    return [refusal_part(f"No more: {_all(len(answer.statements))} shown before.")]


def _all(count: int) -> str:
    return "the one statement was" if count == 1 else f"all {count} statements were"


def _count(_answer: Answer, _shown: int, hidden: int) -> list[Block]:
    """Return a line on what this screen leaves out."""
    return [small_print(_more(hidden) + ".")] if hidden else []


def _foot(answer: Answer, shown: int, hidden: int) -> list[Block]:
    """Return buttons for the choices and for what this screen leaves out."""
    found = choice_buttons(answer)
    blocks = [small_print(_left_out(answer, hidden))] if hidden else []
    if hidden and answer.asked:
        found.append(Button(f"More ({hidden})", f"{answer.asked} more {answer.skip + shown}"))
    return [*blocks, *row(found, answer.kb_digest)]


def _left_out(answer: Answer, hidden: int) -> str:
    if not answer.asked:
        return f"{hidden} more: name one of them to see it."
    return f"{_more(hidden)}: press More, or ask again with the word 'more' at the end."


def _more(hidden: int) -> str:
    return "1 more statement" if hidden == 1 else f"{hidden} more statements"


def _reading(answer: Answer) -> list[Part]:
    """Return a line on how typed words were read, and on those not understood."""
    notes = [f"read “{r.typed}” as {r.name}" for r in answer.read_as]
    if answer.not_understood:
        notes.append("not read: " + ", ".join(f"“{w}”" for w in answer.not_understood))
    if answer.also_asked:
        notes.append(f"one question at a time: ask “{answer.also_asked}” by itself")
    return [Part([paragraph(line(run(" · ".join(notes), italic=True)))])] if notes else []


def help_parts(command: Command, answer: Answer) -> list[Part]:
    """Return what a command does, with examples that work."""
    return [
        Part(
            [
                paragraph(
                    line(run(f"/{command.registered} {command.usage}".strip(), bold=True)),
                    line(run(command.about)),
                    *(line(run(example)) for example in answer.examples),
                )
            ]
        )
    ]


def overview(commands: Iterable[Command], answer: Answer) -> list[Part]:
    """Return what each command does, a line each."""
    lines = [
        [run(f"/{c.registered} {c.usage}".strip(), bold=True), run(f" — {c.about}")]
        for c in commands
    ]
    opening = (
        "Stancebook answers who stands where on what, since when, said by whom, in which exact "
        "words, per which source. It quotes, and writes nothing of its own."
    )
    plain = "In a mention or a direct message, you can write plain words"
    plain = ": ".join([plain, *answer.examples]) if answer.examples else f"{plain}."
    return [Part([paragraph(line(run(opening)), bullets(lines), line(run(plain)))])]
