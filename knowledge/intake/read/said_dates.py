"""The date when words were said: the one that belongs to their cue.

A date right after the verb or its listener wins, then one that leads the clause. Dates of relative
clauses, datelines, other events ("after the Jan. 3 shooting") and of what is said do not count.
Without a date of their own, words were said when the same speaker last spoke.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from knowledge.corpus.model import Interval
from knowledge.text.article_text import Span
from knowledge.text.english.dating_words import (
    ABOUT_A_TOPIC,
    ABOUT_PUBLISHING,
    BEFORE_AN_OCCASION,
    CLAUSE_OPENER,
    DATE_AS_SUBJECT,
    LEADING_TO_A_DATE,
    OF_A_THING,
    PARTICIPLE_OPENER,
    RESPONDING,
)
from knowledge.text.english.pronouns import RELATIVE_CLAUSE
from knowledge.text.sentence_dates import Dated, dates

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.intake.read.candidate import Candidate
    from knowledge.intake.read.reading import Reading, Sentence

_UNDATED: Final = timedelta(days=7)
_BACK: Final = 6  # sentences in which the same speaker may have been dated last
_DATELINE: Final = re.compile(
    r"(?:[A-Z][A-Z.'-]+[^\"\0]{0,70}?|[A-Z][^\"\0]{0,70}?\([^)\0]*\)) -{1,2} "
    r"(?:[^\",\0]{8,30}? -{1,2} )?"
)
_SPLIT: Final = re.compile(r"[,;:(\0]| -{1,2} ")
_ASIDE: Final = re.compile(r",[^,\0]*,\s*$")


def find_said_date(reading: Reading, sentence: Sentence, made: Candidate) -> Interval | None:
    """Return when a candidate's words were said, as far as the text says."""
    if made.cue is None:
        return _find_in_narration(reading, sentence, made)
    cue = Span(made.group, made.group + len(made.cue))
    key = made.speaker.key if made.speaker else ""
    own = _find_at_speaker(reading, sentence, key, cue)
    return own or _find_just_before(reading, sentence, made) or _find_answered(reading, sentence)


def propose_date(published: Interval) -> Interval:
    """Return what an undated statement is proposed as: the week that ends with publication."""
    why = "date inferred: undated in the text; proposed as the week up to publication"
    return Interval(from_=published.from_ - _UNDATED, to=published.to, basis=why)


def find_date_at_cue(words: str, cue: Span, published: Interval) -> Interval | None:
    """Return the date of a cue in its sentence, whose quotations are masked by NUL."""
    found = _skip_relative(words, _list_dates(words, published), cue)
    behind = next((d for d in found if d.span.start >= cue.end and _is_behind(words, cue, d)), None)
    if behind:
        return behind.when
    ahead = (d for d in reversed(found) if d.span.end <= cue.start and _leads(words, cue, d))
    return next((d.when for d in ahead), None)


def _list_dates(words: str, published: Interval) -> list[Dated]:
    """Return the dates of a sentence, without its dateline's."""
    dateline = _DATELINE.match(words)
    start = dateline.end() if dateline else 0
    return [d for d in dates(words, published) if d.span.start >= start]


def _skip_relative(words: str, found: list[Dated], cue: Span | None = None) -> list[Dated]:
    """Leave out the dates of relative clauses, but for that which the cue stands in."""
    clauses = [Span(*m.span()) for m in RELATIVE_CLAUSE.finditer(words)]
    other = [span for span in clauses if cue is None or not span.holds(cue)]
    return [d for d in found if not any(span.holds(d.span) for span in other)]


def _is_behind(words: str, cue: Span, dated: Dated) -> bool:
    """Return whether a date follows a verb, its listener or its quotation at once."""
    between = words[cue.end : dated.span.start]
    if not _is_governed(words, dated, between) or DATE_AS_SUBJECT.match(words, dated.span.end):
        return False
    bare = BEFORE_AN_OCCASION.sub("", between)
    if "\0" in bare:
        return not bare.rpartition("\0")[2].strip(" ,")
    bare = _ASIDE.sub("", bare)
    return not (_SPLIT.search(bare) or ABOUT_A_TOPIC.match(bare) or _is_clause(bare))


