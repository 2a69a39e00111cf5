"""Pointing at words of an article: by their numbers, or by typing them as they are printed."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from knowledge.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

Runs = list[tuple[int, int]]  # the first and the last index of each run of words

_RANGE: Final = re.compile(r"(\d+)(?:\s*-\s*(\d+))?")
_NUMBERS: Final = re.compile(r"[\d\s,-]*\d[\d\s,-]*")
_TO: Final = re.compile(r"\s*(?:\.\.\.|\[\.\.\.\])\s*")  # the folded …
_MARKS: Final = "\"'.,;:!?()[]«»"
_HOW: Final = "Type the numbers of words, such as 3-9, or the words as printed"
_FEW: Final = 2  # letters; a single one is a key that was meant for another prompt


def number_words(words: Sequence[str]) -> str:
    return " ".join(f"{word}({i})" for i, word in enumerate(words, start=1))


def read_pointing(typed: str, words: Sequence[str], parts: int = 1) -> Runs | str:
    """Return the runs of words that are pointed at, or what is wrong with what was typed.

    The words of one run can be typed too, or its first and last ones: "The river … share".
    """
    if _NUMBERS.fullmatch(typed):
        runs = [(int(a) - 1, int(b or a) - 1) for a, b in _RANGE.findall(typed)]
        return _find_fault(runs, len(words), parts) or runs
    if len(typed) < _FEW:
        return f"{_HOW}. Enter alone goes back."
    return _find_typed(typed, [_bare(word) for word in words])


def _find_fault(runs: Runs, count: int, parts: int) -> str | None:
    """Return what is wrong with numbers of words."""
    if len(runs) > parts:
        return f"Give at most {parts} {'run' if parts == 1 else 'runs'} of words."
    if not all(0 <= number < count for run in runs for number in run):
        return f"The words have the numbers 1 to {count}."
    if any(a > b for a, b in runs) or any(a[1] >= b[0] for a, b in pairwise(runs)):
        return "Give the numbers in the order of the words, the lower one first."
    return None


def _find_typed(typed: str, words: list[str]) -> Runs | str:
    first, *last = [list(filter(None, map(_bare, part.split()))) for part in _TO.split(fold(typed))]
    starts = _find_places(first, words)
    found = [(at, at + len(first) - 1) for at in starts]
    if last:
        ends = [at + len(last[-1]) - 1 for at in _find_places(last[-1], words)]
        found = [(at, end) for at in starts if (end := next((e for e in ends if e >= at), None))]
    if not found:
        return f'"{typed}" is not printed here. {_HOW}.'
    if len(found) > 1:
        places = ", ".join(f"{a + 1}-{b + 1}" for a, b in found)
        return f'"{typed}" is printed {len(found)} times here. Choose one by its numbers: {places}.'
    return found


def _find_places(wanted: list[str], words: list[str]) -> list[int]:
    size = len(wanted)
    return [i for i in range(len(words) - size + 1) if size and words[i : i + size] == wanted]


def _bare(word: str) -> str:
    return fold(word).casefold().strip(_MARKS).removesuffix("'s")
