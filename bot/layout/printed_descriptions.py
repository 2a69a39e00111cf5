"""What an article calls somebody, laid out so that it reads on behind a name or behind "as"."""

from __future__ import annotations

import re

# The day beside it says when: "then still a nominee" is a nominee that day.
_LEADING = re.compile(r"^(?:(?:then|still|as)\s+)+(?=\S)")
# A verb makes a clause of the words: "his daughter was kidnapped", "died last year".
_CLAUSE = re.compile(
    r"(?<!who )(?<!that )(?<!which )\b(?:is|are|was|were|has|had|did|became)\b"
    r"|^[a-z]+ed (?:in|on|at|by|to|from|last|this|the|an?|his|her|their)\b"
)


def without_time(printed: str) -> str:
    """Return printed words without the "then" or "as" that leads up to a description."""
    return _LEADING.sub("", printed)


def behind_name(printed: str) -> str:
    """Return printed words as they stand behind a name and a comma; a clause goes in marks."""
    words = without_time(printed)
    return f"“{words}”" if _CLAUSE.search(words) else words


def behind_days(printed: str) -> str:
    """Return printed words as they stand behind days: "as the envoy", or a clause in marks."""
    words = behind_name(printed)
    return f": {words}" if words.startswith("“") else f" as {words}"
