"""Pairs of quotation marks in words as typed: of every kind, nested, stray, or never closed.

An article's marks are paired by its paragraphs and sentences (`quotation_marks.quotations`). A
message has neither, and mixes kinds of marks: each is closed by one of its own kind, and what is
never closed goes on to the end.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, Final, NamedTuple

from knowledge.text.mixed_marks import make_curly
from knowledge.text.quotation_marks import TYPED_PAIRS
from knowledge.text.work_budget import spend_once

if TYPE_CHECKING:
    from collections.abc import Iterator

_ALIKE: Final = frozenset('"”＂')  # these open and close: which of the two, their neighbors say
_CLOSING: Final = frozenset('"”»›」』＂')
_MARK: Final = re.compile(f"[{''.join({*TYPED_PAIRS, *''.join(TYPED_PAIRS.values())})}]")
_ANY_MARK: Final = re.compile(rf"{_MARK.pattern}|['‘’`,]")
_KEPT: Final = 512  # texts whose pairs are kept: each line of a message is gone through many times
_LONGEST_KEPT: Final = 12_000  # characters of one: a composer in Slack takes no more
_SINGLES: Final = frozenset("'‘’`,")
_NESTED: Final = 5  # pairs of single marks within one, at most
_WORD: Final = re.compile(r"\w")
# A single mark between letters is an apostrophe; the last before the next opening one closes.
_SINGLE: Final = re.compile(r"(?<!\w)['‘](?=[^\s'’])")
_SINGLE_REOPENED: Final = re.compile(r"(?<!\w)['‘]\w")
_SINGLE_CLOSED: Final = re.compile(r"(?<=\S)['’](?!\w)")


class MarkedWords(NamedTuple):
    """Words between marks: the offsets of the marks' outer edges, and the words."""

    start: int
    end: int
    words: str
    closed: bool = True


def typed_pairs(text: str) -> tuple[MarkedWords, ...]:
    """Return the outermost pairs; single marks count where there are no others."""
    if not _ANY_MARK.search(text):  # most words that are looked at have none
        return ()
    pairs, marks = (_kept_pairs if len(text) <= _LONGEST_KEPT else _list_pairs)(text)
    spend_once(text, 2 * marks)
    return pairs


def _list_pairs(text: str) -> tuple[tuple[MarkedWords, ...], int]:
    """Return the pairs, and how many double marks were gone through for them."""
    curly = make_curly(text)
    found = tuple(_find_double_marked(curly)) or tuple(_find_single_marked(text))
    both = found if curly == text else tuple(_with_both(text, pair) for pair in found)
    return both, len(_MARK.findall(text))


_kept_pairs = lru_cache(_KEPT)(_list_pairs)


def _with_both(text: str, pair: MarkedWords) -> MarkedWords:
    """Return a pair with the other half of marks that were typed as two single ones."""
    start, end = pair.start, pair.end
    opens_twice = text[start : start + 1] in _SINGLES and text[start - 1 : start] in _SINGLES
    closes_twice = text[end - 1 : end] in _SINGLES and text[end : end + 1] in _SINGLES
    twice = opens_twice or closes_twice
    words = pair.words if twice else text[start + 1 : end - pair.closed]
    return pair._replace(start=start - opens_twice, end=end + closes_twice, words=words)


def _find_single_marked(text: str) -> Iterator[MarkedWords]:
    reopened = [*_list_starts(_SINGLE_REOPENED, text), len(text)]
    closed, at = _list_starts(_SINGLE_CLOSED, text), 0
    for start in _list_starts(_SINGLE, text):
        if start < at:
            continue
        next_one = min(bisect_right(reopened, start), len(reopened) - 1)
        last = bisect_left(closed, reopened[next_one]) - 1
        end = closed[last] if last >= 0 else 0
        if end <= start and text[start] == "‘":
            end = _find_outer_end(reopened[next_one:], closed, start)
        if end > start + 1:
            yield MarkedWords(start, end + 1, text[start + 1 : end])
            at = end + 1


def _find_outer_end(reopened: list[int], closed: list[int], start: int) -> int:
    """Return where a mark closes that is opened again before; 0 where it does not.

    It is the last place before the next opening by which all of them are closed.
    """
    depth, at = 1, bisect_right(closed, start)
    for limit in reopened[1 : 1 + _NESTED]:
        end = bisect_left(closed, limit)
        depth += 1
        if end - at >= depth:
            return closed[end - 1]
        depth, at = depth - (end - at), end
    return 0


def _list_starts(pattern: re.Pattern[str], text: str) -> list[int]:
    return [match.start() for match in pattern.finditer(text)]


def _find_double_marked(text: str) -> Iterator[MarkedWords]:
    pairing, at = _Pairing(text), 0
    for start in pairing.list_openings():
        if start >= at:
            end = pairing.find_closing(start)
            closed = end < len(text)
            yield MarkedWords(start, end + closed, text[start + 1 : end], closed)
            at = end + 1


class _Pairing:
    """The double marks of a text; each kind is gone through once, however many of it there are."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._places = _list_starts(_MARK, text)
        self._ends: dict[str, dict[int, int]] = {}

    def list_openings(self) -> list[int]:
        """Return the marks that may open; a word follows each."""
        places = reversed(range(len(self._text))) if self._places else ()
        last_word = next((i for i in places if _WORD.match(self._text, i)), -1)
        found = (i for i in self._places if i < last_word and self._text[i] in TYPED_PAIRS)
        return [i for i in found if not _is_stray(self._text, i)]

    def find_closing(self, start: int) -> int:
        """Return where a mark closes; where it never does, at another's closing, or at the end."""
        mark = self._text[start]
        if mark not in self._ends:
            self._ends[mark] = dict(self._list_ends(mark))
        return self._ends[mark][start]

    def _list_ends(self, mark: str) -> Iterator[tuple[int, int]]:
        """Yield where each mark of a kind closes: at the next place that lies less deep."""
        others = _CLOSING - set(TYPED_PAIRS[mark])
        depths = list(accumulate(_step(self._text, i, mark) for i in self._places))
        nearest: dict[int, int] = {}
        other = end = len(self._text)
        for place, depth in zip(reversed(self._places), reversed(depths), strict=True):
            if self._text[place] == mark:
                yield place, nearest.get(depth - 1, other if depth == depths[-1] else end)
            nearest[depth] = place
            if self._text[place] in others:
                other = place


def _step(text: str, at: int, mark: str) -> int:
    """Return by how much a mark leads deeper into nested quotations of a kind."""
    if text[at] == mark and _opens_within(text, at):
        return 1
    return -1 if text[at] in TYPED_PAIRS[mark] and not _reopens(text, at) else 0


def _is_stray(text: str, at: int) -> bool:
    """Return whether a mark closes nothing: 'no time" he said'."""
    follows = text[at + 1 : at + 2]
    return text[at] in _ALIKE and at > 0 and not text[at - 1].isspace() and not follows.isalnum()


def _opens_within(text: str, at: int) -> bool:
    before, after = text[max(at - 1, 0) : at], text[at + 1 : at + 2]
    opens = text[at] not in _ALIKE or (not before.isalnum() and before not in ".,!?;:…'’)")
    return opens and bool(after.strip()) and not _reopens(text, at)


def _reopens(text: str, at: int) -> bool:
    """Return whether a mark opens a further paragraph of the same quotation."""
    first = at
    while first and text[first - 1].isspace():
        first -= 1
    return "\n" in text[first:at] and bool(text[at + 1 : at + 2].strip())
