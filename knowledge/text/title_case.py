"""Headlines in title case, whose capitals name nobody, also where a full stop ends them."""

from __future__ import annotations

import re
from typing import Final

from knowledge.text.english.small_words import SMALL_IN_TITLES

_WORD: Final = re.compile(r"[^\W\d_][\w'-]*")
_FEWEST: Final = 4  # words; "Marta Quill Arrives" may be three names


def is_title_case(words: str, fewest: int = _FEWEST) -> bool:
    """Return whether all but small words begin with a capital: "Port Of Ostby Shuts Down"."""
    found = _WORD.findall(words)
    plain = [word for word in found if word.lower() not in SMALL_IN_TITLES]
    return len(plain) >= fewest and all(word[0].isupper() for word in plain)
