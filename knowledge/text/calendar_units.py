"""Days, months, quarters, seasons and years in a question: where each stands and what it means."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from knowledge.text.date_grammar import (
    DateSpan,
    back,
    days,
    decade_of,
    month_number,
    months,
    part,
    period,
)
from knowledge.text.english.calendar_words import (
    COUNTED,
    MONTH,
    NOW,
    NTH,
    NUMBER,
    SEASONS,
    SHORT_WEEKDAY,
    VAGUE_NUMBER,
    WEEKDAY,
    WEEKDAYS,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class UnitKind(Enum):
    """What a unit must stand beside, and what it asks for where it stands alone."""

    EXACT = "as of its last day"
    PERIOD = "what was said in it"
    RANGE = "what was said from its first end to its last"
    YEAR = "a date only where a date is due"
    YEARLESS = "a date whose year another one gives"
    NOW = "today, unless another date stands beside it"


@dataclass(frozen=True, slots=True)
class CalendarUnit:
    """Words that name days; no span: no calendar has them. Several: it may be any of them.

    `month` and `day` are those of a unit without a year.
    """

    start: int
    end: int
    kind: UnitKind
    spans: tuple[DateSpan, ...] = ()
    month: int | None = None
    day: int | None = None

    def in_year(self, year: int) -> tuple[DateSpan, ...]:
        return _some(days(year, self.month, self.day))


Parts = dict[str, str]


class _Form(NamedTuple):
    pattern: str
    kind: UnitKind
    spans: Callable[[Parts, date], tuple[DateSpan, ...]]


def units(text: str, today: date) -> Iterator[CalendarUnit]:
    """Yield the units of a text, in which dashes are hyphens."""
    compiled = _compiled()
    for match in compiled.any.finditer(text):
        number = int((match.lastgroup or "f0")[1:])
        form, inner = FORMS[number], compiled.each[number].fullmatch(match[0])
        if inner is None:
            continue
        parts = {name: words for name, words in inner.groupdict().items() if words is not None}
        yield _unit(match.span(), form, parts, today)


def _unit(place: tuple[int, int], form: _Form, parts: Parts, today: date) -> CalendarUnit:
    if form.kind is UnitKind.YEARLESS:
        month, day = month_number(parts["month"]), parts.get("day")
        return CalendarUnit(*place, form.kind, month=month, day=int(day) if day else None)
    try:
        return CalendarUnit(*place, form.kind, form.spans(parts, today))
    except (ValueError, OverflowError):  # a day that no calendar has
        return CalendarUnit(*place, form.kind)


def _some(*found: DateSpan | None) -> tuple[DateSpan, ...]:
    return tuple(sorted({span for span in found if span}))


def _year(parts: Parts, today: date) -> int:
    if (words := parts["year"].lower()).endswith("year"):
        return today.year - words.startswith("last")
    year = int(words.strip("'"))
    return year if year > 99 else year + (2000 if year < 70 else 1900)  # noqa: PLR2004


def _day(parts: Parts, today: date) -> tuple[DateSpan, ...]:
    day = parts.get("day")
    return _some(days(_year(parts, today), month_number(parts["month"]), int(day) if day else None))


def _days(parts: Parts, today: date) -> tuple[DateSpan, ...]:
    year, month = _year(parts, today), month_number(parts["month"])
    first, last = (days(year, month, int(parts[which])) for which in ("day", "to"))
    return (DateSpan(first.first, last.last),) if first and last and first < last else ()


def _figures(parts: Parts, today: date) -> tuple[DateSpan, ...]:
    """Return the days that 03/05/2025 may be: in London and in New York."""
    year, a, b = _year(parts, today), int(parts["a"]), int(parts["b"])
    return _some(days(year, a, b), days(year, b, a))


def _whole_year(parts: Parts, today: date) -> tuple[DateSpan, ...]:
    return _some(days(_year(parts, today)))


def _last_year(parts: Parts) -> int:
    """Return 2019 of "2018-19"."""
    last = parts["to"]
    return int(last) if len(last) > 2 else int(parts["year"][:2] + last)  # noqa: PLR2004


def _years(parts: Parts, today: date) -> tuple[DateSpan, ...]:
    first, last = date(_year(parts, today), 1, 1), date(_last_year(parts), 12, 31)
    return (DateSpan(first, last),) if first < last else ()


def _quarter(parts: Parts, today: date) -> tuple[DateSpan, ...]:
    number, of = int(parts["number"]), 2 if parts["unit"].lower() == "h" else 4
    whole = days(_year(parts, today))
    return (part(whole, number - 1, of),) if whole and 1 <= number <= of else ()


def _season(parts: Parts, today: date) -> tuple[DateSpan, ...]:
    """Return three months; "winter 2018" is that of January or that of December."""
    year, month = _year(parts, today), SEASONS[parts["season"].lower()]
    first, second = months(year - month // 12, month, 3), months(year, month, 3)
    if "to" in parts:
        return (second,) if int(parts["to"]) % 100 == (year + 1) % 100 and month == 12 else ()  # noqa: PLR2004
    return _some(first, second)


def _decade(parts: Parts, today: date) -> tuple[DateSpan, ...]:
    return (decade_of(date(_year(parts, today), 1, 1)),)


def _relative(parts: Parts, today: date) -> tuple[DateSpan, ...]:
    which = "this" if parts["which"].lower() in {"this", "current"} else "last"
    return (period(which, parts["unit"].lower(), today),)


def _next(parts: Parts, today: date) -> tuple[DateSpan, ...]:
    after = period("this", parts["unit"].lower(), today).last + timedelta(days=1)
    return (period("this", parts["unit"].lower(), after),)


def _latest(parts: Parts, today: date) -> tuple[DateSpan, ...]:
    """Return the latest month or season of a name that is over, or of "this" year's."""
    named, year = parts["named"].lower(), today.year
    season = SEASONS.get(named)
    month, count = (season, 3) if season else (month_number(named), 1)
    span = months(year, month, count)
    if parts["which"].lower() == "this":
        return (span,)
    over = next(n for n in range(3) if months(year - n, month, count).last < today)
    return (months(year - over, month, count),)


