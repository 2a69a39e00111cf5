"""Checks of all blocks of a message or a view together, with Slack's words for each problem."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from local_slack import slack_limits
from local_slack.blocks.block_types import EVERYWHERE, IN_MESSAGES_ONLY
from local_slack.blocks.json_checks import Problem, at, by_type, items

if TYPE_CHECKING:
    from collections.abc import Iterator

    from local_slack.refusal import Payload

_IN_A_MESSAGE = items(by_type(EVERYWHERE | IN_MESSAGES_ONLY), slack_limits.BLOCKS)
_IN_A_VIEW = items(by_type(EVERYWHERE), slack_limits.BLOCKS_OF_A_VIEW)
_TABLE_TEXT = {"table": slack_limits.TABLE_TEXT, "data_table": slack_limits.DATA_TABLE_TEXT}


def check_message_blocks(blocks: Any, here: str = "/blocks") -> list[Problem]:  # noqa: ANN401 (any JSON)
    """Return what Slack would refuse in a message's blocks."""
    found = list(_IN_A_MESSAGE(blocks, here))
    return found or [*_find_repeated_ids(blocks, here), *_find_excess(blocks, here)]


def check_view_blocks(blocks: Any, here: str = "/view/blocks") -> list[Problem]:  # noqa: ANN401 (any JSON)
    """Return what Slack would refuse in the blocks of a modal or a Home tab."""
    return list(_IN_A_VIEW(blocks, here)) or list(_find_repeated_ids(blocks, here))


def _find_repeated_ids(blocks: list[Payload], here: str) -> Iterator[Problem]:
    numbered = [(f"{here}/{number}", block) for number, block in enumerate(blocks)]
    yield from _find_repeated("block_id", numbered)
    yield from _find_repeated("action_id", list(walk_elements(blocks, here)))


def _find_repeated(field: str, parts: list[tuple[str, Payload]]) -> Iterator[Problem]:
    seen: set[str] = set()
    for pointer, part in parts:
        name = part.get(field)
        if name and name in seen:
            yield at(f'{field} "{name}" already exists', f"{pointer}/{field}")
        seen.add(name or "")


def _find_excess(blocks: list[Payload], here: str) -> Iterator[Problem]:
    if Counter(b["type"] for b in blocks)["table"] > slack_limits.TABLES:
        yield at("only one table allowed", here)
    for kind, most in _TABLE_TEXT.items():
        rows = [b["rows"] for b in blocks if b["type"] == kind]
        if sum(map(len, walk_texts(rows))) > most:
            yield at(f"{kind} cells must have less than {most + 1} characters", here)
    if sum(len(b["text"]) for b in blocks if b["type"] == "markdown") > slack_limits.MARKDOWN_TEXT:
        yield at(f"markdown must be less than {slack_limits.MARKDOWN_TEXT + 1} characters", here)


def walk_elements(blocks: list[Payload], here: str = "/blocks") -> Iterator[tuple[str, Payload]]:
    """Yield each element that can be clicked or filled in, with its JSON pointer."""
    for number, block in enumerate(blocks):
        at_block = f"{here}/{number}"
        for name in ("accessory", "element"):
            if isinstance(block.get(name), dict):
                yield f"{at_block}/{name}", block[name]
        if block["type"] in {"actions", "context_actions"}:
            for position, element in enumerate(block["elements"]):
                yield f"{at_block}/elements/{position}", element


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
