"""Messages that say that they want no answer, or nothing more."""

from __future__ import annotations

import re
from typing import Final

from knowledge.check_quote import has_marks
from knowledge.text import tokenize

# "FYI only, no need to reply".
_WANTS_NOTHING: Final = re.compile(
    r"\bno (?:need|reason) (?:to (?:re(?:ply|spond)|answer)|for an? (?:reply|answer|response))\b"
    r"|\bno (?:reply|answer|response) (?:needed|necessary|required|expected)\b"
    r"|\b(?:don[’']?t|do not|needn[’']?t|need not) (?:reply|answer|respond)\b"
    r"|\b(?:fyi only|only fyi|just fyi|never ?mind|please ignore)\b"
    r"|\b(?:just|only) (?:a test|testing)\b",
    re.IGNORECASE,
)

_CLOSING: Final = frozenset(
    "thanks thank thx ty cheers ok okay great perfect nice cool awesome brilliant excellent bye "
    "goodbye gotcha understood noted appreciated fine wonderful super lol haha hmm wow".split()
)
_BESIDE: Final = frozenset(
    "you very much so a lot again all that this it is was good got now for the your help well yes "
    "no helpful many stancebook bot day have that's thats mate folks guys one job work".split()
)


def closes(text: str) -> bool:
    """Return whether a message is thanks, or says that something was seen: "ok great"."""
    words = [token.folded for token in tokenize(text)]
    seen = words in (["got", "it"], ["good", "bot"]) or not _CLOSING.isdisjoint(words)
    return seen and _CLOSING.union(_BESIDE).issuperset(words)


def wants_nothing(text: str) -> bool:
    """Return whether a message wants no answer, and neither asks nor quotes anything."""
    return bool(_WANTS_NOTHING.search(text)) and "?" not in text and not has_marks(text)
