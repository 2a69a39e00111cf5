"""The days that a button to a timeline repeats, which must not leave out what it leads from."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.answers.answer import Answer, Days
    from knowledge.corpus import Interval


def timeline_days(answer: Answer, told: Iterable[Days | Interval]) -> str:
    """Return the days asked about; all days up to their last where what is told is from before.

    A timeline has what was said in its days alone, though a position from before holds on them.
    """
    first = answer.first_day
    if first is None or any(days.to >= first for days in told):
        return answer.dated
    return f" to {answer.as_of}" if answer.as_of else ""
