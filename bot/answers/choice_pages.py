"""The buttons of a choice, page by page where Slack takes no more of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.block_kit import limits
from bot.block_kit.message import Button

if TYPE_CHECKING:
    from bot.answers.answer import Answer

PAGE_OF_CHOICES = limits.ACTION_ELEMENTS - 1  # the last button leads on
_MORE = re.compile(r"\s+more(?:\s+\d{1,4})?\s*$", re.IGNORECASE)
_COMMAND = re.compile(r"^\s*/\w+\s*")


def choice_buttons(answer: Answer) -> list[Button]:
    """Return the buttons of a page of choices, and one to the next page where there is one."""
    found = [Button(choice.label, choice.question) for choice in answer.choices]
    if len(found) <= limits.ACTION_ELEMENTS:
        return found
    first = answer.skip if answer.skip < len(found) else 0
    shown, left = found[first : first + PAGE_OF_CHOICES], len(found) - first - PAGE_OF_CHOICES
    if left <= 0:
        return shown
    return [*shown, Button(f"More ({left})", f"{_asked(answer)} more {first + PAGE_OF_CHOICES}")]


def _asked(answer: Answer) -> str:
    """Return the question as typed, without "more", to its command."""
    return f"/{answer.command} {_COMMAND.sub('', _MORE.sub('', answer.question))}"
