"""What a command is: how it is called, what it answers, and how the answer is laid out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.answers.answer import (
        Answer,
    )
    from bot.answers.asked import Asked
    from bot.answers.example_questions import Sample
    from bot.block_kit.buttons import Button
    from bot.block_kit.message import Part
    from knowledge.corpus import Kind
    from knowledge.kb import KnowledgeBase


def as_typed(_kb: KnowledgeBase, text: str) -> str:
    """Return a text as it was typed: most commands read it so."""
    return text


def no_buttons(_answer: Answer) -> list[Button]:
    """Return nothing: most answers lead nowhere else."""
    return []


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
    daily: bool = True  # registered with Slack by default; each other is a word after /stance
    takes_nothing: bool = False
    is_of_kb_alone: bool = True  # the same words of one day have the same answer from one kb
    buttons: Callable[[Answer], list[Button]] = no_buttons  # to what follows from an answer
    rewrites: Callable[[KnowledgeBase, str], str] = as_typed  # what was typed, as it is meant
    reads: Callable[[str], str] = str  # the words that names and dates are read in, offsets kept
    names: Mapping[str, str] = field(default_factory=dict)  # how each command is typed, by name

    @property
    def registered(self) -> str:
        """Return the name that Slack knows the command by."""
        return self.slack_name or self.name

    @property
    def typed(self) -> str:
        """Return how the command is typed: /said, or /stance said where Slack does not know it."""
        return self.names.get(self.name, f"/{self.registered}")

    @property
    def is_registered(self) -> bool:
        """Return whether Slack knows the command by a name of its own."""
        return self.in_slack and self.typed == f"/{self.registered}"
