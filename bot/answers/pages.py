"""Pages of statements: from a card to its list, on to the next page, and back to the one before.

A page has as many statements as Slack takes, so a question for a further page names where those
before it begin: "more 21 back 9 0".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.block_kit.buttons import IN_PLACE, Button

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answers.answer import Answer

BACK = "Back"
_REMEMBERED = 12  # pages; back from the first of them leads to the first screen of all
_MORE = re.compile(
    r"(?<!\S)more(?:\s+\d{1,4}(?:\s+back(?:\s+\d{1,4})+)?)?\s*$", re.ASCII | re.IGNORECASE
)


_COMMAND = re.compile(r"^\s*+/\w++\s*+")
_CARRIED = 1_000  # characters of a question that a button carries


def cut_more(typed: str) -> str:
    """Return a question without the words at its end that ask for a further page."""
    return _MORE.sub("", typed)


def find_again(answer: Answer) -> str:
    """Return the question that leads to an answer again: the plainest, else the one typed.

    Empty where it is too long for a button, or where what is listed has no pages.
    """
    if answer.asked or answer.is_list:
        return answer.asked or ""
    fits = answer.command == "stance" and len(answer.question) <= _CARRIED
    return type_again(answer) if fits and answer.statements else ""


def type_again(answer: Answer) -> str:
    """Return a question as typed, to the command that answered it."""
    return f"/{answer.command} {_COMMAND.sub('', cut_more(answer.question)).rstrip()}"


def page_buttons(answer: Answer, shown: int, hidden: int) -> list[Button]:
    """Return buttons to the page before, and to the next or from a card to all statements."""
    if not find_again(answer):
        return []
    back = [Button(BACK, _before(answer), IN_PLACE)] if answer.asked_for_more else []
    return [*back, *([_further(answer, shown, hidden)] if hidden else [])]


def all_quotes_button(answer: Answer, left: int) -> list[Button]:
    """Return a button to all quotations of a card that leaves some of its statements' out."""
    return [Button("All quotations", _page(answer, 0, ()))] if left else []


def _before(answer: Answer) -> str:
    if not answer.before:
        return find_again(answer)
    first, *others = answer.before
    return _page(answer, first, others)


def _further(answer: Answer, shown: int, hidden: int) -> Button:
    if answer.is_card:
        return Button(f"All {shown + hidden}", _page(answer, 0, ()))
    passed = (answer.skip, *answer.before)[:_REMEMBERED] if answer.asked_for_more else ()
    return Button(f"More ({hidden})", _page(answer, answer.skip + shown, passed), IN_PLACE)


def _page(answer: Answer, first: int, before: Sequence[int]) -> str:
    """Return the question for the page that begins with a statement, counted from 0."""
    again = find_again(answer)
    if not first:
        return f"{again} more"
    passed = f" back {' '.join(map(str, before))}" if before else ""
    return f"{again} more {first}{passed}"
