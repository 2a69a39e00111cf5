"""A picture in words, for those who do not see it: the same lanes, marks and changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.block_kit.message import clip
from bot.layout.days_in_words import days
from bot.layout.lane_words import lane_course, lane_name, side_taken
from bot.layout.timeline_card import picture_title

if TYPE_CHECKING:
    from bot.answers.answer import Answer, Lane, TimelinePoint

MOST: Final = 2_000  # characters that Slack takes of an image's alternative text


def describe(answer: Answer, most: int = MOST) -> str:
    """Return what the picture of an answer shows; days in brackets are inferred, as everywhere."""
    lanes = [_lane(answer, lane) for lane in answer.lanes]
    return clip(" ".join([f"{picture_title(answer)}.", *lanes]), most)


def _lane(answer: Answer, lane: Lane) -> str:
    above = f"{lane_name(lane, answer)}: " if len(answer.lanes) > 1 else ""
    points = "; ".join(_point(lane, point) for point in lane.points)
    return f"{above}{lane_course(lane, brief=True)}: {points}."


def _point(lane: Lane, point: TimelinePoint) -> str:
    account = ", by an outlet’s account" if point.account else ""
    return f"{days(point.said)} {side_taken(lane, point)}{account}"
