"""A Message as Slack is sent it: rich text built from data, and the gate that enforces the limits.

Words of data or of users go into rich text and plain text, which take them literally; where Slack
reads markup (the top-level text, mrkdwn) they are escaped.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from bot import limits

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

Block = dict[str, Any]
_encode = json.JSONEncoder(ensure_ascii=False).encode
_ELLIPSIS = "…"
_ROOM = 300  # characters kept free for what the app adds
_TEXT = limits.TOP_LEVEL_TEXT  # the top-level text says all that the blocks say


def escape(text: str) -> str:
    """Make text safe wherever Slack reads markup: nothing typed can ping a channel."""
    for typed, safe in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\0", "")):
        text = text.replace(typed, safe)
    return text


def clip(text: str, length: int) -> str:
    """Shorten visibly."""
    return text if len(text) <= length else text[: length - 1].rstrip() + _ELLIPSIS


def run(text: str, *, bold: bool = False, italic: bool = False) -> Block:
    """Return a run of rich text, which Slack shows literally."""
    style = {name: True for name, on in (("bold", bold), ("italic", italic)) if on}
    return {"type": "text", "text": text, **({"style": style} if style else {})}


def line(*runs: Block) -> Block:
    return {"type": "rich_text_section", "elements": list(runs)}


def quotation(words: str) -> Block:
    """Return words of an article, set apart as Slack sets a quotation apart."""
    return {"type": "rich_text_quote", "elements": [{"type": "text", "text": words}]}


def bullets(items: Iterable[Sequence[Block]]) -> Block:
    elements = [line(*runs) for runs in items]
    return {"type": "rich_text_list", "style": "bullet", "elements": elements}


def paragraph(*elements: Block) -> Block:
    return {"type": "rich_text", "elements": list(elements)}


def small_print(text: str) -> Block:
    element = {"type": "plain_text", "text": clip(text, limits.CONTEXT_TEXT), "emoji": False}
    return {"type": "context", "elements": [element]}


@dataclass(frozen=True, slots=True)
class Button:
    """A button whose `question` alone rebuilds the answer, over the kb with this digest."""

    label: str
    question: str
    action: str = "ask"

    def element(self, number: int, digest: str) -> Block:
        value = _encode({"q": self.question, "d": digest[:12]})
        return {
            "type": "button",
            "action_id": f"{self.action}:{number}",
            "text": {
                "type": "plain_text",
                "text": clip(self.label, limits.BUTTON_TEXT),
                "emoji": False,
            },
            "value": value,
        }


def buttons(found: Sequence[Button], digest: str, *, first: int = 0) -> Block:
    shown = found[: limits.ACTION_ELEMENTS]
    elements = [button.element(first + i, digest) for i, button in enumerate(shown)]
    return {"type": "actions", "elements": elements}


def pressed(value: str) -> str:
    """Return the question that a button's value carries; an empty one for a value not ours."""
    try:
        data = json.loads(value)
    except ValueError:
        return ""
    return str(data.get("q", "")) if isinstance(data, dict) else ""


@dataclass(frozen=True, slots=True)
class Part:
    """Blocks that stand or fall together; only a statement may be left out."""

    blocks: list[Block]
    statement: bool = False


@dataclass(frozen=True, slots=True)
class Message:
    """What Slack is sent, and the buttons' questions, which the terminal reads too."""

    text: str
    blocks: list[Block] = field(default_factory=list)

    def payload(self) -> dict[str, Any]:
        return {"text": escape(self.text), "blocks": self.blocks}


def compose(parts: Sequence[Part], foot: Callable[[int], list[Block]]) -> Message:
    """Put parts together within Slack's limits, leaving out whole statements from the end.

    `foot` is given the number of statements shown, and says what is left out.
    """
    kept = [(part, as_text(part.blocks)) for part in parts]
    largest = foot(0)
    while len(kept) > 1 and not _fits(kept, largest):
        del kept[_last_to_spare(kept)]
    below = foot(sum(part.statement for part, _ in kept))
    blocks = [block for part, _ in kept for block in part.blocks]
    texts = [text for _, text in kept] + ([as_text(below)] if below else [])
    return gate(Message("\n\n".join(texts), [*blocks, *below]))


def _fits(kept: Sequence[tuple[Part, str]], foot: Sequence[Block]) -> bool:
    """Leave room for the app's own buttons."""
    count = sum(len(part.blocks) for part, _ in kept) + len(foot) + 1
    length = sum(len(escape(text)) + 2 for _, text in kept) + len(escape(as_text(foot))) + _ROOM
    return count <= limits.BLOCKS and length <= min(_TEXT, limits.TEXT_OF_ALL_BLOCKS)


def _last_to_spare(kept: Sequence[tuple[Part, str]]) -> int:
    """Return the last statement; where none is left, the last part."""
    statements = (i for i in range(len(kept) - 1, 0, -1) if kept[i][0].statement)
    return next(statements, len(kept) - 1)


def gate(message: Message) -> Message:
    """Hold a message to what compose() cannot shorten; the last stop before every send."""
    text = message.text
    while len(escape(text)) > limits.TOP_LEVEL_TEXT:
        text = clip(text, len(text) - max(1, (len(escape(text)) - limits.TOP_LEVEL_TEXT) // 5))
    return Message(text or "Stancebook", message.blocks[: limits.BLOCKS])


def as_text(blocks: Sequence[Block]) -> str:
    """Return what the blocks say, line by line: the text for notifications and screen readers."""
    lines: list[str] = []
    for block in blocks:
        lines += _LINES[block["type"]](block)
    return "\n".join(lines)


def _rich_lines(block: Block) -> list[str]:
    lines: list[str] = []
    for element in block["elements"]:
        kind = element["type"]
        if kind == "rich_text_list":
            lines += ["• " + _runs(item) for item in element["elements"]]
        else:
            lines.append(("> " if kind == "rich_text_quote" else "") + _runs(element))
    return lines


def _runs(element: Block) -> str:
    return "".join([_run_text(run) for run in element["elements"]])


def _run_text(run: Block) -> str:
    kind = run["type"]
    if kind == "text":
        return str(run["text"])
    return f"<@{run['user_id']}>" if kind == "user" else f"<#{run['channel_id']}>"


_LINES: dict[str, Callable[[Block], list[str]]] = {
    "rich_text": _rich_lines,
    "context": lambda block: [element["text"] for element in block["elements"]],
    "actions": lambda block: [" ".join(f"[{e['text']['text']}]" for e in block["elements"])],
    "divider": lambda _: [""],
}
