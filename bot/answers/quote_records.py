"""Rows of tables and fields of forms: which of them are quotations, and who said these."""

from __future__ import annotations

import re
from enum import Enum
from itertools import zip_longest
from typing import TYPE_CHECKING, Final, NamedTuple

from bot.answers.printed_to_the_letter import is_printed_at_all
from bot.answers.quoted_messages import find_named, find_speaker
from bot.answers.speaker_labels import find_label, is_outlet, is_sure, name_of
from bot.slack_text.rows import Row
from knowledge.check_quote import has_marks
from knowledge.text import (
    FROM_COLUMNS,
    OTHER_WORDS,
    QUOTE_COLUMNS,
    QUOTE_WORDS,
    WHO_COLUMNS,
    WHO_WORDS,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from knowledge.kb import KnowledgeBase

_QUOTED: Final = 4  # words that a cell without marks has at least to be a quotation
_HEAD: Final = 5  # words of a column's head, at most
_AS: Final = re.compile(r"as (?!of\b)[a-z]+(?: by us)?")  # "As filed", "As printed"
_TO_CHECK: Final = re.compile(r"\s(?:to|for)\s(?:be\s)?(?:check|verif|review)\w*\Z")


class Column(Enum):
    """What stands in a column, or in a field."""

    WHO = "who"
    FROM = "from"  # who, where it is no outlet and nothing else says who
    QUOTE = "quote"
    OTHER = "other"
    UNTOLD = "untold"


class QuoteRecord(NamedTuple):
    """Quotations that belong together, and who said them, as a row or a form has it.

    `is_told` says that a head calls them quotations, so that they need no marks.
    """

    quotes: tuple[str, ...]
    speaker: str | None
    is_told: bool


def read_head(words: str, *, alone: bool = False) -> Column:
    """Return what the head of a column or the name of a field says of what it holds.

    A word of it tells; `alone` on a line, where nothing shows that it is a head, all of it must.
    What it is for, "quote to check", does not count.
    """
    words = words.strip(" \t:?*_").lower().replace("(s)", "s")
    folded = _TO_CHECK.sub("", " ".join(words.split())).split()
    for column, heads in _WHOLE.items():
        if " ".join(folded) in heads:
            return column
    if _AS.fullmatch(" ".join(folded)):
        return Column.QUOTE
    if len(folded) > _HEAD or (alone and len(folded) > 1):
        return Column.UNTOLD
    for column, known in _WORDS_OF.items():
        if not known.isdisjoint(word.strip("?:,.") or word for word in folded):
            return column
    return Column.UNTOLD


_WHOLE: Final = {
    Column.WHO: WHO_COLUMNS,
    Column.QUOTE: QUOTE_COLUMNS,
    Column.FROM: FROM_COLUMNS,
}
_WORDS_OF: Final = {
    Column.OTHER: OTHER_WORDS,
    Column.WHO: WHO_WORDS,
    Column.QUOTE: QUOTE_WORDS,
}


def read_columns(cells: Sequence[str]) -> tuple[Column, ...] | None:
    """Return what the columns hold, if a row is that of their heads."""
    columns = tuple(map(read_head, cells))
    short = all(len(cell.split()) <= _HEAD and not has_marks(cell) for cell in cells)
    return columns if short and {Column.WHO, Column.QUOTE} & set(columns) else None


def read_record(
    kb: KnowledgeBase, columns: Sequence[Column] | None, cells: Sequence[str]
) -> QuoteRecord:
    """Return the quotations of a row; its other cells may name the speaker."""
    heads = columns or (Column.UNTOLD,) * len(cells)
    held = [(column, cell) for column, cell in zip(heads, cells, strict=False) if cell]
    told = [cell for column, cell in held if column is Column.QUOTE]
    quotes = told or _find_quotes(kb, [cell for column, cell in held if column is Column.UNTOLD])
    who = [_name(kb, cell) for column, cell in held if column is Column.WHO]
    who += filter(None, (_find_origin(kb, cell) for column, cell in held if column is Column.FROM))
    left = [(column, cell) for column, cell in held if cell not in quotes]
    speaker = next(filter(None, who), None) or _guess(kb, left, is_headed=columns is not None)
    return QuoteRecord(tuple(quotes), speaker, bool(told))


def _name(kb: KnowledgeBase, cell: str) -> str:
    """Return whom a cell names, be it nobody on record."""
    return find_label(kb, cell) or name_of(cell)


def _find_origin(kb: KnowledgeBase, cell: str) -> str | None:
    """Return the name of whoever words are from, unless that is an outlet."""
    return name_of(cell) if find_label(kb, cell) and not is_outlet(kb, cell) else None


def _find_quotes(kb: KnowledgeBase, cells: Sequence[str]) -> list[str]:
    """Return the cells with marks, else those that are sentences, else those in print."""
    marked = [cell for cell in cells if has_marks(cell)]
    unnamed = [] if marked else [cell for cell in cells if not find_label(kb, cell)]
    long = [cell for cell in unnamed if len(cell.split()) >= _QUOTED]
    return marked or long or [cell for cell in unnamed if is_printed_at_all(kb, cell)]


def _guess(kb: KnowledgeBase, held: Sequence[tuple[Column, str]], *, is_headed: bool) -> str | None:
    """Return the person that a cell without a head names, else the body, else the stranger."""
    cells = [cell for column, cell in held if column is Column.UNTOLD]
    for cell in cells:
        if find_speaker(kb, cell):
            return _name(kb, cell)
    bodies = (cell for cell in cells if not is_outlet(kb, cell))
    if body := next((cell for cell in bodies if find_named(kb, cell)), None):
        return _name(kb, body)
    strangers = (find_label(kb, cell) for cell in cells if not is_headed)
    return next((name for name in strangers if name and is_sure(kb, name)), None)


def turn_upright(rows: Sequence[Row]) -> Sequence[Row]:
    """Return a table whose heads stand in its first column with these in its first row."""
    lying = _has_heads([row.cells[0] for row in rows]) and not _has_heads(rows[0].cells)
    turned = zip_longest(*(row.cells for row in rows), fillvalue="")
    return [Row(cells) for cells in turned] if lying else rows


def _has_heads(cells: Sequence[str]) -> bool:
    """Return whether cells are the heads of who spoke and of what was said."""
    return {Column.WHO, Column.QUOTE} <= set(read_columns(cells) or ())
