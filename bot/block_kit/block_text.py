"""What blocks say as plain text: for notifications, screen readers and the terminal."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from bot.block_kit.block_elements import run
from bot.block_kit.table_block import table_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.block_kit.block_elements import Block

_MARKED = re.compile(r"\*([^*]+)\*")
_LINKED = re.compile(r"<https?://[^\s<>|]+\|([^<>|]*)>")


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


def small_runs(element: Block) -> list[Block]:
    """Return an element of small print as runs, which are literal and bold where it is."""
    if element["type"] != "mrkdwn":
        return [run(element["text"])]
    pieces = _MARKED.split(_LINKED.sub(r"\1", element["text"]))
    return [run(html.unescape(p), bold=bool(i % 2)) for i, p in enumerate(pieces) if p]


def _small_line(block: Block) -> list[str]:
    return ["".join(r["text"] for r in small_runs(e)) for e in block["elements"]]


_LINES: dict[str, Callable[[Block], list[str]]] = {
    "header": lambda block: [block["text"]["text"]],
    "rich_text": _rich_lines,
    "context": _small_line,
    "actions": lambda block: [" ".join(f"[{e['text']['text']}]" for e in block["elements"])],
    "divider": lambda _: [],
    "table": lambda block: list(table_lines(block)),
}
