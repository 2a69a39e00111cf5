"""Names beside a quotation that say where, to whom or about what it was said, and not by whom."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from knowledge.check_quote import is_given
from knowledge.text import SAYING, SPOKEN_OF, SPOKEN_TO, compile_later

if TYPE_CHECKING:
    from knowledge.questions import Question

_ELSEWHERE: Final = SPOKEN_OF | SPOKEN_TO | {"in", "at"}
_HYPHENS: Final = "-‐‑"
_NEAR: Final = 30  # characters before a name that are looked at
_FAR: Final = 240  # of them, where it is asked who said something
_FROM: Final = re.compile(
    r"(?P<quoted>”[\s,.]*|\b(?:answer|reply|response|retort|word|line|warning|statement|quote|comment"
    r"|remark|message|reaction|verdict|came|comes?)s?\s+)?\bfrom\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
_SPEAKS: Final = re.compile(rf"\s+(?:{'|'.join(sorted(SAYING))})\b", re.IGNORECASE)
_BEHIND: Final = re.compile(
    r"”[^\w\n“”]*+(?:(?:so|per|in\s(?:those|the\swords)\sof)\s+)?(?:(?:the|an?)\s+)?\Z",
    re.IGNORECASE,
)
_BEFORE: Final = re.compile(r"(?:[’']s?\s)?[^\w\n“”]*+“")
# "promised Tokyo “…”" does not open with Tokyo.
_OPENS: Final = re.compile(
    r"(?:\A|[^\w\s]\s*|\n\s*|@\w+\s+|”[\s,]*(?:and|or|vs\.?|versus|but|while)\s+|\b(?:check|verify|pls|please|from|the|by|per)\s+)\Z",
    re.IGNORECASE,
)
# "Who promised Tokyo “…”?"; not who in Tokyo did, or which of those that are listed.
_WHO: Final = compile_later(
    r"(?:\A|[.!?:\n]\s*|\b(?:so|and|but|ok|hey|check|wait|@\w{1,30})[,:]?\s+)"
    r"(?:who|whoever)(?:\s+(?!(?:in|at|from|of|for|among|did|does|do)\b)[^“”\n?]{0,200})?\s+\Z",
    re.IGNORECASE,
)
_AMONG: Final = compile_later(
    r"\b(?:in|at|from|of|for|among|did|does|do)\s+(?:the\s+)?\Z", re.IGNORECASE
)
_MARKS: Final = re.compile("[“”]")
_SHORT: Final = 9  # words beside the quotations of a line


def is_elsewhere(question: Question, at: int) -> bool:
    """Return whether a name says where or to whom something was said: "in Tokyo"."""
    before = question.words[max(at - 2, 0) : at]
    placing = before[-1:] != () and before[-1] in _ELSEWHERE and before != ("according", "to")
    return placing and not ends_name(question, at - 1)


def ends_name(question: Question, at: int) -> bool:
    """Return whether a word ends a name, and is no preposition: "Moon Jae-in", "Kim In"."""
    start, _ = question.places[at]
    if start and question.typed[start - 1] in _HYPHENS:
        return True
    before, word = question.parsed[max(at - 1, 0)], question.parsed[at]
    capitals = before.capital and word.capital and not (before.broken or word.opens)
    named = [(f.first, f.last) for f in question.found]
    named += [(s.first, s.last) for s in question.strangers]
    return capitals or any(first < at < last for first, last in named)


def is_of_asked_words(outlined: str, place: tuple[int, int]) -> bool:
    """Return whether it is asked who said something of somebody: "who promised Tokyo “…”?".

    `outlined` has of each quotation no more than its marks.
    """
    near = max(place[0] - _FAR, 0)
    if "who" not in outlined[near : place[0]].lower() or outlined.find("“", place[1]) < 0:
        return False
    if not _WHO.search(outlined, near, place[0]):
        return False
    among = _AMONG.search(outlined, near, place[0])
    return not (among or is_given(outlined, place))


def is_origin(outlined: str, place: tuple[int, int]) -> bool:
    """Return whether somebody came from there, and no quotation did: "on the way from Lund".

    `outlined` has of each quotation no more than its marks.
    """
    before = _FROM.search(outlined, max(place[0] - _NEAR, 0), place[0])
    if before is None or before["quoted"] or _SPEAKS.match(outlined, place[1]):
        return False
    return not is_in_short_line(outlined, place)


def is_in_short_line(outlined: str, place: tuple[int, int]) -> bool:
    """Return whether the line of a place is hardly more than quotations and a name."""
    start = outlined.rfind("\n", 0, place[0]) + 1
    end = outlined.find("\n", place[1])
    return _is_short(outlined[start : end if end >= 0 else None])


@lru_cache(4)  # a line is asked about once for each of its names
def _is_short(line: str) -> bool:
    return len(_MARKS.sub(" ", line).split()) <= _SHORT


def is_straight_beside(outlined: str, place: tuple[int, int]) -> bool:
    """Return whether nothing stands between a name and its quotation, and hardly more beside."""
    near = max(place[0] - _NEAR, 0)
    behind = _BEHIND.search(outlined, near, place[0])
    before = _BEFORE.match(outlined, place[1]) and _OPENS.search(outlined, near, place[0])
    return bool(behind or before) and is_in_short_line(outlined, place)
