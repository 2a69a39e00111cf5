"""The buttons of a choice, page by page where Slack takes no more of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.answer import Outcome
from bot.answers.pages import BACK, type_again
from bot.block_kit import limits
from bot.block_kit.buttons import ASK, IN_PLACE, Button

if TYPE_CHECKING:
    from bot.answers.answer import Answer

PAGE_OF_CHOICES = limits.ACTION_ELEMENTS - 2  # the last buttons lead back and on
_ASKING = frozenset({Outcome.CHOICE, Outcome.NO_MATCH})  # of which nothing is left once one is made


def choice_buttons(answer: Answer) -> list[Button]:
    """Return the buttons of a page of choices, and those to the pages around it.

    A choice is answered in its place, but below an answer that stands by itself.
    """
    action = IN_PLACE if answer.outcome in _ASKING else ASK
    found = [Button(choice.label, choice.question, action) for choice in answer.choices]
    if len(found) <= limits.ACTION_ELEMENTS:
        return found
    first = answer.skip if answer.skip < len(found) else 0
    end = first + PAGE_OF_CHOICES
    back = [Button(BACK, _page(answer, first - PAGE_OF_CHOICES), IN_PLACE)] if first else []
    left = len(found) - end
    more = [Button(f"More ({left})", _page(answer, end), IN_PLACE)] if left > 0 else []
    return [*found[first:end], *back, *more]


def _page(answer: Answer, first: int) -> str:
    """Return the question as typed, to its command, with the choice that a page begins with."""
    asked = type_again(answer)
    return f"{asked} more {first}" if first > 0 else asked
