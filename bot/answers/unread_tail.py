"""Lines of a command's text that are not checked, kept behind what is, so that they are named.

In Slack's messages the lines are at hand when the check is made; a command has but its text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.answers.transcript_layout import lay_out_text
from bot.answers.unread_lines import list_unread
from bot.slack_text.rows import find_rows
from knowledge.check_quote import blank_quotations

if TYPE_CHECKING:
    from collections.abc import Iterable

    from knowledge.kb import KnowledgeBase

_PARTS: Final = "\n\x1e"  # no text that is typed holds this character


def list_unread_lines(kb: KnowledgeBase, typed: str, checked: str) -> list[str]:
    """Return the lines of what was typed that are not checked."""
    return list_unread(kb, find_rows(lay_out_text(kb, typed)), checked)


def add_lines(checked: str, left: Iterable[str]) -> str:
    """Return what is checked, with what is not behind it."""
    return "".join([checked, *(f"{_PARTS}{line}" for line in left)])


def part_unread(text: str) -> tuple[str, list[str]]:
    """Return what is to be checked, and the lines that are not."""
    checked, *left = text.split(_PARTS)
    return checked, left


def read_beside(text: str) -> str:
    """Return the words beside quotations, offsets kept, without the lines that are not checked."""
    checked, _ = part_unread(text)
    return blank_quotations(checked).ljust(len(text))
