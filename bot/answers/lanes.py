"""The lanes of a timeline: what is on record of each holder on each issue, occasion by occasion."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from bot.answers.answer import Lane, TimelineChange, TimelinePoint
from bot.answers.governments import list_said_under
from bot.answers.positions import issues_below, said_by, sorted_by_place
from bot.answers.ref import Ref
from knowledge.citations import find_changes, find_occasions, within, within_budget
from knowledge.corpus import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from bot.answers.asked import Asked
    from knowledge.citations import Change, CitedStatement, Occasion

_SEVERAL = 2


class Pair(NamedTuple):
    """Whose position, and on what; either is None where a statement has none."""

    holder: str | None
    issue: str | None


@dataclass(frozen=True, slots=True)
class Lanes:
    """Lanes with their statements, newest first, of which some may be of other days.

    `who` are those asked about of whom something is on record there, `silent` the others.
    """

    lanes: tuple[Lane, ...]
    statements: list[CitedStatement]
    maybe_outside: tuple[str, ...]
    who: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()
    from_bodies: bool = False


def find_lanes(asked: Asked, who: Sequence[str], issues: Sequence[str]) -> Lanes:
    """Return the lanes of holders and speakers, or of all that is on record on the issues."""
    below = [issue.id for issue in issues_below(asked, issues)]
    by_pair: dict[Pair, dict[str, CitedStatement]] = defaultdict(dict)
    of_each: dict[str, set[str]] = {one: set() for one in who}
    for one, pair, statement in _placed(asked, who, below):
        if not issues or pair.issue in below:
            by_pair[pair][statement.id] = statement
            of_each.setdefault(one, set()).add(statement.id)
    read, outside = _read(asked, by_pair)
    kept = {i for lane in read for point in lane.lane.points for i in point.statements}
    speaking = tuple(one for one in who if not kept.isdisjoint(of_each[one]))
    return Lanes(
        tuple(one.lane for one in read),
        _within_budget(read),
        outside,
        speaking,
        tuple(one for one in who if one not in speaking),
        any(_speaks_through_bodies(asked, one) for one in speaking),
    )


def _placed(
    asked: Asked, who: Sequence[str], issues: Sequence[str]
) -> Iterator[tuple[str, Pair, CitedStatement]]:
    """Yield every statement of each one asked about, with whose position on what it is of.

    Where nobody is asked about, they are all that are on the issues, with a stance or without.
    """
    for one in who:
        is_state = asked.kb.entities[one].state == one
        own = _of_holder(asked, one, named=issues) if is_state else _of_speaker(asked, one)
        yield from ((one, pair, statement) for pair, statement in own)
    for issue in () if who else issues:
        for statement in asked.kb.statements_on_any([issue]):
            for holder in _told_of(statement):
                pairs = _pairs_of(statement, holder)
                yield from ((holder or "", p, statement) for p in pairs if p.issue == issue)


def _told_of(statement: CitedStatement) -> set[str | None]:
    """Return whose stances a statement has, and for whom it was said; else who said it."""
    holders: set[str | None] = {stance.holder for stance in statement.stances}
    speaker = statement.speaker.id if statement.speaker else None
    told_for = statement.on_behalf_of or speaker
    return {*holders, told_for} if told_for or not holders else holders


def _of_holder(
    asked: Asked, holder: str, named: Sequence[str]
) -> Iterator[tuple[Pair, CitedStatement]]:
    """Yield what is on record of a holder, on the issues named or on whatever."""
    if named:
        said = [s for i in named for s in asked.kb.statements_about(i, [holder])]
    else:
        said = asked.kb.statements_for(holder)
    for statement in said:
        for pair in _pairs_of(statement, holder):
            if not named or pair.issue in named:
                yield pair, statement


def _pairs_of(statement: CitedStatement, holder: str | None) -> set[Pair]:
    """Return the issues on which a statement is of the holder's position, or said for it."""
    own = {s.issue for s in statement.stances if s.holder == holder}
    speaker = statement.speaker.id if statement.speaker else None
    told = own or holder in {statement.on_behalf_of, speaker}
    return {Pair(holder, issue) for issue in (*own, *(statement.about if told else ()))}


def _of_speaker(asked: Asked, speaker: str) -> Iterator[tuple[Pair, CitedStatement]]:
    for statement in _words_of(asked, speaker):
        pairs = {Pair(stance.holder, stance.issue) for stance in statement.stances}
        pairs |= {Pair(statement.on_behalf_of, issue) for issue in statement.about}
        for pair in pairs or {Pair(statement.on_behalf_of, None)}:
            yield pair, statement


