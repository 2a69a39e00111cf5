"""Checks of all blocks of a message or a view together, with Slack's words for each problem."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from local_slack import slack_limits
from local_slack.blocks.block_types import HOME, MESSAGE, MODAL, SHAPES
from local_slack.blocks.elements import SURFACES
from local_slack.blocks.json_checks import Check, Problem, at, by_type, items
from local_slack.blocks.walking import elements_of, walk_blocks, walk_texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from local_slack.refusal import Payload


def _blocks_of(types: Iterable[str], most: int) -> Check:
    return items(by_type({name: SHAPES[name] for name in types}), most)


_IN_A_MESSAGE = _blocks_of(MESSAGE, slack_limits.BLOCKS)
_IN_A_VIEW = {
    "modal": _blocks_of(MODAL, slack_limits.BLOCKS_OF_A_VIEW),
    "home": _blocks_of(HOME, slack_limits.BLOCKS_OF_A_VIEW),
}
_TABLE_TEXT = {"table": slack_limits.TABLE_TEXT, "data_table": slack_limits.DATA_TABLE_TEXT}


def check_message_blocks(blocks: Any, here: str = "/blocks") -> list[Problem]:  # noqa: ANN401 (any JSON)
    """Return what Slack would refuse in a message's blocks."""
    found = list(_IN_A_MESSAGE(blocks, here))
    return found or [
        *_find_misplaced(blocks, "message", here),
        *_find_repeated(blocks, here),
        *_find_excess(blocks, here),
    ]


def check_view_blocks(
    blocks: Any,  # noqa: ANN401 (any JSON)
    kind: str = "modal",
    here: str = "/view/blocks",
) -> list[Problem]:
    """Return what Slack would refuse in the blocks of a modal or a Home tab."""
    found = list(_IN_A_VIEW[kind](blocks, here))
    return found or [*_find_misplaced(blocks, kind, here), *_find_repeated(blocks, here)]


def _find_misplaced(blocks: list[Payload], surface: str, here: str) -> Iterator[Problem]:
    """Yield each element that Slack does not take in a message, a modal or a Home tab."""
    for pointer, block in walk_blocks(blocks, here):
        for place, element in elements_of(block, pointer):
            kind = element["type"]
            if surface not in SURFACES.get(kind, (surface,)):
                yield at(f"unsupported type: {kind}", f"{place}/type")


def _find_repeated(blocks: list[Payload], here: str) -> Iterator[Problem]:
    """Yield each id that another block, or another element of one block, has too."""
    every = list(walk_blocks(blocks, here))
    yield from _find_repeated_ids("block_id", every)
    for pointer, block in every:
        yield from _find_repeated_ids("action_id", elements_of(block, pointer))
    elements = [found for pointer, block in every for found in elements_of(block, pointer)]
    focused = [pointer for pointer, element in elements if element.get("focus_on_load")]
    for pointer in focused[1:]:
        yield at("only one element can have `focus_on_load`", f"{pointer}/focus_on_load")


def _find_repeated_ids(field: str, parts: Iterable[tuple[str, Payload]]) -> Iterator[Problem]:
    seen: set[str] = set()
    for pointer, part in parts:
        name = part.get(field)
        if name and name in seen:
            yield at(f'{field} "{name}" already exists', f"{pointer}/{field}")
        seen.add(name or "")


def _find_excess(blocks: list[Payload], here: str) -> Iterator[Problem]:
    every = [block for _, block in walk_blocks(blocks)]
    types = [block["type"] for block in every]
    if types.count("table") > slack_limits.TABLES:
        yield at("only_one_table_allowed", here)
    if types.count("data_visualization") > slack_limits.CHARTS:
        yield at(f"no more than {slack_limits.CHARTS} data_visualization blocks allowed", here)
    for kind, most in _TABLE_TEXT.items():
        rows = [b["rows"] for b in every if b["type"] == kind]
        if sum(map(len, walk_texts(rows))) > most:
            yield at(f"{kind} cells must have less than {most + 1} characters", here)
    if sum(len(b["text"]) for b in every if b["type"] == "markdown") > slack_limits.MARKDOWN_TEXT:
        yield at(f"markdown must be less than {slack_limits.MARKDOWN_TEXT + 1} characters", here)
