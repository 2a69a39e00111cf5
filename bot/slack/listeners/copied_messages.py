"""What is told, to its writer alone, of a message to somebody else that has the bot in copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.answer import Outcome
from bot.block_kit.block_elements import line, paragraph, run
from bot.block_kit.buttons import Button, row
from bot.block_kit.message import Message
from bot.block_kit.safe_text import clip

if TYPE_CHECKING:
    from bot.answers.reply import Reply

_KEPT_BACK = (
    "This is written to somebody else, so I did not answer it here. "
    "To ask me, write your question after my name."
)
_LABEL = 60  # characters of a question on a button


def kept_back(reply: Reply) -> Message:
    """Return a line that says why nobody sees an answer, with a button to it if all was read."""
    answer, told = reply.answer, paragraph(line(run(_KEPT_BACK)))
    read = answer.outcome is Outcome.ANSWER and not answer.not_understood
    if not (read and answer.asked):
        return Message(_KEPT_BACK, [told])
    label = f"Show me {clip(answer.as_typed(answer.asked), _LABEL)}"
    button = Button(label, answer.asked)
    return Message(_KEPT_BACK, [told, *row([button], answer.kb_digest)])
