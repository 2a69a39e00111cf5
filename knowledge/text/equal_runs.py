"""The stretch of two wordings in which they are most alike, out of the runs that both have."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_STRAY = 0.5  # of a shared word that each word between two runs costs


class EqualRun(NamedTuple):
    """So many words in both: from where in those asked for, and from where in those printed."""

    asked: int
    printed: int
    size: int


def count_printed_between(before: EqualRun, run: EqualRun) -> int:
    return run.printed - before.printed - before.size


def choose_stretch(
    runs: Sequence[EqualRun], between: Callable[[EqualRun, EqualRun], int] = count_printed_between
) -> Sequence[EqualRun]:
    """Return the neighbouring runs that hold the most words with the fewest `between` them.

    A stray "the" far off joins no stretch.
    """
    best, kept, first, score = 0.0, (0, 0), 0, 0.0
    for i, run in enumerate(runs):
        lost = _STRAY * between(runs[i - 1], run) if i else 0.0
        if score < lost:
            first, score, lost = i, 0.0, 0.0
        score += run.size - lost
        if score > best:
            best, kept = score, (first, i + 1)
    return runs[kept[0] : kept[1]]
