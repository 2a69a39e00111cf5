"""The ids of blocks and elements, which Slack fills in where an app leaves them out."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from local_slack.refusal import Payload


def fill_in_ids(given: list[Payload]) -> list[Payload]:
    """Return blocks with a block_id each, and an action_id in each element."""
    return [_with_id(b) for b in given]


def _with_id(block: Payload) -> Payload:
    filled = {**block, "block_id": block.get("block_id") or secrets.token_urlsafe(4)[:5]}
    for name in ("accessory", "element"):
        if isinstance(block.get(name), dict):
            filled[name] = _element(block[name])
    if block["type"] in {"actions", "context_actions"}:
        filled["elements"] = [_element(e) for e in block["elements"]]
    return filled


def _element(element: Payload) -> Payload:
    if element["type"] == "image":
        return element
    return {**element, "action_id": element.get("action_id") or secrets.token_urlsafe(4)[:5]}
