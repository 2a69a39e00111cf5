"""The lines of a message as they are laid out: heads, items of lists, and the rows of tables."""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from bot.slack_text.visible_text import BOLD, ITEM, make_askable

if TYPE_CHECKING:
    from collections.abc import Iterator

_MARKDOWN_HEAD = re.compile(r"\s*(?:#{1,6} +|(?=\*\*[^*\n]+(?:\*\*:|:?\*\*)\s*\Z))")
_BULLET = re.compile(r"(?P<indent>[ \t]*)(?P<mark>[-*–•+]|\d{1,3}[.)]) +(?=\S)")
_INDENT = 2  # spaces before an item within another, at least
_MARKDOWN_ROW = re.compile(r"\s*\|(.*\|.*)\|\s*")
_MARKDOWN_RULE = re.compile(r"[\s|:-]*-[\s|:-]*")
_WORD = re.compile(r"\w")
_LEAD = re.compile(rf"[\s{ITEM}]*+{BOLD}([^{BOLD}]{{1,60}}){BOLD}(?=.*\w)")


class Row(NamedTuple):
    """A line of a message, or a row of its table: cells, each as far as it can be asked.

    `depth` is how deep an item stands in its list, from 1 on, also where its `mark` was typed by
    hand; a line in bold alone, the text of a header and the name of a field are heads. `lead` are
    the words in bold that open a line, as a form names what it holds.
    """

    cells: tuple[str, ...]
    depth: int = 0
    is_head: bool = False
    mark: str = ""
    lead: str = ""

    @property
    def words(self) -> str:
        """Return the words of the row, as one line."""
        return "\t".join(self.cells)


def find_rows(asked: str) -> tuple[Row, ...]:
    """Return the rows of words that still hold the marks of their structure."""
    lines, bold = asked.split("\n"), _find_bold(asked)
    return tuple(
        _read_row(line, is_bold=is_bold)
        for line, is_bold in zip(lines, bold, strict=True)
        if not _MARKDOWN_RULE.fullmatch(line)
    )


def _read_row(line: str, *, is_bold: bool) -> Row:
    depth, bullet = line.count(ITEM), _BULLET.match(line)
    if bullet and not depth:
        depth = 1 + len(bullet["indent"].expandtabs(_INDENT)) // _INDENT
        line = line[bullet.end() :]
    head = _MARKDOWN_HEAD.match(line)
    cells = _cells_of(line[head.end() :] if head else line)
    mark = bullet["mark"] if bullet else ""
    bold = _LEAD.match(line)
    lead = make_askable(bold[1]).strip() if bold else ""
    return Row(tuple(map(make_askable, cells)), depth, is_bold or bool(head), mark, lead)


def _cells_of(line: str) -> list[str]:
    row = _MARKDOWN_ROW.fullmatch(line)
    return row[1].split("|") if row else line.split("\t")


def _find_bold(text: str) -> Iterator[bool]:
    """Yield of each line whether all its words are bold."""
    bold, plain = "", ""
    for i, piece in enumerate(text.split(BOLD)):
        ends = "\n" * piece.count("\n")
        bold, plain = (bold + piece, plain + ends) if i % 2 else (bold + ends, plain + piece)
    for in_bold, not_bold in zip_longest(bold.split("\n"), plain.split("\n"), fillvalue=""):
        yield bool(_WORD.search(in_bold)) and not _WORD.search(not_bold)
