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


def quarter_of(day: date) -> DateSpan:
    return months(day.year, (day.month - 1) // 3 * 3 + 1, 3)


def decade_of(day: date) -> DateSpan:
    first = day.year // 10 * 10
    return DateSpan(date(first, 1, 1), date(first + 9, 12, 31))


def months(year: int, month: int, count: int) -> DateSpan:
    """Return so many months from one on; a month past December is one of the next year."""
    ahead = month + count - 2
    last = month_of(date(year + ahead // 12, ahead % 12 + 1, 1)).last
    return DateSpan(date(year, month, 1), last)


def part(span: DateSpan, number: int, of: int) -> DateSpan:
    """Return one of the equal parts of a span, counted from 0; of a year in whole months.

    The thirds of a year end with April, August and December; those of a month on the 10th, the
    20th and the last day.
    """
    if span == year_of(span.first):
        return months(span.first.year, 12 // of * number + 1, 12 // of)
    whole_month = span == month_of(span.first)
    size = (30 if whole_month else (span.last - span.first).days + 1) // of
    first = span.first + timedelta(days=size * number)
    return DateSpan(first, span.last if number == of - 1 else first + timedelta(days=size - 1))


def back(day: date, count: int, unit: str) -> date:
    """Return the day so many days, weeks, months or years before another."""
    if unit in {"day", "week"}:
        return day - timedelta(days=count * (7 if unit == "week" else 1))
    ahead = (
        day.year * 12
        + day.month
        - 1
        - count * {"month": 1, "quarter": 3}.get(unit, 120 if unit == "decade" else 12)
    )
    year, month = divmod(ahead, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


_PERIODS: Final = {
    "week": week_of,
    "month": month_of,
    "quarter": quarter_of,
    "year": year_of,
    "decade": decade_of,
}


def period(which: str, unit: str, day: date) -> DateSpan:
    """Return what "this week" or "last month" means on a day."""
    this = _PERIODS[unit](day)
    return _PERIODS[unit](this.first - timedelta(days=1)) if which == "last" else this
