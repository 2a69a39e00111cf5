"""What was taken over from the question before: whom and what it was about, and its days."""

from __future__ import annotations

from datetime import date

from bot.answers.ref import Ref
from knowledge.corpus import Model


class TakenOver(Model):
    """What a question left out, and the question before it had."""

    names: tuple[Ref, ...]
    """Whom and what that question was about."""
    first_day: date | None = None
    """The first of the days that it asked about."""
    last_day: date | None = None
    """The last of them, or the day as of which it asked."""
    of_anybody: bool = False
    """Whether somebody else may have asked it, as in the thread of a channel."""
    seeks_reasons: bool = False
    """Whether reasons are asked for, which are told in nothing but the words on record."""
    was_a_search: bool = False
    """Whether that question searched for words, which are not kept."""
    was_a_timeline: bool = False
    """Whether nothing but the order of time was taken, where that question named nobody."""
    not_used: str = ""
    """Words that could not be taken together with that question."""
    of_all: bool = False
    """Whether others are asked for, where nobody else has a position on record."""
    of_earlier: bool = False
    """Whether it is from a question before the last one, which was on no issue."""
