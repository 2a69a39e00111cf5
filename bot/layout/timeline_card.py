"""The card of a timeline: a section for each lane, old words beside new ones where it changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.answers.answer import Days, Outcome
from bot.answers.attribution import how
from bot.answers.governments import tell_governments
from bot.answers.phrases import count_of, listed
from bot.block_kit.block_elements import bullets, header, line, paragraph, run, small_print
from bot.block_kit.buttons import Button
from bot.block_kit.message import Part
from bot.block_kit.safe_text import clip
from bot.layout.ages import age_of, first_upper, is_old, tell_latest
from bot.layout.bars import source_parts, statement_bars, words_bar
from bot.layout.days_in_words import asked_days, days, head_days
from bot.layout.issue_by_issue import not_answered_parts
from bot.layout.lane_words import NO_SIDE, lane_course, lane_name, side_taken
from bot.layout.signature import outlet_or_headline, speaker_name
from bot.layout.wording import count_doubts, doubt_of, page
from knowledge.corpus import Sourcing

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bot.answers.answer import Answer, Lane, TimelinePoint
    from bot.answers.ref import Ref
    from bot.block_kit.block_elements import Block
    from knowledge.citations import CitedStatement
    from knowledge.corpus import Interval

_LANES = 8  # with a section each
_BARS = 4  # on a card
_POINTS = 24  # occasions that a card names, of all its lanes
_FEWEST = 2  # occasions that each lane names
_EVENT = 120  # characters of an occasion's name
_TOLD = 300  # characters of what is left out
_NAMES = 60  # characters of several who are asked about
_BUTTONS = 2


def lay_out(answer: Answer) -> list[Part]:
    """Lay out a card with a section for each lane; in order of time where more is asked for."""
    if answer.outcome is not Outcome.ANSWER:
        return not_answered_parts(answer)
    return _all_in_order(answer) if answer.asked_for_more else _card(answer)


@dataclass(frozen=True, slots=True)
class _Shown:
    """What a card shows: how many occasions of each lane, and which of them with their words."""

    answer: Answer
    by_id: Mapping[str, CitedStatement]
    with_words: frozenset[tuple[int, str]]
    most: int

    def has_words(self, lane: Lane, point: TimelinePoint) -> bool:
        return (id(lane), point.statements[0]) in self.with_words

    def lead(self, point: TimelinePoint) -> CitedStatement:
        return self.by_id[point.statements[0]]


def _card(answer: Answer) -> list[Part]:
    lanes = answer.lanes[:_LANES]
    by_id = {statement.id: statement for statement in answer.statements}
    most = max(_FEWEST, _POINTS // len(lanes))
    shown = _Shown(answer, by_id, _with_words(lanes, by_id), most)
    parts = [part for lane in lanes for part in _section(shown, lane)]
    words = [part for part in parts if part.statement]
    told = [by_id[name] for name in dict.fromkeys(name for _, name in shown.with_words)]
    return [Part(_head(answer)), *parts, *_left_out(answer), *source_parts(words, told)]


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


def _section(shown: _Shown, lane: Lane) -> Iterator[Part]:
    """Yield the name of a lane with its course, and its occasions from the oldest on."""
    heading = [run(f"{lane_name(lane, shown.answer)}: ", bold=True), run(lane_course(lane))]
    above = [line(*heading)] if not _is_lone(shown.answer) else []
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


def _named_points(shown: _Shown, lane: Lane) -> list[TimelinePoint]:
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


def _item(shown: _Shown, lane: Lane, point: TimelinePoint) -> list[Block]:
    """Return an occasion as an item of a list: when, where the holder stood, and who says so."""
    statement = shown.lead(point)
    named = _occasion(point) if _is_lone(shown.answer) else _reports(point)
    rest = f": {_whose(statement)}{named}{_doubt(shown.answer, statement)}"
    return _dated(lane, point, rest)


def _worded(shown: _Shown, lane: Lane, point: TimelinePoint) -> Part:
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


def _left_out(answer: Answer) -> list[Part]:
    """Name the lanes that a card has no room for, and of whom nothing is on record."""
    names = [lane_name(lane, answer) for lane in answer.lanes[_LANES:]]
    told = [clip(f"Also on record: {'; '.join(names)}.", _TOLD)] if names else []
    if answer.silent:
        silent = clip(listed([ref.name for ref in answer.silent], "or"), _TOLD)
        told.append(f"Nothing on record from {silent}.")
    return [Part([small_print(" ".join(told))])] if told else []


def _head(answer: Answer) -> list[Block]:
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
    return f"{_about(answer)}: timeline {span}{_changed(answer)}"


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


def _about(answer: Answer) -> str:
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
    question = (
        answer.lanes[0].issue.question if _is_lone(answer) and answer.lanes[0].issue else None
    )
    yield f" {question}" if question else ""


def _from_bodies(answer: Answer) -> str:
    """Return how many statements beside somebody's own words are of bodies that they led."""
    if answer.from_bodies or not answer.person:
        return ""
    speakers = [s.speaker.id for s in answer.statements if s.speaker]
    count = sum(one is not None and one != answer.person.id for one in speakers)
    counted = first_upper(count_of(count, "statement"))
    return f" {counted} by bodies under {answer.person.name}." if count else ""


def _is_lone(answer: Answer) -> bool:
    return len(answer.lanes) == 1


def _all_in_order(answer: Answer) -> list[Part]:
    """Lay out a page of all statements from the oldest on, each under its lanes and its side."""
    oldest_first = sorted(answer.statements, key=lambda s: -s.place)
    shown = page(oldest_first, answer)
    about = answer.holder.name if answer.holder else None
    bars = [statement_bars(s, about, doubt_of(s, answer)).under(_side(answer, s)) for s in shown]
    title = f"{_about(answer)}: {count_of(len(oldest_first), 'statement')}, oldest first"
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


def timeline_buttons(answer: Answer) -> list[Button]:
    """Return buttons from a lone lane to the position, from several to each of the first."""
    if answer.outcome is not Outcome.ANSWER or answer.asked_for_more:
        return []
    return _to_position(answer) if _is_lone(answer) else _to_lanes(answer)


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
