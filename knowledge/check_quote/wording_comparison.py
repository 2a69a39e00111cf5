"""The comparison of two wordings: what is the same, what differs, and what one leaves out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.check_quote import ellipsis, turning_word_search
from knowledge.check_quote.folded_wording import Wording, join_words, word_print
from knowledge.check_quote.verdict import Comparison, Difference, Verdict, differ_in_quotation_marks
from knowledge.check_quote.wording_runs import RunKind, WordingAlignment, WordingRun
from knowledge.text.article_text import fold
from knowledge.text.same_words import list_variants

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from knowledge.check_quote.verdict import MeaningChange


class WordingComparison:
    """Words asked for beside printed ones; `cut` says that […] in these is our record's.

    `open_` says that this record is of a sentence, and holds nothing of what is printed around it.
    """

    def __init__(
        self, asked: str | Wording, printed: str, *, cut: bool = False, open_: bool = False
    ) -> None:
        self._ours = Wording.of_asker(asked) if isinstance(asked, str) else asked
        self._theirs = word_print(printed)
        self.asked, self.printed = self._ours.words, self._theirs.words
        self._cut = cut
        self._alignment = WordingAlignment(self._ours, self._theirs, cut=cut, open_=open_)
        self.sides = [run for run in self._alignment.list_runs() if run.asked or run.printed]

    def list_runs(self) -> Iterator[tuple[RunKind, str, str]]:
        """Yield the words of each run, as typed and as printed."""
        for how, asked, printed in self.sides:
            yield how, join_words(self.asked, asked), join_words(self.printed, printed)

    def list_same_but_for_marks(self) -> Iterator[WordingRun]:
        """Yield the runs whose words are the same, whatever quotation marks stand at them."""
        for side, (how, asked, printed) in zip(self.sides, self.list_runs(), strict=True):
            marked = Difference(asked=asked, printed=printed)
            if how is RunKind.SAME or (
                how is RunKind.DIFFERS and differ_in_quotation_marks(marked)
            ):
                yield side

    def compare(self) -> Comparison:
        """Return what differs, and what of it changes the meaning."""
        of = {how: [side for side in self.sides if side.how is how] for how in RunKind}
        inside = [s for s in of[RunKind.LEFT_OUT] if s not in {self.sides[0], self.sides[-1]}]
        return Comparison(
            verdict=Verdict.DIFFERS
            if of[RunKind.DIFFERS] or not of[RunKind.NOT_HELD]
            else Verdict.NOT_PROVED,
            differences=tuple(self._list_differences()),
            left_out=tuple(
                self._join_left_out(side)
                for side in of[RunKind.LEFT_OUT]
                if self._join_left_out(side)
            ),
            unproved_words=tuple(
                join_words(self.asked, side.asked) for side in of[RunKind.NOT_HELD]
            ),
            unrecorded_gap=any(self._alignment.has_cut(side.printed) for side in inside),
            meaning_changes=(
                *self._find_changed(of[RunKind.DIFFERS]),
                *self._find_lost(of[RunKind.LEFT_OUT]),
            ),
        )

    def count_strange(self) -> int:
        """Return how many asked words nothing printed matches."""
        of_gaps = (ours for how, ours, _ in self.list_runs() if how is RunKind.NOT_HELD)
        return _count_strange(self._list_differences(), of_gaps)

    def _list_differences(self) -> Iterator[Difference]:
        """Yield the words that differ, and the same words in another writing."""
        for how, asked, printed in self.list_runs():
            pairs = [(asked, printed)] if how is RunKind.DIFFERS else []
            if how is RunKind.SAME and fold(asked) != fold(printed):
                pairs = [p for p in list_variants(asked, printed) if not ellipsis.is_mark(p[0])]
            yield from (Difference(asked=ours, printed=theirs) for ours, theirs in pairs)

    def _join_left_out(self, side: WordingRun) -> str:
        return " ".join(
            w for w in self._get_words(side.printed) if not (self._cut and ellipsis.is_cut(w))
        )

    def _find_changed(self, sides: Sequence[WordingRun]) -> Iterator[MeaningChange]:
        """Yield the meaning changes of whole phrases: "as long as" is one, "long" alone is not."""
        for _, asked, printed in sides:
            ours = self._ours.turning_words.list_at(asked)
            theirs = self._theirs.turning_words.list_at(printed)
            yield from turning_word_search.compare_turning_words(ours, theirs)

    def _find_lost(self, sides: Sequence[WordingRun]) -> Iterator[MeaningChange]:
        theirs = self._join_beside()
        for side in sides:
            words = self._join_left_out(side)
            if side in {self.sides[0], self.sides[-1]}:
                before = side is self.sides[0]
                yield from turning_word_search.find_lost_at_end(words, theirs, before=before)
            else:
                yield from turning_word_search.find_lost_words(words)

    def _join_beside(self) -> str:
        """Return the printed words that the asked ones are compared with, or these without any."""
        inside = [word for s in self.sides if s.asked for word in self._get_words(s.printed)]
        return " ".join(inside or self.asked)

    def _get_words(self, numbers: range) -> list[str]:
        return self.printed[numbers.start : numbers.stop]


def compare_wordings(
    asked: str | Wording, printed: str, *, cut: bool = False, open_: bool = False
) -> Comparison:
    """Return the words that differ, and those that change the meaning."""
    return WordingComparison(asked, printed, cut=cut, open_=open_).compare()


def count_strange(comparison: Comparison) -> int:
    """Return how many asked words nothing on record matches."""
    return _count_strange(comparison.differences, comparison.unproved_words)


def _count_strange(differences: Iterable[Difference], unproved: Iterable[str]) -> int:
    strange = (d.asked for d in differences if not differ_in_quotation_marks(d))
    return count_words([*strange, *unproved])


def count_words(texts: Iterable[str]) -> int:
    return sum(len(text.split()) for text in texts)
