"""Who is on somebody's side: "who agrees with Japan on talks", "who shares Sordia's view"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bot.answers.positions import find_records
from knowledge.questions import Intent, is_sided_with, states_of
from knowledge.text import DISAGREEING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.answers.asked import Asked
    from knowledge.kb import LatestStance
    from knowledge.questions import Actor, Topic


class Measure(NamedTuple):
    """By whom the others are measured, and whether those of another value are asked for."""

    actor: Actor
    turned: bool


def find_measure(asked: Asked, found: Topic) -> Measure | None:
    """Return on whose side others are sought; None where it is asked otherwise."""
    if found.intent is not Intent.WHO_HOLDS:
        return None
    for actor in (*found.objects, *found.subjects):
        if actor.target and is_sided_with(asked.question, actor.first):
            return Measure(actor, not DISAGREEING.isdisjoint(asked.question.words))
    return None


def keep_same_side(
    asked: Asked, newest: Mapping[str, Sequence[LatestStance]], measure: Measure
) -> dict[str, list[LatestStance]] | None:
    """Keep the stances of others that have the value of whoever they are measured by.

    That one's own stance stays beside them. None where none of theirs is on record.
    """
    who = measure.actor.target or ""
    own_side = {who, *states_of(asked.kb, who)}
    records = find_records(asked, who, list(newest))
    values = {r.issue.id: r.stance.value for r in records if r.stance}
    kept: dict[str, list[LatestStance]] = {}
    for issue in (issue for issue in newest if issue in values):
        is_of = {r: (r.value == values[issue]) is not measure.turned for r in newest[issue]}
        if any(fits and row.holder not in own_side for row, fits in is_of.items()):
            kept[issue] = [r for r, fits in is_of.items() if fits or r.holder in own_side]
    return kept if values else None