def _weekday(parts: Parts, today: date) -> tuple[DateSpan, ...]:
    number = [day.lower() for day in WEEKDAYS].index(parts["weekday"].lower())
    return _one(today - timedelta(days=(today.weekday() - number) % 7 or 7))


def _count(parts: Parts) -> int:
    words = parts["count"].lower()
    return COUNTED.get(words) or int(words)


def _ago(parts: Parts, today: date) -> tuple[DateSpan, ...]:
    if "vague" in parts:
        return ()
    return _one(back(today, _count(parts), parts["unit"].lower()))


def _past(parts: Parts, today: date) -> tuple[DateSpan, ...]:
    if "vague" in parts:
        return ()
    count = _count(parts) if "count" in parts else 1
    return (DateSpan(back(today, count, parts["unit"].lower()), today),)


def _yesterday(parts: Parts, today: date) -> tuple[DateSpan, ...]:
    return _one(today - timedelta(days=2 if "before" in parts else 1))


def _one(day: date) -> tuple[DateSpan, ...]:
    return (DateSpan(day, day),)


def _today(_parts: Parts, today: date) -> tuple[DateSpan, ...]:
    return _one(today)


def _none(_parts: Parts, _today: date) -> tuple[DateSpan, ...]:
    return ()


_THE = r"(?:the\s+)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_SHORT_YEAR = r"(?P<year>(?:19|20)\d\d|'\d\d|(?:last|this)\s+year)"
_MONTH = rf"(?P<month>{MONTH}\.?)"
_WEEKDAY = rf"(?:{SHORT_WEEKDAY}\.?,?\s+)?"
_DAY = rf"{_THE}(?:{SHORT_WEEKDAY}\.?,?\s+{_THE})?(?P<day>\d{{1,2}}){NTH}"
_LATER = rf"\s*(?:-|to|and|through|until)\s*(?P<to>\d{{1,2}}){NTH}"
_OF = r"(?:\s*,\s*|\s+(?:of\s+)?|-|(?<=\.)|(?='))"
_SEASON = "|".join(SEASONS)
_UNIT = r"(?P<unit>day|week|month|quarter|year|decade)s?"
_COUNT = rf"(?:(?P<count>{NUMBER})|(?P<vague>{VAGUE_NUMBER}))"
_NOT_A_VERB = r"(?:this|past)(?!\s+(?:may|mar(?:ch)?)\b)"  # "this may change"
_QUARTER = r"(?P<unit>[qh])(?P<number>\d)"

# The longest first, where one begins as another does.
FORMS: Final = (
    _Form(rf"{_YEAR}[-/.](?P<month>\d{{1,2}})[-/.](?P<day>\d{{1,2}})", UnitKind.EXACT, _day),
    _Form(
        r"(?P<a>\d{1,2})[-/.](?P<b>\d{1,2})[-/.](?P<year>(?:19|20)\d\d|\d\d)",
        UnitKind.EXACT,
        _figures,
    ),
    _Form(rf"{_DAY}{_LATER}\s+(?:of\s+)?{_MONTH}{_OF}{_SHORT_YEAR}", UnitKind.RANGE, _days),
    _Form(rf"{_MONTH}\s*{_DAY}{_LATER}{_OF}{_SHORT_YEAR}", UnitKind.RANGE, _days),
    _Form(
        rf"{_DAY}[\s-]*(?:of\s+)?{_MONTH}{_OF}(?P<year>(?:19|20)\d\d|'?\d\d|(?:last|this)\s+year)",
        UnitKind.EXACT,
        _day,
    ),
    _Form(rf"{_WEEKDAY}{_MONTH}\s*{_DAY}{_OF}{_SHORT_YEAR}", UnitKind.EXACT, _day),
    _Form(rf"{_YEAR},?\s+{_MONTH}\s+{_DAY}", UnitKind.EXACT, _day),
    _Form(rf"{_YEAR}\s*[-,/]?\s*{_QUARTER}", UnitKind.PERIOD, _quarter),
    _Form(rf"{_YEAR}(?:\s+|-){_MONTH}(?!\s+\d)", UnitKind.EXACT, _day),
    _Form(rf"{_YEAR}\s*[-/]\s*(?P<to>(?:19|20)\d\d)", UnitKind.RANGE, _years),
    _Form(rf"{_YEAR}[-/](?P<to>1[3-9]|[2-9]\d)", UnitKind.RANGE, _years),
    _Form(rf"{_YEAR}[-/.](?P<month>\d{{1,2}})", UnitKind.EXACT, _day),
    _Form(rf"(?P<month>\d{{1,2}})[-/.]{_YEAR}", UnitKind.EXACT, _day),
    _Form(rf"{_MONTH}{_OF}{_SHORT_YEAR}", UnitKind.EXACT, _day),
    _Form(rf"{_QUARTER}\s*[-/,]?\s*(?:of\s+)?{_SHORT_YEAR}", UnitKind.PERIOD, _quarter),
    _Form(
        rf"{_THE}(?P<season>{_SEASON})(?:\s+of)?,?\s+{_SHORT_YEAR}(?:[-/](?P<to>(?:20)?\d\d))?",
        UnitKind.PERIOD,
        _season,
    ),
    _Form(rf"{_THE}(?P<year>(?:19|20)\d0)'?s", UnitKind.PERIOD, _decade),
    _Form(rf"{_COUNT}\s+{_UNIT}\s+(?:ago|back)", UnitKind.EXACT, _ago),
    _Form(rf"{_THE}(?:last|past)\s+{_COUNT}\s+{_UNIT}", UnitKind.PERIOD, _past),
    _Form(rf"{_THE}past\s+{_UNIT}", UnitKind.PERIOD, _past),
    _Form(
        rf"{_THE}(?P<which>last|previous|this|current)\s+(?P<unit>week|month|quarter|year|decade)"
        r"(?!\s+of\b)",
        UnitKind.PERIOD,
        _relative,
    ),
    _Form(
        rf"{_THE}(?:next|coming)\s+(?P<unit>week|month|quarter|year|decade)",
        UnitKind.PERIOD,
        _next,
    ),
    _Form(
        rf"(?P<which>last|{_NOT_A_VERB})\s+(?P<named>{MONTH}|{_SEASON})", UnitKind.PERIOD, _latest
    ),
    _Form(
        rf"(?:last|this|past|(?:late|early)(?:\s+on)?|on)\s+(?P<weekday>{WEEKDAY})",
        UnitKind.EXACT,
        _weekday,
    ),
    _Form(r"(?P<before>the\s+day\s+before\s+)?yesterday", UnitKind.EXACT, _yesterday),
    _Form(NOW, UnitKind.NOW, _today),
    _Form(rf"{_DAY}\s+(?:of\s+)?{_MONTH}", UnitKind.YEARLESS, _none),
    _Form(rf"{_WEEKDAY}{_MONTH}\s+{_DAY}", UnitKind.YEARLESS, _none),
    _Form(r"(?P<year>(?:19|20)\d\d|'\d\d)", UnitKind.YEAR, _whole_year),
    _Form(_MONTH, UnitKind.YEARLESS, _none),
)
_NAMED_GROUP: Final = re.compile(r"\(\?P<\w+>")


class _Compiled(NamedTuple):
    any: re.Pattern[str]
    each: tuple[re.Pattern[str], ...]


@cache
def _compiled() -> _Compiled:
    """Return all forms as one pattern, and each with its parts; compiled when first used."""
    flags = re.IGNORECASE | re.ASCII
    forms = (f"(?P<f{i}>{_NAMED_GROUP.sub('(?:', f.pattern)})" for i, f in enumerate(FORMS))
    joined = rf"(?<![\w/.])(?<!\w')(?=[\w'])(?:{'|'.join(forms)})(?!\w|[./]\d|-\d(?!\d?\s+[a-z]))"
    return _Compiled(re.compile(joined, flags), tuple(re.compile(f.pattern, flags) for f in FORMS))
