"""A post as somebody held it, and what is certain of it on a day."""

from __future__ import annotations

from dataclasses import dataclass, field
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
    start: str | None = None
    end: str | None = None
    certainty: Certainty | None = None
    """None where no day is asked."""
    first: date | None = field(init=False)
    """The first day on which the post was certainly held."""
    last: date | None = field(init=False)
    """The last day on which the post was certainly held."""

    def __post_init__(self) -> None:
        start, end = last_day(self.start), first_day(self.end)
        by = [*(to for _, to in self.attested), *([start] if start else [])]
        until = [*(from_ for from_, _ in self.attested), *([end] if end else [])]
        first, last = min(by, default=None), max(until, default=None)
        certain = first and last and first <= last
        object.__setattr__(self, "first", first if certain else None)
        object.__setattr__(self, "last", last if certain else None)

    @property
    def earliest(self) -> date:
        """The first day on which it can have been held, as far as is on record."""
        start = first_day(self.start)
        return start or min((from_ for from_, _ in self.attested), default=date.max)

    @property
    def latest(self) -> date:
        """The last day on which it can have been held, as far as is on record."""
        end = last_day(self.end)
        return end or max((to for _, to in self.attested), default=date.min)

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
