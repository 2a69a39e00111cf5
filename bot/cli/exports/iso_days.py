"""Days as ISO 8601 writes them: one day, an interval, or a month or year where that is all."""

from __future__ import annotations

from calendar import monthrange
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from knowledge.corpus import Interval


def iso_interval(days: Interval) -> str:
    """Return one day, or the first and the last with a solidus between them."""
    if days.from_ == days.to:
        return days.from_.isoformat()
    return f"{days.from_.isoformat()}/{days.to.isoformat()}"


def iso_date(days: Interval) -> str | None:
    """Return days as one date: a day, or a whole month or year; None where they are no such."""
    first, last = days.from_, days.to
    if first == last:
        return first.isoformat()
    if (first.year, first.month) == (last.year, last.month):
        whole = first.day == 1 and last.day == monthrange(last.year, last.month)[1]
        return f"{first:%Y-%m}" if whole else None
    whole_year = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
    return f"{first:%Y}" if whole_year and first.year == last.year else None
