"""All that waits for a curator in a corpus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.upkeep.repeated_words import list_repeated
from knowledge.upkeep.stale_issues import list_stale
from knowledge.upkeep.unknown_bodies import list_unknown_bodies
from knowledge.upkeep.waiting_articles import list_drafts, list_lost, list_without_issue
from knowledge.upkeep.waiting_people import list_without_post

if TYPE_CHECKING:
    from datetime import date

    from knowledge.upkeep.open_work import OpenWork
    from knowledge.upkeep.upkeep_desk import UpkeepDesk


def list_open_work(desk: UpkeepDesk, today: date) -> list[OpenWork]:
    """Return what waits, kind by kind, the most pressing of each first."""
    corpus = desk.corpus
    return [
        *list_drafts(corpus, desk.folder, today),
        *list_lost(corpus),
        *list_without_issue(corpus),
        *list_without_post(corpus),
        *list_unknown_bodies(corpus, desk.articles),
        *list_repeated(corpus),
        *list_stale(corpus, today),
    ]
