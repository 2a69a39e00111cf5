"""The pages of a timeline: all statements from the oldest on, each with its side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.phrases import count_of
from bot.block_kit.block_elements import header, line, paragraph, run
from bot.block_kit.message import Part
from bot.layout.ages import first_upper
from bot.layout.bars import source_parts, statement_bars
from bot.layout.lane_words import NO_SIDE, lane_name, side_taken
from bot.layout.timeline_head import name_timeline
from bot.layout.wording import doubt_of, page

if TYPE_CHECKING:
    from bot.answers.answer import Answer, Lane, TimelinePoint
    from bot.block_kit.block_elements import Block
    from knowledge.citations import CitedStatement


def all_in_order(answer: Answer) -> list[Part]:
    """Lay out a page of all statements from the oldest on, each under its lanes and its side."""
    oldest_first = sorted(answer.statements, key=lambda s: -s.place)
    shown = page(oldest_first, answer)
    about = answer.holder.name if answer.holder else None
    bars = [statement_bars(s, about, doubt_of(s, answer)).under(_side(answer, s)) for s in shown]
    title = f"{name_timeline(answer)}: {count_of(len(oldest_first), 'statement')}, oldest first"
    head = [] if answer.skip else [Part([header(first_upper(title))])]
    return [*head, *bars, *source_parts(bars, shown)]


def _side(answer: Answer, statement: CitedStatement) -> Block:
    """Return on what a statement is, and the side that it takes there or that it changes."""
    told = [
        f"{lane_name(lane, answer)}: {_own_side(lane, point, statement)}"
        for lane in answer.lanes
        for point in lane.points
        if statement.id in point.statements
    ]
    return paragraph(line(run(" · ".join(told), bold=True)))


def _own_side(lane: Lane, point: TimelinePoint, statement: CitedStatement) -> str:
    """Return the side taken in a statement, which other reports of the occasion need not tell."""
    own = lane.holder and lane.issue and (lane.holder.id, lane.issue.id)
    takes_one = any((stance.holder, stance.issue) == own for stance in statement.stances)
    return side_taken(lane, point) if takes_one else NO_SIDE
