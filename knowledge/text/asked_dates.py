"""Dates in a question: "as of march 2021", "2018", "26 Feb 2018"; the last day of what is named."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from knowledge.text.date_grammar import any_of, date_span, day_forms
from knowledge.text.english.calendar_words import AS_OF, MONTH, NOT_AS_OF

if TYPE_CHECKING:
    from datetime import date

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
    """The day that is asked about, and where it was typed; `day` is None where it is unreadable."""

    day: date | None
    start: int
    end: int


def find(typed: str) -> AskedDate | None:
    """Return the first date of a question; else what stands after "as of" and is not a date."""
    # Length is kept: offsets are those of what was typed.
    text = typed if typed.isascii() else typed.translate(_DASHES)
    for match in _DATE.finditer(text) if any(map(str.isdecimal, text)) else ():
        if not _NOT_AS_OF.search(text, 0, match.start("date")) and (named := date_span(match)):
            return AskedDate(named.last, *match.span())
    if unread := _AS_OF.search(text):
        return AskedDate(None, *unread.span())
    return None
