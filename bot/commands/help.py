"""help: what Stancebook answers, for a greeting, an empty mention or an unknown command."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.command import Command
from bot.answers.reply import help_answer
from bot.answers.reply_message import goodbye, overview
from bot.answers.unasked_messages import closes, wants_nothing
from bot.commands import registry

if TYPE_CHECKING:
    from bot.answers.answer import Answer
    from bot.answers.asked import Asked
    from bot.answers.example_questions import Sample
    from bot.block_kit.message import Part


def answer(asked: Asked) -> Answer:
    """Answer with help, whatever was typed."""
    return help_answer(asked, COMMAND)


def parts(answer: Answer) -> list[Part]:
    if closes(answer.question) or wants_nothing(answer.question):
        return [goodbye(answer)]
    return overview((c for c in registry().values() if c.in_slack), answer)


def _examples(sample: Sample) -> tuple[str, ...]:
    return (f"where does {sample.holder_name} stand on {sample.issue}?",)


COMMAND = Command(
    name="help",
    usage="",
    about="What Stancebook answers.",
    examples=_examples,
    kinds=frozenset(),
    answer=answer,
    parts=parts,
    in_slack=False,  # Slack may keep /help for itself; the word works in a mention
    takes_nothing=True,
)
