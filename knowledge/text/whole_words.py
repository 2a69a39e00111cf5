"""Words among others, each of them whole: "US" does not stand in "unjustly"."""

from __future__ import annotations

import re


def are_among(words: str, others: str) -> bool:
    """Return whether words stand among others, each of them whole: "not" is not in "nothing"."""
    whole = rf"(?<!\w){re.escape(words.lower())}(?!\w)"
    return not words or bool(re.search(whole, others.lower()))
