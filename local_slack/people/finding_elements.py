"""Finding an element in blocks, as a person names it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from local_slack.blocks.walking import elements_of, walk_blocks

if TYPE_CHECKING:
    from local_slack.refusal import Payload


def find_element(blocks: list[Payload], wanted: str, in_block: str = "") -> tuple[Payload, Payload]:
    """Return a block and its element, by action_id, the words on it, or block_id.

    `in_block` names the block, since an action_id is unique in its block only.
    Raise LookupError, with the elements that there are.
    """
    every = [block for _, block in walk_blocks(blocks) if in_block in ("", block["block_id"])]
    pairs = [(block, element) for block in every for _, element in elements_of(block)]
    for block, element in pairs:
        if wanted in {element.get("action_id"), block["block_id"], _label(block, element)}:
            return block, element
    known = [f"{e.get('action_id')} ({_label(b, e)})" for b, e in pairs]
    msg = f"There is no element {wanted!r}. There are: {', '.join(known) or 'none'}."
    raise LookupError(msg)


def _label(block: Payload, element: Payload) -> str | None:
    words = element.get("text") or block.get("label") or element.get("placeholder") or {}
    return words.get("text") if isinstance(words, dict) else None