def _leads(words: str, cue: Span, dated: Dated) -> bool:
    """Return whether a date leads the clause of a verb: "On Friday, X said", "X on Friday said"."""
    lead = _SPLIT.split(words[: dated.span.start])[-1]
    between = words[dated.span.end : cue.start]
    rest, *chunks = _SPLIT.split(between)
    if not _is_governed(words, dated, lead):
        return False
    if not chunks:
        return not _is_clause(BEFORE_AN_OCCASION.sub("", lead)) and not _is_clause(rest)
    opens = LEADING_TO_A_DATE.match(lead)
    if not (opens or not lead.strip()):
        return False
    first = lead[opens.end() :] if opens else lead
    asked = opens and opens["asked"]
    plain = not _is_clause(BEFORE_AN_OCCASION.sub("", first)) and (asked or not _is_clause(rest))
    return bool(plain) and not any(_is_clause(c) for c in chunks if not PARTICIPLE_OPENER.match(c))


def _is_governed(words: str, dated: Dated, before: str) -> bool:
    """Return whether a date stands by itself and not with a thing: "the Jan. 3 shooting"."""
    own = words.startswith("'s", dated.span.end) or OF_A_THING.search(before)
    return not own or BEFORE_AN_OCCASION.search(before) is not None


def _is_clause(words: str) -> bool:
    return CLAUSE_OPENER.search(ABOUT_PUBLISHING.sub(" ", words)) is not None


def _find_at_speaker(
    reading: Reading, sentence: Sentence, key: str, cue: Span | None = None
) -> Interval | None:
    """Return the date at a cue of a speaker, or at another of theirs in the sentence."""
    others = [c.verb for c, s in sentence.named if s.key == key and c.verb != cue]
    start, words = sentence.span.start, reading.masked[slice(*sentence.span)]
    for verb in [cue, *others] if cue else others:
        place = Span(verb.start - start, verb.end - start)
        if found := find_date_at_cue(words, place, reading.published):
            return found
    return None


def _find_in_narration(reading: Reading, sentence: Sentence, made: Candidate) -> Interval | None:
    """Return the first date of the outlet's own narration; of a relative clause where no other."""
    start, words = sentence.span.start, reading.masked[slice(*sentence.span)]
    inside = Span(made.whole.start - start, made.whole.end - start)
    every = _list_dates(words, reading.published)
    for dated in [*_skip_relative(words, every), *every]:
        lead = _SPLIT.split(words[: dated.span.start])[-1]
        if inside.holds(dated.span) and _is_governed(words, dated, lead):
            return dated.when
    return None


def _list_before(reading: Reading, sentence: Sentence) -> Iterator[Sentence]:
    """Yield the sentences before one, the nearest first."""
    at = bisect_left(reading.sentences, sentence.span.start, key=lambda s: s.span.start)
    yield from reversed(reading.sentences[max(0, at - _BACK) : at])


def _find_just_before(reading: Reading, sentence: Sentence, made: Candidate) -> Interval | None:
    """Return the date of the same speaker just before, as long as nobody else has spoken."""
    if made.speaker is None or made.speaker.refers_to is None:
        return None
    for earlier in _list_before(reading, sentence):
        if earlier.named and all(s.key != made.speaker.key for _, s in earlier.named):
            return None
        if found := _find_at_speaker(reading, earlier, made.speaker.key):
            why = f"date inferred: {found.printed!r}, said of the same speaker just before"
            return Interval(from_=found.from_, to=found.to, basis=why)
    return None


def _find_answered(reading: Reading, sentence: Sentence) -> Interval | None:
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
