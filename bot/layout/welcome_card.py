"""What somebody sees first of the bot: what it is for, and questions to press."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.block_kit import limits
from bot.block_kit.block_elements import line, paragraph, run
from bot.block_kit.buttons import Button, row
from bot.block_kit.message import Message, Part, compose

if TYPE_CHECKING:
    from collections.abc import Sequence

_HELLO = "Hello. Ask me who stands where on what."
_HOW = (
    "I answer with words that articles print, and say who said them, when, and in which article."
    " I write nothing of my own."
)
_WHERE = "Write to me here in plain words, or mention me in a channel."
_TRY = "Try one of these, or write “help”:"
_EMPTY = "Nothing is on record yet. Write “help” to see what I will answer."


def welcome_card(questions: Sequence[str], digest: str) -> Message:
    """Lay a welcome out, with a button for each question."""
    last = _TRY if questions else _EMPTY
    parts = [line(run(_HELLO, bold=True)), line(run(_HOW)), line(run(f"{_WHERE} {last}"))]
    asked = [Button(_label(question), question) for question in questions]
    return compose([Part([paragraph(*parts)])], lambda _: row(asked, digest))


def _label(question: str) -> str:
    """Return a question as a button takes it: a long one is cut after a word, in its marks."""
    if len(question) <= limits.BUTTON_TEXT:
        return question
    end = f" …{'”?' if question.endswith('”?') else ''}"
    room = limits.BUTTON_TEXT - len(end)
    words = question[: room + 1].rpartition(" ")[0] or question[:room]
    return f"{words}{end}"
