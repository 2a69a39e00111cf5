"""Posts that one person holds at a time: nobody else is attested in the same days."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from knowledge.errors import Fault
from knowledge.names import fold
from knowledge.timing import day_of, first_day, last_day

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from knowledge.corpus import Corpus
    from knowledge.entry import Entry
    from knowledge.errors import Problem
    from knowledge.model import Membership, Person


class _Held(NamedTuple):
    """One person's time in a post: the days between which it was certainly held."""

    person: Entry[Person]
    place: int
    membership: Membership
    first: date
    last: date


def problems(corpus: Corpus) -> Iterator[Problem]:
    """Return the overlaps of posts marked exclusive, by either of the two."""
    for holders in _by_post(corpus).values():
        for one, other in combinations(sorted(holders, key=lambda held: held.first), 2):
            if _contradict(one, other):
                yield other.person.problem(_overlap(one, other))


def _by_post(corpus: Corpus) -> dict[tuple[str, str], list[_Held]]:
    held: dict[tuple[str, str], list[_Held]] = defaultdict(list)
    for person in corpus.people.values():
        for place, membership in enumerate(person.model.memberships):
            if days := _certainly(corpus, membership):
                post = membership.organization, fold(membership.title)
                held[post].append(_Held(person, place, membership, *days))
    return held


def _certainly(corpus: Corpus, membership: Membership) -> tuple[date, date] | None:
    """Return the days between which the post was held, read as narrowly as its dates allow."""
    attested = [day for a in membership.attested if (day := day_of(corpus, a))]
    start, end = last_day(membership.start), first_day(membership.end)
    first = min([*(day.to for day in attested), *([start] if start else [])], default=None)
    last = max([*(day.from_ for day in attested), *([end] if end else [])], default=None)
    return (first, last) if first and last and first <= last else None


def _contradict(one: _Held, other: _Held) -> bool:
    """Tell whether two people held an exclusive post; on the day of the handover both did."""
    if one.person is other.person:
        return False
    if not (one.membership.exclusive or other.membership.exclusive):
        return False
    return one.first < other.last and other.first < one.last


def _overlap(one: _Held, other: _Held) -> Fault:
    first, last = max(one.first, other.first), min(one.last, other.last)
    why = (
        f"'{other.membership.title}' is exclusive, and '{one.person.model.id}' held it too, "
        f"{first} to {last}"
    )
    what_to_do = "correct the start or end of one of them, or do not mark the post exclusive"
    return Fault(("memberships", other.place), why, what_to_do)
