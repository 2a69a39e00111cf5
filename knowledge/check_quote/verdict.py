"""What can be said of words that were held against printed ones."""

from __future__ import annotations

from enum import StrEnum

from knowledge.corpus.model import Model


class Verdict(StrEnum):
    """What can be said of words; nothing here says that somebody did not say them."""

    EXACT = "exact"
    NOT_THEIRS = "not_theirs"
    PART = "part"
    DIFFERS = "differs"
    NOT_PROVED = "not_proved"
    NOT_FOUND = "not_in_our_articles"


class Difference(Model):
    """Words asked for, and those printed in their place; either may be none."""

    asked: str
    printed: str


class Turn(Model):
    """A word that turns a sentence: `negation`, `condition` or `modal`.

    It is `asked` and not printed, or printed and `changed` in what was asked, or `left_out` of it.
    """

    what: str
    word: str
    where: str


class Comparison(Model):
    """Words held against printed ones.

    `left_out` is printed and was not asked, at the ends and where the asker has an ellipsis;
    `not_held` was asked where our record of the print has a cut. `gap_not_held` says that what
    stands between the asked parts is, in part, not held. The asked parts stand `in_quotes` of one
    statement; so many words of what was left out stand in none, and are `beyond` what it quotes.
    """

    verdict: Verdict
    differences: tuple[Difference, ...] = ()
    left_out: tuple[str, ...] = ()
    not_held: tuple[str, ...] = ()
    gap_not_held: bool = False
    in_quotes: int = 1
    beyond: int = 0
    turns: tuple[Turn, ...] = ()
