"""Replies to what is asked in Slack; those to one request come from one knowledge base."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING

from bot.answers.answer import Outcome
from bot.answers.example_questions import plain_questions
from bot.answers.kept_replies import KeptReplies
from bot.answers.reply import Meant, Reply, reply_to
from bot.block_kit.block_elements import line, paragraph, run
from bot.block_kit.buttons import is_of, pressed
from bot.block_kit.message import Message, begin_with
from bot.commands import routed
from bot.commands.plain_words import choose
from bot.layout.welcome_card import welcome_card
from bot.slack.listeners.asked_messages import find_quoted, read_question
from bot.slack.listeners.copied_messages import kept_back
from bot.slack.listeners.message_checks import mark_code
from bot.slack.measures import Unmeasured
from bot.slack.outgoing.table_refusals import TableRefusals
from bot.slack_text.message_words import decode_typed
from bot.slack_text.visible_text import make_visible
from knowledge.kb import SwappableKb

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bot.answers.command import Command
    from bot.answers.last_question import LastQuestion
    from bot.slack.listeners.message_checks import AskedMessage
    from bot.slack.measures import Measures
    from bot.slack_text.message_parts import DecodedMessage
    from knowledge.kb import KnowledgeBase

_UNMARKED = (
    "I found no words between quotation marks in this message, so there is nothing to check."
)
_OWN = (
    "This is an answer of mine: it says of each quotation what the article prints, and whose words "
    "these are. To check somebody else's message, use the shortcut on that one."
)
_TO_BEGIN_WITH = 3  # questions
_GONE = "The knowledge base has changed since you asked. This is what it says now."


@dataclass(frozen=True, slots=True)
class Replies:
    """Replies from one kb: an answer is of one corpus, never of two."""

    kb: KnowledgeBase
    commands: Mapping[str, Command]  # as Slack knows them here
    tables: TableRefusals = field(default_factory=TableRefusals)
    kept: KeptReplies = field(default_factory=KeptReplies)
    measures: Measures = field(default_factory=Unmeasured)

    def to_command(self, command: Command, typed: str) -> Reply:
        """Reply to a slash command."""
        decoded = decode_typed(typed)
        asked = mark_code(self.kb, decoded) if command.name == "check" else decoded.asked
        routed_to, text = routed(command, asked, self.kb)
        made = self.kept.reply(self.kb, self.commands[routed_to.name], text, _today())
        return self._heeding(made)

    def to_button(self, value: object, *, pressable: bool = True) -> Reply:
        """Reply to the question that a button carries; without buttons where it is to be posted."""
        return self.to_question(make_visible(pressed(value)), pressable=pressable)

    def to_question(self, asked: str, *, pressable: bool = True) -> Reply:
        """Reply to a question that this code wrote, with commands by their own names."""
        return self._to(choose(self.kb, asked, _today()), pressable=pressable)

    def to_message(
        self, message: DecodedMessage, last: LastQuestion | None = None, *, is_shared: bool = False
    ) -> Reply:
        """Answer a mention or a direct message.

        What it leaves out is taken from the last question of its conversation, which others have
        a part in where it is shared. Nothing is left out of a message that quotes.
        """
        before = None if message.quoted else last

        def choose_after(text: str) -> Meant:
            meant = choose(self.kb, text, _today(), self.commands, before)
            taken = meant.taken_over
            if taken is None or not is_shared:
                return meant
            return meant._replace(taken_over=taken.model_copy(update={"of_anybody": True}))

        return self._noted(read_question(self.kb, message, choose_after))

    def to_copied(self, message: DecodedMessage) -> Message:
        """Say why a message to somebody else, with the bot in copy, is not answered for all."""
        return kept_back(self._to(read_question(self.kb, message, self._choose).meant))

    def to_quoted(self, message: DecodedMessage, *, is_own: bool = False) -> Message:
        """Check what a message quotes, but not what the bot itself answered."""
        if is_own:
            return Message(_OWN, [paragraph(line(run(_OWN)))])
        if found := find_quoted(self.kb, message):
            return self._noted(found).message
        return Message(_UNMARKED, [paragraph(line(run(_UNMARKED)))])

    def to_newcomer(self) -> Message:
        """Welcome somebody with some questions that this kb answers."""
        answered = filter(self._is_answered, plain_questions(self.kb))
        return welcome_card(list(islice(answered, _TO_BEGIN_WITH)), self.kb.digest)

    def _is_answered(self, question: str) -> bool:
        return self._make(self._choose(question)).answer.outcome is Outcome.ANSWER

    def _choose(self, text: str) -> Meant:
        """Return what somebody's own words mean, who may know a command by another name."""
        return choose(self.kb, text, _today(), self.commands)

    def is_current(self, value: object) -> bool:
        """Return whether a button was made over this kb."""
        return is_of(self.kb.digest, value)

    def say_if_changed(self, message: Message, value: object) -> Message:
        """Say first that the kb has changed, where that is so since a button was made."""
        return message if self.is_current(value) else begin_with(_GONE, message)

    def _to(self, meant: Meant, *, pressable: bool = True) -> Reply:
        return self._heeding(self._make(meant, pressable=pressable))

    def _make(self, meant: Meant, *, pressable: bool = True) -> Reply:
        named = meant._replace(command=self.commands[meant.command.name])
        return reply_to(self.kb, named, _today(), pressable=pressable)

    def _heeding(self, made: Reply) -> Reply:
        self.measures.note_reply(made.answer.command, made.answer.outcome)
        return made._replace(message=self.tables.heed(made.message))

    def _noted(self, asked: AskedMessage) -> Reply:
        """Answer a message; say first how it was read, where nobody can see that."""
        made = self._to(asked.meant)
        return made._replace(message=begin_with(asked.note, made.message)) if asked.note else made


class ReplySource:
    """Opens the replies of each request on the kb of that moment."""

    def __init__(
        self,
        kb: KnowledgeBase | SwappableKb,
        commands: Mapping[str, Command],
        tables: TableRefusals | None = None,
        measures: Measures | None = None,
    ) -> None:
        self._measures = measures or Unmeasured()
        self._tables = tables or TableRefusals()
        self._kept = KeptReplies()
        self._swappable = kb if isinstance(kb, SwappableKb) else SwappableKb(kb)
        self.commands = commands

    @contextmanager
    def open(self) -> Iterator[Replies]:
        """Take the kb once, and keep it open until all is made of it."""
        with self._swappable.reading() as kb:
            yield Replies(kb, self.commands, self._tables, self._kept, self._measures)


def _today() -> date:
    return date.today()  # noqa: DTZ011 (the day where the bot runs)
