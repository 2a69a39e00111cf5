"""Sharing an answer: a preview that names the channel, then the post that names who shared it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.message import Button, Message, as_text, buttons, gate, line, paragraph, run

if TYPE_CHECKING:
    from bot.answer import Answer
    from bot.command import Reply

Place = dict[str, Any]


def can_be_shared(channel: str) -> bool:
    """Tell a channel from a direct message, where nobody else would see it."""
    return not channel.startswith("D")


def offer(reply: Reply) -> Message:
    """Return the answer with a button to share it, where there is something to share."""
    answer, message = reply
    if not answer.asked:
        return message
    foot = buttons([Button("Share…", _question(answer), "share")], answer.kb_digest)
    return Message(message.text, [*message.blocks, foot])


def _question(answer: Answer) -> str:
    """Return the question that rebuilds this screen of the answer."""
    return f"{answer.asked} more {answer.skip}" if answer.more else (answer.asked or "")


def preview(reply: Reply, channel: str) -> Message:
    """Show what would be posted, and where."""
    answer, message = reply
    question = _question(answer)
    head = paragraph(
        line(
            run("Preview. This will be posted in ", bold=True),
            {"type": "channel", "channel_id": channel},
            run(" with your name:", bold=True),
        )
    )
    foot = buttons(
        [Button("Post", question, "post"), Button("Cancel", question, "cancel")], answer.kb_digest
    )
    blocks = [head, *_without_buttons(message), foot]
    return gate(Message(as_text(blocks), blocks))


def post(reply: Reply, user: str) -> Message:
    """Return what the channel sees: the answer, and who shared it."""
    head = paragraph(line(run("Shared by "), {"type": "user", "user_id": user}))
    blocks = [head, *_without_buttons(reply.message)]
    return gate(Message(as_text(blocks), blocks))


def _without_buttons(message: Message) -> list[Place]:
    return [block for block in message.blocks if block["type"] != "actions"]
