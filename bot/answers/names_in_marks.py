"""Names between marks beside a quotation: "Kono","…" as a spreadsheet saves it, or “Kono” “…”."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.answers.quote_records import Column, read_head
from bot.answers.speaker_labels import find_label, is_sure
from knowledge.check_quote import blank_quotations, has_marks, put_in_marks, read_quotations

if TYPE_CHECKING:
    from knowledge.kb import KnowledgeBase

_MOST: Final = 40  # lines that are read
_CELLS: Final = 8  # of a line, at most
_NAME: Final = 6  # words of a name, at most
_HEADS: Final = {Column.WHO, Column.QUOTE}
# All that a line of cells has beside them: a bullet, a number, what parts them.
_PARTS: Final = re.compile(r"\s*+(?:[-*–•+]|\d{1,3}[.)])?[\s,;:|/–—-]*+")


def label_quotations(kb: KnowledgeBase, text: str) -> str:
    """Return a text in which a name between marks is the label of the quotation beside it."""
    lines = text.split("\n")
    if not has_marks(text) or len(lines) > _MOST:
        return text
    return "\n".join(filter(None, (_label(kb, line) for line in lines))) or text


def _label(kb: KnowledgeBase, line: str) -> str | None:
    """Return a line of cells as a label and a quotation; None of a row that is but heads."""
    cells = read_quotations(line) if has_marks(line) else []
    if not 1 < len(cells) <= _CELLS or not _PARTS.fullmatch(blank_quotations(line)):
        return line
    if set(map(read_head, cells)) >= _HEADS:
        return None
    short = (cell for cell in cells if len(cell.split()) <= _NAME)
    names = [cell for cell in short if find_label(kb, cell) == cell and is_sure(kb, cell)]
    said = [cell for cell in cells if cell not in names]
    if len(names) != 1 or not said:
        return line
    return f"{names[0]}: {' '.join(map(put_in_marks, said))}"
