"""The lines of a message: which may be quoted, which ask about others, which go on in the next."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from bot.answers.check_openings import asks_to_check
from bot.answers.printed_to_the_letter import is_printed_at_all
from bot.slack_text.message_parts import PartKind
from knowledge.check_quote import has_marks, place_quotations

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.slack_text.message_parts import MessagePart
    from bot.slack_text.rows import Row
    from knowledge.kb import KnowledgeBase


# In these a line goes on in the next: what is set apart is one quotation, if no line names anybody.
SET_APART: Final = frozenset(
    {PartKind.BLOCK_QUOTE, PartKind.CODE_BLOCK, PartKind.FORWARDED, PartKind.FILE_TEXT}
)
_DASHES: Final = ("—", "–", "-")
MOST: Final = 200  # lines of one part that are read
_SENTENCE: Final = 4  # words of a line without marks that can be a quotation, at least
_OF_OTHERS: Final = re.compile(r"\b(?:this|that|it|these|those)\b", re.IGNORECASE)


class Line(NamedTuple):
    """A line of a message, and where it stands."""

    kind: PartKind
    row: Row

    def may_be_quoted(self, *, beside_quotations: bool) -> bool:
        """Return whether the line is a quotation; beside others, it is none without marks."""
        if self.kind in SET_APART or has_marks(self.row.words) or len(self.row.cells) > 1:
            return True
        return not beside_quotations and len(self.row.words.split()) >= _SENTENCE


def list_written(part: MessagePart) -> list[Row]:
    return [row for row in part.rows[:MOST] if row.words.strip()]


def is_remark(kb: KnowledgeBase, row: Row) -> bool:
    """Return whether a line asks about the others that it is set apart with: "can we print it?"."""
    if len(row.cells) > 1 or has_marks(row.words):
        return False
    asks = row.words.rstrip().endswith("?") and _OF_OTHERS.search(row.words)
    return bool(asks or asks_to_check(row.words)) and not is_printed_at_all(kb, row.words)


def is_dashed(row: Row) -> bool:
    return row.mark in _DASHES or row.words.strip().startswith(_DASHES)


def find_reach(row: Row, later: Sequence[Line]) -> int:
    """Return how deep a line stands at least that a heading holds for: the next one as well."""
    return min(row.depth, later[0].row.depth) if later else row.depth


def join_quoted(rows: Sequence[Row]) -> list[Row]:
    """Join the lines of a quotation that goes over several."""
    joined: list[Row] = []
    ends, at = place_quotations("\n".join(row.words for row in rows)), 0
    for row in rows:
        inside = any(start < at < end for start, end in ends)
        if inside and not (row.depth or row.is_head or len(row.cells) > 1):
            above = joined.pop()
            cells = (*above.cells[:-1], f"{above.cells[-1]}\n{row.words}")
            joined.append(above._replace(cells=cells))
        else:
            joined.append(row)
        at += len(row.words) + 1
    return [row for row in joined if row.words.strip()]
