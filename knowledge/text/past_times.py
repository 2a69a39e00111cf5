"""Times that sentences print without a day: seasons, decades, "several weeks ago", "recently"."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from knowledge.text.date_grammar import (
    DateSpan,
    back,
    days,
    decade_of,
    month_number,
    months,
    part,
    year_of,
)
from knowledge.text.english.calendar_words import (
    COUNTED_IN_PRINT,
    FEW,
    LATELY,
    MONTHS,
    PRINTED_YEAR,
    SEASONS,
    THIRDS,
)

if TYPE_CHECKING:
    from collections.abc import Callable

_YEAR: Final = re.compile(PRINTED_YEAR)
_PART: Final = re.compile(r"\b(early|mid|late)[ -]")
_SEASON: Final = re.compile("|".join(SEASONS))
_MONTH: Final = re.compile("|".join(month[:3].lower() for month in MONTHS))
_AGO: Final = re.compile(r"(?:(?P<count>.*?)\s+)??(?P<unit>\w+?)s? ago")
_SATURDAY: Final = 5


def read_decade(words: str, _base: date) -> DateSpan | None:
    """Return the years of "in the late 1990s"."""
    year = _YEAR.search(words)
    if year is None:
        return None
    decade = decade_of(date(int(year[0]), 1, 1))
    third = _PART.search(words)
    if third is None:
        return decade
    first = decade.first.year + 3 * THIRDS[third[1]]
    return DateSpan(date(first, 1, 1), date(first + 3, 12, 31))


def read_season(words: str, base: date) -> DateSpan | None:
    """Return the months of "the spring of 2019", or of the latest one that is over."""
    season, year = _SEASON.search(words), _YEAR.search(words)
    if season is None:
        return None
    month = SEASONS[season[0]]
    if year is None:
        number = base.year + ("this" in words)
        past = (months(number - back_, month, 3) for back_ in range(3))
        return next(span for span in past if span.first <= base and _is_over(span, words, base))
    whole = months(int(year[0]), month, 3)
    winter = month + 2 > len(MONTHS)  # "the winter of 2018" may be that which ends in it
    return DateSpan(months(int(year[0]) - 1, month, 3).first, whole.last) if winter else whole


def _is_over(span: DateSpan, words: str, base: date) -> bool:
    return "this" in words or span.last < base


def read_month(words: str, base: date) -> DateSpan | None:
    """Return the days of "late June", "March 1983" or "May last year"."""
    named, year = _MONTH.search(_PART.sub("", words)), _YEAR.search(words)
    if named is None:
        return None
    month = month_number(named[0])
    number = int(year[0]) if year else base.year - ("last year" in words)
    if not year and "last year" not in words and date(number, month, 1) > base:
        number -= 1
    whole, third = days(number, month), _PART.search(words)
    return part(whole, THIRDS[third[1]], 3) if whole and third else whole


def read_weekend(_words: str, base: date) -> DateSpan:
    """Return the last weekend that has begun."""
    saturday = base - timedelta(days=(base.weekday() - _SATURDAY) % 7)
    return DateSpan(saturday, saturday + timedelta(days=1))


def read_few_ago(words: str, base: date) -> DateSpan | None:
    """Return the days of "several weeks ago", of "years ago" and of "a decade ago"."""
    match = _AGO.fullmatch(words)
    count = (match["count"] or "") if match else ""
    if match is None or match["unit"] not in {"day", "night", "week", "month", "year", "decade"}:
        return None
    unit = "day" if match["unit"] == "night" else match["unit"]
    number = COUNTED_IN_PRINT.get(count)
    few, most = (number, number) if number else FEW.get(count, FEW[""])
    if unit == "decade":  # counted in tens, and seldom to the year
        first, last = (back(base, n, "year") for n in (min(most, 10) * 10 + 1, few * 10 - 1))
        return DateSpan(year_of(first).first, year_of(last).last)
    first, last = back(base, most, unit), back(base, few, unit)
    return year_of(first) if number and unit == "year" else DateSpan(first, last)


def read_lately(words: str, base: date) -> DateSpan:
    """Return the days up to the publication that "recently" may mean."""
    return DateSpan(base - timedelta(days=LATELY[words]), base)


READ: Final[dict[str, Callable[[str, date], DateSpan | None]]] = {
    "decade": read_decade,
    "season": read_season,
    "month": read_month,
    "weekend": read_weekend,
    "few": read_few_ago,
    "lately": read_lately,
}
