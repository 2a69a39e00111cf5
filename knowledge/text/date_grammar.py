"""How dates are written in English, and which first and last day the written parts mean.

Questions, sentences and heads of articles take some of the forms each. dateparser serves none of
them alone: it is an optional extra that answering does without, it returns one day and not the
first and last of a month or year, and it does not say where in the words a date stands.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, NamedTuple

from knowledge.text.english.calendar_words import MONTHS, NTH

if TYPE_CHECKING:
    from collections.abc import Iterable

DAY: Final = rf"(?P<day>\d{{1,2}}){NTH}"
_GROUP: Final = re.compile(r"\(\?P<(year|month|day)>")
_NUMBERED: Final = re.compile(r"(year|month|day)\d+")
_SHORT: Final = [month[:3].lower() for month in MONTHS]


class DateSpan(NamedTuple):
    """A day, week, month or year by its first and last day."""

    first: date
    last: date


def day_forms(month: str, year: str, of: str = "") -> tuple[str, str]:
    """Return "26 February 2018" and "February 26, 2018" as patterns, their parts as groups.

    `month`, `year` and `of`, which may stand before a month, are patterns.
    """
    month, year = rf"(?P<month>{month})", rf"(?P<year>{year})"
    return rf"{DAY}\s+{of}{month},?\s+{year}", rf"{month}\s+{DAY},?\s+{year}"


def any_of(forms: Iterable[str]) -> str:
    """Join forms to one pattern, in which the groups of each have its number."""
    return "|".join(_GROUP.sub(rf"(?P<\g<1>{i}>", form) for i, form in enumerate(forms))


def date_span(match: re.Match[str]) -> DateSpan | None:
    """Return what a match of `any_of()` names; None for a day that no calendar has."""
    found = ((_NUMBERED.fullmatch(group), words) for group, words in match.groupdict().items())
    parts = {group[1]: words for group, words in found if group and words is not None}
    year, month, day = parts["year"], parts.get("month"), parts.get("day")
    return days(int(year), month_number(month) if month else None, int(day) if day else None)


def month_number(printed: str) -> int:
    """Return the number of a month in figures, in full or shortened."""
    return int(printed) if printed.isdecimal() else _SHORT.index(printed[:3].lower()) + 1


def days(year: int, month: int | None = None, day: int | None = None) -> DateSpan | None:
    """Return the days of a year, or of a month or day of it; None for what no calendar has."""
    try:
        first = date(year, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        return None
    if day is not None:
        return DateSpan(first, first)
    return year_of(first) if month is None else month_of(first)


def year_of(day: date) -> DateSpan:
    return DateSpan(date(day.year, 1, 1), date(day.year, 12, 31))


def month_of(day: date) -> DateSpan:
    last = monthrange(day.year, day.month)[1]
    return DateSpan(day.replace(day=1), day.replace(day=last))


def week_of(day: date) -> DateSpan:
    first = day - timedelta(days=day.weekday())
    return DateSpan(first, first + timedelta(days=6))


_PERIODS: Final = {"week": week_of, "month": month_of, "year": year_of}


def period(which: str, unit: str, day: date) -> DateSpan:
    """Return what "this week" or "last month" means on a day."""
    this = _PERIODS[unit](day)
    return _PERIODS[unit](this.first - timedelta(days=1)) if which == "last" else this
