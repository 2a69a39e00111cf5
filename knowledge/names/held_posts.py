"""A post as somebody held it, and what is certain of it on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple

from knowledge.corpus.partial_dates import first_day, last_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Certainty(IntEnum):
    """What is on record of somebody in a post in a span of days; the more certain the greater."""

    NOT_THEN = 0
    """Nothing says so: attested only later, ended before, or another held it since."""
    EARLIER = 1
    """Attested earlier, with no end and no later holder on record."""
    PERHAPS = 2
    """The days are among those that the words may mean: attested "in 2019", asked of May 2019."""
    CERTAIN = 3
    """Attested within the days, or held from before them until after."""


@dataclass(frozen=True, slots=True)
class HeldPost:
    """One person's time in a post, or a printed description of one without an organization."""

    person: str
    title: str
    """The office as the corpus calls it; of a description, the printed words."""
    organization: str | None
    state: str | None
    printed: tuple[str, ...]
    attested: tuple[tuple[date, date], ...]
    """The days that each attestation can be of, first to last."""
    start: str | None
    end: str | None
    earliest: date
    """The first day on which it can have been held, as far as is on record."""
    latest: date
    """The last day on which it can have been held, as far as is on record."""
    first: date | None
    """The first day on which it was certainly held."""
    last: date | None
    """The last day on which it was certainly held."""
    certainty: Certainty | None = None
    """None where no day is asked."""

    def on(self, first: date, last: date) -> Certainty:
        """Return what is on record of these days, but for who held the post later."""
        if self.first and self.last and self.first <= last and first <= self.last:
            return Certainty.CERTAIN
        if any(first <= from_ and to <= last for from_, to in self.attested):
            return Certainty.CERTAIN
        if self.earliest <= last and first <= self.latest:
            return Certainty.PERHAPS
        return Certainty.EARLIER if self.latest < first and not self.end else Certainty.NOT_THEN

    def newest_first(self) -> tuple[int, int, str]:
        """Return the key that sorts posts by when they were last held."""
        last, first = self.last or self.latest, self.first or self.earliest
        return -last.toordinal(), -first.toordinal(), self.person


class HeldDays(NamedTuple):
    """The days of a post: those on which it can have been held, and those on which it was."""

    earliest: date
    latest: date
    first: date | None
    last: date | None


def read_days(
    attested: Sequence[tuple[date, date]], start: str | None, end: str | None
) -> HeldDays:
    """Return the days that attestations, a start and an end give, read as widely and narrowly."""
    by = [*(to for _, to in attested), *((day,) if (day := last_day(start)) else ())]
    until = [*(from_ for from_, _ in attested), *((day,) if (day := first_day(end)) else ())]
    first, last = min(by, default=date.max), max(until, default=date.min)
    return HeldDays(
        first_day(start) or min((from_ for from_, _ in attested), default=date.max),
        last_day(end) or max((to for _, to in attested), default=date.min),
        first if first <= last else None,
        last if first <= last else None,
    )


def sort_posts(
    posts: Iterable[HeldPost], first: date | None = None, last: date | None = None
) -> list[HeldPost]:
    """Return the posts, those of the days asked first, then the newest first.

    Days are `first` to `last`; one of them alone is one day.
    """
    begin, end = first or last, last or first
    if begin is None or end is None:
        return sorted(posts, key=HeldPost.newest_first)
    return sorted(posts, key=lambda post: (-post.on(begin, end), *post.newest_first()))
