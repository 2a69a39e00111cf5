"""Check posts over time: one holder of an exclusive post, and no speaker in a post that is over."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from knowledge.check_corpus.printed_posts import is_other_post
from knowledge.citations.post_days import certain_days
from knowledge.corpus.errors import Fault
from knowledge.corpus.partial_dates import first_day, last_day
from knowledge.names.resolver import fold
from knowledge.text.end_marks import strip_end_marks

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from knowledge.corpus.corpus_reader import Corpus
    from knowledge.corpus.entry import Entry
    from knowledge.corpus.errors import Problem
    from knowledge.corpus.model import Article, Membership, Person


class _Held(NamedTuple):
    """One person's time in a post: the days between which it was certainly held."""

    person: Entry[Person]
    place: int
    membership: Membership
    first: date
    last: date


def problems(corpus: Corpus) -> Iterator[Problem]:
    """Return the overlaps of posts marked exclusive, by either of the two, and speakers outside."""
    for article in corpus.articles.values():
        yield from map(article.problem, faults_of_speakers(corpus, article.model))
    yield from problems_of_people(corpus)


def problems_of_people(corpus: Corpus) -> Iterator[Problem]:
    """Return the overlaps of posts marked exclusive, and titles that the words for them deny."""
    for person in corpus.people.values():
        yield from map(person.problem, _titles(person.model))
    for holders in _by_post(corpus).values():
        for one, other in combinations(sorted(holders, key=lambda held: held.first), 2):
            if _contradict(one, other):
                yield other.person.problem(_overlap(one, other))


def _titles(person: Person) -> Iterator[Fault]:
    """Find titles that the words for them in the articles deny."""
    for i, membership in enumerate(person.memberships):
        for j, attested in enumerate(membership.attested):
            ends = _end_marks(attested.as_)
            yield from (fault.within("memberships", i, "attested", j) for fault in ends)
            if is_other_post(membership.title, attested.as_):
                why = f"{attested.as_!r} is another post than {membership.title!r}."
                what_to_do = "Correct the title or the words, or enter a post of its own for them."
                yield Fault(("memberships", i, "attested", j, "as"), why, what_to_do)


def _by_post(corpus: Corpus) -> dict[tuple[str, str], list[_Held]]:
    held: dict[tuple[str, str], list[_Held]] = defaultdict(list)
    for person in corpus.people.values():
        for place, membership in enumerate(person.model.memberships):
            if days := certain_days(corpus, membership):
                post = membership.organization, fold(membership.title)
                held[post].append(_Held(person, place, membership, *days))
    return held


def _contradict(one: _Held, other: _Held) -> bool:
    """Return whether two people held an exclusive post at once, other than on a handover's day."""
    if one.person is other.person:
        return False
    if not (one.membership.exclusive or other.membership.exclusive):
        return False
    first, last = max(one.first, other.first), min(one.last, other.last)
    handed_over = first == last and (_leaves(one, other, first) or _leaves(other, one, first))
    return first <= last and not handed_over


def _leaves(one: _Held, other: _Held, day: date) -> bool:
    """Return whether the post went from one to the other on a day, as its end or start says."""
    ends = first_day(one.membership.end) == day and one.first < day
    starts = last_day(other.membership.start) == day and day < other.last
    return ends or starts


def _overlap(one: _Held, other: _Held) -> Fault:
    first, last = max(one.first, other.first), min(one.last, other.last)
    why = (
        f"'{other.membership.title}' is exclusive, but '{one.person.model.id}' held it too, "
        f"from {first} to {last}."
    )
    what_to_do = "Correct the start or end of one of them, or do not mark the post as exclusive."
    return Fault(("memberships", other.place), why, what_to_do)


def faults_of_speakers(corpus: Corpus, article: Article) -> Iterator[Fault]:
    """Yield the posts by which an article's speakers are called that they did not hold then."""
    for i, statement in enumerate(article.statements):
        speaker = statement.speaker
        person = corpus.people.get(speaker.id or "") if speaker else None
        if speaker and speaker.as_:
            ends = _end_marks(speaker.as_)
            yield from (fault.within("statements", i, "speaker") for fault in ends)
        if speaker and speaker.as_ and person:
            days = statement.said.from_, article.published.to
            for fault in _as_printed(person.model, speaker.as_, *days):
                yield fault.within("statements", i, "speaker")


def _end_marks(as_: str) -> Iterator[Fault]:
    """Find a printed post that ends with a mark of the sentence around it."""
    if (bare := strip_end_marks(as_)) != as_:
        yield Fault(("as",), f"{as_!r} ends with a punctuation mark.", f"Write {bare!r}.")


def _as_printed(person: Person, as_: str, first: date, last: date) -> Iterator[Fault]:
    """Find a printed post that its holder had left before the words, or took up after the text."""
    named = [m for m in person.memberships if fold(as_) in _called(m)]
    over = [m for m in named if (end := last_day(m.end)) and end < first]
    to_come = [m for m in named if (start := first_day(m.start)) and last < start]
    if named and len(over) + len(to_come) == len(named):
        days = f"ended {over[0].end}" if over else f"began {to_come[0].start}"
        why = f"{as_!r} is printed for {first} to {last}, but the post of '{person.id}' {days}."
        what_to_do = f"Correct people/{person.id}.yaml, or the date of the statement."
        yield Fault(("as",), why, what_to_do)


def _called(membership: Membership) -> set[str]:
    return {fold(membership.title), *(fold(attested.as_) for attested in membership.attested)}
