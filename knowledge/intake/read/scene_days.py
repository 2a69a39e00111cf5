"""The day of the scene that words belong to: "On Friday she rose. "I am glad," she said."."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from knowledge.corpus.model import Interval
from knowledge.intake.read.story_clock import leads, list_sentence_times
from knowledge.speech.found_speaker import is_document
from knowledge.text import dates_at_verbs
from knowledge.text.article_text import Span
from knowledge.text.english.dating_words import FLASHBACK, HAD
from knowledge.text.english.scene_words import AHEAD, NOT_ON_THE_DAY, RIGHT_AFTER, TO_ONE_PAPER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.intake.read.candidate import Candidate
    from knowledge.intake.read.dated_reading import DatedReading
    from knowledge.speech.reading import Sentence
    from knowledge.text.sentence_dates import Dated

_WEEK: Final = timedelta(days=7)
_NEAR: Final = 2  # sentences
_YEAR: Final = timedelta(days=366)


def find_scene_day(reading: DatedReading, sentence: Sentence, made: Candidate) -> Interval | None:
    """Return the day of the scene just before in which a candidate's speaker goes on."""
    if not _goes_on(reading, made) or is_told_back(reading, sentence, made.group):
        return None
    right_after = _is_right_after(reading, sentence, made)
    for earlier in _list_before(reading, sentence, beyond=right_after):
        day = find_main_time(reading, earlier)
        if day:
            first = leads(reading, earlier, day.span)
            is_scene = _is_scene(reading, earlier, day) and (first or right_after)
            return _name_day(day) if is_scene else None
        if any(speaker.key != made.speaker.key for _, speaker in earlier.named if made.speaker):
            return None
    return None


def _goes_on(reading: DatedReading, made: Candidate) -> bool:
    """Return whether a speaker is one of the story, who tells now what was said then."""
    speaker, cue = made.speaker, made.cue or ""
    if speaker is None or cue.endswith("s") or TO_ONE_PAPER.match(reading.masked, made.group):
        return False
    return speaker.refers_to is not None or is_document(speaker)


def is_told_back(reading: DatedReading, sentence: Sentence, verb: int) -> bool:
    """Return whether a verb tells what was before the story: "had said"."""
    return HAD.search(reading.masked[sentence.span.start : verb]) is not None


def _is_right_after(reading: DatedReading, sentence: Sentence, made: Candidate) -> bool:
    """Return whether words were said at the end of what was told: "she said as she left"."""
    end = made.group + len(made.cue or "")
    return RIGHT_AFTER.match(reading.masked, end, sentence.span.end) is not None


def _list_before(reading: DatedReading, sentence: Sentence, *, beyond: bool) -> Iterator[Sentence]:
    """Yield the sentences before one in its paragraph; the very last also `beyond` it."""
    text, number = reading.text, reading.get_number(sentence.span)
    paragraph = text.paragraph_at(sentence.span.start)
    for earlier in reversed(reading.sentences[:number]):
        same = text.paragraph_at(earlier.span.start) == paragraph
        if not (same or (beyond and reading.get_number(earlier.span) == number - 1)):
            return
        yield earlier


def find_main_time(reading: DatedReading, sentence: Sentence) -> Dated | None:
    """Return the time of what a sentence tells: the first outside of its relative clauses."""
    words = reading.masked[slice(*sentence.span)]
    times = list_sentence_times(reading, sentence)
    main = dates_at_verbs.skip_relative(words, [time.span for time in times])
    main = [span for span in main if dates_at_verbs.stands_alone(words, span)]
    return next((time for time in times if time.span in main), None)


def _is_scene(reading: DatedReading, sentence: Sentence, day: Dated) -> bool:
    """Return whether a sentence tells what happened on one day, not before and not later."""
    words = reading.masked[slice(*sentence.span)]
    one = day.when.from_ == day.when.to and not NOT_ON_THE_DAY.search(words, 0, day.span.start)
    return sentence.main and one and not (AHEAD.search(words) or FLASHBACK.search(words))


def _name_day(day: Dated) -> Interval:
    why = f"date inferred: {day.when.printed!r}, of the scene just before"
    return Interval(from_=day.when.from_, to=day.when.to, basis=why)


def find_days_since_scene(
    reading: DatedReading, sentence: Sentence, made: Candidate
) -> Interval | None:
    """Return the days since a scene of weeks ago that is told near a sentence, until now."""
    number, published = reading.get_number(sentence.span), reading.published
    for earlier in reversed(reading.sentences[max(0, number - _NEAR) : number + 1]):
        day = find_main_time(reading, earlier)
        if day is None:
            continue
        told_back = FLASHBACK.search(reading.masked, *earlier.span)
        near = _WEEK < published.from_ - day.when.from_ <= _YEAR
        told = _tells_scene(reading, earlier, day) or _is_right_after(reading, sentence, made)
        if told_back or not (near and told):
            return None
        why = f"undated behind {day.when.printed!r}; proposed as from then to publication"
        return Interval(from_=day.when.from_, to=published.to, basis=f"date inferred: {why}")
    return None


def _tells_scene(reading: DatedReading, sentence: Sentence, day: Dated) -> bool:
    """Return whether a sentence begins with its day, or somebody says something then."""
    words, start = reading.masked[slice(*sentence.span)], sentence.span.start
    verbs = (Span(c.verb.start - start, c.verb.end - start) for c, _ in sentence.named)
    said = (dates_at_verbs.find_date(words, verb, [day.span]) for verb in verbs)
    return leads(reading, sentence, day.span) or any(said)
