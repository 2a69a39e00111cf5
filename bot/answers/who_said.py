"""A check that asks who said words: 'who said “…”?', "who said we will wait?"."""

from __future__ import annotations

import re
from typing import Final

from knowledge.check_quote import VERB, has_marks, put_in_marks
from knowledge.text import compile_later

_VERB: Final = compile_later(rf"(?:{VERB}|says?|used)\b", re.IGNORECASE)
_WHO_SAID: Final = compile_later(
    r"\W*+(who(?:\s+(?:has|had|ever|first))?\s+(?:said|says|say|wrote|tweeted))"
    r"(?:\s+that\b|\s*+:)?\s+(\S.*)",
    re.IGNORECASE | re.DOTALL,
)


def asks_who_said(first: str, rest: str) -> bool:
    """Return whether "who" and the words behind it ask whose words some are."""
    return first.lower().rstrip(":") == "who" and bool(_VERB.match(rest))


def mark_asked_words(text: str) -> str:
    """Return a text with marks around the words whose speaker it asks for, if it has none."""
    asked = None if has_marks(text) else _WHO_SAID.fullmatch(text)
    words = asked[2].rstrip(" ?") if asked else ""
    return f"{asked[1]} {put_in_marks(words)}" if asked and words else text
