"""Days that a text tells by its own story: "the following day", or words of a time long past."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import islice
from typing import TYPE_CHECKING, Final

from knowledge.corpus.model import Interval
from knowledge.intake.read.story_clock import count_story_time, list_dates, skip_dateline_of
from knowledge.text import dates_at_verbs
from knowledge.text.article_text import Span
from knowledge.text.english.dating_words import (
    AT_THE_TIME,
    FLASHBACK,
    LONG_BEFORE,
    LONG_OVER,
    OF_A_YEAR,
    UNREAD_TIME,
    USED_TO,
)
from knowledge.text.story_times import find_story_times

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable

    from knowledge.intake.read.dated_reading import DatedReading
    from knowledge.speech.reading import Sentence

_LONG_AGO: Final = timedelta(days=366)
_LIFETIME: Final = timedelta(days=60 * 365)
_USED_BEFORE: Final = 30  # characters
_LEADING: Final = 12  # characters before the day that a sentence begins with
_NEAR: Final = 2  # sentences in which a day long past holds on


def count_from_story(reading: DatedReading, sentence: Sentence, cue: Span) -> Interval | None:
    """Return the day that words at a cue count from the last one before: "the following day"."""
    start, words = sentence.span.start, reading.masked[slice(*sentence.span)]
    found = {Span(*match.span()): match for match in find_story_times(words)}
    at = dates_at_verbs.find_date(words, Span(cue.start - start, cue.end - start), found)
    return count_story_time(reading, sentence, found[at]) if at else None


def _find_at(pattern: re.Pattern[str], words: str, cue: Span) -> Span | None:
    """Return where a sentence prints a time that belongs to a cue."""
    spans = [Span(*match.span()) for match in pattern.finditer(words)]
    return dates_at_verbs.find_date(words, cue, spans)


def count_in_sentence(reading: DatedReading, sentence: Sentence, cue: Span) -> Interval | None:
    """Return the days of "at the time" by the date before it: "who quit in July, said at the"."""
    start, words = sentence.span.start, reading.masked[slice(*sentence.span)]
    at = _find_at(AT_THE_TIME, words, Span(cue.start - start, cue.end - start))
    before = [d for d in list_dates(reading, sentence) if at and d.span.end <= at.start]
    if not before:
        return None
    day = before[-1].when
    why = f"date inferred: {words[slice(*at or (0, 0))]!r}, counted from {day.printed!r} before it"
    return Interval(from_=day.from_, to=day.to, basis=why)


def find_unread_time(reading: DatedReading, sentence: Sentence, cue: Span) -> Interval | None:
    """Return the days up to now for words of a time that no rule reads: "on Easter Monday"."""
    start, words = sentence.span.start, reading.masked[slice(*sentence.span)]
    at = _find_at(UNREAD_TIME, words, Span(cue.start - start, cue.end - start))
    if at is None:
        return _find_beside(reading, sentence, cue)
    printed, published = words[slice(*at)], reading.published
    back = _LIFETIME if LONG_BEFORE.match(printed) else _LONG_AGO
    year = OF_A_YEAR.match(words, at.end)
    first = date(int(year["year"]), 1, 1) if year else published.from_ - back
    why = f"date inferred: {printed!r}, of no day that is read; proposed as up to publication"
    return Interval(from_=min(first, published.to), to=published.to, basis=why)


def _find_beside(reading: DatedReading, sentence: Sentence, cue: Span) -> Interval | None:
    """Return the days since a time long past before a cue: "As mayor in 2012, Dahl said"."""
    found = [
        d for d in list_dates(reading, sentence) if sentence.span.start + d.span.end <= cue.start
    ]
    past = [d.when for d in found if reading.published.from_ - d.when.to > _LONG_AGO]
    if not past:
        return None
    why = f"undated behind {past[-1].printed!r}; proposed as from then to publication"
    return Interval(from_=past[-1].from_, to=reading.published.to, basis=f"date inferred: {why}")


def find_long_past(reading: DatedReading, before: Iterable[Sentence]) -> Interval | None:
    """Return the days from a time long past, which a sentence just before begins with, until now.

    Words of the story it begins are no news of the week; that of a later day ends it.
    """
    for sentence in islice(before, _NEAR):
        for found in list_dates(reading, sentence):
            past = reading.published.from_ - found.when.to > _LONG_AGO
            told_back = FLASHBACK.search(reading.masked, *sentence.span)
            if (
                not past
                or told_back
                or found.span.start - skip_dateline_of(reading, sentence) > _LEADING
            ):
                return None
            why = f"undated behind {found.when.printed!r}; proposed as from then to publication"
            return Interval(
                from_=found.when.from_, to=reading.published.to, basis=f"date inferred: {why}"
            )
    return None


def find_time_of_life(reading: DatedReading, sentence: Sentence, cue: Span) -> Interval | None:
    """Return the years up to now for what was said in a time that is over, without its years.

    "My father used to say"; "When I was a minister, an executive told me".
    """
    before = reading.masked[sentence.span.start : cue.start]
    found = USED_TO.search(before[-_USED_BEFORE:]) or LONG_OVER.match(before)
    if found is None:
        return None
    first, last = reading.published.from_ - _LIFETIME, reading.published.to
    why = f"date inferred: {found[0].strip()!r}, of no printed year; proposed as up to publication"
    return Interval(from_=first, to=last, basis=why)
