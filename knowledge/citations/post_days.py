"""The days on which somebody certainly held a post, read as narrowly as its dates allow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.corpus.partial_dates import first_day, last_day

if TYPE_CHECKING:
    from datetime import date

    from knowledge.corpus.corpus_reader import Corpus
    from knowledge.corpus.model import Attestation, Interval, Membership


def certain_days(corpus: Corpus, membership: Membership) -> tuple[date, date] | None:
    """Return the first and last day on which the post was certainly held; None where none is."""
    attested = [day for a in membership.attested if (day := day_of(corpus, a))]
    start, end = last_day(membership.start), first_day(membership.end)
    first = min([*(day.to for day in attested), *([start] if start else [])], default=None)
    last = max([*(day.from_ for day in attested), *([end] if end else [])], default=None)
    return (first, last) if first and last and first <= last else None


def day_of(corpus: Corpus, attested: Attestation) -> Interval | None:
    """Return the days that an attestation speaks of: its article's, unless it gives its own."""
    article = corpus.articles.get(attested.article)
    return attested.date or (article.model.published if article else None)
