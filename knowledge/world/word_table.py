"""A sorted file of words and what is known of each, searched in place: opening parses nothing."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from knowledge.text.work_budget import spend

if TYPE_CHECKING:
    from pathlib import Path

_BLOCK: Final = 1024  # bytes that a look-up scans at most
_FOR_A_WORD: Final = 2  # steps


class WordTable:
    """Lines of "word TAB value", sorted by the bytes of the word; never changed."""

    def __init__(self, file: Path) -> None:
        self._data: Final = b"\n" + file.read_bytes()
        self._starts: Final = _line_starts(self._data)
        self._words: Final = [self._word_at(start) for start in self._starts]

    def _word_at(self, start: int) -> bytes:
        return self._data[start : self._data.index(b"\t", start)]

    def find(self, word: str) -> str:
        """Return what is known of a word, "" where nothing is."""
        spend(_FOR_A_WORD)
        sought = word.encode(errors="replace")
        block = bisect_right(self._words, sought) - 1
        if block < 0 or b"\n" in sought:
            return ""
        start = self._starts[block] - 1
        found = self._data.find(b"\n%b\t" % sought, start, start + 2 * _BLOCK + len(sought))
        if found < 0:
            return ""
        value = found + len(sought) + 2
        return self._data[value : self._data.index(b"\n", value)].decode()


def _line_starts(data: bytes) -> list[int]:
    """Return the first start of a line in each block."""
    starts = [1] if len(data) > 1 else []
    while (after := data.find(b"\n", starts[-1] + _BLOCK) + 1 if starts else 0) > 0:
        if after < len(data):
            starts.append(after)
        else:
            break
    return starts
