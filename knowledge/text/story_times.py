"""Times that a story counts from the day it has come to: "two days later", "the Monday before"."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from knowledge.text.date_grammar import DateSpan, back, month_of, week_of, year_of
from knowledge.text.english.calendar_words import COUNTED_IN_PRINT, WEEKDAYS
from knowledge.text.english.story_words import COUNTED_ON, DAYS_ON, PERIOD_ON, WEEKDAY_ON

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORDS: Final = re.compile(
    rf"\b(?:(?P<days>{'|'.join(sorted(DAYS_ON, key=len, reverse=True))})(?! (?:yesterday|of)\b)"
    rf"|{COUNTED_ON}|{WEEKDAY_ON}|{PERIOD_ON})\b",
    re.IGNORECASE,
)
_WEEK: Final = 7
_ABOUT: Final = {"week": 3, "month": 15}  # days that "two weeks later" may be off
_DAY: Final = timedelta(days=1)


def find_story_times(words: str) -> Iterator[re.Match[str]]:
    """Yield where some words print a time that counts from a day of their story."""
    yield from _WORDS.finditer(words)


def count_from(match: re.Match[str], anchor: DateSpan) -> DateSpan:
    """Return the days of a time that counts from those of a story."""
    if match["days"]:
        return _move(anchor, DAYS_ON[match["days"].lower()])
    if match["unit"]:
        return _count_units(match, anchor)
    if match["period"]:
        return _read_period(match, anchor)
    return _find_weekday(match, anchor)


def count_days(match: re.Match[str]) -> int | None:
    """Return how many days a time lies after its story's, where it counts days."""
    if match["days"]:
        return DAYS_ON[match["days"].lower()]
    return _count(match) if match["unit"] and match["unit"].lower().startswith("day") else None


def _move(anchor: DateSpan, days: int) -> DateSpan:
    step = timedelta(days=days)
    return DateSpan(anchor.first + step, anchor.last + step)


def _count(match: re.Match[str]) -> int:
    """Return how many days, weeks, months or years are counted; those before are negative."""
    words = match["count"].lower()
    number = int(words) if words.isdecimal() else COUNTED_IN_PRINT[words]
    return -number if match["way"].lower() in {"earlier", "before"} else number


def _count_units(match: re.Match[str], anchor: DateSpan) -> DateSpan:
    count, unit = _count(match), match["unit"].lower().rstrip("s")
    if unit == "day":
        return _move(anchor, count)
    first, last = (back(day, -count, unit) for day in anchor)
    if unit == "year":
        return DateSpan(year_of(first).first, year_of(last).last)
    about = timedelta(days=_ABOUT[unit])
    first, last = first - about, last + about
    # What comes later than a day is not that day, and neither is what came before it.
    return (
        DateSpan(max(first, anchor.first), last)
        if count > 0
        else DateSpan(first, min(last, anchor.last))
    )


def _find_weekday(match: re.Match[str], anchor: DateSpan) -> DateSpan:
    """Return the day of "the following Monday"; "the same Monday" is of the week around it."""
    name = (match["day"] or match["beside"]).capitalize()
    which = (match["which"] or match["side"]).lower()
    number = WEEKDAYS.index(name)
    if which in {"following", "next", "after"}:
        return DateSpan(*(_go_to(day + _DAY, number, 1) for day in anchor))
    if which in {"previous", "preceding", "before"}:
        return DateSpan(*(_go_to(day - _DAY, number, -1) for day in anchor))
    if anchor.first == anchor.last and anchor.first.weekday() == number:
        return anchor
    around = timedelta(days=_WEEK - 1)
    return DateSpan(anchor.first - around, anchor.last + around)


def _go_to(day: date, weekday: int, way: int) -> date:
    """Return the first such weekday from a day on, or the last up to it."""
    return day + timedelta(days=(way * (weekday - day.weekday())) % _WEEK * way)


def _read_period(match: re.Match[str], anchor: DateSpan) -> DateSpan:
    """Return the days of "the following week" or of "later that month"."""
    unit, next_ = match["period"].lower(), (match["next"] or "").lower()
    if unit in {"week", "weekend"}:
        whole = DateSpan(week_of(anchor.first).first - _DAY, week_of(anchor.last).last)
    else:
        of = month_of if unit == "month" else year_of
        whole = DateSpan(of(anchor.first).first, of(anchor.last).last)
    if next_ in {"following", "next"}:
        return _shift(whole, unit, 1)
    if next_ in {"previous", "preceding"}:
        return _shift(whole, unit, -1)
    later = (match["later"] or "").lower()
    first = anchor.first if later == "later" else whole.first
    return DateSpan(first, anchor.last if later == "earlier" else whole.last)


def _shift(whole: DateSpan, unit: str, way: int) -> DateSpan:
    if unit in {"week", "weekend"}:
        return _move(whole, way * _WEEK)
    of = month_of if unit == "month" else year_of
    first, last = (back(day.replace(day=1), -way, unit) for day in whole)
    return DateSpan(of(first).first, of(last).last)
