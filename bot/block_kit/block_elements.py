"""Blocks and what they are made of: rich text, a header, quotations and small print.

Words of data or of users go into rich text and plain text, which take them literally; where Slack
reads markup (small print in bold) they are escaped.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from bot.block_kit import limits
from bot.block_kit.safe_text import clip, escape

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Block = dict[str, Any]
_RESTYLED = re.compile(r"[*_~`\n]|:[^\s:]+:")  # what Slack's markup reads
_GLUED = re.compile(r"\w\x01|\x02[\w\x01]")
_ADDRESS = re.compile(r"https?://[^\s<>|]{1,2000}")


def run(text: str, *, bold: bool = False, italic: bool = False) -> Block:
    """Return a run of rich text, which Slack shows literally."""
    style = {name: True for name, on in (("bold", bold), ("italic", italic)) if on}
    return {"type": "text", "text": text, **({"style": style} if style else {})}


def link(text: str, url: str | None) -> Block:
    """Return a run of small print that leads to an address; plain where Slack takes none."""
    return {**run(text), **({"url": url} if url and _ADDRESS.fullmatch(url) else {})}


def line(*runs: Block) -> Block:
    """Return a line of rich text; Slack refuses a message with a run of no characters."""
    return {"type": "rich_text_section", "elements": [r for r in runs if r.get("text", True)]}


DIVIDER: Block = {"type": "divider"}


def highlighted(text: str, spans: Iterable[tuple[int, int]]) -> list[Block]:
    """Return runs of rich text with these spans in bold; they are in order and do not touch."""
    bounds = [0, *(offset for span in spans for offset in span), len(text)]
    pieces = [text[start:end] for start, end in pairwise(bounds)]
    return [run(piece, bold=bool(i % 2)) for i, piece in enumerate(pieces) if piece]


def quotation(words: str, spans: Iterable[tuple[int, int]] = ()) -> Block:
    """Return words of an article, set apart as Slack sets a quotation apart; spans are in bold."""
    return {"type": "rich_text_quote", "elements": highlighted(words, spans)}


def bullets(items: Iterable[Sequence[Block]]) -> Block:
    elements = [line(*runs) for runs in items]
    return {"type": "rich_text_list", "style": "bullet", "elements": elements}


def paragraph(*elements: Block) -> Block:
    return {"type": "rich_text", "elements": list(elements)}


def header(text: str) -> Block:
    """Return the one line of a message that is large."""
    return {"type": "header", "text": plain(clip(text, limits.HEADER_TEXT))}


def small_print(*texts: str | Block) -> Block:
    """Return a line of small print: plain texts and runs, of which some may be bold or links.

    Small print is bold by Slack's markup alone. Where that would restyle a word of the data, the
    line is plain.
    """
    runs = [run(text) if isinstance(text, str) else text for text in texts]
    text = clip("".join(r["text"] for r in runs), limits.CONTEXT_TEXT)
    marked = "".join(map(_marked, runs))
    needs_marks = any(r.get("style") or r.get("url") for r in runs)
    if not needs_marks or len(marked) > limits.CONTEXT_TEXT or not _takes_marks(runs):
        return {"type": "context", "elements": [plain(text)]}
    element = {"type": "mrkdwn", "text": marked, "verbatim": True}
    return {"type": "context", "elements": [element]}


def _takes_marks(runs: Sequence[Block]) -> bool:
    """Return whether Slack's marks make bold what is bold, and nothing else: not inside a word."""
    text = "".join(r["text"] for r in runs)
    marked = "".join(_between(r["text"], "\1", "\2") if r.get("style") else r["text"] for r in runs)
    return not (_RESTYLED.search(text) or _GLUED.search(marked))


def _marked(run: Block) -> str:
    """Return a run in Slack's markup."""
    text = escape(run["text"])
    if run.get("url"):
        return f"<{escape(run['url'])}|{text.replace('|', '/')}>"
    return _between(text, "*", "*") if run.get("style") else text


def _between(text: str, opening: str, closing: str) -> str:
    """Put words between marks, which take no space on their inner side."""
    words = text.strip()
    return text.replace(words, f"{opening}{words}{closing}", 1) if words else text


def plain(text: str) -> Block:
    return {"type": "plain_text", "text": text, "emoji": False}
