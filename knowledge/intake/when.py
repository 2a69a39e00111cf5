"""When something was said: "on Friday", "last month", "Feb. 19", by the article's date."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from knowledge.errors import IntakeError
from knowledge.intake.days import MONTH
from knowledge.model import Interval

if TYPE_CHECKING:
    from dateparser.date import DateDataParser

_NUMBER: Final = r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2})"
_DAY: Final = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_WHEN: Final = re.compile(
    rf"\b(?:{MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s+\d{{4}})?(?!\d)"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTH}(?:\s+\d{{4}})?\b"
    rf"|(?P<month>(?:in|last|since)\s+{MONTH}(?:\s+\d{{4}})?)\b"
    rf"|\d{{4}}-\d{{2}}-\d{{2}}"
    rf"|(?P<weekday>(?:last\s+|late\s+|early\s+)?{_DAY})"
    r"|(?P<span>(?:earlier\s+)?(?:last|this)\s+(?:week|month|year))"
    rf"|(?P<ago>{_NUMBER}\s+(?:days?|weeks?|months?|years?)\s+(?:ago|earlier))"
    r"|yesterday|today|a day earlier)\b",
)
_EMPTY: Final = re.compile(r"^(?:in|late|early|on)\s+")
_PRINTED: Final = "date inferred: {} of the publication, {}"
_UNDATED: Final = timedelta(days=7)


def find(words: str, published: Interval) -> Interval | None:
    """Return the first date that some words print, resolved against the publication."""
    for match in _WHEN.finditer(words):
        if found := _resolved(match, published):
            return found
    return None


def undated(published: Interval) -> Interval:
    """Return what an undated statement is proposed as: the week that ends with publication."""
    why = "date inferred: undated in the text; proposed as the week up to publication"
    return Interval(from_=published.from_ - _UNDATED, to=published.to, basis=why)


def _resolved(match: re.Match[str], published: Interval) -> Interval | None:
    printed, base = match[0], published.to
    if match["span"]:
        first, last = _whole(printed.split()[-2:], base)
    elif match["weekday"] or printed in {"yesterday", "today", "a day earlier"}:
        if (base - published.from_).days > 6:  # noqa: PLR2004 (which of the Fridays?)
            return None
        first = last = _day(printed, base)
    else:
        parsed = _parsed(_EMPTY.sub("", printed), base)
        if parsed is None:
            return None
        first, last = parsed
    last = min(last, base) if first <= base else last
    if first > last:
        return None
    exact = re.search(r"\d{4}", printed) and first == last
    why = f"date inferred: {printed!r}, held against the publication of {base.isoformat()}"
    return Interval(from_=first, to=last, printed=printed, basis="printed" if exact else why)


def _whole(words: list[str], base: date) -> tuple[date, date]:
    """Return the calendar week, month or year that "last week" or "this month" means."""
    back = words[0] == "last"
    if words[1] == "week":
        first = base - timedelta(days=base.weekday() + 7 * back)
        return first, first + timedelta(days=6)
    if words[1] == "month":
        some = base.replace(day=1) - timedelta(days=int(back))
        return _month(some)
    year = base.year - back
    return date(year, 1, 1), date(year, 12, 31)


def _month(some: date) -> tuple[date, date]:
    return some.replace(day=1), some.replace(day=monthrange(some.year, some.month)[1])


def _day(printed: str, base: date) -> date:
    """Return the day that a bare weekday means in news: the last one up to publication."""
    word = printed.rsplit(maxsplit=1)[-1]
    if word == "today":
        return base
    if word in {"yesterday", "earlier"}:
        return base - timedelta(days=1)
    number = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"].index(word[:3])
    back = (base.weekday() - number) % 7
    return base - timedelta(days=back or 7 * printed.startswith("last"))


@lru_cache(maxsize=4096)
def _parsed(words: str, base: date) -> tuple[date, date] | None:
    """Let dateparser read a date; the precision it tells becomes the interval."""
    words = re.sub(r"^(?:last|since)\s+", "", words).replace("earlier", "ago")
    found = _parser(base).get_date_data(words)
    if found.date_obj is None:
        return None
    day = found.date_obj.date()
    if found.period == "month" or re.search(r"months? ago", words):
        return _month(day)
    if found.period == "year" or re.search(r"years? ago", words):
        return date(day.year, 1, 1), date(day.year, 12, 31)
    if re.search(r"weeks? ago", words):
        first = day - timedelta(days=day.weekday())
        return first, first + timedelta(days=6)
    return day, day


@lru_cache(maxsize=64)
def _parser(base: date) -> DateDataParser:
    try:
        from dateparser.date import DateDataParser  # noqa: PLC0415 (serving needs it not)
    except ImportError as error:
        msg = "reading dates needs the extra 'curate': pip install 'stancebook[curate]'"
        raise IntakeError(msg) from error

    settings = {
        "RELATIVE_BASE": datetime.combine(base, time(12)),
        "PREFER_DATES_FROM": "past",
        "PREFER_DAY_OF_MONTH": "first",
    }
    return DateDataParser(languages=["en"], settings=settings)
