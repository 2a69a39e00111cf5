"""A day as heads print it: in words, in figures, and in figures that can be read two ways."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Final

from knowledge.corpus.model import Interval

if TYPE_CHECKING:
    from collections.abc import Iterator

MONTH: Final = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_MONTHS: Final = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_NTH: Final = "(?:st|nd|rd|th)?"
_DAY: Final = re.compile(
    rf"(?<![\w-])(?:(?P<m1>{MONTH}\.?)\s+(?P<d1>\d{{1,2}}){_NTH},?\s+(?P<y1>\d{{4}})"
    rf"|(?P<d2>\d{{1,2}}){_NTH}\s+(?P<m2>{MONTH}\.?),?\s+(?P<y2>\d{{4}})"
    r"|(?P<y3>\d{4})-(?P<m3>\d{2})-(?P<d3>\d{2})(?=T\d|[^\w-]|$)"
    r"|(?P<a>\d{1,2})(?P<by>[/.])(?P<b>\d{1,2})(?P=by)(?P<y4>\d{4}))(?![\d/])",
    re.IGNORECASE,
)
_WEEKDAY: Final = re.compile(
    r"^(?:Mon|Tue|Tues|Wed|Wednes|Thu|Thur|Thurs|Fri|Sat|Satur|Sun)(?:day)?[.,]?\s+", re.IGNORECASE
)


def printed_date(printed: str) -> Interval | None:
    """Read words that are one day, with or without its weekday; None for what is no day."""
    words = _WEEKDAY.sub("", printed.strip())
    match = _DAY.match(words)
    return _interval(match) if match and match.end() == len(words) else None


def days(words: str) -> Iterator[Interval]:
    """Yield the days that some words print, each as printed."""
    return (found for match in _DAY.finditer(words) if (found := _interval(match)))


def unsure(words: str) -> str | None:
    """Return figures that are one of two days, and which: 3/4/2025 in London and in New York."""
    for match in _DAY.finditer(words):
        readings = _readings(match)
        if len(readings) > 1:
            return f"{match[0]!r}, which is {' or '.join(day.isoformat() for day in readings)}"
    return None


def without_days(words: str) -> str:
    return _DAY.sub(" ", words)


def _interval(match: re.Match[str]) -> Interval | None:
    found = _readings(match)
    if len(found) != 1:
        return None
    return Interval(from_=found[0], to=found[0], printed=match[0], basis="printed")


def _readings(match: re.Match[str]) -> list[date]:
    if match["a"]:
        one, other = int(match["a"]), int(match["b"])
        orders = {(other, one), (one, other)}
    else:
        month = match["m1"] or match["m2"]
        number = _MONTHS.index(month[:3].lower()) + 1 if month else int(match["m3"])
        orders = {(number, int(match["d1"] or match["d2"] or match["d3"]))}
    year = int(match["y1"] or match["y2"] or match["y3"] or match["y4"])
    return sorted(day for order in orders if (day := _real(year, *order)))


def _real(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
