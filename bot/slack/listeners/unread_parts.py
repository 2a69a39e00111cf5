"""What a message holds beside what is checked of it, so that no line of it goes unmentioned."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.answers.unread_lines import list_dropped, list_unread, tell_unread
from bot.slack_text.message_parts import PART_NAMES, PartKind
from knowledge.check_quote import read_quotations

if TYPE_CHECKING:
    from bot.answers.reply import Meant
    from bot.slack_text.message_parts import DecodedMessage
    from knowledge.kb import KnowledgeBase

UNREAD: Final = "I did not read the {}: ask me to check it."
# What stands apart is named as a whole, where nothing in it is read.
_APART: Final = PART_NAMES.keys() - {PartKind.ATTACHED, PartKind.TYPED}


def tell_left_out(kb: KnowledgeBase, message: DecodedMessage, meant: Meant) -> str | None:
    """Return the sentences that name the parts and lines that were not checked."""
    if meant.command.name != "check" or meant.too_much or not read_quotations(meant.text):
        return None
    lines: list[str] = []
    apart: dict[str, None] = {}
    for part in message.parts:
        left = list_unread(kb, part.rows, meant.text, meant.also)
        written = [row for row in part.rows if row.words.strip()]
        if part.kind in _APART and left and len(left) == len(written):
            apart[UNREAD.format(PART_NAMES[part.kind])] = None
        elif part.kind is not PartKind.FILE_TITLE:
            lines += left
            lines += list_dropped(kb, part.rows, meant.text)
    return " ".join(filter(None, [tell_unread(lines), *apart])) or None
