"""Pairs of quotation marks in words as typed: of every kind, nested, stray, or never closed.

An article's marks are paired by its paragraphs and sentences (`quotation_marks.quotations`). A
message has neither, and mixes kinds of marks: each is closed by one of its own kind, and what is
never closed goes on to the end.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from knowledge.text.quotation_marks import TYPED_PAIRS

if TYPE_CHECKING:
    from collections.abc import Iterator

_ALIKE: Final = frozenset('"”＂')  # these open and close: which of the two, their neighbors say
_CLOSING: Final = frozenset('"”»›」』＂')
# A single mark between letters is an apostrophe; the last before the next opening one closes.
_SINGLE: Final = re.compile(
    r"(?<!\w)['‘](?=[^\s'’])((?:(?!(?<!\w)['‘]\w).)+)(?<=\S)['’](?!\w)", re.DOTALL
)


class MarkedWords(NamedTuple):
    """Words between marks: the offsets of the marks' outer edges, and the words."""

    start: int
    end: int
    words: str
    closed: bool = True


def typed_pairs(text: str) -> Iterator[MarkedWords]:
    """Yield the outermost pairs; single marks count where there are no others."""
    yield from (found := list(_find_double_marked(text)))
    if not found:
        yield from (MarkedWords(*m.span(), m[1]) for m in _SINGLE.finditer(text))


def _find_double_marked(text: str) -> Iterator[MarkedWords]:
    at = 0
    while (start := _find_opening(text, at)) is not None:
        end = _find_closing(text, start)
        closed = end < len(text)
        yield MarkedWords(start, end + closed, text[start + 1 : end], closed)
        at = end + 1


def _find_opening(text: str, at: int) -> int | None:
    found = (i for i in range(at, len(text)) if text[i] in TYPED_PAIRS)
    return next((i for i in found if re.search(r"\w", text[i:]) and not _is_stray(text, i)), None)


def _is_stray(text: str, at: int) -> bool:
    """Return whether a mark closes nothing: 'no time" he said'."""
    follows = text[at + 1 : at + 2]
    return text[at] in _ALIKE and at > 0 and not text[at - 1].isspace() and not follows.isalnum()


def _find_closing(text: str, start: int) -> int:
    """Return where the mark closes; where it never does, at another's closing, or at the end."""
    closing, depth = TYPED_PAIRS[text[start]], 0
    for i in range(start + 1, len(text)):
        if text[i] == text[start] and _opens_within(text, i):
            depth += 1
        elif text[i] in closing and not _reopens(text, i):
            if depth == 0:
                return i
            depth -= 1
    others = (i for i in range(start + 1, len(text)) if text[i] in _CLOSING - set(closing))
    return next(others, len(text)) if depth == 0 else len(text)


def _opens_within(text: str, at: int) -> bool:
    before, after = text[at - 1], text[at + 1 : at + 2]
    opens = text[at] not in _ALIKE or (not before.isalnum() and before not in ".,!?;:…'’)")
    return opens and bool(after.strip()) and not _reopens(text, at)


def _reopens(text: str, at: int) -> bool:
    """Return whether a mark opens a further paragraph of the same quotation."""
    before = text[:at].rstrip()
    return "\n" in text[len(before) : at] and bool(text[at + 1 : at + 2].strip())
