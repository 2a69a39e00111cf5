"""reply(): question → answer → message, expected outcomes in words."""

from __future__ import annotations

import dataclasses
import re
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from bot.answers.all_days_offered import offer_all_days
from bot.answers.answer import Answer, Choice, Outcome
from bot.answers.asked import Asked
from bot.answers.example_questions import find_sample
from bot.answers.governments import offer_government
from bot.answers.leftovers import name_once
from bot.answers.phrases import day_in_words
from bot.answers.reply_message import message
from bot.block_kit.safe_text import clip
from knowledge.questions import MAX_LENGTH, Question, read
from knowledge.text import OutOfStepsError, Work, allow

if TYPE_CHECKING:
    from bot.answers.claimed_speaker import ClaimedSpeaker
    from bot.answers.command import Command
    from bot.answers.taken_over import TakenOver
    from bot.block_kit.message import Message
    from knowledge.kb import KnowledgeBase
    from knowledge.questions import Topic
    from knowledge.text import AskedDate

# Steps of work that reading a request may take, or answering it: some more than three sentences of
# an article take that were changed a little. tests/bench/worst.py has the costliest.
STEPS = 60_000
IN_ALL = Work(75_000, 0.07)  # that reading and answering may take together
_TOO_MUCH = "That is too much to read at once. Ask about one thing, in fewer words."
_ECHOED = 80  # characters of what was typed that an answer repeats
_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


class Reply(NamedTuple):
    answer: Answer
    message: Message


class Meant(NamedTuple):
    """A command and the text to give it, with the reading of that text where it is made already.

    `also` is a further question in the same message, which is not answered with this one;
    `taken_over` is what the text has from the question before; `too_much` says that the words take
    more work to read than one request may take; `spent` is the work that reading them took.
    `beside` is who is named in lines of the message that are not in the text.
    """

    command: Command
    text: str
    question: Question | None = None
    also: str | None = None
    topic: Topic | None = None
    too_much: bool = False
    taken_over: TakenOver | None = None
    spent: Work = Work()
    beside: ClaimedSpeaker | None = None


def reply(
    kb: KnowledgeBase, command: Command, text: str, today: date, *, pressable: bool = True
) -> Reply:
    """Answer the text of a command; where nothing can be pressed, no button is offered."""
    return reply_to(kb, Meant(command, text), today, pressable=pressable)


def reply_to(kb: KnowledgeBase, meant: Meant, today: date, *, pressable: bool = True) -> Reply:
    """Answer what was meant; what was read already is not read again."""
    try:
        with allow(*_left(meant.spent), meant.spent.steps):
            answer = _refuse(kb, meant, today) if meant.too_much else _answer(kb, meant, today)
    except OutOfStepsError:
        answer = _refuse(kb, meant, today)
    return Reply(answer, message(meant.command, answer, pressable=pressable))


def _left(spent: Work) -> Work:
    steps = min(STEPS, IN_ALL.steps - spent.steps)
    return Work(steps, IN_ALL.seconds - spent.seconds)


def _answer(kb: KnowledgeBase, meant: Meant, today: date) -> Answer:
    command = meant.command
    question = meant.question or _read(kb, command, meant.text[:MAX_LENGTH], today)
    asked = Asked(
        kb, command.name, question, today, meant.topic, names=command.names, beside=meant.beside
    )
    answer = _help(asked, command) or _unread_date(asked, command) or command.answer(asked)
    answer = name_once(answer)
    if not (meant.also or meant.taken_over):
        return answer
    also = clip(meant.also, _ECHOED) if meant.also else None
    return answer.model_copy(update={"also_asked": also, "taken_over": meant.taken_over})


def _refuse(kb: KnowledgeBase, meant: Meant, today: date) -> Answer:
    """Answer that nothing was read, since reading it takes too much work."""
    question = dataclasses.replace(read(kb, ""), typed=meant.text[:MAX_LENGTH])
    asked = Asked(kb, meant.command.name, question, today, names=meant.command.names)
    return asked.answer(Outcome.NO_MATCH, reason=_TOO_MUCH)


def _read(kb: KnowledgeBase, command: Command, text: str, today: date) -> Question:
    text = command.rewrites(kb, text)
    words = command.reads(text)
    alone = command.takes_nothing or command.reads is not str
    question = read(kb, words, command.kinds, more_alone=alone, today=today)
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
    here = dataclasses.replace(command, names=asked.names)
    return asked.answer(Outcome.HELP, examples=example_questions(asked.kb, here), **nothing)


def example_questions(kb: KnowledgeBase, command: Command) -> tuple[str, ...]:
    """Return questions that a command answers from this kb, as they are typed."""
    found, name = find_sample(kb), f"{command.typed} " if command.in_slack else ""
    return tuple(f"{name}{e}".strip() for e in command.examples(found)) if found else ()


def _unread_date(asked: Asked, command: Command) -> Answer | None:
    """Ask for another date; a command that blanks words out says itself what it did not read."""
    return unread_date_answer(asked) if command.reads is str else None


def unread_date_answer(asked: Asked) -> Answer | None:
    """Return what is wrong with the date that was typed, if anything is."""
    days = asked.question.asked_date
    if days is None or days.problem is None:
        return None
    if days.readings:
        each = zip(days.readings, days.reworded, strict=True)
        choices = tuple(_on_day(asked, days, day, words) for day, words in each)
        return asked.answer(Outcome.CHOICE, reason=f"{days.problem}.", choices=choices)
    reason = f"{days.problem}. Try 2018, Feb 2018 or 2018-02-26."
    if days.is_occasion and (choices := tuple(offer_all_days(asked))):
        return asked.answer(Outcome.CHOICE, reason=reason, choices=choices)
    of_government = offer_government(asked, days.leader) if days.leader else ()
    return asked.answer(Outcome.NO_MATCH, reason=reason, choices=tuple(of_government))


def _on_day(asked: Asked, days: AskedDate, day: date, words: str) -> Choice:
    """Return the question as typed, with words for one of the days that its date may mean."""
    typed = asked.question.typed
    question = f"/{asked.command} {typed[: days.start]}{words}{typed[days.end :]}"
    label = clip(_ISO_DAY.sub(lambda m: day_in_words(date.fromisoformat(m[0])), words), _ECHOED)
    label = label[:1].upper() + label[1:]
    return Choice(id=str(day), name=str(day), question=question, label=label)
