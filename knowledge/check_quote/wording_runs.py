"""The runs of words that are the same, or not, in two wordings beside each other."""

from __future__ import annotations

from collections import Counter
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import count, groupby
from typing import TYPE_CHECKING, NamedTuple

from knowledge.check_quote import ellipsis
from knowledge.check_quote.folded_wording import Wording, fold_spelling, join_words
from knowledge.kb.quote_index import inner
from knowledge.text.article_text import fold
from knowledge.text.english.question_words import SMALL_WORDS
from knowledge.text.equal_runs import EqualRun, choose_stretch, count_printed_between
from knowledge.text.same_words import are_same_words, write_key
from knowledge.text.work_budget import spend

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_BEFORE, _AFTER = "\"'([", "\"')],.;:?!"
_NEAR = 5  # printed words that may stand between a contraction and what follows it
_WRITTEN_OUT = 3  # words of a contraction, at most
_REPLACED = 3  # words at an end that may replace as many others; more replace none
_PER_PAIR = 2  # steps that difflib takes for a word in both: it looks at some of them again


class RunKind(StrEnum):
    """How the asked words and the printed words of one run relate.

    `LEFT_OUT` words are printed before, after, or where the asker has an ellipsis. `NOT_HELD`
    words are asked where our record has a cut, so that nothing says whether they are printed.
    """

    SAME = "same"
    DIFFERS = "differs"
    LEFT_OUT = "left_out"
    NOT_HELD = "not_held"


class WordingRun(NamedTuple):
    """Words as asked and as printed, either of which may be none; by their numbers."""

    how: RunKind
    asked: range
    printed: range


