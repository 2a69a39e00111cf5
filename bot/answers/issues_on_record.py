"""The issues that somebody has on record: a holder, a body with all below it, or a person."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.answers.positions import find_records, issues_below, said_by, topics_of
from knowledge.corpus import Kind, Sourcing

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from bot.answers.asked import Asked
    from knowledge.kb import Entity

_SPEAKING = frozenset(Sourcing) - {Sourcing.OUTLET}


def list_issues(asked: Asked, who: str) -> list[str]:
    """Return the issues that somebody has a stance or a statement on, the newest first.

    Of a person who said nothing, they are those of the bodies that this person led.
    """
    if held := [row.issue for row in asked.kb.latest.of(who)]:
        return held
    entity = asked.kb.entities[who]
    said = said_by(asked, entity)
    if not said and entity.kind is Kind.PERSON:
        said = asked.kb.statements_under(who)
    return topics_of(said)


def list_issues_of_the_days(asked: Asked, who: str) -> list[str]:
    """Return the issues that somebody has something on record on, of the days asked about."""
    return keep_of_the_days(asked, [who], list_issues(asked, who))


def keep_of_the_days(asked: Asked, who: Collection[str], issues: Iterable[str]) -> list[str]:
    """Keep the issues on which any of these has something on record of the days asked about."""
    return [i for i in issues if any(has_record(asked, one, [i]) for one in who)]


def has_record(asked: Asked, who: str, issues: Iterable[str]) -> bool:
    """Return whether somebody has anything on record on issues, of the days asked about."""
    below = [issue.id for issue in issues_below(asked, issues)]
    if find_places(asked, who, below, 1):
        return True
    if asked.kb.entities[who].state == who:
        return _held_before(asked, who, below)
    return any(record.statements for record in find_records(asked, who, below))


def has_words(asked: Asked, who: Collection[str], issues: Collection[str]) -> bool:
    """Return whether words of any of these, or of anybody, may be on record on issues."""
    if who:
        return any(has_record(asked, one, issues) for one in who)
    return any(asked.select(asked.kb.statements_on_any(issues)))


def has_several(asked: Asked, who: str, issues: Iterable[str]) -> bool:
    """Return whether somebody certainly has more than one statement on issues on record."""
    below = [issue.id for issue in issues_below(asked, issues)]
    return len(find_places(asked, who, below, 2)) > 1


def find_places(asked: Asked, who: str, issues: Collection[str], most: int) -> list[int]:
    """Return the places of statements on issues of the days asked about, no more than so many.

    Of somebody asked about in an office there is none: which count is for find_records().
    """
    if any(post.person == who for found in asked.question.found for post in found.posts):
        return []
    speakers = [who] if asked.kb.entities[who].state == who else asked.kb.bodies_of(who)
    spans = (asked.kb.places.about(issues, speakers, d, most) for d in asked.list_spans())
    return next(filter(None, spans), [])


def _held_before(asked: Asked, holder: str, issues: Collection[str]) -> bool:
    """Return whether a position from before the days asked about holds on them."""
    if asked.first_day is None or asked.spoken:
        return False
    until = replace(asked.list_spans()[0], first=None)
    return asked.kb.places.has_stance(holder, issues, until)


def has_spoken(asked: Asked, entity: Entity) -> bool:
    """Return whether anybody said anything for somebody on the days asked about, on whatever.

    What an outlet says of a position is not said for anybody.
    """
    is_state = entity.state == entity.id
    who = [entity.id] if is_state else asked.kb.bodies_of(entity.id)
    for days in asked.list_spans():
        if asked.kb.places.has_any(who, days, for_states=is_state):
            said = days if days.sourcings else replace(days, sourcings=_SPEAKING)
            return asked.kb.places.has_any(who, said, for_states=is_state)
    return False
