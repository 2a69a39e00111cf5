"""A section of a timeline: one lane's occasions, from the oldest on, some with their words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.answers.attribution import how
from bot.answers.phrases import count_of
from bot.block_kit.block_elements import bullets, line, paragraph, run
from bot.block_kit.message import Part
from bot.block_kit.safe_text import clip
from bot.layout.bars import words_bar
from bot.layout.days_in_words import days
from bot.layout.lane_words import lane_course, lane_name, side_taken
from bot.layout.signature import outlet_or_headline, speaker_name
from bot.layout.timeline_head import is_lone
from bot.layout.wording import doubt_of
from knowledge.corpus import Sourcing

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bot.answers.answer import Answer, Lane, TimelinePoint
    from bot.block_kit.block_elements import Block
    from knowledge.citations import CitedStatement

_EVENT = 120  # characters of an occasion's name


@dataclass(frozen=True, slots=True)
class ShownOccasions:
    """What a card shows: how many occasions of each lane, and which of them with their words."""

    answer: Answer
    by_id: Mapping[str, CitedStatement]
    with_words: frozenset[tuple[int, str]]
    most: int

    def has_words(self, lane: Lane, point: TimelinePoint) -> bool:
        return (id(lane), point.statements[0]) in self.with_words

    def lead(self, point: TimelinePoint) -> CitedStatement:
        return self.by_id[point.statements[0]]


def lane_section(shown: ShownOccasions, lane: Lane) -> Iterator[Part]:
    """Yield the name of a lane with its course, and its occasions from the oldest on."""
    heading = [run(f"{lane_name(lane, shown.answer)}: ", bold=True), run(lane_course(lane))]
    above = [line(*heading)] if not is_lone(shown.answer) else []
    named, unworded = _named_points(shown, lane), []
    for point in named:
        if not shown.has_words(lane, point):
            unworded.append(_item(shown, lane, point))
            continue
        if above or unworded:
            yield _listed(above, unworded)
        above, unworded = [], []
        yield _worded(shown, lane, point)
    if left := len(lane.points) - len(named):
        unworded.append([run(f"{count_of(left, 'more occasion')}")])
    if above or unworded:
        yield _listed(above, unworded)


def _listed(above: Sequence[Block], items: Sequence[Sequence[Block]]) -> Part:
    return Part([paragraph(*above, *([bullets(items)] if items else []))])


def _named_points(shown: ShownOccasions, lane: Lane) -> list[TimelinePoint]:
    """Return the occasions of a lane that fit: those with words or a change, then the newest."""
    changed = {i for change in lane.changes for i in (change.before, change.after)}
    ranked = sorted(
        enumerate(lane.points),
        key=lambda at: (
            not shown.has_words(lane, at[1]),
            changed.isdisjoint(at[1].statements),
            -at[0],
        ),
    )
    return [point for _, point in sorted(ranked[: shown.most], key=lambda at: at[0])]


def _item(shown: ShownOccasions, lane: Lane, point: TimelinePoint) -> list[Block]:
    """Return an occasion as an item of a list: when, where the holder stood, and who says so."""
    statement = shown.lead(point)
    named = _occasion(point) if is_lone(shown.answer) else _reports(point)
    rest = f": {_whose(statement)}{named}{_doubt(shown.answer, statement)}"
    return _dated(lane, point, rest)


def _worded(shown: ShownOccasions, lane: Lane, point: TimelinePoint) -> Part:
    """Show an occasion with the words that decide where the holder stood."""
    statement = shown.lead(point)
    rest = f"{_occasion(point)}{_doubt(shown.answer, statement)}"
    bar = words_bar(statement, lane.holder, lane.issue)
    return bar.under(paragraph(line(*_dated(lane, point, rest))))


def _dated(lane: Lane, point: TimelinePoint, rest: str) -> list[Block]:
    """Return when it was and where the holder stood then, with what follows."""
    return [run(days(point.said), bold=True), run(f" {side_taken(lane, point)}{rest}")]


def _whose(statement: CitedStatement) -> str:
    """Return who said it and how it came, without its words."""
    if statement.sourcing is Sourcing.OUTLET:
        return f"the account of {outlet_or_headline(statement.article)}"
    who, way = speaker_name(statement.speaker), how(statement)
    if statement.sourcing is Sourcing.UNNAMED:
        return who or way
    return " · ".join(filter(None, [who, "" if way == "said publicly" else way]))


def _occasion(point: TimelinePoint) -> str:
    """Return what the occasion was and how many reports of it there are."""
    name = point.event.name.replace("'", "’") if point.event else ""  # the curator's own words
    named = f" · {clip(name, _EVENT)}" if name else ""
    return f"{named}{_reports(point)}"


def _reports(point: TimelinePoint) -> str:
    count = len(point.statements)
    return f" · {count_of(count, 'report')}" if count > 1 else ""


def _doubt(answer: Answer, statement: CitedStatement) -> str:
    doubt = doubt_of(statement, answer)
    return f" · {doubt}" if doubt else ""
