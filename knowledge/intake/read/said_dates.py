"""The date when words were said: the one that belongs to their cue.

Without a date of their own, words were said when the same speaker last spoke.
"""

from __future__ import annotations

from bisect import bisect_left
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from knowledge.corpus.model import Interval
from knowledge.intake.read.scene_days import (
    find_days_since_scene,
    find_main_time,
    find_scene_day,
    is_told_back,
)
from knowledge.intake.read.story_clock import leads
from knowledge.intake.read.story_dates import (
    count_from_story,
    count_in_sentence,
    find_long_past,
    find_time_of_life,
    find_unread_time,
)
from knowledge.text import dates_at_verbs
from knowledge.text.article_text import Span
from knowledge.text.english.dating_words import RESPONDING
from knowledge.text.english.pronouns import RELATIVE_CLAUSE
from knowledge.text.english.scene_words import TO_ONE_PAPER
from knowledge.text.sentence_dates import dates

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.intake.read.candidate import Candidate
    from knowledge.intake.read.dated_reading import DatedReading
    from knowledge.speech.reading import Sentence

OF_THE_DAY: Final = "date inferred: an entry of the day of publication, by its time"
_UNDATED: Final = timedelta(days=7)
_YEAR: Final = timedelta(days=366)
_HAD_BEFORE: Final = 40  # characters
_BACK: Final = 6  # sentences in which the same speaker may have been dated last


def find_said_date(reading: DatedReading, sentence: Sentence, made: Candidate) -> Interval | None:
    """Return when a candidate's words were said, as far as the text says."""
    if made.cue is None:
        return _find_in_narration(reading, sentence, made)
    cue = Span(made.group, made.group + len(made.cue))
    key = made.speaker.key if made.speaker else ""
    own = _find_at_speaker(reading, sentence, key, cue)
    return (
        own
        or find_time_of_life(reading, sentence, cue)
        or count_in_sentence(reading, sentence, cue)
        or _find_by_hour(reading, sentence)
        or count_from_story(reading, sentence, cue)
        or find_scene_day(reading, sentence, made)
        or _find_just_before(reading, sentence, made)
        or _find_answered(reading, sentence)
        or find_unread_time(reading, sentence, cue)
        or find_long_past(reading, _list_before(reading, sentence))
        or find_days_since_scene(reading, sentence, made)
        or _find_told_back(reading, sentence, cue)
    )


def _find_told_back(reading: DatedReading, sentence: Sentence, cue: Span) -> Interval | None:
    """Return the days up to now for what "had said" tells of no printed day."""
    before = reading.masked[sentence.span.start : cue.start]
    if not (is_told_back(reading, sentence, cue.start) and " had " in before[-_HAD_BEFORE:]):
        return None
    first, last = reading.published.from_ - _YEAR, reading.published.to
    verb = f"had {reading.text[cue]}"
    why = f"date inferred: {verb!r}, of no printed day; proposed as up to publication"
    return Interval(from_=first, to=last, basis=why)


def _find_by_hour(reading: DatedReading, sentence: Sentence) -> Interval | None:
    """Return the day of an entry of a live blog: that of its publication."""
    day = reading.published
    stamped = reading.is_stamped(sentence.span)
    return Interval(from_=day.from_, to=day.to, basis=OF_THE_DAY) if stamped else None


def propose_date(published: Interval) -> Interval:
    """Return what an undated statement is proposed as: the week that ends with publication."""
    why = "date inferred: undated in the text; proposed as the week up to publication"
    return Interval(from_=published.from_ - _UNDATED, to=published.to, basis=why)


def find_date_at_cue(words: str, cue: Span, published: Interval) -> Interval | None:
    """Return the date of a cue in its sentence, whose quotations are masked by NUL."""
    found = _list_dates(words, published)
    at = dates_at_verbs.find_date(words, cue, found)
    return found[at] if at else None


def _list_dates(words: str, published: Interval) -> dict[Span, Interval]:
    """Return the dates of a sentence, without its dateline's."""
    start = dates_at_verbs.skip_dateline(words)
    return {d.span: d.when for d in dates(words, published) if d.span.start >= start}


