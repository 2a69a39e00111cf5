"""All that waits for a curator in a corpus."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from knowledge.upkeep.open_work import WorkKind
from knowledge.upkeep.repeated_words import list_repeated
from knowledge.upkeep.stale_issues import list_stale
from knowledge.upkeep.unknown_bodies import list_unknown_bodies
from knowledge.upkeep.waiting_articles import list_drafts, list_lost, list_without_issue
from knowledge.upkeep.waiting_people import list_without_post

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable
    from datetime import date

    from knowledge.upkeep.open_work import OpenWork
    from knowledge.upkeep.upkeep_desk import UpkeepDesk


_LISTERS: Final[dict[WorkKind, Callable[[UpkeepDesk, date], Iterable[OpenWork]]]] = {
    WorkKind.DRAFT: lambda desk, today: list_drafts(desk.corpus, desk.folder, today),
    WorkKind.CHANGED_TEXT: lambda desk, _: list_lost(desk.corpus),
    WorkKind.NO_STANCE: lambda desk, _: list_without_issue(desk.corpus),
    WorkKind.NO_POST: lambda desk, _: list_without_post(desk.corpus),
    WorkKind.UNKNOWN_BODY: lambda desk, _: list_unknown_bodies(desk.corpus, desk.articles),
    WorkKind.SAME_WORDS: lambda desk, _: list_repeated(desk.corpus),
    WorkKind.STALE_ISSUE: lambda desk, today: list_stale(desk.corpus, today),
}


def list_open_work(
    desk: UpkeepDesk, today: date, kinds: Collection[WorkKind] = frozenset(WorkKind)
) -> list[OpenWork]:
    """Return what waits, kind by kind, the most pressing of each first."""
    wanted = (list_kind for kind, list_kind in _LISTERS.items() if kind in kinds)
    return [work for list_kind in wanted for work in list_kind(desk, today)]
