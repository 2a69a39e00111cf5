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
    asked: str
    """The words in the question; may be empty."""
    printed: str
    """The printed words in their place; may be empty."""


class Turn(Model):
    """A word that turns a sentence."""

    what: str
    """`negation`, `condition` or `modal`."""
    word: str
    """The word."""
    where: str
    """`asked` and not printed, printed and `changed`, or printed and `left_out`."""


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