class WordingAlignment:
    """Words asked for along printed ones; `cut` says that […] in these is our record's.

    `open_` says that this record is of a sentence, and holds nothing of what is printed around it.
    """

    def __init__(self, ours: Wording, theirs: Wording, *, cut: bool, open_: bool) -> None:
        self._ours, self._theirs = ours, theirs
        self.asked, self.printed = ours.words, theirs.words
        self._cut, self._open = cut, open_

    def has_cut(self, numbers: range) -> bool:
        return self._cut and any(
            map(ellipsis.is_cut, self._theirs.words[numbers.start : numbers.stop])
        )

    def list_runs(self) -> Iterator[WordingRun]:
        """Yield the runs of the most similar stretch, and what stands around it."""
        runs = self._find_equal_runs()
        first, last = self._find_edges(runs)
        yield WordingRun(RunKind.LEFT_OUT, range(0), range(first))
        asked, printed = 0, first
        for run in (*runs, EqualRun(len(self.asked), last, 0)):
            yield from self._classify(range(asked, run.asked), range(printed, run.printed))
            yield from self._part_at_marks(run)
            asked, printed = run.asked + run.size, run.printed + run.size
        yield WordingRun(RunKind.LEFT_OUT, range(0), range(last, len(self.printed)))

    def _find_equal_runs(self) -> Sequence[EqualRun]:
        ours, theirs = self._ours.bare_keys, self._theirs.bare_keys
        spend(_PER_PAIR * _count_pairs(ours, theirs))
        found = SequenceMatcher(None, ours, theirs, autojunk=False).get_matching_blocks()
        runs = choose_stretch([EqualRun(*block) for block in found if block.size], self._count_lost)
        return list(self._extend_to_edges(runs))

    def _part_at_marks(self, run: EqualRun) -> Iterator[WordingRun]:
        """Yield the runs of words that are the same with and without the marks of a quotation."""
        pairs = zip(range(run.asked, run.asked + run.size), count(run.printed), strict=False)
        for same, group in groupby(pairs, lambda pair: self._is_marked_alike(*pair)):
            (asked, printed), *more = group
            size = 1 + len(more)
            how = RunKind.SAME if same else RunKind.DIFFERS
            yield WordingRun(how, range(asked, asked + size), range(printed, printed + size))

    def _is_marked_alike(self, asked: int, printed: int) -> bool:
        if self._ours.keys[asked] == self._theirs.keys[printed]:
            return True
        return asked in {0, len(self.asked) - 1} and self._is_bare(asked, printed)

    def _extend_to_edges(self, runs: Sequence[EqualRun]) -> Iterator[EqualRun]:
        """Extend the runs to a first and last word that only a mark or comma keeps apart."""
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
        return fold_spelling(inner(self.asked[asked])) == fold_spelling(
            word.lstrip(_BEFORE) if asked == 0 else word.rstrip(_AFTER)
        )

    def _count_lost(self, before: EqualRun, run: EqualRun) -> int:
        """Count the printed words that no ellipsis accounts for.

        An aside that the asker left out parts no words that are asked and printed in one order.
        """
        asked = self.asked[before.asked + before.size : run.asked]
        if any(map(ellipsis.is_mark, asked)):
            return 0
        lost = count_printed_between(before, run)
        if lost and len(asked) > 1 and self._follows_contraction(run):
            lost -= 1
        size = before.size + self._count_but_for_marks(before)
        if size < before.size + len(asked) or not self._are_phrases((before.asked, size), run):
            return lost
        return min(lost, size, run.size)

    def _follows_contraction(self, run: EqualRun) -> bool:
        """Return whether one printed word before a run is two asked ones: "won't", "will not".

        So is "cannot" of "can not".
        """
        asked, printed = range(run.asked - 2, run.asked), range(run.printed - 1, run.printed)
        if min(asked.start, printed.start) < 0:
            return False
        first, word = fold(self.asked[asked.start]), fold(self.printed[printed.start])
        return ("'" in word or word.startswith(first)) and self._is_same(asked, printed)

    def _count_but_for_marks(self, run: EqualRun) -> int:
        """Return how many words go on a run that differ in a mark alone: "Grell" and "Grell,"."""
        asked, printed = run.asked + run.size, run.printed + run.size
        if max(asked - len(self.asked), printed - len(self.printed)) >= 0:
            return 0
        ours, theirs = (fold(w[i]) for w, i in ((self.asked, asked), (self.printed, printed)))
        return int(ours.rstrip(_AFTER) == theirs.rstrip(_AFTER))

    def _are_phrases(self, before: tuple[int, int], run: EqualRun) -> bool:
        """Return whether both runs are of several words, and some of them carry meaning."""
        spans = [before, (run.asked, run.size)]
        words = [self._ours.keys[first : first + size] for first, size in spans]
        return all(len(some) > 1 and not SMALL_WORDS.issuperset(some) for some in words)

    def _find_edges(self, runs: Sequence[EqualRun]) -> tuple[int, int]:
        """Return where in the print the asked words begin and end."""
        if not runs:
            return 0, len(self.printed)
        first, last = runs[0].printed, runs[-1].printed + runs[-1].size
        before, after = runs[0].asked, len(self.asked) - runs[-1].asked - runs[-1].size
        if before:
            cut = self.has_cut(range(first - 1, first))
            same = self._find_written_out(range(before), first)
            if self._follows_contraction(runs[0]):
                before -= 1
            first = (
                same if same is not None else first - (1 if cut else _count_replaced(before, first))
            )
        if after:
            cut = self.has_cut(range(last, last + 1))
            after -= self._is_split(range(len(self.asked) - after, len(self.asked)), last)
            last += 1 if cut else self._count_replaced_at_end(after, last)
        return first, last

    def _count_replaced_at_end(self, asked: int, last: int) -> int:
        """Return how many printed words the last asked ones replace, up to the one both end with.

        Of "at this time" and "at the present time" that is "time".
        """
        reach = last + asked + _REPLACED
        near = self._theirs.keys[last:reach] if 1 < asked <= _REPLACED else []
        end = self._ours.keys[-1]
        return (
            near.index(end) + 1 if end in near else _count_replaced(asked, len(self.printed) - last)
        )

    def _find_written_out(self, asked: range, end: int) -> int | None:
        """Return where the first asked words are printed, one of them with its contraction open."""
        if not any("'" in fold(self.asked[i]) for i in asked):
            return None
        starts = range(max(0, end - _NEAR), end)
        return next(
            (at for at in reversed(starts) if self._count_same(asked, range(at, end))), None
        )

    def _count_same(self, asked: range, printed: range) -> int:
        """Return how many of the first printed words are the first asked word, written out."""
        if not (asked and printed and "'" in fold(self.asked[asked.start])):
            return 0
        first, longest = range(asked.start, asked.start + 1), min(_WRITTEN_OUT, len(printed))
        sizes = range(2, longest + 1)
        return next((n for n in sizes if self._is_same(first, printed[:n])), 0)

    def _is_split(self, asked: range, printed: int) -> bool:
        """Return whether the first two asked words are one printed one: "can not", "cannot"."""
        inside = len(asked) > 1 and printed < len(self.printed)
        return inside and self._is_same(asked[:2], range(printed, printed + 1))

    def _classify(self, asked: range, printed: range) -> Iterator[WordingRun]:
        """Yield the runs of words that are not the same, classified."""
        marks = [i for i in asked if ellipsis.is_mark(self.asked[i])]
        cuts = [i for i in printed if self.has_cut(range(i, i + 1))]
        if marks and len(marks) == len(asked) and self._are_marks(printed):
            yield WordingRun(RunKind.SAME, asked, printed)
        elif len(marks) == len(asked) and (marks or len(cuts) == len(printed)):
            yield WordingRun(RunKind.LEFT_OUT, asked, printed)
        elif cuts and asked:
            at = cuts[0]
            yield WordingRun(RunKind.DIFFERS, range(0), range(printed.start, at))
            yield WordingRun(RunKind.NOT_HELD, asked, range(at, at + 1))
            yield WordingRun(RunKind.DIFFERS, range(0), range(at + 1, printed.stop))
        elif self._open and not printed and printed.start in {0, len(self.printed)}:
            yield WordingRun(RunKind.NOT_HELD, asked, printed)
        elif self._is_same(asked, printed):
            yield WordingRun(RunKind.SAME, asked, printed)
        elif size := self._count_same(asked, printed):
            yield WordingRun(RunKind.SAME, asked[:1], printed[:size])
            yield from self._classify(asked[1:], printed[size:])
        elif printed and self._is_split(asked, printed.start):
            yield WordingRun(RunKind.SAME, asked[:2], printed[:1])
            yield from self._classify(asked[2:], printed[1:])
        else:
            yield WordingRun(RunKind.DIFFERS, asked, printed)

    def _are_marks(self, printed: range) -> bool:
        """Return whether nothing is printed but the article's own ellipsis."""
        words = self.printed[printed.start : printed.stop]
        return bool(words) and all(map(ellipsis.is_mark, words)) and not self.has_cut(printed)

    def _is_same(self, asked: range, printed: range) -> bool:
        """Return whether the words are the same in another writing: "isn't" is "is not"."""
        ours, theirs = join_words(self.asked, asked), join_words(self.printed, printed)
        pair = fold(ours), fold(theirs)
        if not (asked and printed) or (
            asked.stop < len(self.asked) and write_key(ours) != write_key(theirs)  # a mark inside
        ):
            return False
        return are_same_words(*pair, one_case=self._ours.is_one_case)


def _count_replaced(asked: int, printed: int) -> int:
    """Return how many printed words beyond the stretch the asked words beyond it replace."""
    return min(asked, printed) if min(asked, printed) <= _REPLACED else 0


def _count_pairs(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many words of the one and of the other are the same, each with each."""
    known = Counter(other)
    return len(one) + len(other) + sum(known[word] for word in one)
