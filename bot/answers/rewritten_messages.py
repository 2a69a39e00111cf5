"""A message with its quotations put so that each stands whole, beside the one it is given to.

Who says them in another language's sentence is put in English, and dictated marks are marks; of a
transcript or of subtitles each turn stands on a line of its own.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.answers.dictated_marks import mark_dictated
from bot.answers.foreign_frames import put_in_english
from bot.answers.numbered_parts import part_numbered
from bot.answers.split_quotations import join_halves
from bot.answers.transcript_layout import lay_out_turns
from bot.slack_text.rows import Row

if TYPE_CHECKING:
    from bot.slack_text.message_parts import DecodedMessage, MessagePart
    from knowledge.kb import KnowledgeBase


def rewrite_message(kb: KnowledgeBase, message: DecodedMessage) -> DecodedMessage:
    """Return a message with split quotations put together, and parts and turns on their lines."""
    laid_out = (_lay_out(kb, part) for part in message.parts)
    parts = tuple(_part_numbered(kb, _join_part(kb, part)) for part in laid_out)
    return message if parts == message.parts else replace(message, parts=parts)


def _lay_out(kb: KnowledgeBase, part: MessagePart) -> MessagePart:
    rows = tuple(lay_out_turns(kb, part.rows))
    if rows == part.rows:
        return part
    asked = "\n".join(f"{row.mark} {row.words}".strip() for row in rows)
    return replace(part, asked=asked, rows=rows)


def _join_part(kb: KnowledgeBase, part: MessagePart) -> MessagePart:
    asked = _join(kb, part.asked)
    if asked == part.asked:
        return part
    rows = tuple(r._replace(cells=tuple(_join(kb, c) for c in r.cells)) for r in part.rows)
    passages = tuple(_join(kb, words) for words in part.passages)
    return replace(part, asked=asked, rows=rows, passages=passages)


def _join(kb: KnowledgeBase, text: str) -> str:
    return join_halves(kb, put_in_english(mark_dictated(text)))


def _part_numbered(kb: KnowledgeBase, part: MessagePart) -> MessagePart:
    asked = part_numbered(kb, part.asked)
    if asked == part.asked:
        return part
    known = {row.words: row for row in part.rows}
    lines = part_numbered(kb, "\n".join(row.words for row in part.rows)).split("\n")
    return replace(part, asked=asked, rows=tuple(known.get(ln) or Row((ln,)) for ln in lines))
