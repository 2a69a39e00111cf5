"""The newest stances of holders on issues, of which only those of one screen are read."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.answers.positions import held_earlier
from knowledge.citations import FIRST_TOLD, find_position

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from bot.answers.answer import StanceOnIssue
    from bot.answers.asked import Asked
    from knowledge.kb import LatestStance


def list_newest(
    asked: Asked, issues: Iterable[str], holders: Collection[str]
) -> dict[str, Sequence[LatestStance]]:
    """Return the newest stances on each issue by the day asked about, of all holders or of some.

    The issue that was spoken of last comes first.
    """
    found = {issue: rows for issue in issues if (rows := _newest_on(asked, issue, holders))}
    if not _is_settled(asked):
        found = _newest_of_the_days(asked, found, holders)
    return dict(sorted(found.items(), key=lambda pair: _day(pair[1][0]), reverse=True))


def _newest_on(asked: Asked, issue: str, holders: Collection[str]) -> Sequence[LatestStance]:
    if not holders:
        return asked.kb.latest.on(issue)
    held = [row for who in holders for row in asked.kb.latest.of(who) if row.issue == issue]
    return sorted(sorted(held, key=_place), key=_day, reverse=True)


def _place(row: LatestStance) -> int:
    return row.place


def _day(row: LatestStance) -> str:
    return row.latest_from


def _newest_of_the_days(
    asked: Asked, ever: Mapping[str, object], holders: Collection[str]
) -> dict[str, Sequence[LatestStance]]:
    found = defaultdict[str, list["LatestStance"]](list)
    for row in asked.newest_stances():
        if row.issue in ever and (not holders or row.holder in holders):
            found[row.issue].append(row)
    return {issue: found[issue] for issue in ever if issue in found}


def _is_settled(asked: Asked) -> bool:
    """Return whether all that is on record counts: nothing is narrowed by days, or otherwise."""
    whole = asked.first_day is None and not asked.on_record
    return whole and str(asked.day) >= asked.kb.latest.settled_by


def read_stances(asked: Asked, rows: Sequence[LatestStance]) -> list[StanceOnIssue]:
    """Return the stances of rows; of days asked about, they are read off the statements."""
    if _is_settled(asked):
        return [asked.latest_stance(position) for position in asked.kb.latest.read(rows)]
    return [stance for row in rows if (stance := _read_off(asked, row))]


def _read_off(asked: Asked, row: LatestStance) -> StanceOnIssue | None:
    said = asked.kb.statements_on(row.holder, row.issue)
    settled = asked.select(said).settled
    held = find_position(settled, row.holder, row.issue)
    if held is None:
        return None
    told = replace(held, statements=held.statements[:FIRST_TOLD])
    stance = asked.stance(row.holder, row.issue, told)
    earlier = held_earlier(asked, stance, [s for s in said if s not in settled])
    return stance.model_copy(update={"earlier": True}) if earlier else stance
