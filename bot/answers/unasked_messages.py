"""Messages that say that they want no answer."""

from __future__ import annotations

import re
from typing import Final

from knowledge.check_quote import has_marks

# "FYI only, no need to reply".
_WANTS_NOTHING: Final = re.compile(
    r"\bno (?:need|reason) (?:to (?:re(?:ply|spond)|answer)|for an? (?:reply|answer|response))\b"
    r"|\bno (?:reply|answer|response) (?:needed|necessary|required|expected)\b"
    r"|\b(?:don[’']?t|do not|needn[’']?t|need not) (?:reply|answer|respond)\b"
    r"|\b(?:fyi only|only fyi|just fyi|never ?mind|please ignore)\b"
    r"|\b(?:just|only) (?:a test|testing)\b",
    re.IGNORECASE,
)


def wants_nothing(text: str) -> bool:
    """Return whether a message wants no answer, and neither asks nor quotes anything."""
    return bool(_WANTS_NOTHING.search(text)) and "?" not in text and not has_marks(text)
