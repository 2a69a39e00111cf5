"""Divide words of scripts without spaces: Hangul with its particles, Han and kana."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from knowledge.names.resolution import Name

_UNSPACED: Final = (
    "[\u1100-\u11ff\u3040-\u30ff\u3130-\u318f\u31f0-\u31ff\u3400-\u9fff\uac00-\ud7af]"
)
_HAS_UNSPACED: Final = re.compile(_UNSPACED)
# Small words that hang on a name and change nothing in a question.
_PARTICLES: Final = frozenset(
    "は が の を に へ と も で って とは について に関する に対する をめぐる における への との "
    "では には という さん 氏 "
    "은 는 이 가 의 을 를 에 에서 에게 와 과 도 로 으로 란 이란 께서 대한 대해 관한 에대한 "
    "에대해 에관한 씨".split()
)
_SHORTEST: Final = 2  # characters in a name that others stand around
_LONGEST: Final = 200  # characters that are divided


class Segment(NamedTuple):
    """Part of a word, by its offsets: a name, a small word, or neither."""

    start: int
    end: int
    names: tuple[Name, ...] = ()
    particle: bool = False


class Segmentation:
    """The names that stand in scripts without spaces."""

    def __init__(self, exact: Mapping[str, tuple[Name, ...]]) -> None:
        self._names = {key: names for key, names in exact.items() if _HAS_UNSPACED.search(key)}
        self._longest = max(map(len, self._names), default=0)

    def divide(self, word: str) -> list[Segment]:
        """Return the parts of a folded word, or nothing where no name is among them."""
        if not self._names or len(word) > _LONGEST or not _HAS_UNSPACED.search(word):
            return []
        found = list(self._names_in(word))
        return list(_with_the_rest(word, found)) if found else []

    def _names_in(self, word: str) -> Iterator[Segment]:
        """Yield the names from the left, the longest at each place."""
        start = 0
        while start < len(word):
            end = self._end(word, start)
            if end:
                yield Segment(start, end, self._names[word[start:end]])
            start = end or start + 1

    def _end(self, word: str, start: int) -> int:
        for end in range(min(len(word), start + self._longest), start, -1):
            if self._stands(word, start, end):
                return end
        return 0

    def _stands(self, word: str, start: int, end: int) -> bool:
        """Return whether a name stands there; a generated or short one must be all there is."""
        names = self._names.get(word[start:end])
        if not names:
            return False
        alone = not start and (end == len(word) or word[end:] in _PARTICLES)
        return alone or (end - start >= _SHORTEST and not all(name.generated for name in names))


def _with_the_rest(word: str, found: list[Segment]) -> Iterator[Segment]:
    """Yield what is between the names too: a small word, or what was not understood."""
    at = 0
    for segment in found:
        if at < segment.start:
            yield _rest(word, at, segment.start)
        yield segment
        at = segment.end
    if at < len(word):
        yield _rest(word, at, len(word))


def _rest(word: str, start: int, end: int) -> Segment:
    return Segment(start, end, particle=word[start:end] in _PARTICLES)
