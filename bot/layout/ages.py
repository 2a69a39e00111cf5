"""How old evidence is, in words: nobody takes what was said years ago for today's position."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from bot.answers.answer import Days
    from knowledge.corpus import Interval


_ONE_YEAR = timedelta(days=366)


class Age(NamedTuple):
    """Full years since the last day on which something can have been said, and since the first.

    They are the same where all the days are within a year, and the last is over a year ago.
    """

    least: int
    most: int


def age_of(said: Interval | Days, today: date) -> Age:
    """Return how old something is that was said on one of some days, of which we know no more."""
    least, most = max(0, _years_since(said.to, today)), _years_since(said.from_, today)
    if least == 0 or said.to - said.from_ > _ONE_YEAR:
        return Age(least, most)
    years = full_years(said, today)
    return Age(years, years)


def full_years(said: Interval | Days, today: date) -> int:
    """Count full years from the middle of the days: which of two things is older."""
    return _years_since(_middle(said), today)


def is_old(said: Interval | Days, today: date) -> bool:
    """Return whether more than a year has passed since the first of the days."""
    since = said.from_
    anniversary = (since.month, since.day) == (today.month, today.day)
    return _years_since(since, today) > (1 if anniversary else 0)


def _middle(said: Interval | Days) -> date:
    return said.from_ + (said.to - said.from_) // 2


def _years_since(then: date, today: date) -> int:
    return today.year - then.year - ((today.month, today.day) < (then.month, then.day))


def years_old(age: Age, *, then: bool = False) -> str:
    """Return an age: "5 years old", "5 to 9 years old", or "up to 4 years old".

    `then` says that it was that old on a day in the past.
    """
    begun = "" if age.least == age.most else f"{age.least} to " if age.least else "up to "
    return f"{begun}{age.most} year{'s' * (age.most != 1)} old{' then' * then}"


def tell_latest(age: Age, *, then: bool = False) -> str:
    """Return how old the latest of several is, or was on a day in the past."""
    return f"the latest {'was' if then else 'is'} {years_old(age, then=then)}"


def tell_ages(all_latest: Iterable[Days], today: date, *, then: bool = False) -> str:
    """Return how old the newest and the oldest of several positions are, or were on a day."""
    every = list(all_latest)
    old = [age_of(latest, today) for latest in every if is_old(latest, today)]
    if not old:
        return f"None older than a year{' at that date' * then}."
    newest = min(age.least for age in old) if len(old) == len(every) else 0
    span = Age(newest, max(age.most for age in old))
    alike = "All " if len(old) > 1 and span.least == span.most else ""
    return first_upper(f"{alike}{years_old(span, then=then)}.")


def first_upper(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
