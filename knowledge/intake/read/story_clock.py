"""The day that a text's story has come to: told outright, or counted from the day before it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from knowledge.corpus.model import Interval
from knowledge.intake.read.dated_reading import StoryDay
from knowledge.text import dates_at_verbs
from knowledge.text.article_text import Span
from knowledge.text.date_grammar import DateSpan
from knowledge.text.english.dating_words import DAY_OF_A_DEED
from knowledge.text.english.story_words import AT_A_TIME_OF_THE_DAY
from knowledge.text.sentence_dates import Dated, dates
from knowledge.text.story_times import count_days, count_from, find_story_times

if TYPE_CHECKING:
    import re

    from knowledge.intake.read.dated_reading import DatedReading
    from knowledge.speech.reading import Sentence

_HOLDS: Final = 6  # sentences after which a day that nothing counts from is forgotten
_LEADING: Final = 12  # characters before the day that a sentence begins with


def _read_story(reading: DatedReading) -> list[StoryDay | None]:
    """Return for each sentence the day that the story has come to at its end."""
    found = list[StoryDay | None]()
    for number, sentence in enumerate(reading.sentences):
        before = _hold(found[-1] if found else None, number)
        day = _read_day(reading, sentence, before)
        found.append(StoryDay(day, number) if day else before)
    return found


def _find_day_before(reading: DatedReading, sentence: Sentence) -> Interval | None:
    """Return the day that the story has come to before a sentence."""
    number = reading.get_number(sentence.span)
    reading.story_days = reading.story_days or _read_story(reading)
    before = _hold(reading.story_days[number - 1] if number else None, number)
    return before.when if before else None


def _hold(day: StoryDay | None, number: int) -> StoryDay | None:
    return day if day and number - day.sentence <= _HOLDS else None


def _read_day(
    reading: DatedReading, sentence: Sentence, before: StoryDay | None
) -> Interval | None:
    """Return the day of a sentence's story: the one it begins with, else the last of one day."""
    anchor = before.when if before else None
    told = _list_times(reading, sentence, anchor)
    words = reading.masked[slice(*sentence.span)]
    main = dates_at_verbs.skip_relative(words, [time.span for time in told])
    told = [time for time in told if not DAY_OF_A_DEED.search(words, 0, time.span.start)]
    own = [time for time in told if time.span in main] or told
    if own and leads(reading, sentence, own[0].span):
        return own[0].when
    days = [time for time in own if time.when.from_ == time.when.to]
    return (days or own)[-1].when if own else None


def leads(reading: DatedReading, sentence: Sentence, time: Span) -> bool:
    """Return whether a sentence begins with a time."""
    start = skip_dateline_of(reading, sentence)
    before = reading.masked[sentence.span.start + start : sentence.span.start + time.start]
    return len(before) <= _LEADING or AT_A_TIME_OF_THE_DAY.fullmatch(before) is not None


def list_sentence_times(reading: DatedReading, sentence: Sentence) -> list[Dated]:
    """Return the times of a sentence, in order, by the story before it."""
    return _list_times(reading, sentence, _find_day_before(reading, sentence))


def _list_times(reading: DatedReading, sentence: Sentence, anchor: Interval | None) -> list[Dated]:
    """Return the times of a sentence, in order; those of the story count from the one before."""
    found = list_dates(reading, sentence)
    for match in find_story_times(reading.masked[slice(*sentence.span)]):
        span = Span(*match.span())
        if any(span.touches(time.span) for time in found):
            continue
        earlier = [time.when for time in found if time.span.end <= span.start]
        day = earlier[-1] if earlier else anchor
        if day and (when := _count(match, day, reading.published)):
            found = sorted([*found, Dated(span, when)])
    return found


def list_dates(reading: DatedReading, sentence: Sentence) -> list[Dated]:
    """Return the dates that a sentence prints, without its dateline's."""
    words, start = reading.masked[slice(*sentence.span)], skip_dateline_of(reading, sentence)
    return [found for found in dates(words, reading.published) if found.span.start >= start]


def skip_dateline_of(reading: DatedReading, sentence: Sentence) -> int:
    """Return where a sentence begins after its dateline."""
    return dates_at_verbs.skip_dateline(reading.masked[slice(*sentence.span)])


def count_story_time(
    reading: DatedReading, sentence: Sentence, match: re.Match[str]
) -> Interval | None:
    """Return the days of a time that counts from the story, or from the article's own day."""
    same = [t.when for t in list_dates(reading, sentence) if t.span.end <= match.start()]
    day = same[-1] if same else _find_day_before(reading, sentence)
    return _count(match, day, reading.published) if day else _count_from_print(match, reading)


def _count(match: re.Match[str], anchor: Interval, published: Interval) -> Interval | None:
    days = count_from(match, DateSpan(anchor.from_, anchor.to))
    if days.first > published.to:
        return None
    last = min(days.last, published.to)
    from_what = f"{(anchor.printed or anchor.basis)!r} ({anchor.from_} to {anchor.to})"
    why = f"date inferred: {match[0]!r}, counted from {from_what} before it"
    if {days.first.year, last.year} - {anchor.from_.year, anchor.to.year}:
        why += f", is of {days.first.year} to {last.year}"
    return Interval(from_=days.first, to=last, printed=match[0], basis=why)


def _count_from_print(match: re.Match[str], reading: DatedReading) -> Interval | None:
    """Return the days before the publication that "the day before" may mean without a story."""
    days, published = count_days(match), reading.published
    if days is None or not (days < 0 or match[0].endswith("in the day")):
        return None
    first = published.from_ + timedelta(days=days - 1)
    why = f"{match[0]!r}, held against the publication of {published.to.isoformat()}"
    return Interval(from_=first, to=published.to, printed=match[0], basis=f"date inferred: {why}")
