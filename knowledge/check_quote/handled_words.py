"""Who only handles words, as an app tells it: "approved by Kono", "Kono edited the page"."""

from __future__ import annotations

import re
from typing import Final

from knowledge.check_quote.sentence_places import Place, read_before
from knowledge.check_quote.speech_patterns import TITLES
from knowledge.text.later_pattern import compile_later

# Beside a name: somebody only handles words, as an app tells it.
_ITEM: Final = (
    r"(?:quote|draft|card|page|doc|document|task|issue|ticket|file|thread|post|comment|message|item"
    r"|story|board|sheet|row|review)"
)
_HANDLED: Final = (
    r"approved|reviewed|checked|cleared|vetted|verified|edited|moved|created|updated|uploaded"
    r"|submitted|requested|flagged|filed|signed\s+off"
)
_HANDLED_BY: Final = compile_later(
    rf"\b(?:{_HANDLED}|new\s+(?:comment|note|reply|post))"
    rf"\b[^“”\n.;]{{0,40}}\sby:?\s+{TITLES}\Z",
    re.IGNORECASE,
)
_HANDLED_LINE: Final = compile_later(
    rf"[^\w\n]*(?:{_HANDLED}|assigned)\s+(?:by|to)\b",
    re.IGNORECASE,
)
_HANDLES: Final = compile_later(
    r"\s+(?:(?:has|have|had|just|also)\s+){0,2}"
    r"(?:assigned|edited|uploaded|renamed|tagged|pinged|(?:mentioned|invited)\s+you"
    rf"|(?:shared|moved|updated|created|deleted|approved|opened|closed)\s+(?:an?|the|this)\s+{_ITEM}\b"
    r"|(?:commented|replied|responded|reacted)\s+(?:on|to|in)\s"
    rf"(?:your|[^“”\n:]{{0,40}}\b{_ITEM}))\b"
    r"|\s(?:approved|forwarded|flagged)(?:\s(?:this|it|that))?(?::|\s“)",
    re.IGNORECASE,
)


def is_handling(text: str, name: Place) -> bool:
    """Return whether somebody only handles words: "approved by Kono", "Kono edited the page"."""
    before = read_before(text, name)
    return bool(_HANDLED_BY.search(before) or _HANDLES.match(text, name[1]))


def tells_of_handling(line: str) -> bool:
    """Return whether a line only tells who handled words: "Approved by: Kono"."""
    return _HANDLED_LINE.match(line) is not None