def _words_of(asked: Asked, speaker: str) -> Sequence[CitedStatement]:
    own = asked.in_office(speaker, said_by(asked, asked.kb.entities[speaker]))
    return sorted_by_place([*own, *list_said_under(asked, speaker)])


def _speaks_through_bodies(asked: Asked, who: str) -> bool:
    """Return whether nothing that somebody said is on record but what bodies said under them."""
    entity = asked.kb.entities[who]
    return entity.kind is Kind.PERSON and not said_by(asked, entity)


class _Read(NamedTuple):
    """A lane with the occasions and changes that it is made of."""

    pair: tuple[str, str]
    lane: Lane
    occasions: list[Occasion]
    changes: list[Change]


def _read(
    asked: Asked, by_pair: Mapping[Pair, Mapping[str, CitedStatement]]
) -> tuple[list[_Read], tuple[str, ...]]:
    """Return the lanes, what changed first, and the statements that may be of other days."""
    read: list[_Read] = []
    outside: set[str] = set()
    for pair, said in by_pair.items():
        kept, maybe = _of_the_days(asked, said.values())
        outside.update(statement.id for statement in maybe)
        if kept:
            read.append(_lane(asked, pair, kept))
    return sorted(read, key=_changed_first), tuple(sorted(outside))


def _changed_first(one: _Read) -> tuple[bool, bool, bool, int, tuple[str, str]]:
    """Return the key that sorts lanes: changes of value, then of conditions' words, the newest.

    A lane on which no side is taken comes after those on which one is.
    """
    worded = one.lane.condition_count >= _SEVERAL
    sided = any(occasion.values for occasion in one.occasions)
    return not one.changes, not worded, not sided, _newest(one.occasions), one.pair


def _of_the_days(
    asked: Asked, said: Iterable[CitedStatement]
) -> tuple[list[CitedStatement], list[CitedStatement]]:
    """Return what may be of the days asked about, newest first; then what is not certainly so."""
    days = asked.question.asked_date
    newest_first = asked.narrow(sorted(said, key=attrgetter("place")))
    settled, maybe = within(newest_first, *((days.first, days.last) if days else (None, None)))
    return sorted([*settled, *maybe], key=attrgetter("place")), maybe


def _newest(occasions: Iterable[Occasion]) -> int:
    return min(statement.place for o in occasions for statement in o.statements)


def _lane(asked: Asked, pair: Pair, said: Sequence[CitedStatement]) -> _Read:
    occasions = find_occasions(said, pair.holder or "", pair.issue or "")
    changes = find_changes(occasions)
    names = asked.kb.event_names([o.event for o in occasions if o.event])
    lane = Lane(
        holder=asked.ref(pair.holder) if pair.holder else None,
        issue=asked.issue_ref(pair.issue) if pair.issue else None,
        points=tuple(_point(occasion, names) for occasion in occasions),
        changes=tuple(filter(None, map(_change, changes))),
        condition_count=len({words for o in occasions for words in o.conditions}),
    )
    return _Read((pair.holder or "", pair.issue or ""), lane, occasions, changes)


def _point(occasion: Occasion, names: Mapping[str, str]) -> TimelinePoint:
    event = occasion.event
    return TimelinePoint(
        said=occasion.said,
        event=Ref(id=event, name=names[event]) if event and event in names else None,
        values=occasion.values,
        account=occasion.is_account,
        statements=tuple(statement.id for statement in occasion.statements),
    )


def _change(found: Change) -> TimelineChange | None:
    old, new = found.before.value, found.after.value
    if old is None or new is None:
        return None
    return TimelineChange(
        before=found.before.statements[0].id,
        after=found.after.statements[0].id,
        old=old,
        new=new,
        in_order=found.in_order,
    )


def _within_budget(read: Sequence[_Read]) -> list[CitedStatement]:
    """Return all statements, newest first; those that show a change are the last to lose words."""
    changed = (o for one in read for change in one.changes for o in (change.before, change.after))
    worded = (o for one in read for o in (*_first_worded(one.occasions), one.occasions[-1]))
    leading = [occasion.statements[0] for occasion in (*changed, *worded)]
    every = [s for one in read for o in one.occasions for s in o.statements]
    in_order = {s.id: s for s in (*leading, *sorted(every, key=attrgetter("place")))}
    return sorted(within_budget(in_order.values()), key=attrgetter("place"))


def _first_worded(occasions: Iterable[Occasion]) -> list[Occasion]:
    """Return the occasions on which a condition was printed in words that none had before."""
    seen: set[str] = set()
    found = []
    for occasion in occasions:
        if not seen.issuperset(occasion.conditions):
            found.append(occasion)
            seen.update(occasion.conditions)
    return found
