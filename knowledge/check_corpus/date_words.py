"""Compare the printed words of a date with the days given for them."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from knowledge.corpus.errors import Fault
from knowledge.text import head_dates
from knowledge.text.date_grammar import DAY, days, month_number, period
from knowledge.text.english.calendar_words import (
    BEFORE_A_WEEKDAY,
    BESIDE_A_DATE,
    DAYS_AGO,
    MONTH,
    WEEKDAYS,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from knowledge.corpus.model import Interval

_MONTH = rf"\b(?P<month>{MONTH})\b\.?"
_MONTH_DAY = re.compile(rf"{_MONTH} (?P<day>\d{{1,2}})(?!\d)")
_DAY_MONTH = re.compile(rf"\b{DAY}(?: of)? {_MONTH}")
_SOME_MONTH = re.compile(_MONTH)
_SOME_WEEKDAY = rf"(?P<weekday>{'|'.join(WEEKDAYS)})"
_WEEKDAY = re.compile(rf"\b{_SOME_WEEKDAY}\b")
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_BESIDE = re.compile(BESIDE_A_DATE, re.IGNORECASE)
_BARE_WEEKDAY = re.compile(BEFORE_A_WEEKDAY + _SOME_WEEKDAY, re.IGNORECASE)
_RELATIVE = re.compile(r"\b(?P<which>this|last) (?P<span>week|month|year)\b", re.IGNORECASE)
_NAMED_DAYS = ("today", "yesterday")
_WEEK = 7
_SATURDAY = WEEKDAYS.index("Saturday")
_DECADE = re.compile(r"\b(?:1[5-9]|20)\d0(?=s\b)")
_A_YEAR = 366  # days; "March 12" without its year is of the year before the article
_CORRECT = "Correct the days or the printed words."


def prints_year(words: str | None) -> bool:
    return bool(words and _YEAR.search(words))


def faults(given: Interval, published: Interval | None) -> Iterator[Fault]:
    """Yield what the words deny of their days, also as of the publication, where that is given.

    Days in the wrong order have a fault of their own, so their words are not compared.
    """
    if given.to < given.from_:
        return
    if given.printed and not _BESIDE.search(given.printed):
        for why in _denied(given.printed, given):
            yield Fault((), f"{given.printed!r} {why}.", _CORRECT)
    if published:
        yield from _out_of_reach(given, published)


def faults_of_printed_day(given: Interval) -> Iterator[Fault]:
    """Yield a fault where a day is called printed and its words are not those of that day.

    Figures that are one of two days, such as 3/4/2025, may be either.
    """
    words = given.printed
    if given.basis != "printed" or not words or given.from_ != given.to:
        return
    day = given.from_
    if any(read.from_ == day for read in head_dates.days(words)):
        return
    if day.isoformat() not in (head_dates.unsure(words) or ""):
        why = f"The basis says 'printed', but {words!r} does not print the day {day}."
        what_to_do = "Correct the day or the words, or write 'day inferred: FROM WHAT'."
        yield Fault(("basis",), why, what_to_do)


def _denied(words: str, given: Interval) -> Iterator[str]:
    first, last = given.from_, given.to
    years = [int(year) for year in _YEAR.findall(words)]
    if years and not any(first.year <= year <= last.year for year in years):
        yield f"has a different year from {_days(given)}"
    named = [*_MONTH_DAY.finditer(words), *_DAY_MONTH.finditer(words)]
    if named:
        if not any(_has_day(given, _month(match), int(match["day"])) for match in named):
            yield f"is not {_days(given)}"
    elif (some := _SOME_MONTH.search(words)) and not _touches_month(given, _month(some)):
        yield f"does not match the month of {_days(given)}"
    weekdays = {WEEKDAYS.index(match["weekday"]) for match in _WEEKDAY.finditer(words)}
    if weekdays and not weekdays & _weekdays_of(given):
        yield f"does not match the weekday of {_days(given)}, a {WEEKDAYS[last.weekday()]}"


def _month(match: re.Match[str]) -> int:
    return month_number(match["month"])


def _has_day(given: Interval, month: int, day: int) -> bool:
    years = range(given.from_.year, given.to.year + 1)
    found = (days(year, month, day) for year in years)
    return any(some and given.from_ <= some.first <= given.to for some in found)


def _touches_month(given: Interval, month: int) -> bool:
    months = range(_number(given.from_), _number(given.to) + 1)
    return any(number % 12 == month - 1 for number in months)


def _number(day: date) -> int:
    """Return the number of a month, counted through the years."""
    return day.year * 12 + day.month - 1


def _weekdays_of(given: Interval) -> set[int]:
    length = min((given.to - given.from_).days, _WEEK - 1)
    return {(given.from_.weekday() + i) % _WEEK for i in range(length + 1)}


def _days(given: Interval) -> str:
    one = given.from_ == given.to
    return str(given.from_) if one else f"{given.from_} to {given.to}"


def _out_of_reach(given: Interval, published: Interval) -> Iterator[Fault]:
    """Find days that lie further back than the words, or the basis, account for."""
    words = given.printed or ""
    meant = _meant(words, published)
    if meant and not (given.from_ <= meant[1] and meant[0] <= given.to):
        why = (
            f"{words!r} in an article of {_days(published)} means {meant[0]} to {meant[1]}, "
            f"not {_days(given)}."
        )
        yield Fault((), why, _CORRECT)
    years = {str(given.from_.year), str(given.to.year)}
    named = years & {*_YEAR.findall(words), *_YEAR.findall(given.basis)}
    tells = meant or named or _names_decade(given, words)
    if not tells and (published.from_ - given.to).days > _A_YEAR:
        no_year = f"{words!r} has no year" if words else "No year is printed"
        why = f"{no_year}, and {given.to} is over a year before the article."
        what_to_do = "Correct the year, or give it in the basis with the fact that it comes from."
        yield Fault((), why, what_to_do)


def _names_decade(given: Interval, words: str) -> bool:
    """Return whether words name a decade that some of the days lie in: "in the 1990s"."""
    decades = (int(found) for found in _DECADE.findall(words))
    return any(given.from_.year <= first + 9 and first <= given.to.year for first in decades)


def _meant(words: str, published: Interval) -> tuple[date, date] | None:
    """Return the earliest and the last day that words relative to the publication can mean."""
    first, last = published.from_, published.to
    if _BARE_WEEKDAY.fullmatch(words.strip()):
        weeks = 2 if words.strip().lower().startswith("last") else 1
        return first - timedelta(days=weeks * _WEEK), last
    if (bare := words.strip().lower()) in _NAMED_DAYS:
        return first - timedelta(days=DAYS_AGO[bare] + 1), last
    if not (found := _RELATIVE.search(words)) or _BESIDE.search(words):
        return None
    which, unit = found["which"].lower(), found["span"].lower()
    if unit == "week":
        begun = first - timedelta(days=_WEEK * (2 if which == "last" else 1))
        return begun, _end_of_last_week(last) if which == "last" else last
    return period(which, unit, first).first, min(last, period(which, unit, last).last)


def _end_of_last_week(published: date) -> date:
    """Return the last day of "last week", which on a weekend may be the week that ends."""
    if published.weekday() >= _SATURDAY:
        return published
    return published - timedelta(days=published.weekday() + 1)
