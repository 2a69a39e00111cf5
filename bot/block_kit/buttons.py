"""Buttons that carry the question they ask, and what is read of one that was pressed."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.block_kit import limits
from bot.block_kit.block_elements import plain, small_print
from bot.block_kit.safe_text import clip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.block_kit.block_elements import Block

_encode = json.JSONEncoder(ensure_ascii=False).encode
ASK = "ask"  # the action of a button that asks a question
IN_PLACE = "here"  # the action of a button whose answer takes the place of its message
_DIGEST = 12  # characters of a kb's digest that a button carries


@dataclass(frozen=True, slots=True)
class Button:
    """A button whose `question` alone rebuilds the answer, over the kb with this digest."""

    label: str
    question: str
    action: str = ASK

    def element(self, number: int, digest: str) -> Block:
        value = _encode({"q": self.question, "d": digest[:_DIGEST]})
        return {
            "type": "button",
            "action_id": f"{self.action}:{number}",
            "text": plain(clip(self.label, limits.BUTTON_TEXT)),
            "value": value,
        }


def buttons(found: Sequence[Button], digest: str) -> Block:
    """Return a row of buttons, of those that Slack takes."""
    elements = [button.element(i, digest) for i, button in enumerate(found)]
    fitting = [e for e in elements if len(e["value"]) <= limits.BUTTON_VALUE]
    return {"type": "actions", "elements": fitting[: limits.ACTION_ELEMENTS]}


def row(found: Sequence[Button], digest: str) -> list[Block]:
    """Return a row of buttons, if there are any, and the number of those that do not fit."""
    actions = buttons(found, digest)
    left = len(found) - len(actions["elements"])
    rest = [small_print(f"{left} more to choose from: name one.")] if left else []
    return [*([actions] if actions["elements"] else []), *rest]


def add_button(blocks: Sequence[Block], button: Button, digest: str) -> list[Block]:
    """Return blocks with one more button, in their last row where it is at the end and has room."""
    last = blocks[-1] if blocks else {}
    elements = last["elements"] if last.get("type") == "actions" else []
    if not 0 < len(elements) < limits.ACTION_ELEMENTS:
        return [*blocks, *row([button], digest)]
    element = button.element(len(elements), digest)
    fits = len(element["value"]) <= limits.BUTTON_VALUE
    return [*blocks[:-1], {**last, "elements": [*elements, element]}] if fits else list(blocks)


def pressed(value: object) -> str:
    """Return the question that a button's value carries; an empty one for a value not ours."""
    question = _carried(value).get("q")
    return question if isinstance(question, str) else ""


def is_readable(value: object) -> bool:
    """Return whether a button's value is one of ours, undamaged: a question, and over which kb."""
    return bool(pressed(value)) and isinstance(_carried(value).get("d"), str)


def is_of(digest: str, value: object) -> bool:
    """Return whether a button was made over the kb with this digest."""
    return bool(digest) and _carried(value).get("d") == digest[:_DIGEST]


def _carried(value: object) -> dict[str, Any]:
    """Return what a button's value carries: nothing, if Slack would not have taken it from us."""
    if not isinstance(value, str) or len(value) > limits.BUTTON_VALUE:
        return {}
    try:
        data = json.loads(value)
    except (ValueError, RecursionError):
        return {}
    return data if isinstance(data, dict) else {}
