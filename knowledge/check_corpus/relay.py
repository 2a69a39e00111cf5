"""Whether a text gives words as relayed: by people without a name, or by other media."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from knowledge.text.article_text import Span, Text

_PEOPLE = (
    r"(?:sources?|people|persons|officials|diplomats|aides|insiders|negotiators|advis[eo]rs"
    r"|lawmakers)"
)
_ONE = r"(?:official|diplomat|aide|person|insider)"
_SAY = r"(?:said|says?|told|tells?|added|confirmed|disclosed|revealed|recounted)"
# What may stand between people and what they say: "familiar with the matter", "of the ministry".
_KNOWING = r"(?:(?:familiar|briefed|close|privy|with|who|of|in|at|from)\b[^.;,\"]{0,60} )?"
_ANONYMOUS = (
    r"(?:\bcondition of anonymity|\banonymously"
    r"|\b(?:ask|declin|refus|request|wish|prefer)\w* (?:not )?to be (?:named|identified|quoted)"
    r"|\bnot authori[sz]ed to (?:speak|talk|discuss|comment|brief))\b"
)
_RELAYED = re.compile(
    rf"\bsources?\b[^.;]{{0,40}}\b{_SAY}\b"
    rf"|\b{_PEOPLE} {_KNOWING}{_SAY}\b"
    rf"|\baccording to\b[^.;,]{{0,40}}\b(?:{_PEOPLE}|{_ONE}|reports?)\b"
    r"|\bthey said\b|\bcarried by\b|\bstate(?:-run)? media\b|\b(?:quoted|cited) by\b"
    r"|\breportedly\b|\b(?:is|are|was|were) (?:said|reported|understood) to\b"
    rf"|{_ANONYMOUS}",
    re.IGNORECASE,
)
# The next sentence relays this one where it takes it up: "They asked not to be named."
_TAKEN_UP = re.compile(
    rf"(?:they|the {_PEOPLE}|those {_PEOPLE})\b[^.;]{{0,60}}?{_ANONYMOUS}"
    rf"|(?:that|this),? (?:(?:is|was) )?(?:what|how|according to)\b[^.;]{{0,40}}\b{_PEOPLE}\b"
    rf"|so {_SAY}\b[^.;]{{0,40}}\b{_PEOPLE}\b",
    re.IGNORECASE,
)
_NAMELESS = re.compile(rf"\b{_PEOPLE}\b|\b{_ONE}$", re.IGNORECASE)


def nameless(via: str) -> bool:
    """Tell whether words came through people without a name, and not through a medium."""
    return bool(_NAMELESS.search(via))


def relayed(text: Text, whole: Span) -> str | None:
    """Return what is printed that relays a slice: its sentence, or that and the next."""
    number = text.sentence_at(whole.start)
    here = text.sentences[number]
    if _RELAYED.search(_unquoted(text, here)):
        return text[here]
    following = text.sentences[number + 1] if number + 1 < len(text.sentences) else None
    if following and _TAKEN_UP.match(_unquoted(text, following)):
        return f"{text[here]} {text[following]}"
    return None


def _unquoted(text: Text, sentence: Span) -> str:
    """Return what the outlet says in a sentence: what is quoted in it relays nothing."""
    return '"'.join(text[sentence].split('"')[::2])  # no sentence ends within a pair of marks
