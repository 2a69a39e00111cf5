"""The card of a timeline: a section for each lane, old words beside new ones where it changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.answer import Outcome
from bot.answers.phrases import listed
from bot.block_kit.block_elements import small_print
from bot.block_kit.buttons import Button
from bot.block_kit.message import Part
from bot.block_kit.safe_text import clip
from bot.layout.bars import source_parts
from bot.layout.issue_by_issue import not_answered_parts
from bot.layout.lane_section import ShownOccasions, lane_section
from bot.layout.lane_words import lane_name
from bot.layout.timeline_head import is_lone, timeline_head
from bot.layout.timeline_in_order import all_in_order

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bot.answers.answer import Answer, Lane
    from knowledge.citations import CitedStatement

_LANES = 8  # with a section each
_BARS = 4  # on a card
_POINTS = 24  # occasions that a card names, of all its lanes
_FEWEST = 2  # occasions that each lane names
_TOLD = 300  # characters of what is left out
_BUTTONS = 2


def lay_out(answer: Answer) -> list[Part]:
    """Lay out a card with a section for each lane; in order of time where more is asked for."""
    if answer.outcome is not Outcome.ANSWER:
        return not_answered_parts(answer)
    return all_in_order(answer) if answer.asked_for_more else _card(answer)


def _card(answer: Answer) -> list[Part]:
    lanes = answer.lanes[:_LANES]
    by_id = {statement.id: statement for statement in answer.statements}
    most = max(_FEWEST, _POINTS // len(lanes))
    shown = ShownOccasions(answer, by_id, _with_words(lanes, by_id), most)
    parts = [part for lane in lanes for part in lane_section(shown, lane)]
    words = [part for part in parts if part.statement]
    told = [by_id[name] for name in dict.fromkeys(name for _, name in shown.with_words)]
    return [Part(timeline_head(answer)), *parts, *_left_out(answer), *source_parts(words, told)]


def _with_words(
    lanes: Sequence[Lane], by_id: Mapping[str, CitedStatement]
) -> frozenset[tuple[int, str]]:
    """Return the statements whose words a card shows, each with its lane.

    Those of changes come first, the newest of them first; then other words for a condition, and
    the newest and the first of each lane.
    """
    changes = [(lane, change) for lane in lanes for change in reversed(lane.changes)]
    leading = [(lane, name) for lane, c in changes for name in (c.before, c.after)]
    for lane in lanes:
        leading += [(lane, name) for name in _first_of_conditions(lane, by_id)]
    for lane in lanes:
        sided = [point for point in lane.points if point.values] or lane.points
        leading += [(lane, point.statements[0]) for point in (sided[-1], sided[0])]
    once: dict[str, tuple[int, str]] = {}
    for lane, name in leading:
        if by_id[name].quotes:
            once.setdefault(name, (id(lane), name))
    return frozenset(list(once.values())[:_BARS])


def _first_of_conditions(lane: Lane, by_id: Mapping[str, CitedStatement]) -> list[str]:
    """Return the statements in which each of several conditions was printed first, newest first."""
    first: dict[str, str] = {}
    for point in lane.points if lane.condition_count > 1 else ():
        for condition in _conditions(by_id[point.statements[0]], lane):
            first.setdefault(condition, point.statements[0])
    return list(first.values())[::-1]


def _conditions(statement: CitedStatement, lane: Lane) -> Iterator[str]:
    holder, issue = lane.holder and lane.holder.id, lane.issue and lane.issue.id
    for stance in statement.stances:
        if (stance.holder, stance.issue) == (holder, issue) and stance.condition:
            yield stance.condition


def _left_out(answer: Answer) -> list[Part]:
    """Name the lanes that a card has no room for, and of whom nothing is on record."""
    names = [lane_name(lane, answer) for lane in answer.lanes[_LANES:]]
    told = [clip(f"Also on record: {'; '.join(names)}.", _TOLD)] if names else []
    if answer.silent:
        silent = clip(listed([ref.name for ref in answer.silent], "or"), _TOLD)
        told.append(f"Nothing on record from {silent}.")
    return [Part([small_print(" ".join(told))])] if told else []


def timeline_buttons(answer: Answer) -> list[Button]:
    """Return buttons from a lone lane to the position, from several to each of the first."""
    if answer.outcome is not Outcome.ANSWER or answer.asked_for_more:
        return []
    return _to_position(answer) if is_lone(answer) else _to_lanes(answer)


def _to_position(answer: Answer) -> list[Button]:
    lane = answer.lanes[0]
    if not (lane.issue and any(point.values for point in lane.points)):
        return []
    who = answer.person or answer.organization or lane.holder
    question = f"/stance {who.id if who else ''} {lane.issue.id}{answer.dated}"
    return [Button(f"{who.name if who else ''} on {lane.issue.short}".strip(), question)]


def _to_lanes(answer: Answer) -> list[Button]:
    if answer.asked_about:  # of whom a button would drop some
        return []
    whose, one = answer.person or answer.organization, answer.holder and answer.issue
    found = [(lane, whose or lane.holder, lane.issue) for lane in answer.lanes]
    return [
        Button(
            f"{lane_name(lane, answer, short=True)} ({len(lane.points)})",
            f"/timeline {who.id} {issue.id}{answer.dated}",
        )
        for lane, who, issue in found
        if who and issue and not (one and one.id == issue.id)  # whose lanes are all told here
    ][:_BUTTONS]
