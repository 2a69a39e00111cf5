"""Dates as sentences print them: "on Friday", "last month", "Feb. 19", by the article's date."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from knowledge.corpus.errors import IntakeError
from knowledge.corpus.model import Interval
from knowledge.text import past_times
from knowledge.text.article_text import Span
from knowledge.text.date_grammar import days, month_of, period, week_of, year_of
from knowledge.text.english.calendar_words import (
    COUNTED_IN_PRINT,
    DAYS_AGO,
    DOTTED_MONTH,
    EARLY_OR_LATE,
    FEW,
    LATELY,
    NOT_OF_A_HOLIDAY,
    NTH,
    NUMBER,
    PRINTED_YEAR,
    SEASONS,
    WEEKDAY,
    WEEKDAYS,
)
from knowledge.text.english.story_words import NOT_OF_THE_NEWS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateparser.date import DateDataParser

_SEASON: Final = "|".join(SEASONS)
_COUNT: Final = "|".join(rf"[{w[0].upper()}{w[0]}]{w[1:]}" for w in (*COUNTED_IN_PRINT, *FEW) if w)
_LATELY: Final = "|".join(f"[{w[0].upper()}{w[0]}]{w[1:]}" for w in LATELY if w != "once")
_AS_EARLY_AS: Final = r"[Aa]s\s+(?:early|late|recently|far\s+back|long\s+ago)\s+as"
_DAY_OF_MONTH: Final = (
    rf"{DOTTED_MONTH}\s+\d{{1,2}}{NTH}(?:,?\s+\d{{4}})?(?!\d)"
    rf"|(?:the\s+)?\d{{1,2}}{NTH}\s+(?:of\s+)?{DOTTED_MONTH}(?:\s+\d{{4}})?\b"
)
# "Saturday, March 4, 2017" is that day, and no Saturday of the week.
_WHEN: Final = re.compile(
    rf"\b{WEEKDAY}\s+\((?:{_DAY_OF_MONTH})\)"
    rf"|\b(?:(?:{WEEKDAY},?\s+)?(?:{_DAY_OF_MONTH})"
    rf"|(?P<month>(?:(?:(?:[Bb]ack\s+)?[Ii]n|[Ll]ast|[Ss]ince)\s+(?:{EARLY_OR_LATE})?|{EARLY_OR_LATE})"
    rf"{DOTTED_MONTH}(?:,?\s+(?:of\s+)?(?:{PRINTED_YEAR}|(?:last|this)\s+year))?)\b"
    rf"|(?P<year>(?:(?:[Bb]ack\s+)?[Ii]n|[Ss]ince|{_AS_EARLY_AS})\s+(?:{EARLY_OR_LATE})?{PRINTED_YEAR})(?![\d-])"
    rf"|(?P<decade>(?:[Ii]n\s+|(?<=[Bb]y\s)|(?<=[Dd]uring\s))the\s+(?:{EARLY_OR_LATE})?(?:1[5-9]|20)\d0s)\b"
    rf"|(?P<season>(?:[Ii]n\s+(?:the\s+)?|[Oo]ver\s+the\s+|[Dd]uring\s+the\s+)(?:{_SEASON})\s+(?:of\s+)?"
    rf"{PRINTED_YEAR}|(?:[Ll]ast|[Tt]his(?:\s+past)?)\s+(?:{_SEASON}))\b"
    rf"|\d{{4}}-\d{{2}}-\d{{2}}"
    rf"|(?P<weekday>(?:(?:[Ll]ast|[Ll]ate|[Ee]arly)\s+)?{NOT_OF_A_HOLIDAY}{NOT_OF_THE_NEWS}{WEEKDAY})"
    r"|(?P<weekend>(?:(?:[Oo]ver|[Aa]t|[Oo]n|[Dd]uring)\s+the|[Ll]ast|[Tt]his)\s+(?:past\s+)?weekend)"
    r"|(?P<span>(?:[Ee]arlier\s+)?(?:[Ll]ast|[Tt]his)\s+(?:week|month|year))"
    r"|[Tt]his\s+(?:morning|afternoon|evening)"
    rf"|(?P<ago>{NUMBER}\s+(?:days?|weeks?|months?|years?)\s+ago)"
    rf"|(?P<few>(?:(?:{_COUNT})\s+)?(?:[Dd]ays|[Nn]ights?|[Ww]eeks|[Mm]onths|[Yy]ears|[Dd]ecades?)\s+ago)"
    rf"|(?P<lately>{_LATELY}|(?<=\s)once(?=\s+[a-z]+(?:ed|aid|old|ote)\b))"
    r"|[Tt]he\s+day\s+before\s+yesterday"
    r"|[Yy]esterday|[Tt]oday|[Tt]onight|[Ll]ast\s+night)\b"
    rf"|\b(?P<occasion>{PRINTED_YEAR})(?![\d%-]|\s*\()",
)
# Before the year of an occasion: "in her 2016 memoir", "in his farewell address of 1796".
_OCCASION: Final = re.compile(
    r"\b(?:in|at|during|from)\s+(?:the|an?|his|her|its|their)\s+(?:(?:[\w'-]+\s+){1,4}of\s+)?$",
    re.IGNORECASE,
)
_LOOK_BACK: Final = 80  # characters in which such an occasion begins
_EMPTY: Final = re.compile(r"^(?:in|late|early|on)\s+", re.IGNORECASE)
_REACHING_BACK: Final = {"ago", "span", "few", "season", "lately"}
_AHEAD: Final = 300  # days; a date without a year that lies further back is one of this year, ahead


class Dated(NamedTuple):
    """A date in some words: where it stands, and when that is."""

    span: Span
    when: Interval


def find_printed(words: str) -> Iterator[Span]:
    """Yield where some words print dates, whatever days they may be."""
    yield from (Span(*match.span()) for match in _find(words))


def dates(words: str, published: Interval) -> Iterator[Dated]:
    """Yield the dates that some words print up to the publication, resolved against it."""
    for match in _find(words):
        if found := _resolved(match, published):
            yield Dated(Span(*match.span()), found)


def _find(words: str) -> Iterator[re.Match[str]]:
    """Yield the dates in some words; a bare year only where it says when an occasion was."""
    for match in _WHEN.finditer(words):
        start = match.start()
        if not match["occasion"] or _OCCASION.search(words[max(0, start - _LOOK_BACK) : start]):
            yield match


def _resolved(match: re.Match[str], published: Interval) -> Interval | None:
    printed, base = match[0], published.to
    found = _interval(match, published)
    if found is None or found[0] > base:
        return None
    first, last = found
    with_year = re.search(r"\d{4}", printed)
    reaches = with_year or match.lastgroup in _REACHING_BACK or printed.endswith("last year")
    if not reaches and (base - last).days > _AHEAD:
        return None
    exact = with_year and first == last
    last = base if re.match("since", printed, re.IGNORECASE) else min(last, base)
    why = f"date inferred: {printed!r}, held against the publication of {base.isoformat()}"
    if last.year < base.year and not with_year:
        why += (
            f", is of {last.year} or before" if first.year < last.year else f", is of {last.year}"
        )
    return Interval(from_=first, to=last, printed=printed, basis="printed" if exact else why)


def _interval(match: re.Match[str], published: Interval) -> tuple[date, date] | None:
    printed, base = match[0].lower(), published.to
    if match["span"]:
        which, unit = printed.split()[-2:]
        return period(which, unit, base)
    if match["year"] or match["occasion"]:
        return days(int(printed[-4:]))
    if read := past_times.READ.get(match.lastgroup or ""):
        return read(printed, base)
    if match["weekday"] or printed.endswith(tuple(DAYS_AGO)):
        if (base - published.from_).days > 6:  # noqa: PLR2004 (which of the Fridays?)
            return None
        day = _day(printed, base)
        return day, day
    return _parsed(re.sub(r"[()]|^the | of ", " ", _EMPTY.sub("", printed)).strip(), base)


def _day(printed: str, base: date) -> date:
    """Return the day that a bare weekday means in news: the last one up to publication."""
    ago = next((n for words, n in DAYS_AGO.items() if printed.endswith(words)), None)
    if ago is not None:
        return base - timedelta(days=ago)
    number = [day.lower() for day in WEEKDAYS].index(printed.rsplit(maxsplit=1)[-1])
    back = (base.weekday() - number) % 7
    return base - timedelta(days=back or 7 * printed.startswith("last"))


@lru_cache(maxsize=4096)
def _parsed(words: str, base: date) -> tuple[date, date] | None:
    """Let dateparser read a date; the precision it tells becomes the interval."""
    words = re.sub(r"^(?:last|since)\s+", "", words)
    found = _parser(base).get_date_data(words)
    if found.date_obj is None:
        return None
    day = found.date_obj.date()
    if found.period == "month" or re.search(r"months? ago", words):
        return month_of(day)
    if found.period == "year" or re.search(r"years? ago", words):
        return year_of(day)
    if re.search(r"weeks? ago", words):
        return week_of(day)
    return day, day


@lru_cache(maxsize=64)
def _parser(base: date) -> DateDataParser:
    try:
        from dateparser.date import DateDataParser  # noqa: PLC0415 (serving needs it not)
    except ImportError as error:
        msg = "Reading dates in words needs dateparser. In a checkout, run: pip install '.[curate]'"
        raise IntakeError(msg) from error

    settings = {
        "RELATIVE_BASE": datetime.combine(base, time(12)),
        "PREFER_DATES_FROM": "past",
        "PREFER_DAY_OF_MONTH": "first",
    }
    return DateDataParser(languages=["en"], settings=settings)
