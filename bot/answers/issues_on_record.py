"""The issues that somebody has on record: a holder, a body with all below it, or a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.positions import find_records, said_by, topics_of
from knowledge.corpus import Kind

if TYPE_CHECKING:
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


def list_issues_then(asked: Asked, who: str) -> list[str]:
    """Return those of the issues on which something is on record of the days asked about."""
    ever = list_issues(asked, who)
    return [i for i in ever if any(r.statements for r in find_records(asked, who, [i]))]
