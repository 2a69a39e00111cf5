"""How a message opens that asks for a check: "check: …", "please verify …", "did Kono say …?"."""

from __future__ import annotations

import re
from typing import Final

from knowledge.text import CHECKING, tokenize

ASKED_TO: Final = (
    r"^\W*(?:(?:hi|hey|hello|ok|okay|thanks|thx|and|also|then|so|now|next|please|pls|plz|can|could"
    r"|would|will|you|i|we|need|want|like|to|let|me|us|just|(?:some|any)(?:one|body))\b\W+){0,6}"
    r"(?:(?:(?:fact|quote|double|cross)\W?)?check|verify)\b"
)
CHECK: Final = re.compile(rf"{ASKED_TO}(?:,?\s+(?:please|pls|plz)\b)?\s*:\s*", re.IGNORECASE)
CHECK_MARKED: Final = re.compile(ASKED_TO, re.IGNORECASE)
_DID_THEY_SAY: Final = re.compile(
    r"^\W*(?:did|has|have|is it true|was it|who)\b.*\b(?:say|said|says|saying)\b",
    re.IGNORECASE | re.DOTALL,
)


def asks_to_check(words: str) -> bool:
    """Return whether words ask whether something else is a quotation: "check these", "who said"."""
    if CHECK_MARKED.match(words) or _DID_THEY_SAY.match(words):
        return True
    return not CHECKING.isdisjoint(token.folded for token in tokenize(words))
