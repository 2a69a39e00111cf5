"""Sharing an answer: a preview that names the channel, then the post that names who shared it.

Both are made from a reply that has no buttons of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.block_kit.block_elements import Block, line, paragraph, run
from bot.block_kit.buttons import Button, add_button, row
from bot.block_kit.message import Message, gate

if TYPE_CHECKING:
    from bot.answers.answer import Answer
    from bot.answers.reply import Reply


def can_be_shared(channel: str) -> bool:
    """Return whether a channel is not a direct message, where nobody else would see it."""
    return not channel.startswith("D")


def offer(reply: Reply) -> Message:
    """Return the answer with a button to share it, where there is something to share."""
    answer, message = reply
    if not answer.asked:
        return message
    button = Button("Share…", _question(answer), "share")
    return Message(message.text, add_button(message.blocks, button, answer.kb_digest))


def preview(reply: Reply, channel: str) -> Message:
    """Return what would be posted, and where."""
    answer, message = reply
    question = _question(answer)
    choices = [Button("Post", question, "post"), Button("Cancel", question, "cancel")]
    place: Block = {"type": "channel", "channel_id": channel}
    head = line(
        run("Preview. This will be posted in ", bold=True),
        place,
        run(" with your name:", bold=True),
    )
    blocks = [paragraph(head), *message.blocks, *row(choices, answer.kb_digest)]
    lead = f"Preview. This will be posted in <#{channel}> with your name:\n\n"
    return gate(Message(message.text, blocks, lead))


def post(reply: Reply, user: str) -> Message:
    """Return what the channel sees: the answer, and who shared it."""
    head = line(run("Shared by "), {"type": "user", "user_id": user})
    blocks = [paragraph(head), *reply.message.blocks]
    return gate(Message(reply.message.text, blocks, f"Shared by <@{user}>\n\n"))


def value_of(reply: Reply) -> str:
    """Return what a button to share a reply carries."""
    button = Button("", _question(reply.answer), "share")
    return str(button.element(0, reply.answer.kb_digest)["value"])


def _question(answer: Answer) -> str:
    """Return the question that rebuilds this screen of the answer."""
    return f"{answer.asked} more {answer.skip}" if answer.asked_for_more else (answer.asked or "")
