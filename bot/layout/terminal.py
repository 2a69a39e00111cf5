"""A Message on a terminal: one generic renderer of blocks, for every command."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.box import SIMPLE_HEAD
from rich.console import Group
from rich.constrain import Constrain
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from bot.block_kit.block_text import small_runs
from bot.block_kit.buttons import pressed
from bot.block_kit.safe_text import safe
from bot.block_kit.table_block import runs_of, without_tables

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from rich.console import Console, RenderableType

    from bot.block_kit.block_elements import Block
    from bot.block_kit.message import Message

_WIDTH = 80  # characters in which a table is drawn, at most
_COLUMN = 24  # characters, below which a column is too narrow to read
_FIRST = 18  # characters of the first column, which names the rows


def show(console: Console, message: Message) -> None:
    """Print a message; plain, one line a line, where the console is no terminal."""
    if not console.is_terminal:
        console.file.write(safe(message.text) + "\n")
        return
    for i, block in enumerate(_fitting(message.blocks, console.width)):
        if i and block["type"] == "rich_text":
            console.print()
        for drawn in _RENDERERS[block["type"]](block):
            console.print(drawn, crop=False)  # whatever is cut off would be missed by nobody
    for number, (label, _) in enumerate(choices(message), 1):
        console.print(Text.assemble((f" {number} ", "reverse"), " ", safe(label)))


def _fitting(blocks: Sequence[Block], width: int) -> Sequence[Block]:
    """Return blocks with sections in place of a table whose columns would be too narrow to read."""
    columns = max((len(b["rows"][0]) for b in blocks if b["type"] == "table"), default=0)
    return without_tables(blocks) if columns * _COLUMN > min(width, _WIDTH) else blocks


def choices(message: Message) -> list[tuple[str, str]]:
    """Return the buttons of a message: label, and the question that pressing asks."""
    elements = [e for b in message.blocks if b["type"] == "actions" for e in b["elements"]]
    return [(element["text"]["text"], pressed(element["value"])) for element in elements]


def _rich_text(block: Block) -> Iterator[RenderableType]:
    for element in block["elements"]:
        yield from _ELEMENTS[element["type"]](element)


def _section(element: Block) -> Iterator[RenderableType]:
    yield _runs(element)


def _quote(element: Block) -> Iterator[RenderableType]:
    yield Padding(_runs(element, "italic cyan"), (0, 0, 0, 4))


def _list(element: Block) -> Iterator[RenderableType]:
    for item in element["elements"]:
        yield Padding(Text.assemble("• ", _runs(item)), (0, 0, 0, 2))


def _form(element: Block) -> Iterator[RenderableType]:
    """Yield words to copy: the terminal wraps them, so that what is copied is one line."""
    words = "".join(run["text"] for run in element["elements"])
    yield Group(Text(safe(words), no_wrap=True, overflow="ignore"))


def _runs(element: Block, style: str = "") -> Text:
    pieces = [(safe(run.get("text", "")), _style(run)) for run in element["elements"]]
    return Text.assemble(*pieces, style=style)


def _style(run: Block) -> str:
    return " ".join(name for name, on in run.get("style", {}).items() if on)


def _header(block: Block) -> Iterator[RenderableType]:
    yield Text(safe(block["text"]["text"]), style="bold underline")


def _context(block: Block) -> Iterator[RenderableType]:
    for element in block["elements"]:
        pieces = [(safe(r["text"]), _style(r)) for r in small_runs(element)]
        yield Text.assemble(*pieces, style="dim")


def _table(block: Block) -> Iterator[RenderableType]:
    head, *rows = ([_runs({"elements": runs_of(c)}) for c in row] for row in block["rows"])
    drawn = Table(box=SIMPLE_HEAD, show_lines=True, pad_edge=False, expand=True)
    for i, name in enumerate(head):
        drawn.add_column(name, ratio=1 if i else None, max_width=None if i else _FIRST)
    for row in rows:
        drawn.add_row(*row)
    yield Constrain(drawn, _WIDTH)


_ELEMENTS: dict[str, Callable[[Block], Iterator[RenderableType]]] = {
    "rich_text_section": _section,
    "rich_text_quote": _quote,
    "rich_text_list": _list,
    "rich_text_preformatted": _form,
}
_RENDERERS: dict[str, Callable[[Block], Iterator[RenderableType]]] = {
    "header": _header,
    "rich_text": _rich_text,
    "context": _context,
    "divider": lambda _: iter(()),
    "table": _table,
    "actions": lambda _: iter(()),
}
