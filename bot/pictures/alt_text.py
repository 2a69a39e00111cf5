"""A picture in words, for those who do not see it: the same lanes, marks and changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.answers.phrases import count_of
from bot.block_kit.safe_text import clip
from bot.layout.days_in_words import days
from bot.layout.lane_words import lane_course, lane_name, side_taken
from bot.layout.timeline_head import picture_notes, picture_title
from bot.layout.wording import doubt_of
from bot.pictures.chart_rows import LANES

if TYPE_CHECKING:
    from bot.answers.answer import Answer, Lane, TimelinePoint

MOST: Final = 2_000  # characters that Slack takes of an image's alternative text


def describe_whole(answer: Answer) -> str:
    """Return what the picture of an answer shows; days in brackets are inferred, as everywhere."""
    lanes = [_lane(answer, lane) for lane in answer.lanes[:LANES]]
    left = len(answer.lanes) - LANES
    more = [f"{count_of(left, 'more lane').capitalize()}."] if left > 0 else []
    return " ".join([_head(answer), *lanes, *more])


def _head(answer: Answer) -> str:
    return " ".join([f"{picture_title(answer)}.", *picture_notes(answer)])


def describe(answer: Answer, most: int = MOST) -> str:
    """Return what a picture shows in so many characters.

    Where there are too many, the last lanes are told without their occasions, and else counted.
    """
    whole = describe_whole(answer)
    if len(whole) <= most:
        return whole
    names = [f"{_course(answer, lane)}." for lane in answer.lanes[:LANES]]
    full = [_lane(answer, lane) for lane in answer.lanes[:LANES]]
    head = _head(answer)
    tried = (" ".join([head, *full[:i], *names[i:]]) for i in range(len(full) - 1, -1, -1))
    if len(full) == len(answer.lanes) and (fits := next((t for t in tried if len(t) <= most), "")):
        return fits
    return clip(" ".join([head, f"{len(answer.lanes):,} lanes.", *names]), most)


def _lane(answer: Answer, lane: Lane) -> str:
    by_id = {statement.id: statement for statement in answer.statements}
    doubts = [doubt_of(by_id[point.statements[0]], answer) for point in lane.points]
    told = (f", {doubt}" if doubt else "" for doubt in doubts)
    points = "; ".join(_point(lane, p) + doubt for p, doubt in zip(lane.points, told, strict=True))
    return f"{_course(answer, lane)}: {points}."


def _course(answer: Answer, lane: Lane) -> str:
    above = f"{lane_name(lane, answer)}: " if len(answer.lanes) > 1 else ""
    return f"{above}{lane_course(lane, brief=True)}"


def _point(lane: Lane, point: TimelinePoint) -> str:
    account = ", by an outlet’s account" if point.account else ""
    return f"{days(point.said)} {side_taken(lane, point)}{account}"
