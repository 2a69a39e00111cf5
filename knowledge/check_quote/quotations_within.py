"""The quotations within printed narration in which the words asked about stand."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from knowledge.check_quote.wording_comparison import WordingComparison

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


_OPENS = re.compile(r"^[\W_]*[“\"„«]")
_CLOSES = re.compile(r"[”\"»][\W_]*$")
_FEW = 2  # words of a longer quotation that stand in it not only by chance


class QuotationsWithin(NamedTuple):
    """How many quotations hold asked words, what is printed between these, and whether all do."""

    number: int = 0
    between: tuple[str, ...] = ()
    whole: bool = False


def has_quotation(printed: str) -> bool:
    """Return whether printed words have a mark of a quotation."""
    return _any_mark(printed.split())


def find_quotations_within(asked: str, printed: str) -> QuotationsWithin:
    """Return the quotations of a printed passage in which words stand that were asked about."""
    compared = WordingComparison(asked, printed)
    same = {number for side in compared.list_same_but_for_marks() for number in side.printed}
    places = [q for q in _find_quotations(compared.printed) if _is_asked(q, same)]
    gaps = (range(one.stop, other.start) for one, other in pairwise(places))
    between = tuple(_join(compared.printed, gap) for gap in gaps if gap)
    inside = {number for place in places for number in place}
    return QuotationsWithin(len(places), between, whole=same <= inside)


def _is_asked(quotation: range, same: set[int]) -> bool:
    return len(same.intersection(quotation)) >= min(_FEW, len(quotation))


def _find_quotations(words: Sequence[str]) -> Iterator[range]:
    """Yield where the quotations stand, one that began before the first word among them."""
    first: int | None = None
    for number, word in enumerate(words):
        closes, opens = _CLOSES.search(word), _OPENS.search(word)
        if opens and first is None:
            first = number
        if closes and (first is not None or number == 0 or not _any_mark(words[:number])):
            yield range(first or 0, number + 1)
            first = None
    if first is not None:
        yield range(first, len(words))


def _any_mark(words: Sequence[str]) -> bool:
    return any(_OPENS.search(word) or _CLOSES.search(word) for word in words)


def _join(words: Sequence[str], numbers: range) -> str:
    return " ".join(words[numbers.start : numbers.stop]).strip(" ,.")
