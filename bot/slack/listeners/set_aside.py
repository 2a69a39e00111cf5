"""What of a message is no part of the check of its marked quotations: words that others give."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bot.answers.check_openings import asks_to_check
from bot.answers.speaker_labels import divide_label, find_label
from bot.slack_text.message_parts import PartKind
from knowledge.check_quote import has_marks

if TYPE_CHECKING:
    from bot.slack_text.message_parts import DecodedMessage, MessagePart
    from bot.slack_text.rows import Row
    from knowledge.kb import KnowledgeBase

_WRITTEN: Final = frozenset({PartKind.TYPED, PartKind.ATTACHED})
_MOST: Final = 40  # lines that are looked at
_WORDS: Final = 3  # behind a label that are somebody's own, at least; in a list one is enough
_POINTING: Final = frozenset({"this", "that", "it", "these", "those"})


def set_aside_unmarked(kb: KnowledgeBase, message: DecodedMessage) -> DecodedMessage:
    """Return a message whose quotations have marks without the words that have none and a speaker.

    A block quote without marks is left out whole, and of what is typed a line like "Kono: …":
    whoever speaks there did not thereby say what stands between marks.
    """
    if not any(has_marks(part.asked) for part in message.parts):
        return message
    kept = [_keep(kb, part) for part in message.parts]
    parts = tuple(part for part in kept if part)
    return message if parts == message.parts else replace(message, parts=parts)


def _keep(kb: KnowledgeBase, part: MessagePart) -> MessagePart | None:
    marked = has_marks(part.asked)
    if part.kind not in _WRITTEN and not marked:
        return part if all(find_label(kb, row.words) for row in _written(part)) else None
    left = [row for row in part.rows if not _gives_its_own(kb, row)]
    if len(left) == len(part.rows) or len(part.rows) > _MOST:
        return part
    asked = "\n".join(f"{row.mark} {row.words}".strip() for row in left)
    return replace(part, asked=asked, rows=tuple(left)) if left else None


def _written(part: MessagePart) -> list[Row]:
    return [row for row in part.rows[:_MOST] if row.words.strip()]


def _gives_its_own(kb: KnowledgeBase, row: Row) -> bool:
    """Return whether a line without marks says who said its words, and asks nothing."""
    if has_marks(row.words) or len(row.cells) > 1:
        return False
    name, words = divide_label(kb, row.words)
    said = len(words.split()) >= (1 if row.depth else _WORDS)
    return bool(name) and said and not (_asks(words) or words.endswith(":"))


def _asks(words: str) -> bool:
    """Return whether words ask about other ones, as in "Kono: is this what he said?"."""
    pointing = words.endswith("?") and not _POINTING.isdisjoint(words.lower().split())
    return pointing or asks_to_check(words)
