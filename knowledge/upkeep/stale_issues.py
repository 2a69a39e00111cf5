"""Issues on which nothing has been said for long, or nothing at all."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from knowledge.upkeep.open_work import OpenWork, WorkKind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from knowledge.corpus.corpus_reader import Corpus

STALE: Final = timedelta(days=365)  # from here on, answers say first how old the evidence is


def list_stale(corpus: Corpus, today: date) -> Iterator[OpenWork]:
    """Yield each issue that asks a question and has no statement of the last year, oldest first."""
    latest = _find_latest(corpus)
    asked = [entry for entry in corpus.issues.values() if entry.model.question]
    for entry in sorted(asked, key=lambda e: (str(latest.get(e.model.id, "")), e.model.id)):
        last = latest.get(entry.model.id)
        if last is None:
            what = f"{entry.model.id}: no statement is on record"
        elif today - last > STALE:
            what = f"{entry.model.id}: the latest statement is of {last}"
        else:
            continue
        yield OpenWork.at(WorkKind.STALE_ISSUE, entry, ("id",), what)


def _find_latest(corpus: Corpus) -> dict[str, date]:
    """Return the last day on which something on each issue can have been said."""
    latest: dict[str, date] = {}
    for article in corpus.articles.values():
        for statement in article.model.served:
            for issue in (*statement.about, *(stance.issue for stance in statement.stances)):
                latest[issue] = max(statement.said.to, latest.get(issue, statement.said.to))
    return latest
