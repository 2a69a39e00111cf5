"""Tables that are written in lines: "Brandt | …", "Brandt; …", and the rows of a CSV file."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, Final

from bot.answers.quote_records import Column, read_columns
from bot.answers.speaker_labels import find_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.slack_text.rows import Row
    from knowledge.kb import KnowledgeBase

_CELLS: Final = range(2, 9)  # of a row
_HEADS: Final = {Column.WHO, Column.QUOTE}
_ROWS: Final = 2  # of a table, at least
_PARTING: Final = "|;"  # what hardly stands in a sentence; a comma parts cells below heads alone


def part_cells(kb: KnowledgeBase, rows: Sequence[Row]) -> list[Row]:
    """Return lines as rows of cells, if all of them are the rows of one table."""
    written = [row for row in rows if row.words.strip() and not is_rule(row.words)]
    if len(written) < _ROWS or any(len(row.cells) > 1 or row.depth for row in written):
        return list(rows)
    lines = [row.words for row in written]
    tables = (_read_headed(lines), *(_read_named(kb, lines, mark) for mark in _PARTING))
    cells = next(filter(None, tables), None)
    pairs = zip(written, cells or (), strict=False)
    return [row._replace(cells=tuple(found)) for row, found in pairs] if cells else list(rows)


def _read_headed(lines: Sequence[str]) -> list[list[str]] | None:
    """Return the cells of a CSV file that begins with heads, of which one is that of quotations.

    Commas that are not between marks belong to the last cell, if that is the quotation.
    """
    heads = _read_cells(lines[0], ",")
    columns = read_columns(heads) if len(heads) in _CELLS else None
    if columns is None or not set(columns) >= _HEADS:
        return None
    rows = [_read_cells(line, ",") for line in lines[1:]]
    last = len(heads) - 1
    if columns[last] is Column.QUOTE:
        pairs = zip(rows, lines[1:], strict=True)
        rows = [line.split(",", last) if len(row) > len(heads) else row for row, line in pairs]
    return [heads, *rows] if all(len(cells) == len(heads) for cells in rows) else None


def _read_named(kb: KnowledgeBase, lines: Sequence[str], mark: str) -> list[list[str]] | None:
    """Return the cells of rows that are alike, below heads or each with a name at one end."""
    rows = [_read_cells(strip_bars(line, mark), mark) for line in lines]
    if len(rows[0]) not in _CELLS or any(len(cells) != len(rows[0]) for cells in rows):
        return None
    columns = read_columns(rows[0])
    if columns and set(columns) >= _HEADS:
        return rows
    named = rows[1:] if columns else rows
    ends = (all(find_label(kb, cells[at]) for cells in named) for at in (0, -1))
    return rows if any(ends) else None


def is_rule(line: str) -> bool:
    """Return whether a line is the rule below the heads of a table: "| --- | :-: |"."""
    return "-" in line and "|" in line and not line.strip(" \t|:-")


def strip_bars(line: str, mark: str) -> str:
    """Return a row without what stands around it: "| Kono | … |"."""
    bare = line.strip(" ")
    return bare.removeprefix("|").removesuffix("|").strip(" ") if mark == "|" else bare


def _read_cells(line: str, mark: str) -> list[str]:
    try:
        cells = next(csv.reader([line], delimiter=mark, skipinitialspace=True), [])
    except csv.Error:  # a carriage return within a cell
        return [line]
    return [cell.strip() for cell in cells]
