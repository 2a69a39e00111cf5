"""Whose position on what may only be of later days than those asked about, so is not certain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.answer import UncertainStance
from bot.answers.phrases import listed_few

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from bot.answers.asked import Asked
    from bot.answers.ref import Ref


def list_uncertain(
    asked: Asked, issues: Collection[str], holders: Collection[str] = ()
) -> tuple[UncertainStance, ...]:
    """Return who, of all or of some, may have taken a side on issues only after the days asked."""
    if asked.question.as_of is None:
        return ()
    return tuple(
        UncertainStance(holder=asked.ref(holder), issue=asked.issue_ref(issue))
        for holder, issue in asked.uncertain_stances()
        if issue in issues and (not holders or holder in holders)
    )


def tell_uncertain(uncertain: Sequence[UncertainStance], issue: Ref | None) -> str:
    """Return whose position is not certain on what, or whose, where all are on one issue asked."""
    if issue and {one.issue.id for one in uncertain} == {issue.id}:
        return listed_few([one.holder.name for one in uncertain])
    return listed_few([f"{one.holder.name} on {one.issue.name}" for one in uncertain])
