"""The year, month, week or day before or after the days that were asked about."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from bot.answers.last_question import LastQuestion

_DAYS: Final = {"day": 1, "week": 7}
_UNITS: Final = frozenset({*_DAYS, "month", "year"})
_DECEMBER: Final = 12


def names_unit(words: str) -> bool:
    """Return whether words name a unit of the calendar."""
    return not _UNITS.isdisjoint(words.split())


def find_unit_away(words: str, last: LastQuestion, *, before: bool) -> str:
    """Return the days that "the year before" are, as they are typed; "" where none is told of."""
    unit = next((word for word in words.split() if word in _UNITS), None)
    first, end = last.first_day or last.last_day, last.last_day or last.first_day
    if unit is None or first is None or end is None:
        return ""
    days = _count(unit, first, -1) if before else _count(unit, end, 1)
    return f"from {days[0]} to {days[1]}"


def _count(unit: str, day: date, away: int) -> tuple[date, date]:
    """Return the first and the last day of the unit before or after a day's."""
    if unit == "year":
        return date(day.year + away, 1, 1), date(day.year + away, _DECEMBER, 31)
    if unit == "month":
        months = day.year * _DECEMBER + day.month - 1 + away
        return _begin(months), _begin(months + 1) - timedelta(days=1)
    near, far = day + timedelta(days=away), day + timedelta(days=away * _DAYS[unit])
    return min(near, far), max(near, far)


def _begin(months: int) -> date:
    return date(months // _DECEMBER, months % _DECEMBER + 1, 1)
