"""Whom a message is written to: the bot, or somebody else with the bot only in copy."""

from __future__ import annotations

import re

from bot.slack_text.visible_text import OWN_MENTION

_GREETING = r"(?:(?:hi|hey|hello|dear|thanks|thx|ok|so|and|fyi)\b[\s,:!]*){0,2}"
_TO_ANOTHER = re.compile(rf"[\s,]*{_GREETING}@\w", re.IGNORECASE)
_COPIED = re.compile(
    r"\b(?:cc|ccing|copying|fyi)\b[^\w@]*+(?:@\S++[^\w@]*+|and\s++)*+\Z", re.IGNORECASE
)
_NOTHING_MORE = re.compile(
    r"(?:[^\w@]|_|@\S*+|\b(?:cc|fyi|and|too|thanks|thank you|thx|please|pls|as well)\b)*+",
    re.IGNORECASE,
)

# What is told of the bot: "I love @Stancebook, it found me a quote", "thanks to @Stancebook".
_TOLD_OF = re.compile(
    r"\b(?:loves?|likes?|loved|liked|uses?|used|using|tr(?:y|ied|ying)|thanks to|kudos to"
    r"|shout-?out to|props to|recommend|recommends|installed|added|via|from|by|with|about)\s+\Z",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"\s*(?:[,.!;)]|and\b|it\b|for\b|because\b|\Z)", re.IGNORECASE)
_ASKS = re.compile(r"[?“”\"]")


def is_in_copy(shown: str) -> bool:
    """Return whether the bot is mentioned last, below words to somebody else or after "cc".

    Words after its mention are words to the bot: "@anna fyi @Stancebook what does Seoul think?"
    What only tells of the bot, and asks nothing, is written to somebody else too.
    """
    before, mention, after = shown.rpartition(OWN_MENTION)
    if not mention or not before.strip() or OWN_MENTION in before:
        return False
    if _TOLD_OF.search(before) and _GOES_ON.match(after) and not _ASKS.search(shown):
        return True
    written_to_another = _TO_ANOTHER.match(before) or _COPIED.search(before)
    return bool(written_to_another and _NOTHING_MORE.fullmatch(after))
