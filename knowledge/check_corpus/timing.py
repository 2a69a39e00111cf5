"""Compare dates: nothing is said after its article, before its event or outside a post."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from knowledge.check_corpus import date_words
from knowledge.citations.post_days import day_of
from knowledge.corpus.errors import Fault
from knowledge.corpus.partial_dates import first_day, last_day

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from knowledge.corpus.corpus_reader import Corpus
    from knowledge.corpus.errors import Problem
    from knowledge.corpus.model import Article, Attestation, Interval, Membership, Person

_CORRECT = "Correct this date or the article's."
_BESIDE_EVENT = re.compile(
    r"\b(?:days?|hours?|weeks?) (?P<which>before|after) (?:the|an?|that) (?:[\w-]+ )*?"
    r"(?P<what>[\w-]{4,})$",
    re.IGNORECASE,
)


def problems(corpus: Corpus, today: date | None) -> Iterator[Problem]:
    """Return the days that cannot be right; those after `today`, where it is given, among them."""
    for article in corpus.articles.values():
        yield from map(article.problem, faults_of_article(corpus, article.model))
        yield from map(article.problem, faults_of_future(article.model, today) if today else ())
    yield from problems_of_others(corpus, today)


def problems_of_others(corpus: Corpus, today: date | None) -> Iterator[Problem]:
    """Return the days that cannot be right in entries that are not of articles."""
    for event in corpus.events.values():
        told = date_words.faults(event.model.date, None)
        yield from (event.problem(fault.within("date")) for fault in told)
    for person in corpus.people.values():
        yield from map(person.problem, _person(corpus, person.model))
    if today:
        yield from _future(corpus, today)


def faults_of_article(corpus: Corpus, article: Article) -> Iterator[Fault]:
    """Yield the days in one article's entry that cannot be right."""
    published = article.published
    told = list(date_words.faults(published, None))
    told = told or list(date_words.faults_of_printed_day(published))
    yield from (f.within("published") for f in told)
    for i, statement in enumerate(article.statements):
        where, said = ("statements", i, "said"), statement.said
        if said.to > published.to:
            why = f"The last day ({said.to}) is after the article was published ({published.to})."
            what_to_do = "Correct it. If the text gives no date, end with the publication."
            yield Fault(where, why, what_to_do)
        yield from (f.within(*where) for f in date_words.faults(said, published))
        yield from (f.within(*where) for f in _beside_events(corpus, article, said))
        event = corpus.events.get(statement.event or "")
        if event and said.to < event.model.date.from_:
            why = f"The last day ({said.to}) is before the event ({event.model.date.from_})."
            yield Fault(where, why, "Correct this date or the event's, or name another event.")


def _beside_events(corpus: Corpus, article: Article, said: Interval) -> Iterator[Fault]:
    """Hold "two days before the meeting" against the events of the article's other statements."""
    words = _BESIDE_EVENT.search(said.printed or "")
    if words is None:
        return
    named = {s.event for s in article.statements if words["what"].lower() in (s.event or "")}
    events = [e.model.date for n, e in corpus.events.items() if n in named]
    if len(events) != 1:
        return
    day, which = events[0], words["which"].lower()
    late, early = said.from_ >= day.to, said.to < day.from_
    if late if which == "before" else early:
        why = f"{said.printed!r} is {which} the event of {day.from_}, and {said.from_} is not."
        yield Fault((), why, "Correct the days or the printed words.")


def _person(corpus: Corpus, person: Person) -> Iterator[Fault]:
    for i, description in enumerate(person.descriptions):
        yield from _attested(corpus, description, "descriptions", i)
    for i, membership in enumerate(person.memberships):
        yield from (fault.within("memberships", i) for fault in _membership(corpus, membership))


def _attested(corpus: Corpus, attested: Attestation, *where: str | int) -> Iterator[Fault]:
    article = corpus.articles.get(attested.article)
    if article and attested.date and attested.date.to > article.model.published.to:
        why = f"The last day ({attested.date.to}) is after '{attested.article}' was published."
        yield Fault((*where, "date"), why, _CORRECT)
    if attested.date:
        published = article.model.published if article else None
        told = date_words.faults(attested.date, published)
        yield from (fault.within(*where, "date") for fault in told)


def _membership(corpus: Corpus, membership: Membership) -> Iterator[Fault]:
    start, end = first_day(membership.start), last_day(membership.end)
    if start and end and end < start:
        why = f"The post ends ({membership.end}) before it starts ({membership.start})."
        yield Fault(("end",), why, "Put the two in order.")
    for j, attested in enumerate(membership.attested):
        yield from _attested(corpus, attested, "attested", j)
        day = day_of(corpus, attested)
        if day is None:
            continue
        article = f"'{attested.article}' attests it for"
        if end and end < day.from_:
            why = f"The post ends {membership.end}, but {article} {day.from_}."
            yield Fault(("end",), why, _correct_or_date("end", j))
        if start and start > day.to:
            why = f"The post starts {membership.start}, but {article} {day.to}."
            yield Fault(("start",), why, _correct_or_date("start", j))


def _correct_or_date(field: str, attested: int) -> str:
    return f"Correct the {field}, or give attested.{attested} the date that it speaks of."


def _future(corpus: Corpus, today: date) -> Iterator[Problem]:
    """Find what has not been yet: an article at hand was published, what it tells was said."""
    for event in corpus.events.values():
        if event.model.date.from_ > today:
            yield event.problem(_not_yet(event.model.date.from_, "date"))
    for person in corpus.people.values():
        for i, membership in enumerate(person.model.memberships):
            for field in ("start", "end"):
                day_named = first_day(getattr(membership, field))
                if day_named and day_named > today:
                    yield person.problem(_not_yet(day_named, "memberships", i, field))


def faults_of_future(article: Article, today: date) -> Iterator[Fault]:
    """Yield a fault for an article that is published after `today`."""
    if article.published.to > today:
        yield _not_yet(article.published.to, "published")


def _not_yet(day: date, *where: str | int) -> Fault:
    return Fault(
        where, f"{day} is in the future.", "Correct the date, or leave out what is to come."
    )
