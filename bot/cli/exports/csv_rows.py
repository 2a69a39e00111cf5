"""Positions as rows of a spreadsheet: one for each stance of each statement."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, TextIO

from bot.cli.exports.exported import words_of
from knowledge.citations import whole_quotes

if TYPE_CHECKING:
    from bot.cli.exports.exported import Exported
    from knowledge.citations import CitedStance, CitedStatement
    from knowledge.corpus import Interval


def write_csv(exported: Exported, file: TextIO) -> None:
    """Write a head and a row for each stance; a cell with several quotes has one a line."""
    rows = [_row(exported, *pair) for pair in exported.each_stance()]
    writer = csv.DictWriter(file, COLUMNS)
    writer.writeheader()
    writer.writerows(rows)


def _row(
    exported: Exported, statement: CitedStatement, stance: CitedStance | None
) -> dict[str, str | None]:
    return {
        "statement": statement.id,
        "event": statement.event,
        **_position(exported, stance),
        **_days("said", statement.said),
        "said_printed": statement.said.printed,
        **_speaker(statement),
        **_words(statement, stance),
        **_article(statement),
    }


def _position(exported: Exported, stance: CitedStance | None) -> dict[str, str | None]:
    if stance is None:
        return dict.fromkeys(_POSITION)
    issue = exported.kb.issues[stance.issue]
    values = (
        stance.holder,
        exported.kb.name_of(stance.holder),
        issue.id,
        issue.name,
        issue.question,
        stance.value,
        stance.condition,
        stance.basis,
    )
    return dict(zip(_POSITION, values, strict=True))


def _days(name: str, days: Interval) -> dict[str, str | None]:
    """Return the first and the last of some days, and what of them is inferred."""
    return {
        f"{name}_from": days.from_.isoformat(),
        f"{name}_to": days.to.isoformat(),
        f"{name}_inferred": days.inferred,
    }


def _speaker(statement: CitedStatement) -> dict[str, str | None]:
    who = statement.speaker
    return {
        "speaker": who.id if who else None,
        "speaker_name": (who.name or who.description) if who else None,
        "speaker_as": who.as_ if who else None,
        "on_behalf_of": statement.on_behalf_of,
        "sourcing": statement.sourcing,
        "via": statement.via,
    }


def _words(statement: CitedStatement, stance: CitedStance | None) -> dict[str, str | None]:
    telling = words_of(statement, stance)
    others = [q for q in whole_quotes(statement.quotes) if q not in telling]
    return {
        "words": "\n".join(quote.exact for quote in telling),
        "words_kind": "\n".join(quote.kind for quote in telling),
        "other_words": "\n".join(quote.exact for quote in others),
        "withheld_reason": statement.withheld_reason,
    }


def _article(statement: CitedStatement) -> dict[str, str | None]:
    head = statement.article
    named = {n: getattr(head, n) for n in ("agency", "publisher", "title", "byline", "url")}
    return {"article": head.id, **named, **_days("published", head.published)}


_POSITION = "holder holder_name issue issue_name question value condition basis".split()
COLUMNS = [
    *("statement", "event", *_POSITION, "said_from", "said_to", "said_inferred", "said_printed"),
    *("speaker", "speaker_name", "speaker_as", "on_behalf_of", "sourcing", "via"),
    *("words", "words_kind", "other_words", "withheld_reason"),
    *("article", "agency", "publisher", "title", "byline", "url"),
    *("published_from", "published_to", "published_inferred"),
]
