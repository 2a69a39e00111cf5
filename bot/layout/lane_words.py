"""What a lane of a timeline is called, how its values followed one another, and each side taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.phrases import in_words, listed

if TYPE_CHECKING:
    from bot.answers.answer import Answer, Lane, TimelineChange, TimelinePoint

NO_SIDE = "about it, no position coded"
NOBODY = "For nobody named"
_TOLD = 3  # values that follow one another; of more, the first and the last


def lane_name(lane: Lane, answer: Answer, *, short: bool = False) -> str:
    """Return what tells a lane from the others of its answer: the issue, the holder, or both."""
    issue = (lane.issue.short if short else lane.issue.name) if lane.issue else "Also said"
    holders = {other.holder and other.holder.id for other in answer.lanes}
    issues = {other.issue.id for other in answer.lanes if other.issue}
    if len(holders) == 1:
        return issue
    holder = lane.holder.name if lane.holder else NOBODY
    return holder if len(issues) == 1 else f"{holder} · {issue}"


def lane_course(lane: Lane, *, brief: bool = False) -> str:
    """Return how the values of a lane followed one another: "reluctant → conditional".

    In `brief`, as a picture has it, conditions in other words are told of in fewer.
    """
    sided = [point for point in lane.points if point.values]
    if not sided:
        return "no position coded"
    if not lane.changes:
        unchanged = ", no change" if len(sided) > 1 else ""
        return f"{_values(sided[-1])}{unchanged}{_reworded(lane, brief=brief)}"
    values = [lane.changes[0].old, *(change.new for change in lane.changes)]
    told = [in_words(value) for value in values]
    told = told if len(told) <= _TOLD else [told[0], f"{len(told) - 2} others", told[-1]]
    unsure = "" if all(c.in_order for c in lane.changes) else ", order not certain"
    return f"{' → '.join(told)}{unsure}"


def _reworded(lane: Lane, *, brief: bool) -> str:
    count = lane.condition_count
    told = ", condition worded in" if brief else "; its condition is printed in"
    return f" of value{told} {count} ways" if count > 1 else ""


def _values(point: TimelinePoint) -> str:
    return (
        f"reports differ: {listed(list(map(in_words, point.values)))}"
        if len(point.values) > 1
        else in_words(point.values[0])
    )


def side_taken(lane: Lane, point: TimelinePoint) -> str:
    """Return where the holder stood on an occasion, and whether that is a change."""
    if not point.values:
        return NO_SIDE
    change = find_change(lane, point)
    if change is None:
        return _values(point)
    if change.in_order:
        return f"changed from {in_words(change.old)} to {in_words(change.new)}"
    return f"{in_words(change.new)} (before or after {in_words(change.old)}, not certain)"


def find_change(lane: Lane, point: TimelinePoint) -> TimelineChange | None:
    """Return the change that an occasion brought."""
    return next((c for c in lane.changes if c.after in point.statements), None)
