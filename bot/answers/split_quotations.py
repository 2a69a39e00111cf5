"""The halves of a quotation around who said it: “This is not the time,” Kono said, “to reduce …”.

They are put together where an article prints them so, and left as two quotations elsewhere.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from knowledge.check_quote import (
    PRINTED,
    VERB,
    place_quotations,
    read_quotations,
    verify_quote,
)
from knowledge.text import OutOfStepsError, allow, compile_later

if TYPE_CHECKING:
    from knowledge.kb import KnowledgeBase

_TRIED: Final = 3  # pairs of quotations, at most
_TO_FIND: Final = 15_000  # steps that one may take
_LONGEST: Final = 120  # characters between two halves
_SAYS: Final = compile_later(rf"\b{VERB}\b", re.IGNORECASE)
_BETWEEN: Final = compile_later(r",?[^\S\n][^\n“”\"]+,[^\S\n]")
_COMMA: Final = re.compile(r",(?=.?\Z)|(?<=.),\Z", re.DOTALL)
_GOES_ON: Final = re.compile(r".?\s?(?:[a-z]|I\b)", re.DOTALL)


def join_halves(kb: KnowledgeBase, text: str) -> str:
    """Return a text in which each quotation that is split stands whole before who said it."""
    places = place_quotations(text)
    pairs = [pair for pair in pairwise(places) if _may_be_halves(text, *pair)][:_TRIED]
    for (start, middle), (next_start, end) in reversed(pairs):
        first, second = text[start:middle], text[next_start:end]
        joined = _join(kb, first, second)
        if joined:
            said = text[middle:next_start].strip(" ,")
            text = f"{text[:start]}{joined} {said}{text[end:]}"
    return text


def _may_be_halves(text: str, one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Return whether a comma ends the first, one verb of speech follows, and the other goes on."""
    between = text[one[1] : other[0]]
    if len(between) > _LONGEST or not _BETWEEN.fullmatch(between):
        return False
    ends = between.startswith(",") or _COMMA.search(text[slice(*one)])
    goes_on = _GOES_ON.match(text, *other)
    return bool(ends and goes_on) and len(_SAYS.findall(between)) == 1


def _join(kb: KnowledgeBase, first: str, second: str) -> str | None:
    """Return both halves between the marks of the first, if an article prints them in one piece."""
    for comma in ("", ","):
        joined = f"{_COMMA.sub('', first)[:-1]}{comma} {second[1:]}"
        words = next(iter(read_quotations(joined)), "")
        if words and _is_printed(kb, words):
            return joined
    return None


def _is_printed(kb: KnowledgeBase, words: str) -> bool:
    try:
        with allow(_TO_FIND):
            found = verify_quote(kb, words)
    except OutOfStepsError:
        return False
    comparison = found.comparison
    return comparison.verdict in PRINTED and comparison.quote_count == 1 and not found.parts
