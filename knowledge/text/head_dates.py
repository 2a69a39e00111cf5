"""Days as heads of articles print them: in words, in figures, and in ambiguous figures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from knowledge.corpus.model import Interval
from knowledge.text import date_grammar
from knowledge.text.date_grammar import any_of, date_span, day_forms
from knowledge.text.english.calendar_words import DOTTED_MONTH, SHORT_WEEKDAY

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

_FORMS: Final = (
    *day_forms(rf"{DOTTED_MONTH}\.?", r"\d{4}"),
    r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?=T\d|[^\w-]|$)",
)
# Day first in London, month first in New York.
_AMBIGUOUS: Final = r"(?P<a>\d{1,2})(?P<by>[/.])(?P<b>\d{1,2})(?P=by)(?P<of>\d{4})"
_DAY: Final = re.compile(
    rf"(?<![\w-])(?:{any_of(_FORMS)}|{_AMBIGUOUS})(?![\d/])",
    re.IGNORECASE,
)
_WEEKDAY: Final = re.compile(rf"^{SHORT_WEEKDAY}[.,]?\s+", re.IGNORECASE)


def printed_date(printed: str) -> Interval | None:
    """Return words as a day, with or without its weekday; None where they are not one day."""
    words = _WEEKDAY.sub("", printed.strip())
    match = _DAY.match(words)
    return _interval(match) if match and match.end() == len(words) else None


def days(words: str) -> Iterator[Interval]:
    """Yield the days that some words print, each as printed."""
    return (found for match in _DAY.finditer(words) if (found := _interval(match)))


def unsure(words: str) -> str | None:
    """Return figures that are one of two days, and which: 3/4/2025 in London and in New York."""
    for match in _DAY.finditer(words):
        readings = _readings(match)
        if len(readings) > 1:
            return f"{match[0]!r}, which is {' or '.join(day.isoformat() for day in readings)}"
    return None


def without_days(words: str) -> str:
    return _DAY.sub(" ", words)


def _interval(match: re.Match[str]) -> Interval | None:
    found = _readings(match)
    if len(found) != 1:
        return None
    return Interval(from_=found[0], to=found[0], printed=match[0], basis="printed")


def _readings(match: re.Match[str]) -> list[date]:
    """Return the days that a match may mean, in order."""
    if match["a"]:
        year, a, b = (int(match[part]) for part in ("of", "a", "b"))
        found = {date_grammar.days(year, a, b), date_grammar.days(year, b, a)}
    else:
        found = {date_span(match)}
    return sorted(span.first for span in found if span)
