"""A body that somebody led, and from when to when that is certain."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True)
class LedBody:
    """A post at the head of an organization; `first` to `last` are the days it was certainly held.

    Both are None where no day is certain.
    """

    person: str
    title: str
    organization: str
    first: date | None
    last: date | None

    def covers(self, first: date, last: date) -> bool:
        """Return whether the post was certainly held on all of these days."""
        return bool(self.first and self.last and self.first <= first and last <= self.last)
