"""Positions that an outlet states in its own voice: "Japan is wary of ..."."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from knowledge.corpus.model import Sourcing
from knowledge.intake.read import slices
from knowledge.intake.read.candidate import Candidate
from knowledge.intake.read.sourcing import add_proposals
from knowledge.speech.clauses import split_clauses, strip_lead
from knowledge.text.article_text import Span
from knowledge.text.english.clause_words import FRONTED, PREDICATE
from knowledge.text.english.cue_words import ATTITUDE, FELT
from knowledge.text.english.pronouns import PRONOUN_IN_FRONT, RELATIVE_SUBJECT

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from knowledge.intake.read.dated_reading import DatedReading
    from knowledge.speech.known_names import Mention
    from knowledge.speech.reading import Sentence

_OWNED: Final = 25  # characters from "Washington's" to what is its own


def find_outlet_positions(reading: DatedReading) -> Iterator[Candidate]:
    """Yield the positions that a text gives in its own voice."""
    topic: Mention | None = None
    for sentence in reading.sentences:
        if sentence.main:
            yield from _find_in_sentence(reading, sentence, topic)
            topic = _find_topic(reading, sentence, topic)


def _find_in_sentence(
    reading: DatedReading, sentence: Sentence, topic: Mention | None
) -> Iterator[Candidate]:
    """Yield where the outlet itself says that somebody stands."""
    parts = list(split_clauses(reading.masked, *sentence.span))
    fronted = parts and FRONTED.match(reading.masked[slice(*parts[0])])
    if sentence.named and not fronted:
        return
    pairs = list(_pair_holders(reading, parts[1:] if sentence.named else parts, topic))
    for wanted in (pairs, pairs[:1]) if pairs else ():
        core = [span for _, spans in wanted for span in spans]
        if clause := slices.cut_slice(reading, sentence.span, core, core[0].start, ATTITUDE):
            yield _make_candidate(reading, sentence, clause, pairs[0][0], topic)
            return


def _make_candidate(
    reading: DatedReading,
    sentence: Sentence,
    clause: tuple[Span, ...],
    holder: Mention,
    topic: Mention | None,
) -> Candidate:
    back = holder is topic and topic is not None
    return add_proposals(
        reading,
        sentence,
        Candidate(
            sentence.span,
            clause=clause,
            group=sentence.span.start,
            sourcing=Sourcing.OUTLET,
            holder=reading.known.holders.get(holder.target),
            refers_to=reading.text[holder.span] if back else None,
        ),
    )


def _pair_holders(
    reading: DatedReading, parts: list[Span], topic: Mention | None
) -> Iterator[tuple[Mention, list[Span]]]:
    """Yield each holder that stands before a word of attitude in its clause, with both places."""
    before: Mention | None = None
    for part in parts:
        words = reading.masked[slice(*part)]
        near = reading.find_names(part)
        relative = RELATIVE_SUBJECT.match(words) or PREDICATE.match(words)
        back = (
            topic
            if PRONOUN_IN_FRONT.match(words, _find_start(reading, part) - part.start)
            else None
        )
        for match in ATTITUDE.finditer(reading.masked, *part):
            holder = _find_holder(near, match) or (before if relative else back)
            if holder:
                places = [holder.span] if holder is not back else [Span(part.start, part.start + 1)]
                yield holder, [*places, Span(*match.span())]
                break
        before = near[-1] if near else before


def _find_start(reading: DatedReading, part: Span) -> int:
    span = strip_lead(reading.masked, part)
    return span.start if span else part.start


def _find_holder(near: list[Mention], attitude: re.Match[str]) -> Mention | None:
    """Return the last holder before a word of attitude; an owner only right before its own."""
    for mention in reversed(near):
        far = attitude.start() - mention.span.end
        if far >= 0 and (not mention.owns or far < _OWNED):
            return mention
    if FELT.match(attitude[0]):
        return next((m for m in near if m.span.start >= attitude.end() and not m.owns), None)
    return None


def _find_topic(reading: DatedReading, sentence: Sentence, topic: Mention | None) -> Mention | None:
    """Return whom "it" in the next sentence goes back to."""
    start = _find_start(reading, sentence.span)
    if PRONOUN_IN_FRONT.match(reading.masked, start):
        return topic
    return next((m for m in reading.find_names(sentence.span) if not m.owns), topic)
