"""Days as a card writes them: "Oct 19, [2021]", where what is inferred stands in our brackets."""

from __future__ import annotations

import re
from calendar import monthrange
from typing import TYPE_CHECKING

from bot.answers.answer import Days
from knowledge.corpus import first_day, last_day
from knowledge.text import MONTHS

if TYPE_CHECKING:
    from datetime import date

    from bot.answers.answer import Attested
    from knowledge.corpus import Interval

_FEW = 10  # days of one month that are written out; more are the month
_YEAR = re.compile(r"\b\d{4}\b")


def head_days(days: Days | Interval | Attested) -> str:
    """Return when a position is of, as coarsely as it is known: a month, a year, or two years."""
    first, last = days.from_, days.to
    one_month = (first.year, first.month) == (last.year, last.month)
    return f"{_month(first)} {first.year}" if one_month else head_years(days)


def head_years(days: Days | Interval | Attested) -> str:
    """Return the year that a position is of, or the two between which it is."""
    first, last = days.from_.year, days.to.year
    return str(first) if first == last else _years(first, last)


def _years(first: int, last: int) -> str:
    same_century = first // 100 == last // 100
    return f"{first}–{last % 100:02}" if same_century else f"{first}–{last}"


def day(value: date) -> str:
    """Return one day: "Jan 16, 2018"."""
    return f"{_month(value)} {value.day}, {value.year}"


def partial_day(value: str) -> str:
    """Return a date that may leave out its day or month: "2024", "Jan 2024", "Jan 31, 2024"."""
    first, last = first_day(value), last_day(value)
    if first is None or last is None or first == last:
        return day(first) if first else value
    return head_days(Days(from_=first, to=last))


def asked_days(first: date | None, last: date | None) -> str:
    """Return the days asked about as "on record" goes on: " by Feb 29, 2024", " in Feb 2024"."""
    if first is None or first == last:
        return f" {'by' if first is None else 'on'} {day(last)}" if last else ""
    if last is None:
        return f" since {_from(first)}"
    if first.day == 1 and last.day == monthrange(last.year, last.month)[1]:
        if (first.year, first.month) == (last.year, last.month):
            return f" in {_month(first)} {first.year}"
        if first.month == 1 and last.month == len(MONTHS):
            return f" in {first.year if first.year == last.year else _years(first.year, last.year)}"
    return f" from {day(first)} to {day(last)}"


def from_before(first: date) -> str:
    """Return that something is from before the days asked about: "from before 2021"."""
    return f"from before {_from(first)}"


def _from(first: date) -> str:
    """Return where open days begin: a year, a month of it or a day."""
    if first.day > 1:
        return day(first)
    return f"{_month(first)} {first.year}" if first.month > 1 else str(first.year)


def days(value: Interval) -> str:
    """Return the days of an interval, with what is inferred of them in brackets."""
    begun, year = _span(value)
    whole = f"{begun} {year}" if begun[-1:].isalpha() else f"{begun}, {year}" if year else begun
    if value.inferred is None:
        return whole
    if not year or not _prints(value):
        return f"[{whole}]"
    return whole.removesuffix(year) + f"[{year}]"


def _span(value: Interval) -> tuple[str, str]:
    """Return the days without their year, and the year; the latter is empty where there are two."""
    first, last = value.from_, value.to
    if first.year != last.year:
        return f"{_month(first)} {first.year}–{_month(last)} {last.year}", ""
    year = str(first.year)
    if first == last:
        return f"{_month(first)} {first.day}", year
    if first.month != last.month:
        return f"{_month(first)}–{_month(last)}", year
    if last.day - first.day >= _FEW:
        return _month(first), year
    return f"{_month(first)} {first.day}–{last.day}", year


def _prints(value: Interval) -> bool:
    """Return whether the article prints the days but for the year: "Oct. 19", "in September"."""
    printed = value.printed or ""
    named = _month(value.from_).casefold() in printed.casefold()
    one_day = value.from_ == value.to
    numbered = not one_day or re.search(rf"\b{value.from_.day}\b", printed) is not None
    return named and numbered and not _YEAR.search(printed)


def _month(value: date) -> str:
    return MONTHS[value.month - 1][:3]
