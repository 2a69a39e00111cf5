"""The head of a timeline: whose it is, on what, of which days, and how much there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.answer import Days
from bot.answers.governments import tell_governments
from bot.answers.phrases import count_of, listed
from bot.block_kit.block_elements import header, run, small_print
from bot.block_kit.safe_text import clip
from bot.layout.ages import age_of, first_upper, is_old, tell_latest
from bot.layout.days_in_words import asked_days, head_days
from bot.layout.lane_words import lane_course
from bot.layout.wording import count_doubts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.answers.answer import Answer, Lane
    from bot.answers.ref import Ref
    from bot.block_kit.block_elements import Block
    from knowledge.corpus import Interval

_NAMES = 60  # characters of several who are asked about


def timeline_head(answer: Answer) -> list[Block]:
    """Return the title, and the small print below it."""
    return [header(_title(answer)), small_print(*_small_print(answer))]


def picture_title(answer: Answer) -> str:
    """Return whose timeline it is, on what and of which days."""
    if len(answer.lanes) > 1:
        return _title(answer)
    return f"{_whose_lane(answer, answer.lanes[0])}, {head_days(_span(answer))}"


def picture_notes(answer: Answer) -> list[str]:
    """Return whose words they are where they are not of who is asked about, and of which days."""
    bodies = _from_bodies(answer).strip()
    if answer.from_bodies and answer.person:
        name = answer.person.name
        bodies = f"No words of {name} on record: these are of bodies under them."
    more = [first_upper(f"{told}.") for told in tell_governments(answer)]
    return [*([bodies] if bodies else []), *more, *count_doubts(answer)]


def _title(answer: Answer) -> str:
    """Return whose timeline it is, the course or the number of lanes, and of which days."""
    span = head_days(_span(answer))
    if len(answer.lanes) == 1:
        lane = answer.lanes[0]
        return f"{_whose_lane(answer, lane)}: {lane_course(lane)}, {_span_of_sides(answer, lane)}"
    return f"{name_timeline(answer)}: timeline {span}{_changed(answer)}"


def _changed(answer: Answer) -> str:
    """Return on how many lanes the value changed, where on any it could have."""
    if changed := sum(bool(lane.changes) for lane in answer.lanes):
        return f", changed on {changed} of {len(answer.lanes)}"
    if not any(sum(bool(p.values) for p in lane.points) > 1 for lane in answer.lanes):
        return ""
    several = sum(lane.condition_count > 1 for lane in answer.lanes)
    conditions = f", conditions differ on {several} of {len(answer.lanes)}" if several else ""
    return f", no change of side{conditions}"


def _whose_lane(answer: Answer, lane: Lane) -> str:
    issue = lane.issue.name if lane.issue else None
    return " · ".join(filter(None, [_who(answer, lane.holder), issue]))


def name_timeline(answer: Answer) -> str:
    """Return whose timeline it is, and on what where one issue was asked about."""
    issue = answer.issue.name if answer.issue else None
    return " · ".join(filter(None, [_who(answer, answer.holder), issue]))


def _who(answer: Answer, holder: Ref | None) -> str | None:
    """Return who was asked about, else whose positions all are."""
    if several := [ref.name for ref in answer.asked_about]:
        return clip(listed(several), _NAMES)
    who = answer.person or answer.organization or holder
    return who.name if who else None


def _span_of_sides(answer: Answer, lane: Lane) -> str:
    """Return the days on which sides were taken, and of all that is about it where that is more."""
    every = head_days(_span(answer))
    on_sides = [point.said for point in lane.points if point.values]
    sided = head_days(_within(answer, on_sides)) if on_sides else every
    return every if sided == every else f"{sided} (about it {every})"


def _span(answer: Answer) -> Days:
    """Return the days from the first occasion to the last, within those asked about."""
    return _within(answer, [point.said for lane in answer.lanes for point in lane.points])


def _within(answer: Answer, said: Sequence[Interval]) -> Days:
    first, last = min(s.from_ for s in said), max(s.to for s in said)
    return Days(from_=max(first, answer.first_day or first), to=min(last, answer.as_of or last))


def _small_print(answer: Answer) -> Iterator[Block | str]:
    """Yield how old the latest is, how much there is, and the question of a lone lane."""
    today = answer.as_of or answer.today
    newest = max((s.said for s in answer.statements), key=lambda said: (said.from_, said.to))
    if is_old(newest, today):
        age = tell_latest(age_of(newest, today), then=bool(answer.as_of))
        yield run(first_upper(f"{age}. "), bold=True)
    if answer.from_bodies and answer.person:
        yield f"No words of {answer.person.name} on record. What bodies under them said: "
    count = len({statement.event or statement.id for statement in answer.statements})
    said = len(answer.statements)
    on = f" on {count_of(count, 'occasion')}" if count != said else ""
    of_days = asked_days(answer.first_day, answer.as_of)
    counted = f"{count_of(said, 'statement')}{on}{of_days}{', oldest first' * (said > 1)}."
    yield counted if answer.from_bodies else first_upper(counted)
    yield _from_bodies(answer)
    question = answer.lanes[0].issue.question if is_lone(answer) and answer.lanes[0].issue else None
    yield f" {question}" if question else ""


def _from_bodies(answer: Answer) -> str:
    """Return how many statements beside somebody's own words are of bodies that they led."""
    if answer.from_bodies or not answer.person:
        return ""
    speakers = [s.speaker.id for s in answer.statements if s.speaker]
    count = sum(one is not None and one != answer.person.id for one in speakers)
    counted = first_upper(count_of(count, "statement"))
    return f" {counted} by bodies under {answer.person.name}." if count else ""


def is_lone(answer: Answer) -> bool:
    """Return whether a timeline is of one holder on one issue."""
    return len(answer.lanes) == 1
