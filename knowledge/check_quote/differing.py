"""Two wordings side by side: what is the same, what differs, and what one of them leaves out."""

from __future__ import annotations

from difflib import SequenceMatcher
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from knowledge.check_quote import ellipsis, turns
from knowledge.check_quote.verdict import Comparison, Difference, Verdict
from knowledge.kb.quote_index import inner
from knowledge.text.article_text import fold
from knowledge.text.stretch import EqualRun, alike, printed_between

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from knowledge.check_quote.verdict import Turn

_MARK = "..."  # what all marks of words left out are compared as
_BEFORE, _AFTER = "\"'([", "\"')],.;:?!"
_REPLACED = 3  # words at an end that may stand for as many others; more stand for none


class How(StrEnum):
    """How words asked for and words printed in their place go together.

    `LEFT_OUT` words are printed before, after, or where the asker has an ellipsis. `NOT_HELD`
    words are asked where our record has a cut, so that nothing says whether they are printed.
    """

    SAME = "same"
    DIFFERS = "differs"
    LEFT_OUT = "left_out"
    NOT_HELD = "not_held"


class WordingSide(NamedTuple):
    """Words as asked and as printed, either of which may be none; by their numbers."""

    how: How
    asked: range
    printed: range


class Wordings:
    """Words asked for beside printed ones; `cut` says that […] in these is our record's.

    `open_` says that this record is of a sentence, and holds nothing of what is printed around it.
    """

    def __init__(self, asked: str, printed: str, *, cut: bool = False, open_: bool = False) -> None:
        self.asked, self.printed = _trimmed(ellipsis.split(asked)), ellipsis.split(printed)
        self._cut, self._open = cut, open_
        self.sides = [side for side in self._sides() if side.asked or side.printed]

    def runs(self) -> Iterator[tuple[How, str, str]]:
        """Yield the words of each run, as typed and as printed."""
        for how, asked, printed in self.sides:
            yield how, _words(self.asked, asked), _words(self.printed, printed)

    def comparison(self) -> Comparison:
        """Return what differs, and what of it turns a sentence."""
        of = {how: [side for side in self.sides if side.how is how] for how in How}
        changes = [
            Difference(asked=_words(self.asked, asked), printed=_words(self.printed, printed))
            for _, asked, printed in of[How.DIFFERS]
        ]
        inside = [s for s in of[How.LEFT_OUT] if s not in {self.sides[0], self.sides[-1]}]
        return Comparison(
            verdict=Verdict.DIFFERS if changes or not of[How.NOT_HELD] else Verdict.NOT_PROVED,
            differences=tuple(changes),
            left_out=tuple(
                self._left_out(side) for side in of[How.LEFT_OUT] if self._left_out(side)
            ),
            unproved_words=tuple(_words(self.asked, side.asked) for side in of[How.NOT_HELD]),
            unrecorded_gap=any(self._has_cut(side.printed) for side in inside),
            meaning_changes=(*self._changed(of[How.DIFFERS]), *self._lost(of[How.LEFT_OUT])),
        )

    def _left_out(self, side: WordingSide) -> str:
        return " ".join(w for w in self._at(side.printed) if not (self._cut and ellipsis.is_cut(w)))

    def _changed(self, sides: Sequence[WordingSide]) -> Iterator[Turn]:
        """Look at whole words of both sides: "as long as" turns, and "long" alone does not."""
        for _, asked, printed in sides:
            ours, theirs = turns.within(self.asked, asked), turns.within(self.printed, printed)
            yield from turns.changed(ours, theirs)

    def _lost(self, sides: Sequence[WordingSide]) -> Iterator[Turn]:
        for side in sides:
            yield from turns.left_out(self._left_out(side))

    def _at(self, numbers: range) -> list[str]:
        return self.printed[numbers.start : numbers.stop]

    def _has_cut(self, numbers: range) -> bool:
        return self._cut and any(map(ellipsis.is_cut, self._at(numbers)))

    def _sides(self) -> Iterator[WordingSide]:
        """Yield the sides of the stretch that is most alike, and what stands around it."""
        runs = self._runs()
        first, last = self._edges(runs)
        yield WordingSide(How.LEFT_OUT, range(0), range(first))
        asked, printed = 0, first
        for run in (*runs, EqualRun(len(self.asked), last, 0)):
            yield from self._between(range(asked, run.asked), range(printed, run.printed))
            asked, printed = run.asked + run.size, run.printed + run.size
            yield WordingSide(How.SAME, range(run.asked, asked), range(run.printed, printed))
        yield WordingSide(How.LEFT_OUT, range(0), range(last, len(self.printed)))

    def _runs(self) -> Sequence[EqualRun]:
        pair = _compared(self.asked), _compared(self.printed)
        found = SequenceMatcher(None, *pair, autojunk=False).get_matching_blocks()
        runs = alike([EqualRun(*block) for block in found if block.size], self._lost_between)
        return list(self._to_the_edges(runs))

    def _to_the_edges(self, runs: Sequence[EqualRun]) -> Iterator[EqualRun]:
        """Match the first and last asked word with one that the print has a mark or comma at."""
        if runs and (first := runs[0]).asked == 1 and self._is_bare(0, first.printed - 1):
            yield EqualRun(0, first.printed - 1, 1)
        yield from runs
        if runs and (end := runs[-1].asked + runs[-1].size) == len(self.asked) - 1:
            printed = runs[-1].printed + runs[-1].size
            if self._is_bare(end, printed):
                yield EqualRun(end, printed, 1)

    def _is_bare(self, asked: int, printed: int) -> bool:
        if not 0 <= printed < len(self.printed):
            return False
        word = fold(self.printed[printed])
        return inner(self.asked[asked]) == (
            word.lstrip(_BEFORE) if asked == 0 else word.rstrip(_AFTER)
        )

    def _lost_between(self, before: EqualRun, run: EqualRun) -> int:
        """Count the printed words that no ellipsis accounts for."""
        asked = self.asked[before.asked + before.size : run.asked]
        return 0 if any(map(ellipsis.is_mark, asked)) else printed_between(before, run)

    def _edges(self, runs: Sequence[EqualRun]) -> tuple[int, int]:
        """Return where in the print the asked words begin and end."""
        if not runs:
            return 0, len(self.printed)
        first, last = runs[0].printed, runs[-1].printed + runs[-1].size
        before, after = runs[0].asked, len(self.asked) - runs[-1].asked - runs[-1].size
        if before:
            cut = self._has_cut(range(first - 1, first))
            first -= 1 if cut else _reach(before, first)
        if after:
            cut = self._has_cut(range(last, last + 1))
            last += 1 if cut else _reach(after, len(self.printed) - last)
        return first, last

    def _between(self, asked: range, printed: range) -> Iterator[WordingSide]:
        """Say how words go together that are not the same."""
        marks = [i for i in asked if ellipsis.is_mark(self.asked[i])]
        cuts = [i for i in printed if self._has_cut(range(i, i + 1))]
        if len(marks) == len(asked) and (marks or len(cuts) == len(printed)):
            yield WordingSide(How.LEFT_OUT, asked, printed)
        elif cuts and asked:
            at = cuts[0]
            yield WordingSide(How.DIFFERS, range(0), range(printed.start, at))
            yield WordingSide(How.NOT_HELD, asked, range(at, at + 1))
            yield WordingSide(How.DIFFERS, range(0), range(at + 1, printed.stop))
        elif self._open and not printed and printed.start in {0, len(self.printed)}:
            yield WordingSide(How.NOT_HELD, asked, printed)
        else:
            yield WordingSide(How.DIFFERS, asked, printed)


def compare(asked: str, printed: str, *, cut: bool = False, open_: bool = False) -> Comparison:
    """Return the words that differ, and those among them that turn a sentence."""
    return Wordings(asked, printed, cut=cut, open_=open_).comparison()


def _trimmed(words: list[str]) -> list[str]:
    """Take off an ellipsis at either end: it says no more than that a sentence goes on."""
    while words and ellipsis.is_mark(words[0]):
        words = words[1:]
    while words and ellipsis.is_mark(words[-1]):
        words = words[:-1]
    return words


def _reach(asked: int, printed: int) -> int:
    """Return how many printed words beyond the stretch the asked ones beyond it stand for."""
    return min(asked, printed) if min(asked, printed) <= _REPLACED else 0


def _compared(words: Sequence[str]) -> list[str]:
    folded = [_MARK if ellipsis.is_mark(word) else fold(word) for word in words]
    return [*folded[:-1], *map(inner, folded[-1:])]


def _words(words: Sequence[str], numbers: range) -> str:
    return " ".join(words[numbers.start : numbers.stop])