def _find_at_speaker(
    reading: DatedReading, sentence: Sentence, key: str, cue: Span | None = None
) -> Interval | None:
    """Return the date at a cue of a speaker, or at another of theirs in the sentence."""
    start, words = sentence.span.start, reading.masked[slice(*sentence.span)]
    others = [c.verb for c, s in sentence.named if s.key == key and c.verb != cue]
    if cue:  # what somebody said before, in a clause about them, has a date of its own
        others = [verb for verb in others if not _is_of_another_clause(words, start, verb, cue)]
    for verb in [cue, *others] if cue else others:
        place = Span(verb.start - start, verb.end - start)
        if found := find_date_at_cue(words, place, reading.published):
            return found
    return None


def _is_of_another_clause(words: str, start: int, verb: Span, cue: Span) -> bool:
    """Return whether a verb stands in a relative clause that a cue does not stand in."""
    clauses = [Span(*match.span()) for match in RELATIVE_CLAUSE.finditer(words)]
    own, other = (Span(span.start - start, span.end - start) for span in (cue, verb))
    return any(clause.holds(other) and not clause.holds(own) for clause in clauses)


def _find_in_narration(
    reading: DatedReading, sentence: Sentence, made: Candidate
) -> Interval | None:
    """Return the first date of the outlet's own narration; of a relative clause where no other."""
    start, words = sentence.span.start, reading.masked[slice(*sentence.span)]
    inside = Span(made.whole.start - start, made.whole.end - start)
    every = _list_dates(words, reading.published)
    for span in [*dates_at_verbs.skip_relative(words, every), *every]:
        if inside.holds(span) and dates_at_verbs.stands_alone(words, span):
            return every[span]
    return None


def _list_before(reading: DatedReading, sentence: Sentence) -> Iterator[Sentence]:
    """Yield the sentences before one, the nearest first."""
    at = bisect_left(reading.sentences, sentence.span.start, key=lambda s: s.span.start)
    yield from reversed(reading.sentences[max(0, at - _BACK) : at])


def _find_just_before(
    reading: DatedReading, sentence: Sentence, made: Candidate
) -> Interval | None:
    """Return the date of the same speaker just before, as long as nobody else has spoken."""
    if made.speaker is None or made.speaker.refers_to is None:
        return None
    for earlier in _list_before(reading, sentence):
        if earlier.named and all(s.key != made.speaker.key for _, s in earlier.named):
            return None
        if found := _find_at_speaker(reading, earlier, made.speaker.key):
            return _carry_on(reading, sentence, made, earlier, found)
        if _tells_another_day(reading, earlier):
            return None
    return None


def _carry_on(
    reading: DatedReading, sentence: Sentence, made: Candidate, earlier: Sentence, day: Interval
) -> Interval | None:
    """Return a speaker's day for what follows; behind "had said", only as the first it may be."""
    own = [cue for cue, s in earlier.named if made.speaker and s.key == made.speaker.key]
    to_paper = (TO_ONE_PAPER.match(reading.masked, cue.verb.start) for cue in own)
    if TO_ONE_PAPER.match(reading.masked, made.group) and not any(to_paper):
        return None  # "she told The Ledger", perhaps on another day
    told_back = any(is_told_back(reading, earlier, cue.verb.start) for cue in own)
    if told_back and not is_told_back(reading, sentence, made.group):
        why = f"date inferred: undated behind {day.printed!r}; proposed as from then to publication"
        return Interval(from_=day.from_, to=reading.published.to, basis=why)
    why = f"date inferred: {day.printed!r}, said of the same speaker just before"
    return Interval(from_=day.from_, to=day.to, basis=why)


def _tells_another_day(reading: DatedReading, sentence: Sentence) -> bool:
    """Return whether the story has gone on to a day in a sentence: "On Friday he was glad"."""
    day = find_main_time(reading, sentence)
    one = day is not None and day.when.from_ == day.when.to
    return day is not None and (one or leads(reading, sentence, day.span))


def _find_answered(reading: DatedReading, sentence: Sentence) -> Interval | None:
    """Return the days from what a sentence answers to the publication: "In response, X said"."""
    before = next(_list_before(reading, sentence), None)
    if before is None or not RESPONDING.match(reading.masked, sentence.span.start):
        return None
    found = (_find_at_speaker(reading, before, speaker.key) for _, speaker in before.named)
    first = next((day for day in found if day), None)
    if first is None:
        return None
    why = f"date inferred: in response to what was said {first.printed!r}, by publication"
    return Interval(from_=first.from_, to=reading.published.to, basis=why)
