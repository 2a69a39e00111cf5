"""The verdict on words that were compared with printed ones."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from knowledge.corpus.model import Model
from knowledge.text.article_text import fold
from knowledge.text.same_words import are_same_words
from knowledge.text.whole_words import are_among


class Verdict(StrEnum):
    """The verdict on words; none means that somebody did not say them."""

    EXACT = "exact"
    NOT_THEIRS = "not_theirs"
    PART = "part"
    DIFFERS = "differs"
    NOT_PROVED = "not_proved"
    NOT_FOUND = "not_in_our_articles"
    NOT_CHECKED = "not_checked"


# Of words that an article prints, though perhaps in a longer text or as somebody else's.
PRINTED: Final = frozenset({Verdict.EXACT, Verdict.NOT_THEIRS, Verdict.PART})


class Difference(Model):
    asked: str
    """The words in the question; may be empty."""
    printed: str
    """The printed words in their place; may be empty."""


def differ_in_quotation_marks(difference: Difference) -> bool:
    """Return whether asked and printed words are the same but for double quotation marks."""
    both = fold(difference.asked), fold(difference.printed)
    asked, printed = map(_drop_marks, both)
    return '"' in "".join(both) and asked == printed != ""


def _drop_marks(folded: str) -> str:
    """Return folded words without double marks, and the comma before a closing one."""
    return folded.replace(',"', "").replace('"', "").rstrip(".,")


class MeaningChange(Model):
    """Words that change the meaning of a sentence."""

    kind: str
    """`negation`, `condition`, `modal`, `concession`, `attitude`, `attribution`,
    `limit`, `question` or `clause`."""
    word: str
    """The word, or the words that frame those of the question; empty where they are withheld."""
    where: str
    """`only_asked`, `only_printed`, `left_out` of the question, or printed `around` its words."""

    def names(self, other: MeaningChange) -> bool:
        """Return whether this one tells what the other one would."""
        return self.kind == other.kind and are_among(self.word, other.word)


class Comparison(Model):
    """Words held against printed ones.

    `left_out` is printed and was not asked, at the ends and where the asker has an ellipsis.
    `unproved_words` were asked where our record of the article has a cut. `unrecorded_gap` is true
    if our record lacks some of what stands between the asked words. `quote_count` quotes of one
    statement print the words together; `beyond` words of `left_out` stand in none of its quotes.
    Of narration, `within_quotations` quotations hold asked words, with `between_quotations`
    between them; `all_in_quotations` says that no asked word stands outside them.
    """

    verdict: Verdict
    differences: tuple[Difference, ...] = ()
    left_out: tuple[str, ...] = ()
    unproved_words: tuple[str, ...] = ()
    unrecorded_gap: bool = False
    quote_count: int = 1
    beyond: int = 0
    fragment: bool = False
    within_quotations: int = 0
    between_quotations: tuple[str, ...] = ()
    all_in_quotations: bool = False
    meaning_changes: tuple[MeaningChange, ...] = ()


def differ_in_marks_alone(comparison: Comparison) -> bool:
    """Return whether words lack the quotation marks within the printed ones, and nothing else.

    Capital letters, spelling variants and the like make no other words.
    """
    others = [d for d in comparison.differences if not differ_in_quotation_marks(d)]
    return (
        len(others) < len(comparison.differences)
        and not comparison.unproved_words
        and all(are_same_words(fold(d.asked), fold(d.printed)) for d in others)
    )
