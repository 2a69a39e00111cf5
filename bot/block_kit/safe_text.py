"""Text made safe: to show in a terminal, to send where Slack reads markup, and not too long."""

from __future__ import annotations

import re

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_ELLIPSIS = "…"


def escape(text: str) -> str:
    """Make text safe wherever Slack reads markup: nothing typed can ping a channel."""
    for typed, safe in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\0", "")):
        text = text.replace(typed, safe)
    return text


def safe(text: str) -> str:
    """Drop what would steer a terminal."""
    return _CONTROL.sub("", text)


def one_line(text: str) -> str:
    """Return text as one line that cannot steer a terminal."""
    return " ".join(safe(text).split())


def clip(text: str, length: int) -> str:
    """Shorten visibly."""
    return text if len(text) <= length else text[: length - 1].rstrip() + _ELLIPSIS
