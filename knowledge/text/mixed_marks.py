"""Quotation marks of mixed kinds, as keyboards and wires type them, made curly: “…", "…”, ''…''."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from knowledge.text.quotation_marks import TYPED_PAIRS

if TYPE_CHECKING:
    from collections.abc import Sequence

_MIXED: Final = re.compile('["“”„‟]')
# Two single marks are one double mark; the letters of a word stand on one side of it alone.
_OPENING_TWICE: Final = re.compile(r"(?<![\w'‘’`])(?:''|‘‘|``|,,)(?=[^\s'‘’`])")
_CLOSING_TWICE: Final = re.compile(r"(?<=[^\s'‘’`])(?:''|’’)(?![\w'‘’`])")
_POINTED: Final = re.compile("[»«›‹]")
_POINTING_IN: Final = "»›"
_TURNED: Final = str.maketrans("»«›‹", "“”“”")
_BEFORE_OPENING: Final = re.compile(r"[\s(\[{/—–:-]")


def make_curly(text: str) -> str:
    """Return text of the same length in which marks that pair by their places pair by their kind.

    Text whose marks nest, or pair by their kind already, is returned as it is.
    """
    return _pair_mixed(_join_twice(_turn_around(text)))


def _turn_around(text: str) -> str:
    """Write marks that point at their words, »…«, as those that point away from them."""
    first = _POINTED.search(text)
    if first is None or first[0] not in _POINTING_IN or not _opens(text, first.start()):
        return text
    return text.translate(_TURNED)


def _join_twice(text: str) -> str:
    """Write two single marks that open, or close, as a double one beside a space."""
    if len(_OPENING_TWICE.findall(text)) != len(_CLOSING_TWICE.findall(text)):
        return text
    return _CLOSING_TWICE.sub("” ", _OPENING_TWICE.sub(" “", text))


def _pair_mixed(text: str) -> str:
    places = [found.start() for found in _MIXED.finditer(text)]
    if len(places) % 2 or not places or not _alternate(text, places):
        return text
    pairs = list(pairwise(places))[::2]
    if all(text[last] in TYPED_PAIRS[text[first]] for first, last in pairs):
        return text
    curly = list(text)
    for first, last in pairs:
        curly[first], curly[last] = "“", "”"
    return "".join(curly)


def _alternate(text: str, places: Sequence[int]) -> bool:
    """Return whether by their places one mark opens and the next closes, throughout."""
    opens = (_opens(text, at) for at in places[::2])
    closes = (_closes(text, at) for at in places[1::2])
    return all(opens) and all(closes)


def _opens(text: str, at: int) -> bool:
    begins = at == 0 or bool(_BEFORE_OPENING.match(text[at - 1]))
    return begins and bool(text[at + 1 : at + 2].strip())


def _closes(text: str, at: int) -> bool:
    follows = text[at + 1 : at + 2]
    return not text[at - 1].isspace() and not follows.isalnum()
