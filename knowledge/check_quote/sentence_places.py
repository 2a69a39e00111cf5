"""Where typed sentences, and the names in them, begin and end."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from knowledge.text.english.titles import ABBREVIATED_TITLES, FOLDED_TITLES
from knowledge.text.later_pattern import compile_later
from knowledge.text.sentence_ends import is_abbreviated

if TYPE_CHECKING:
    from collections.abc import Sequence

Place = tuple[int, int]
_NEAR: Final = 80  # characters on either side of a name that are looked at
# Typed sentences also end at a semicolon, at a line's end, and before a quotation or a bracket.
_ENDS: Final = compile_later(r"[.!?…](?=\s+[^\s\da-z]|\s*\Z)|[\n;]")


def find_sentence(text: str, quotation: Place) -> Place:
    """Return where the sentence of a quotation begins and ends."""
    ends = _list_ends(text)
    at = bisect_right(ends, quotation[0])
    return ends[at - 1] if at else 0, ends[at] if at < len(ends) else len(text)


@lru_cache(4)  # a message is asked about once for each of its quotations
def _list_ends(text: str) -> list[int]:
    return [end.end() for end in _ENDS.finditer(text) if not is_abbreviated(text, end.start())]


def join_names(text: str, names: Sequence[Place]) -> list[Place]:
    """Join names that only a space parts: "Taro" on record and "Aso" that is not are one."""
    joined: list[Place] = []
    for first, last in names:
        if joined and _is_one_name(text, joined[-1], first):
            joined[-1] = joined[-1][0], last
        else:
            joined.append((first, last))
    return joined


def _is_one_name(text: str, one: Place, other: int) -> bool:
    between, last_word = text[one[1] : other], text[slice(*one)].rpartition(" ")[2]
    titled = between == ". " and last_word.lower() in FOLDED_TITLES | ABBREVIATED_TITLES
    return titled or between in {" ", "\N{NO-BREAK SPACE}"}


def read_before(text: str, place: Place) -> str:
    """Return the words right before a place, as many as say what a name does there."""
    return text[max(0, place[0] - _NEAR) : place[0]]
