"""How old evidence is, in words: nobody takes what was said years ago for today's position."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from bot.answers.answer import Days
    from knowledge.corpus import Interval


def full_years(said: Interval | Days, today: date) -> int:
    """Count full years from the middle of the days on which something can have been said."""
    middle = said.from_ + (said.to - said.from_) // 2
    return today.year - middle.year - ((today.month, today.day) < (middle.month, middle.day))


def is_old(said: Interval | Days, today: date) -> bool:
    """Return whether more than a year has passed since."""
    middle = said.from_ + (said.to - said.from_) // 2
    anniversary = (middle.month, middle.day) == (today.month, today.day)
    return full_years(said, today) > (1 if anniversary else 0)


def years_old(count: int, *, then: bool = False) -> str:
    """Return an age: "5 years old"; `then` says that it was that old on a day in the past."""
    return f"{count} year{'s' * (count != 1)} old{' then' * then}"


def tell_latest(count: int, *, then: bool = False) -> str:
    """Return how old the latest of several is, or was on a day in the past."""
    return f"the latest {'was' if then else 'is'} {years_old(count, then=then)}"


def tell_ages(all_latest: Iterable[Days], today: date, *, then: bool = False) -> str:
    """Return how old the newest and the oldest of several positions are, or were on a day."""
    every = list(all_latest)
    old = [full_years(latest, today) for latest in every if is_old(latest, today)]
    if not old:
        return f"None older than a year{' at that date' * then}."
    newest = min(old) if len(old) == len(every) else 0
    if newest == max(old):
        return f"{'All ' if len(old) > 1 else ''}{years_old(newest, then=then)}."
    return f"{f'{newest} to ' if newest else 'Up to '}{years_old(max(old), then=then)}."


def first_upper(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
