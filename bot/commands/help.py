"""help: what Stancebook answers, for a greeting, an empty mention or an unknown command."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.answer import Answer, Outcome
from bot.answers.command import Asked, Command, overview
from bot.commands import registry

if TYPE_CHECKING:
    from bot.layout.message import Part


def answer(asked: Asked) -> Answer:
    """Answer with help, whatever was typed."""
    return asked.answer(Outcome.HELP, read_as=(), not_understood=())


def parts(_: Answer) -> list[Part]:
    return overview(command for command in registry().values() if command.in_slack)


COMMAND = Command(
    name="help",
    usage="",
    about="What Stancebook answers.",
    examples=(),
    kinds=frozenset(),
    answer=answer,
    parts=parts,
    in_slack=False,  # Slack may keep /help for itself; the word works in a mention
    takes_nothing=True,
)
