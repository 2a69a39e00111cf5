"""A date in a question with the words around it: what leads to it, which part of it, its end."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import islice, pairwise
from typing import TYPE_CHECKING, Final

from knowledge.text.calendar_units import CalendarUnit, UnitKind, units
from knowledge.text.date_grammar import DateSpan, part, week_of
from knowledge.text.english.calendar_words import (
    AND_EARLIER,
    BEFORE_A_MONTH,
    BEFORE_A_YEAR,
    CALENDAR_NOUN,
    ONWARDS,
    OPENERS,
    ORDINALS,
    RANGE_JOINERS,
    SAID_THINGS,
    THIRDS,
)
from knowledge.text.later_pattern import compile_later

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from datetime import date

_FLAGS: Final = re.IGNORECASE | re.ASCII
_BEFORE: Final = 64  # characters before a date in which words lead to it
_AT_MOST: Final = 12  # units that are read of one text
_NTH: Final = "|".join(ORDINALS)
_SOME: Final = r"(?:days|weeks|months)"
_PART: Final = compile_later(
    r"(?<![\w-])(?:the\s+)?(?:very\s+)?(?:"
    rf"(?P<third>{'|'.join(THIRDS)})(?:-|\s+)(?:in\s+|(?:part|{_SOME})\s+of\s+)?"
    rf"|(?P<start>(?:beginning|start|first\s+{_SOME})\s+of\s+)|(?P<middle>middle\s+of\s+)"
    rf"|(?P<last>last\s+{_SOME}\s+of\s+)|(?P<end>(?:year[\s-])?(?:end|close)(?:\s+of)?[\s-]+)"
    rf"|(?P<nth>{_NTH})\s+(?P<of>half|third|quarter|week)\s+of\s+"
    r"|(?P<week>week\s+of\s+))(?:the\s+)?(?:year\s+|month\s+of\s+)?$",
    _FLAGS,
)
_OPENER: Final = compile_later(
    rf"(?<![\w-])(?:{'|'.join(f'(?P<{asks}>{words})' for asks, words in OPENERS.items())})"
    r"(?:\s+|(?<=-))(?:(?P<the>the\s+)?(?:(?:about|around|roughly)\s+)?"
    r"(?P<year>years?\s+|month\s+of\s+)?)[\"“'(]?$",
    _FLAGS,
)
_JOINER: Final = compile_later(
    rf"\s*(?:(?P<plain>{RANGE_JOINERS})|as\s+of|by)(?:\s+|(?<=-))(?:the\s+)?", _FLAGS
)
_ONWARDS: Final = compile_later(rf"\s*{ONWARDS}", _FLAGS)
_AND_EARLIER: Final = compile_later(rf"\s*{AND_EARLIER}", _FLAGS)
_OF_SAID_THINGS: Final = compile_later(rf"\b{SAID_THINGS}\s+$", _FLAGS)
_LEADS_TO_A_MONTH: Final = compile_later(BEFORE_A_MONTH, _FLAGS)
_LEADS_TO_A_YEAR: Final = compile_later(BEFORE_A_YEAR, _FLAGS)
_CUT_BEFORE: Final = compile_later(
    rf"\b(?:\w+\s+)?{CALENDAR_NOUN}\s+$|(?<!\S)\S*(?:early|mid|late)[\s-]+$"
    r"|\b(?:since|until|till|before|after|as\s+of)\s+(?:(?:and|or)\s+)?$",
    _FLAGS,
)
_DUE_BEFORE: Final = compile_later(r"[,;:(]\s*$")
_DUE_AFTER: Final = compile_later(
    r"\s*(?:[,;:)\]?!\"”']|[.](?!\w)|$|(?:on|about|regarding|more)\b)", _FLAGS
)
_MODAL_MONTHS: Final = frozenset({3, 5})  # "4 may refuse", "march 3 abreast"


@dataclass(frozen=True, slots=True)
class DatePhrase:
    """One date or one range; `asks` is a key of OPENERS or empty, `parts` are the words before it.

    `to` is the other end of a range. `is_cut` says that words before it make another date of it.
    """

    start: int
    end: int
    unit: CalendarUnit
    asks: str = ""
    parts: tuple[re.Match[str], ...] = ()
    to: DatePhrase | None = None
    is_cut: bool = False

    @property
    def spans(self) -> tuple[DateSpan, ...]:
        """Return the days it may mean; where a range gives the year, in that year."""
        found = self.unit.spans
        for words in self.parts:
            found = tuple(_part_of(span, words) for span in found)
        return found


def phrases(text: str, today: date, taken: Collection[tuple[int, int]] = ()) -> list[DatePhrase]:
    """Return the dates and ranges of a text in their order, none of which overlaps a taken span."""
    found = [
        _with_parts(text, DatePhrase(unit.start, unit.end, unit), taken)
        for unit in islice(units(text, today), _AT_MOST)
        if _is_free(unit.start, unit.end, taken)
    ]
    return [phrase for phrase in _joined(text, found, taken) if _is_due(text, phrase)]


def _is_free(start: int, end: int, taken: Collection[tuple[int, int]]) -> bool:
    return not any(start < last and first < end for first, last in taken)


def _before(
    pattern: re.Pattern[str], text: str, start: int, taken: Collection[tuple[int, int]]
) -> re.Match[str] | None:
    """Return the words that stand directly before a place, unless they are of a name."""
    near = len(text[:start].rstrip()) - _BEFORE
    found = pattern.search(text, max(0, near), start)
    return found if found and _is_free(found.start(), start, taken) else None


def _with_parts(text: str, phrase: DatePhrase, taken: Collection[tuple[int, int]]) -> DatePhrase:
    while words := _before(_PART, text, phrase.start, taken):
        phrase = replace(phrase, start=words.start(), parts=(*phrase.parts, words))
    return phrase


def _part_of(span: DateSpan, words: re.Match[str]) -> DateSpan:
    if words["week"]:
        return week_of(span.first)
    if words["end"]:
        return DateSpan(span.last, span.last)
    if words["nth"]:
        return _nth(span, ORDINALS[words["nth"].lower()], words["of"].lower())
    third = THIRDS[words["third"].lower()] if words["third"] else 2 * bool(words["last"])
    return _nth(span, 1 if words["middle"] else third, "third")


def _nth(span: DateSpan, number: int, of: str) -> DateSpan:
    """Return a half, third, quarter or week of a span; a span too short for it stays whole."""
    if of == "week":
        first = span.last - timedelta(days=6) if number < 0 else span.first + timedelta(7 * number)
        return DateSpan(first, min(first + timedelta(days=6), span.last))
    count = {"half": 2, "third": 3, "quarter": 4}[of]
    if (span.last - span.first).days < count:
        return span
    return part(span, number % count, count)


def _joined(
    text: str, found: list[DatePhrase], taken: Collection[tuple[int, int]]
) -> Iterator[DatePhrase]:
    """Yield each with what leads to it; two that make a range, as one."""
    used = -1
    for i, (phrase, after) in enumerate(pairwise([*found, None])):
        if i == used or phrase is None:
            continue
        led = _led(text, phrase, taken)
        if after and _makes_a_range(text, led, after, taken):
            led, used = _range(led, after), i + 1
        yield _checked(text, _followed(text, led), taken)


def _led(text: str, phrase: DatePhrase, taken: Collection[tuple[int, int]]) -> DatePhrase:
    opener = _before(_OPENER, text, phrase.start, taken)
    if opener is None or (
        phrase.unit.kind is UnitKind.YEAR and not _leads_to_a_year(opener, phrase)
    ):
        return phrase
    asks = next(asks for asks in OPENERS if opener[asks])
    said_from = opener[0].lower().startswith("from")
    if asks == "since" and said_from:
        of_said_things = bool(_before(_OF_SAID_THINGS, text, opener.start(), ()))
        asks = "within" if of_said_things or phrase.unit.kind is UnitKind.RANGE else asks
    return replace(phrase, start=opener.start(), asks=asks)


def _leads_to_a_year(opener: re.Match[str], phrase: DatePhrase) -> bool:
    """Return whether "in" leads to the year, and not to "the 2018 summit"."""
    return bool(phrase.parts or opener["year"] or not opener["the"])


def _makes_a_range(
    text: str, first: DatePhrase, second: DatePhrase, taken: Collection[tuple[int, int]]
) -> bool:
    gap = text[first.end : second.start]
    joiner = _JOINER.fullmatch(gap)
    if joiner is None or not _is_free(first.end, second.start, taken):
        return False
    if not joiner["plain"]:
        return first.asks in {"since", "after"}
    return joiner["plain"].lower() != "and" or _is_paired(first)


def _is_paired(first: DatePhrase) -> bool:
    """Return whether "and" leads to the other end: "between 2018 and", "January and"."""
    return first.asks == "between" or first.unit.kind is UnitKind.YEARLESS


def _range(first: DatePhrase, second: DatePhrase) -> DatePhrase:
    """Return two dates as one range; a date without a year takes that of the other."""
    if first.unit.kind is UnitKind.YEARLESS and second.spans:
        first = _in_year_of(first, second.spans[0].last, before=True)
    elif second.unit.kind is UnitKind.YEARLESS and first.spans:
        second = _in_year_of(second, first.spans[0].first, before=False)
    return replace(first, end=second.end, to=second)


def _in_year_of(phrase: DatePhrase, other: date, *, before: bool) -> DatePhrase:
    """Give a date the year by which it is before, or after, another day: October to March."""
    unit = phrase.unit
    spans = unit.in_year(other.year)
    if before and spans and spans[0].first > other:
        spans = unit.in_year(other.year - 1)
    if not before and spans and spans[0].last < other:
        spans = unit.in_year(other.year + 1)
    return replace(phrase, unit=replace(unit, kind=UnitKind.EXACT, spans=spans))


def _followed(text: str, phrase: DatePhrase) -> DatePhrase:
    """Read "and later" or "or earlier" after a date."""
    if phrase.to:
        return phrase
    if onwards := _ONWARDS.match(text, phrase.end):
        if onwards[0].strip().lower() == "on" and phrase.asks != "since":
            return phrase
        return replace(phrase, end=onwards.end(), asks="since")
    if earlier := _AND_EARLIER.match(text, phrase.end):
        return replace(phrase, end=earlier.end(), asks="until")
    return phrase


def _checked(text: str, phrase: DatePhrase, taken: Collection[tuple[int, int]]) -> DatePhrase:
    """Take in words that make another date of it: "two weeks before 2018" is not before 2018."""
    cut = _before(_CUT_BEFORE, text, phrase.start, taken)
    return replace(phrase, start=cut.start(), is_cut=True) if cut else phrase


def _is_due(text: str, phrase: DatePhrase) -> bool:
    """Return whether a date is meant, and not a number or a month's name in other words."""
    if text[phrase.start - 1 : phrase.start] == "-" or re.fullmatch(
        r"-\w", text[phrase.end : phrase.end + 2]
    ):
        return False
    if phrase.to or phrase.parts:
        return True
    if phrase.unit.kind is UnitKind.YEARLESS:
        return _is_due_without_a_year(text, phrase)
    return phrase.unit.kind is not UnitKind.YEAR or _is_due_year(text, phrase)


def _is_due_year(text: str, phrase: DatePhrase) -> bool:
    alone = _DUE_AFTER.match(text, phrase.end)
    if text[phrase.unit.start] == "'":  # "in '18", but no quotation that begins with a number
        return bool(phrase.asks and alone)
    if phrase.asks and _LEADS_TO_A_YEAR.match(text, phrase.start):
        return True
    return bool(alone or _before(_DUE_BEFORE, text, phrase.start, ()))


def _is_due_without_a_year(text: str, phrase: DatePhrase) -> bool:
    if phrase.unit.day is None:
        return bool(phrase.asks and _LEADS_TO_A_MONTH.match(text, phrase.start))
    if phrase.asks or phrase.unit.month not in _MODAL_MONTHS:
        return True
    return bool(_DUE_AFTER.match(text, phrase.end))
