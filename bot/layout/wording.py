"""Dates, ages and sourcing in words: the same words on every surface."""

from __future__ import annotations

from calendar import monthrange
from typing import TYPE_CHECKING

from knowledge.corpus.model import Basis, Kind, Sourcing

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from bot.answers.answer import Days
    from knowledge.citations.citation import CitedSpeaker, CitedStatement, Source
    from knowledge.corpus.model import Interval

_MONTHS = (
    "January February March April May June July August September October November December"
).split()


def day(value: date) -> str:
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def interval(value: Interval | Days) -> str:
    """Return an interval as one reads it: a day, a month, or both ends."""
    first, last = value.from_, value.to
    if first == last:
        return day(first)
    if first.year != last.year:
        return f"{day(first)} – {day(last)}"
    if first.month != last.month:
        return f"{first.day} {_MONTHS[first.month - 1]} – {day(last)}"
    if (first.day, last.day) == (1, monthrange(last.year, last.month)[1]):
        return f"{_MONTHS[last.month - 1]} {last.year}"
    return f"{first.day}–{day(last)}"


def dated(value: Interval) -> str:
    """Return the interval, and what of it is inferred."""
    return f"{interval(value)} ({value.inferred})" if value.inferred else interval(value)


def years(latest: date, today: date) -> int:
    """Count whole calendar years between two days."""
    return today.year - latest.year - ((today.month, today.day) < (latest.month, latest.day))


def stale(latest: date, today: date, as_of: date | None) -> str | None:
    """Say that evidence is older than a year on the day that is asked about."""
    old = years(latest, today)
    if old < 1 or (old == 1 and (latest.month, latest.day) == (today.month, today.day)):
        return None
    if as_of:
        return f"more than a year before {day(as_of)}"
    return f"{old} year{'s' * (old > 1)} old: not evidence of today’s position"


def outlet(source: Source) -> str:
    """Name who printed it; a text that does not say is not given a name."""
    names = [name for name in (source.agency, source.publisher) if name]
    return ", ".join(names) or "outlet not named in the text"


def head_line(source: Source) -> str:
    """Return the head of an article."""
    parts = [
        outlet(source),
        f"“{source.title}”" if source.title else "no headline printed",
        source.byline or "no byline",
        f"published {dated(source.published)}",
        *([source.form] if source.form else []),
    ]
    return " · ".join(parts)


def source_line(statement: CitedStatement) -> str:
    return f"{head_line(statement.article)} · {statement.id}"


def sourcing(statement: CitedStatement) -> str:
    """Say how the words reached the article; relayed words always with who relayed them."""
    via = statement.via
    carried = f", via {via}" if via else ""
    return {
        Sourcing.ON_RECORD: f"on record{carried}",
        Sourcing.RELAYED: f"relayed by {via}",
        Sourcing.UNNAMED: f"unnamed speaker{carried}",
        Sourcing.STATE_MEDIA: f"state media{carried}",
        Sourcing.DOCUMENT: f"document{carried}",
        Sourcing.OUTLET: f"the outlet’s own account{carried}",
    }[statement.sourcing]


def basis(stance: Basis, statement: CitedStatement) -> str:
    """Say who says that the holder stands there; a relay always with who relayed it."""
    if stance is Basis.DECLARED:
        return "declared"
    if stance is Basis.ASCRIBED:
        return "ascribed by the outlet"
    if statement.sourcing is not Sourcing.RELAYED:
        return "relayed, from a speaker not named"
    return f"relayed by {statement.via}"


def speaker(who: CitedSpeaker | None, source: Source) -> str:
    """Name a speaker as printed that day."""
    if who is None:
        return outlet(source)
    if who.id is None or who.name is None:
        return who.description or "speaker not named"
    as_what = who.as_ or who.description
    if who.kind is Kind.PERSON and not as_what:
        as_what = "post that day not certain"
    return f"{who.name}, {as_what}" if as_what and as_what != who.name else who.name


def given_to(statement: CitedStatement) -> str:
    """Name whom the article gives words to; relayed ones with who relayed them."""
    who = statement.speaker
    named = (who.name or who.description or "a speaker not named") if who else "nobody"
    relayed = statement.sourcing is Sourcing.RELAYED
    return f"{named}, {sourcing(statement)}" if relayed else named


def listed(items: Sequence[str], last: str = "and") -> str:
    """Join items as a sentence does."""
    if len(items) < 2:  # noqa: PLR2004 (one item, or none)
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"
