"""A post as somebody held it, and what is certain of it on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import TYPE_CHECKING

from knowledge.corpus.partial_dates import first_day, last_day

if TYPE_CHECKING:
    from collections.abc import Iterable


class Certainty(IntEnum):
    """What is on record of somebody in a post in a span of days; the more certain the greater."""

    NOT_THEN = 0
    """Nothing says so: attested only later, ended before, or another held it since."""
    EARLIER = 1
    """Attested earlier, with no end and no later holder on record."""
    PERHAPS = 2
    """The days are within those that the words may mean: attested "in 2019", asked of May 2019."""
    CERTAIN = 3
    """Attested within the days, or held from before them until after."""


@dataclass(frozen=True, slots=True)
class HeldPost:
    """One person's time in a post; `first` to `last` are the days it was certainly held."""

    person: str
    title: str
    organization: str | None
    state: str | None
    printed: tuple[str, ...]
    attested: tuple[tuple[date, date], ...]
    start: str | None = None
    end: str | None = None
    certainty: Certainty | None = None
    """None where no day is asked."""

    @property
    def first(self) -> date | None:
        """The first day on which the post was certainly held."""
        return self._certain()[0]

    @property
    def last(self) -> date | None:
        """The last day on which the post was certainly held."""
        return self._certain()[1]

    def _certain(self) -> tuple[date | None, date | None]:
        start, end = last_day(self.start), first_day(self.end)
        days = [*(to for _, to in self.attested), *([start] if start else [])]
        until = [*(from_ for from_, _ in self.attested), *([end] if end else [])]
        first, last = min(days, default=None), max(until, default=None)
        return (first, last) if first and last and first <= last else (None, None)

    def _possible(self) -> tuple[date, date]:
        start, end = first_day(self.start), last_day(self.end)
        first = start or min((from_ for from_, _ in self.attested), default=date.max)
        return first, end or max((to for _, to in self.attested), default=date.min)

    def on(self, first: date, last: date) -> Certainty:
        """Return what is on record of these days, but for who held the post later."""
        sure_from, sure_to = self._certain()
        if sure_from and sure_to and sure_from <= last and first <= sure_to:
            return Certainty.CERTAIN
        if any(first <= from_ and to <= last for from_, to in self.attested):
            return Certainty.CERTAIN
        may_from, may_to = self._possible()
        if may_from <= last and first <= may_to:
            return Certainty.PERHAPS
        return Certainty.EARLIER if may_to < first and not self.end else Certainty.NOT_THEN

    def newest_first(self) -> tuple[int, int, str]:
        """Return the key that sorts posts by when they were last held."""
        last = self.last or self._possible()[1]
        first = self.first or self._possible()[0]
        return -last.toordinal(), -first.toordinal(), self.person


def sort_posts(posts: Iterable[HeldPost], first: date | None, last: date | None) -> list[HeldPost]:
    """Return the posts, those of the days asked first, then the newest first.

    Days are `first` to `last`; one of them alone is one day.
    """
    begin, end = first or last, last or first
    if begin is None or end is None:
        return sorted(posts, key=HeldPost.newest_first)
    return sorted(posts, key=lambda post: (-post.on(begin, end), *post.newest_first()))
