"""Rows that are typed without marks: "Kono: …" on each line, or the cells of a pasted table.

One line alone is words with a speaker; of several that are alike each is a quotation of its own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from bot.answers.claimed_speaker import SOMEBODY
from bot.answers.form_fields import part_fields
from bot.answers.quote_records import Column, read_head
from bot.answers.unmarked_speakers import find_request
from bot.answers.written_tables import is_rule, strip_bars
from knowledge.check_quote import has_marks, put_in_marks

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_ROWS: Final = 2  # at least
_SAID: Final = 3  # words of a quotation in a row, at least
_WORD: Final = r"[^\W\d_a-z][\w'’.-]*+"  # in one way: each further one is a power of the work
_NAME: Final = rf"(?:the\s)?{_WORD}(?:\s(?:{_WORD}|(?:of|the|de|van|von|al|bin)\b)){{0,4}}\s?"
_PARTING: Final = ("|", "\t")
_BULLET: Final = r"(?:(?:[-*•+]|\d{1,3}[.)])\s++)?"
_ALIKE: Final = (
    re.compile(
        rf"{_BULLET}(?P<who>{_NAME})(?:,[^:|]{{1,60}}|\([^:|]{{1,60}}\))?:\s+(?P<said>\S.*)"
    ),
    re.compile(rf"{_BULLET}(?P<said>\S.*?)(?:\s[—–-]{{1,2}}\s?|\()(?P<who>{_NAME})\)?\s*"),
)
_QUOTED_LINE: Final = re.compile(r"^[^\S\n]*+>[>\s]*+(?=\S)", re.MULTILINE)
_FIELD: Final = re.compile(r"[*_]*(?P<head>[\w ]{2,30}?)[*_]*\s?:[*_]*\s+(?P<words>\S.*)")
_IS_NAME: Final = re.compile(_NAME)


class _Row(NamedTuple):
    who: str
    said: str

    def write(self) -> str:
        words = self.said if has_marks(self.said) else put_in_marks(self.said)
        return f"{self.who or SOMEBODY}: {words}"


def mark_rows(text: str) -> str:
    """Return a text of rows with the words of each between marks behind its speaker."""
    text = unquote_lines(text)
    written = text[find_request(text) :].split("\n")
    lines = [own for line in written for field in part_fields(line) if (own := field.strip())]
    if len(lines) > _ROWS and lines[0].rstrip().endswith(":"):
        lines = lines[1:]
    if len(lines) < _ROWS or all(map(has_marks, lines)):
        return text
    rows = _read_cells(lines) or _read_fields(lines) or _read_alike(lines)
    return "\n".join(row.write() for row in rows) if rows else text


def unquote_lines(text: str) -> str:
    """Return words without the mark of a quoted line, as in mail: "> We will wait"."""
    return _QUOTED_LINE.sub("", text)


def is_table(text: str, *, headed: bool = False) -> bool:
    """Return whether lines are rows of quotations, or fields; `headed` where heads must say so."""
    lines = [own for line in text.split("\n") if (own := line.strip())]
    if len(lines) < _ROWS:
        return False
    if headed and not any(_has_heads(lines[0], mark) for mark in _PARTING):
        return bool(_read_fields(lines))
    return bool(_read_cells(lines) or _read_fields(lines))


def _has_heads(line: str, mark: str) -> bool:
    heads = {read_head(cell) for cell in strip_bars(line, mark).split(mark)}
    return {Column.WHO, Column.QUOTE} <= heads


def _read_fields(lines: Sequence[str]) -> list[_Row]:
    """Return the one quotation of a form: "Speaker: Kono", "Quote: ..." and more, a line each."""
    found = [_FIELD.fullmatch(line) for line in lines]
    held = [(read_head(field["head"], alone=True), field["words"]) for field in found if field]
    who = [words for column, words in held if column is Column.WHO]
    said = [words for column, words in held if column is Column.QUOTE]
    if len(held) < len(lines) or len(who) != 1 or len(said) != 1:
        return []
    return [_Row(who[0].strip(), said[0].strip())]


def _read_alike(lines: Sequence[str]) -> list[_Row]:
    """Return lines that all begin, or all end, with a name."""
    for form in _ALIKE:
        found = [form.fullmatch(line) for line in lines]
        rows = [_Row(match["who"].strip(), match["said"].strip()) for match in found if match]
        if len(rows) == len(lines) and all(_is_said(row.said) for row in rows):
            return rows
    return []


def _read_cells(lines: Sequence[str]) -> list[_Row]:
    """Return the rows of a table, of which one column has names and another has what was said."""
    for mark in _PARTING:
        if all(mark in line for line in lines):
            parted = [strip_bars(line, mark).split(mark) for line in lines if not is_rule(line)]
            return list(_read_table([[cell.strip() for cell in row] for row in parted]))
    return []


def _read_table(rows: Sequence[Sequence[str]]) -> Iterator[_Row]:
    heads = {read_head(cell) for cell in rows[0]} if rows else set()
    below = rows[1:] if {Column.WHO, Column.QUOTE} <= heads else rows
    width = len(rows[0]) if rows else 0
    if any(len(row) != width for row in below):
        return
    columns = list(zip(*below, strict=True))
    who = next((i for i, cells in enumerate(columns) if all(map(_may_be_name, cells))), None)
    if who is None:
        return
    told = [i for i, cell in enumerate(rows[0]) if read_head(cell) is Column.QUOTE and i != who]
    longest = max(range(width), key=lambda i: sum(map(len, columns[i])), default=who)
    said = [i for i in (told if len(below) < len(rows) else [longest]) if i != who]
    if any(_is_said(cell) for i in said for cell in columns[i]):
        yield from (_Row(row[who], row[i]) for row in below for i in said if row[i])


def _may_be_name(cell: str) -> bool:
    return not cell or _IS_NAME.fullmatch(cell) is not None


def _is_said(words: str) -> bool:
    return has_marks(words) or len(words.split()) >= _SAID
