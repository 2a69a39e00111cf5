"""The days that a question asks about: "as of march 2021", "since 2020", "between ... and ...".

A position is read as of the last of the days. "Early", "mid" and "late" are thirds: early 2021
ends with April, mid-2021 with August; early January ends on the 10th, mid-January on the 20th.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, NamedTuple

from knowledge.text.calendar_units import UnitKind
from knowledge.text.date_phrases import phrases
from knowledge.text.english.calendar_words import MONTHS

if TYPE_CHECKING:
    from collections.abc import Collection

    from knowledge.text.date_grammar import DateSpan
    from knowledge.text.date_phrases import DatePhrase

_ECHOED: Final = 80  # characters of a phrase that is repeated
_FIRST_YEAR: Final = 1900
_RANGES: Final = frozenset({UnitKind.PERIOD, UnitKind.RANGE})
_FLAGS: Final = re.IGNORECASE | re.ASCII
_UNREAD: Final = re.compile(r"\bas\s+of\b(?:\s+(?:the|an?)\b)*\s*\S*", _FLAGS)
_OTHER_YEAR: Final = re.compile(
    r"\b(?:since|before|until|till|after|during|in)\s+(?:the\s+year\s+)?[1-9]\d{3}(?![\w-])",
    _FLAGS,
)
_PLAIN: Final = str.maketrans(
    dict.fromkeys("‐‑‒–—−", "-") | {"\N{NO-BREAK SPACE}": " "} | dict.fromkeys("’‘", "'")
)


class DatedOccasion(NamedTuple):
    """The days of an occasion by which days are asked for, and what it is called, or who spoke."""

    first: date
    last: date
    name: str


@dataclass(frozen=True, slots=True)
class AskedDate:
    """The days that are asked about, and where the whole phrase was typed.

    `day` is the day as of which a position is read: the last of the days, today where they have no
    end, and None where the phrase was not read. `first` and `last` are None where the days are
    open; days that reach today are open. `is_range` says that the statements of those days are
    asked for. `problem` says what is wrong with a phrase that was not read; `readings` are the
    days that it may mean, and `reworded` is the phrase with each of them in the date's place.
    `both` are two dates that make no range, which a comparison sets side by side. `leader` is the
    id of whoever's time in office was asked about and has no dates. `others` are the places of the
    dates beside this one. `occasion` is that by which the days are told; `is_occasion` says that
    the phrase tells of one that has no day on record. `lacks_year` says that the year alone is
    missing, and `year` is the one that was read for it.
    """

    start: int
    end: int
    day: date | None = None
    first: date | None = None
    last: date | None = None
    is_range: bool = False
    problem: str | None = None
    readings: tuple[date, ...] = ()
    reworded: tuple[str, ...] = ()
    both: tuple[AskedDate, AskedDate] | None = None
    leader: str | None = None
    others: tuple[tuple[int, int], ...] = ()
    occasion: DatedOccasion | None = None
    is_occasion: bool = False
    lacks_year: bool = False
    year: int | None = None

    @property
    def places(self) -> list[tuple[int, int]]:
        """Return where each of the dates was typed, in order."""
        return sorted([(self.start, self.end), *self.others])


def find(typed: str, today: date, taken: Collection[tuple[int, int]] = ()) -> AskedDate | None:
    """Return the days that a question asks about, or what is wrong with them; None without any.

    `taken` are the spans of names, with which no date overlaps.
    """
    # Length is kept: offsets are those of what was typed.
    text = typed if typed.isascii() else typed.translate(_PLAIN)
    found = phrases(text, today, taken)
    dated = [phrase for phrase in found if phrase.unit.kind is not UnitKind.NOW] or found[:1]
    read = [_read(typed, phrase, today) for phrase in dated]
    if not read:
        return _unread(typed, text, taken)
    two = _two(typed, *read[:2]) if len(read) > 1 else read[0]
    asked = next((asked for asked in read if asked.problem), two)
    others = [(one.start, one.end) for one in read if one.start != asked.start]
    return replace(asked, others=tuple(others))


def _quoted(typed: str, start: int, end: int) -> str:
    phrase = typed[start:end]
    return f"“{phrase}”" if len(phrase) <= _ECHOED else f"“{phrase[: _ECHOED - 1]}…”"


def _unread(typed: str, text: str, taken: Collection[tuple[int, int]]) -> AskedDate | None:
    """Return what stands after "as of", or a year of another age."""
    for pattern in (_UNREAD, _OTHER_YEAR):
        for match in pattern.finditer(text):
            start, end = match.span()
            if not any(start < last and first < end for first, last in taken):
                return AskedDate(start, end, problem=f"{_quoted(typed, start, end)} is not a date")
    return None


def _two(typed: str, first: AskedDate, second: AskedDate) -> AskedDate:
    both = " and ".join(_quoted(typed, asked.start, asked.end) for asked in (first, second))
    problem = f"{both} are two dates and not one range"
    return AskedDate(first.start, first.end, problem=problem, both=(first, second))


def _read(typed: str, phrase: DatePhrase, today: date) -> AskedDate:
    place = phrase.start, phrase.end
    if problem := _problem(phrase, today):
        readings = _readings(phrase)
        problem = f"{_quoted(typed, *place)} {problem}"
        spans = phrase.unit.spans if readings else ()
        reworded = tuple(_reword(typed, phrase, span) for span in spans)
        asked = AskedDate(*place, problem=problem, readings=readings, reworded=reworded)
        return replace(asked, lacks_year=_lacks_year(phrase))
    if phrase.unit.kind is UnitKind.NOW:
        return AskedDate(*place, day=today)
    first, last, is_range = _bounds(phrase)
    if last and last >= today:
        last = None
    return AskedDate(*place, last or today, first, last, is_range)


def _problem(phrase: DatePhrase, today: date) -> str | None:
    """Return what is wrong with a phrase, as what is said of it."""
    ends = [phrase, phrase.to] if phrase.to else [phrase]
    if phrase.is_cut or (phrase.asks == "between" and not _has_two_ends(phrase)):
        return "is not a date I can read"
    if _lacks_year(phrase):
        return "needs a year"
    if not all(end.spans for end in ends):
        return "is not a date"
    if readings := _readings(phrase):
        return f"may be {' or '.join(map(_in_words, readings))}"
    if any(len(end.spans) > 1 for end in ends):
        return "is not a date I can read"
    return _wrong_days(ends[0].spans[0], ends[-1].spans[0], today)


def _lacks_year(phrase: DatePhrase) -> bool:
    ends = [phrase, phrase.to] if phrase.to else [phrase]
    return any(end.unit.kind is UnitKind.YEARLESS for end in ends)


def _has_two_ends(phrase: DatePhrase) -> bool:
    return bool(phrase.to) or phrase.unit.kind is UnitKind.RANGE


def _readings(phrase: DatePhrase) -> tuple[date, ...]:
    found = phrase.unit.spans
    return tuple(_end(phrase, span) for span in found) if len(found) > 1 and not phrase.to else ()


def _end(phrase: DatePhrase, span: DateSpan) -> date:
    """Return the day of a span from which days are counted, on or back."""
    return span.first if phrase.asks in {"since", "before"} else span.last


def _reword(typed: str, phrase: DatePhrase, span: DateSpan) -> str:
    """Return the phrase with one of the days that its date may mean; what leads to it stays."""
    unit = phrase.unit
    if span.first != span.last and phrase.asks in {"", "within"}:
        return f"from {span.first} to {span.last}"
    before, after = typed[phrase.start : unit.start], typed[unit.end : phrase.end]
    return f"{before}{_end(phrase, span)}{after}"


def _in_words(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _wrong_days(first: DateSpan, last: DateSpan, today: date) -> str | None:
    if first.first > last.last:
        return "ends before it begins"
    # A day's grace: it may be tomorrow where the question is asked.
    if first.first > today + timedelta(days=1):
        return "is still to come"
    return "is not a date" if first.first.year < _FIRST_YEAR else None


def _bounds(phrase: DatePhrase) -> tuple[date | None, date | None, bool]:
    """Return the first and the last day, and whether what was said between them is asked for."""
    span = phrase.spans[0]
    if phrase.to:
        return span.first, phrase.to.spans[0].last, True
    if phrase.asks == "until":
        return None, span.last, False
    if phrase.asks == "before":
        return None, span.first - timedelta(days=1), True
    if phrase.asks == "since":
        return span.first, None, True
    if phrase.asks == "after":
        return span.last + timedelta(days=1), None, True
    is_range = span.first != span.last and (
        bool(phrase.asks) or phrase.unit.kind in _RANGES or _is_part(phrase)
    )
    return span.first, span.last, is_range


def _is_part(phrase: DatePhrase) -> bool:
    """Return whether a half, a third or a quarter is named, and not "early" or "mid"."""
    return any(words["nth"] for words in phrase.parts)
