"""What the printed words of a date say, held against the days that are given for them."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import TYPE_CHECKING

from knowledge.corpus.errors import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.corpus.model import Interval

_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_MONTH = (
    r"\b(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_MONTH_DAY = re.compile(rf"{_MONTH} (?P<day>\d{{1,2}})(?!\d)")
_DAY_MONTH = re.compile(rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {_MONTH}")
_SOME_MONTH = re.compile(_MONTH)
_WEEKDAY = re.compile(rf"\b(?P<weekday>{'|'.join(_WEEKDAYS)})\b")
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
# "after Jan. 17" names a day, and means others.
_BESIDE = re.compile(r"\b(?:after|since|before|until|till|by|following|ago)\b", re.IGNORECASE)
_BARE_WEEKDAY = re.compile(
    rf"(?:(?:on|last|late|early|this|past)\s+)*(?:{'|'.join(_WEEKDAYS)})", re.IGNORECASE
)
_RELATIVE = re.compile(r"\b(?P<which>this|last) (?P<span>week|month|year)\b", re.IGNORECASE)
_DAYS_BACK = {"today": 1, "yesterday": 2}
_WEEK = 7
_A_YEAR = 366  # days; "March 12" without its year is of the year before the article
_CORRECT = "correct the days, or the printed words"


def prints_year(words: str | None) -> bool:
    return bool(words and _YEAR.search(words))


def faults(given: Interval, published: Interval | None) -> Iterator[Fault]:
    """Yield what the words deny of their days, also as of the publication, where that is given."""
    if given.printed and not _BESIDE.search(given.printed):
        for why in _denied(given.printed, given):
            yield Fault((), f"{given.printed!r} {why}", _CORRECT)
    if published:
        yield from _out_of_reach(given, published)


def _denied(words: str, given: Interval) -> Iterator[str]:
    first, last = given.from_, given.to
    years = [int(year) for year in _YEAR.findall(words)]
    if years and not any(first.year <= year <= last.year for year in years):
        yield f"prints another year than that of {_days(given)}"
    named = [*_MONTH_DAY.finditer(words), *_DAY_MONTH.finditer(words)]
    if named:
        if not any(_has_day(given, _month(match), int(match["day"])) for match in named):
            yield f"is not {_days(given)}"
    elif (some := _SOME_MONTH.search(words)) and not _touches_month(given, _month(some)):
        yield f"is not the month of {_days(given)}"
    weekdays = {_WEEKDAYS.index(match["weekday"]) for match in _WEEKDAY.finditer(words)}
    if weekdays and not weekdays & _weekdays_of(given):
        yield f"is not the weekday of {_days(given)}, a {_WEEKDAYS[last.weekday()]}"


def _month(match: re.Match[str]) -> int:
    return _MONTHS.index(match["month"][:3]) + 1


def _has_day(given: Interval, month: int, day: int) -> bool:
    years = range(given.from_.year, given.to.year + 1)
    found = (date(y, month, day) for y in years if 1 <= day <= monthrange(y, month)[1])
    return any(given.from_ <= some <= given.to for some in found)


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
        told = f"of a publication of {_days(published)} is {meant[0]} to {meant[1]}"
        yield Fault((), f"{words!r} {told}, and not {_days(given)}", _CORRECT)
    years = {str(given.from_.year), str(given.to.year)}
    named = years & {*_YEAR.findall(words), *_YEAR.findall(given.basis)}
    if not meant and not named and (published.from_ - given.to).days > _A_YEAR:
        told = f"{words!r} prints no year" if words else "no year is printed"
        why = f"{told}, and {given.to} is over a year before the article"
        yield Fault((), why, "correct the year, or name it in the basis, with the fact it is from")


def _meant(words: str, published: Interval) -> tuple[date, date] | None:
    """Return the earliest and the last day that words relative to the publication can mean."""
    first, last = published.from_, published.to
    if _BARE_WEEKDAY.fullmatch(words.strip()):
        return first - timedelta(days=2 * _WEEK), last
    if words.strip().lower() in _DAYS_BACK:
        return first - timedelta(days=_DAYS_BACK[words.strip().lower()]), last
    if not (found := _RELATIVE.search(words)) or _BESIDE.search(words):
        return None
    back = int(found["which"].lower() == "last")
    match found["span"].lower():
        case "week":
            return first - timedelta(days=_WEEK * (1 + back)), last
        case "month":
            return _start_of_month(_number(first) - back), _end(_number(last) - back, last)
        case _:
            return date(first.year - back, 1, 1), min(last, date(last.year - back, 12, 31))


def _start_of_month(number: int) -> date:
    return date(number // 12, number % 12 + 1, 1)


def _end(number: int, published: date) -> date:
    return min(published, _start_of_month(number + 1) - timedelta(days=1))
