"""Tables of a message: cells of rich text, what they say line by line, and sections in their place.

Slack takes one table a message. What its documentation and others' posts leave open is not used:
every cell is rich text of one section, none is empty, and every column says how it is aligned
(https://docs.slack.dev/reference/block-kit/blocks/table-block).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    _Block = dict[str, Any]


def table(rows: Sequence[Sequence[Sequence[_Block]]]) -> _Block:
    """Return a table of runs of text, of which the first row is the head; its words are wrapped."""
    columns = [{"align": "left", "is_wrapped": True} for _ in rows[0]]
    cells = [[_cell(runs) for runs in row] for row in rows]
    return {"type": "table", "rows": cells, "column_settings": columns}


def _cell(runs: Sequence[_Block]) -> _Block:
    return {"type": "rich_text", "elements": [_section(runs)]}


def _section(runs: Sequence[_Block]) -> _Block:
    return {"type": "rich_text_section", "elements": list(runs)}


def runs_of(cell: _Block) -> list[_Block]:
    """Return the runs of text in a cell."""
    return list(cell["elements"][0]["elements"])


def table_lines(block: _Block) -> Iterator[str]:
    """Yield what a table says, row by row, each cell after the head of its column."""
    (_, *heads), *rows = [[_words(cell) for cell in row] for row in block["rows"]]
    for i, (first, *cells) in enumerate(rows):
        name, _, more = first.partition("\n")
        if i:
            yield ""
        if len(cells) == 1 and not more:
            yield f"{name}: {cells[0]}"
        else:
            yield f"{name}: {more}" if more else name
            labels = [f"{head}: " for head in heads] if len(cells) > 1 else [""]
            yield from (label + cell for label, cell in zip(labels, cells, strict=True))


def _words(cell: _Block) -> str:
    return "".join(run["text"] for run in runs_of(cell))


def has_table(blocks: Iterable[_Block]) -> bool:
    """Return whether there is a table in a message."""
    return any(block["type"] == "table" for block in blocks)


def without_tables(blocks: Iterable[_Block]) -> list[_Block]:
    """Return blocks with sections in place of a table: for where it is not taken."""
    return [_as_sections(b) if b["type"] == "table" else b for b in blocks]


def _as_sections(block: _Block) -> _Block:
    head, *rows = block["rows"]
    sections = [s for row in rows for s in _sections_of_row(head, row)]
    return {"type": "rich_text", "elements": sections}


def _sections_of_row(head: Sequence[_Block], row: Sequence[_Block]) -> Iterator[_Block]:
    first, *cells = row
    if len(cells) == 1 and "\n" not in _words(first):
        yield _section([*runs_of(first), _text(": "), *runs_of(cells[0]), _text("\n")])
        return
    yield _section([*runs_of(first), _text("\n")])
    for name, cell in zip(head[1:], cells, strict=True):
        label = [*runs_of(name), _text(": ")] if len(cells) > 1 else []
        yield _section([*label, *runs_of(cell), _text("\n")])


def _text(text: str) -> _Block:
    return {"type": "text", "text": text}
