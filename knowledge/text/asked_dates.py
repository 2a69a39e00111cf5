"""Dates in a question: "as of march 2021", "2018", "26 Feb 2018"; the last day of what is named."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from knowledge.text.date_grammar import any_of, date_span, day_forms
from knowledge.text.english.calendar_words import AS_OF, MONTH, NOT_AS_OF

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

_ECHOED = 80  # characters of a phrase that is repeated
_YEAR = r"(?:19|20)\d\d"
_MONTH = rf"{MONTH}\.?"
_FORMS = (
    rf"(?P<year>{_YEAR})[-/.](?P<month>\d{{1,2}})(?:[-/.](?P<day>\d{{1,2}}))?",
    *day_forms(_MONTH, _YEAR, of=r"(?:of\s+)?"),
    rf"(?P<month>{_MONTH}),?\s+(?P<year>{_YEAR})",
    rf"(?P<year>{_YEAR})\s+(?P<month>{_MONTH})",
    rf"(?P<year>{_YEAR})",
)
_DATE = re.compile(
    rf"(?<![\w/.-])(?:{AS_OF}\s+(?:the\s+end\s+of\s+)?)?(?P<date>{any_of(_FORMS)})(?![\w-]|[./]\d)",
    re.IGNORECASE | re.ASCII,
)
_AS_OF = re.compile(r"\bas\s+of\b\s*(?P<what>\S+)?", re.IGNORECASE)
_NOT_AS_OF = re.compile(NOT_AS_OF, re.IGNORECASE)
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-") | {"\N{NO-BREAK SPACE}": " "})


@dataclass(frozen=True, slots=True)
class AskedDate:
    """The days that are asked about, and where the whole phrase was typed.

    `day` is the day as of which a position is read: the last of the days, today where they have no
    end, and None where the phrase was not read. `first` and `last` are None where the days are
    open. `is_range` says that the statements of those days are asked for. `problem` says what is
    wrong with a phrase that was not read; `readings` are the days that it may mean.
    """

    start: int
    end: int
    day: date | None = None
    first: date | None = None
    last: date | None = None
    is_range: bool = False
    problem: str | None = None
    readings: tuple[date, ...] = ()


def find(typed: str, today: date, taken: Collection[tuple[int, int]] = ()) -> AskedDate | None:  # noqa: ARG001
    """Return the first date of a question; else what stands after "as of" and is not a date.

    `taken` are the spans of names, with which no date overlaps.
    """
    # Length is kept: offsets are those of what was typed.
    text = typed if typed.isascii() else typed.translate(_DASHES)
    for match in _DATE.finditer(text) if any(map(str.isdecimal, text)) else ():
        if any(match.start() < end and start < match.end() for start, end in taken):
            continue
        if not _NOT_AS_OF.search(text, 0, match.start("date")) and (named := date_span(match)):
            return AskedDate(*match.span(), named.last, named.first, named.last)
    if unread := _AS_OF.search(text):
        return AskedDate(*unread.span(), problem=f"{_quoted(typed, *unread.span())} is not a date")
    return None


def _quoted(typed: str, start: int, end: int) -> str:
    phrase = typed[start:end]
    return f"“{phrase}”" if len(phrase) <= _ECHOED else f"“{phrase[: _ECHOED - 1]}…”"
