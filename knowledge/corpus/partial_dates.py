"""Read a date that may leave out its day or month as the days it can be."""

from __future__ import annotations

from calendar import monthrange
from datetime import date


def first_day(partial: str | None) -> date | None:
    """Return the first day of 2024, 2024-01 or 2024-01-31."""
    return date.fromisoformat(f"{partial}-01-01"[:10]) if partial else None


def last_day(partial: str | None) -> date | None:
    """Return the last day of 2024, 2024-01 or 2024-01-31."""
    first = first_day(partial)
    if first is None or partial is None or partial.count("-") == 2:  # noqa: PLR2004 (a whole date)
        return first
    month = first.month if "-" in partial else 12
    return date(first.year, month, monthrange(first.year, month)[1])
