"""Walking through blocks: those inside of others, the elements to use, and the texts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from local_slack.refusal import Payload

# The fields of blocks, by type, that hold further blocks.
INNER = {"container": "child_blocks", "carousel": "elements"}
# The fields that hold elements to click or fill in.
ONE_ELEMENT = ("accessory", "element")
ELEMENTS = {"actions": "elements", "context_actions": "elements", "card": "actions"}


def walk_blocks(blocks: list[Payload], here: str = "/blocks") -> Iterator[tuple[str, Payload]]:
    """Yield each block with its JSON pointer, and after it the blocks inside of it."""
    for position, block in enumerate(blocks):
        pointer = f"{here}/{position}"
        yield pointer, block
        if inner := INNER.get(block["type"]):
            yield from walk_blocks(block[inner], f"{pointer}/{inner}")


def elements_of(block: Payload, here: str = "") -> Iterator[tuple[str, Payload]]:
    """Yield each element of one block that can be clicked or filled in, with its pointer."""
    for name in ONE_ELEMENT:
        if name in block:
            yield f"{here}/{name}", block[name]
    if several := ELEMENTS.get(block["type"]):
        for position, element in enumerate(block.get(several, ())):
            yield f"{here}/{several}/{position}", element
    if block["type"] == "data_table":
        yield from _in_cells(block["rows"], f"{here}/rows")


def _in_cells(rows: list[list[Payload]], here: str) -> Iterator[tuple[str, Payload]]:
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            if cell["type"] == "action_cell":
                yield f"{here}/{row}/{column}/element", cell["element"]


def walk_texts(part: Any) -> Iterator[str]:  # noqa: ANN401 (any JSON)
    """Yield every text in blocks, at any depth."""
    if isinstance(part, list):
        for item in part:
            yield from walk_texts(item)
    elif isinstance(part, dict):
        if isinstance(part.get("text"), str):
            yield part["text"]
        for key, value in part.items():
            if key != "text" or not isinstance(value, str):
                yield from walk_texts(value)
