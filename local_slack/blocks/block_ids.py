"""The ids of blocks and elements, which Slack fills in where an app leaves them out."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from local_slack.blocks.walking import ELEMENTS, INNER, ONE_ELEMENT

if TYPE_CHECKING:
    from local_slack.refusal import Payload

_WITHOUT_ID = {"markdown"}  # Slack ignores the block_id that an app gives such a block


def fill_in_ids(given: list[Payload]) -> list[Payload]:
    """Return blocks with a block_id each, and an action_id in each element."""
    return [_with_id(b) for b in given]


def _with_id(block: Payload) -> Payload:
    given = None if block["type"] in _WITHOUT_ID else block.get("block_id")
    filled = {**block, "block_id": given or _new_id()}
    for name in ONE_ELEMENT:
        if name in block:
            filled[name] = _element(block[name])
    several = ELEMENTS.get(block["type"], "")
    if several in block:
        filled[several] = [_element(e) for e in block[several]]
    if inner := INNER.get(block["type"]):
        filled[inner] = fill_in_ids(block[inner])
    if block["type"] == "data_table":
        filled["rows"] = [[_cell(cell) for cell in row] for row in block["rows"]]
    return filled


def _cell(cell: Payload) -> Payload:
    return {**cell, "element": _element(cell["element"])} if "element" in cell else cell


def _element(element: Payload) -> Payload:
    if element["type"] == "image":
        return element
    return {**element, "action_id": element.get("action_id") or _new_id()}


def _new_id() -> str:
    return secrets.token_urlsafe(4)[:5]
