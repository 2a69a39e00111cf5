"""The issues that somebody has on record: a holder, a body with all below it, or a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.positions import find_records, said_by, topics_of
from knowledge.corpus import Kind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from bot.answers.asked import Asked


def list_issues(asked: Asked, who: str) -> list[str]:
    """Return the issues that somebody has a stance or a statement on, the newest first.

    Of a person who said nothing, they are those of the bodies that this person led.
    """
    held = [row.issue for row in asked.kb.stances(holder=who)]
    if held:
        return list(dict.fromkeys(held))
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
    return any(record.statements for record in find_records(asked, who, issues))
