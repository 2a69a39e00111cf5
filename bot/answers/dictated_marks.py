"""Quotation marks that are spoken or drawn: "quote … unquote", "(and I quote) …", "<<…>>"."""

from __future__ import annotations

import re
from typing import Final

from knowledge.text import compile_later

_OPENS: Final = compile_later(
    r"(?<![\w“\"‘'])(?:\(\s?(?:and\s)?I\squote\s?\)[,:]?|and\sI\squote[,:]?"
    r"|(?<=[\s(:,])\(?(?:open\s|start\s)?quote\s?\)?[,:]?)\s+(?!by\b|from\b|of\b)",
    re.IGNORECASE,
)
_CLOSES: Final = compile_later(
    r"\s*[,.;]?\s?\(?\b(?:un-?quote|(?:end|close)\s?(?:of\s)?quote)\b\)?", re.IGNORECASE
)
_DRAWN: Final = re.compile(r"<<(?!<)([^<>\n]{1,3000})>>(?!>)")
_MOST: Final = 5  # dictated quotations that are read


def mark_dictated(text: str) -> str:
    """Return a text with marks of quotation where somebody dictated or drew them."""
    text, at = _DRAWN.sub(r"“\1”", text), 0
    for _ in range(_MOST):
        opens = _OPENS.search(text, at)
        closes = _CLOSES.search(text, opens.end()) if opens else None
        if opens is None or closes is None:
            return text
        words = text[opens.end() : closes.start()].rstrip(" ,")
        text = f"{text[: opens.start()]}“{words}”{text[closes.end() :]}"
        at = opens.start() + len(words)
    return text
