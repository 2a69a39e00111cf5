"""Candidates without marks: what somebody is reported as saying, or where the outlet puts them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from knowledge.intake import slices
from knowledge.intake.clauses import heads, main_part, own, split
from knowledge.intake.cue_words import ATTITUDE, FELT
from knowledge.intake.cues import Form
from knowledge.intake.naming import is_source
from knowledge.intake.reading import Candidate
from knowledge.intake.sourcing import attributed, proposed
from knowledge.model import Kind, Sourcing
from knowledge.quoting import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.intake.cues import Cue
    from knowledge.intake.known import Mention
    from knowledge.intake.reading import Reading, Sentence
    from knowledge.intake.speakers import Speaker

_PRONOUN: Final = re.compile(
    r"(?:it|they|he|she)\b(?! is (?:possible|clear|likely|unlikely|unclear)\b)", re.IGNORECASE
)
_FRONTED: Final = re.compile(r"(?:while|although|though|even as)\b", re.IGNORECASE)
_RELATIVE: Final = re.compile(r"(?:which|who|whose)\b")
_OWNED: Final = 25  # characters from "Washington's" to what is its own
_FROM_START: Final = 6  # words before a clause's subject


def narrated(reading: Reading, quoted: list[Candidate]) -> Iterator[Candidate]:
    """Yield the narrations of a text, in order, beside what stands between its marks."""
    topic: Mention | None = None
    for sentence in reading.sentences:
        if not sentence.main:
            continue
        taken = {c.speaker.key for c in quoted if c.speaker and c.sentence == sentence.span}
        yield from _reported(reading, sentence, taken)
        yield from _added(reading, sentence, taken)
        yield from _outlet(reading, sentence, topic)
        topic = _topic(reading, sentence, topic)


class _Report(NamedTuple):
    """Who says something by which cue; `start` is where the clause begins that it is about."""

    cue: Cue
    speaker: Speaker
    via: str | None = None
    start: int | None = None


def _reported(reading: Reading, sentence: Sentence, taken: set[str]) -> Iterator[Candidate]:
    """Yield one narration for each speaker of whom the sentence quotes nothing between marks."""
    relays = [_Report(c, s) for c, s in sentence.named if _relays(reading, c, s)]
    reports = [_Report(c, s) for c, s in sentence.named if not _relays(reading, c, s)]
    main = main_part(reading.masked, sentence.span)
    if relays and not reports:
        reports = [_behind(reading, relays[0], main) if main else relays[0]]
    told, done = list[Candidate](), set(taken)
    for report in reports:
        if report.speaker.key not in done:
            done.add(report.speaker.key)
            told += _report(reading, sentence, report, [*reports, *relays])
    yield from told or (() if taken else _clauses(reading, sentence, relays))


def _clauses(reading: Reading, sentence: Sentence, relays: list[_Report]) -> Iterator[Candidate]:
    """Yield the clauses of a sentence that is too long for one slice, with who relays them."""
    for part in split(reading.masked, *sentence.span):
        clause = own(reading.masked, part)
        if relays and clause and heads(reading.masked[slice(*part)]):
            report = _behind(reading, relays[0], clause)
            if report is not relays[0]:
                yield from _report(reading, sentence, report, relays)


def _added(reading: Reading, sentence: Sentence, taken: set[str]) -> Iterator[Candidate]:
    """Yield what stands beside a speaker's quotation: "...," he said, adding that it goes on."""
    for cue, speaker in sentence.named:
        rest = reading.masked[cue.verb.end : sentence.span.end]
        if speaker.key in taken and rest.startswith(" that ") and "\0" not in rest:
            yield from _report(reading, sentence, _Report(cue, speaker), [])


def _report(
    reading: Reading, sentence: Sentence, report: _Report, beside: list[_Report]
) -> Iterator[Candidate]:
    """Yield the slice that holds a speaker, all their cues, and whoever relays them."""
    cue, speaker, via = report.cue, report.speaker, report.via
    told = [r for r in beside if r.speaker.key == speaker.key or _relays(reading, *r[:2])]
    core = [speaker.printed, *(span for r in told for span in (r.cue.verb, r.speaker.printed))]
    said = min(
        (r.cue.verb.start for r in told if r.speaker.key == speaker.key), default=cue.verb.start
    )
    before = report.start or _said_before(reading, sentence, report)
    if before is not None:
        core.append(Span(before, before + 1))
        said = before
    if clause := slices.cut(reading, sentence.span, core, said):
        made = Candidate(sentence.span, clause=clause, via=via)
        yield attributed(reading, sentence, made, cue, speaker)


def _relays(reading: Reading, cue: Cue, speaker: Speaker) -> bool:
    """Tell whether a speaker may only pass on what others think: "..., the sources said"."""
    return cue.form in {Form.FINITE, Form.ACCORDING} and is_source(
        speaker.refers_to or reading.text[speaker.printed]
    )


def _behind(reading: Reading, relay: _Report, part: Span) -> _Report:
    """Return whose view a source gives: the clause's subject, unless the source is its own."""
    if part.touches(relay.speaker.printed):
        return relay
    subject = reading.subject(part)
    speaker = reading.cast.find(subject) if subject else None
    if speaker is None or speaker.description:
        return relay
    known, source = reading.known, relay.speaker
    words = source.refers_to or reading.text[source.printed]
    holder = known.holder(reading.text[speaker.printed], speaker.id)
    if holder and holder == known.holder(words, None):
        return relay
    return _Report(relay.cue, speaker, words, part.start)


def _said_before(reading: Reading, sentence: Sentence, report: _Report) -> int | None:
    """Return where the clause begins that an attribution closes: "Japan will go on, X said"."""
    part = main_part(reading.masked, sentence.span)
    first = min(report.cue.verb.start, report.speaker.printed.start)
    return part.start if part and part.start < first else None


def _outlet(reading: Reading, sentence: Sentence, topic: Mention | None) -> Iterator[Candidate]:
    """Yield where the outlet itself says that somebody stands."""
    parts = list(split(reading.masked, *sentence.span))
    fronted = parts and _FRONTED.match(reading.masked[slice(*parts[0])])
    if sentence.named and not fronted:
        return
    pairs = list(_pairs(reading, parts[1:] if sentence.named else parts, topic))
    for wanted in (pairs, pairs[:1]) if pairs else ():
        core = [span for _, spans in wanted for span in spans]
        if clause := slices.cut(reading, sentence.span, core, core[0].start, ATTITUDE):
            yield _told(reading, sentence, clause, pairs[0][0], topic)
            return


def _told(
    reading: Reading,
    sentence: Sentence,
    clause: tuple[Span, ...],
    holder: Mention,
    topic: Mention | None,
) -> Candidate:
    back = holder is topic and topic is not None
    return proposed(
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


def _pairs(
    reading: Reading, parts: list[Span], topic: Mention | None
) -> Iterator[tuple[Mention, list[Span]]]:
    """Yield each holder that stands before a word of attitude in its clause, with both places."""
    before: Mention | None = None
    for part in parts:
        words = reading.masked[slice(*part)]
        near = _holders(reading, part)
        relative = _RELATIVE.match(words)
        back = topic if _PRONOUN.match(words, _lead(reading, part) - part.start) else None
        for match in ATTITUDE.finditer(reading.masked, *part):
            holder = _holder(near, match) or (before if relative else back)
            if holder:
                places = [holder.span] if holder is not back else [Span(part.start, part.start + 1)]
                yield holder, [*places, Span(*match.span())]
                break
        before = near[-1] if near else before if relative else None


def _lead(reading: Reading, part: Span) -> int:
    span = own(reading.masked, part)
    return span.start if span else part.start


def _holder(near: list[Mention], attitude: re.Match[str]) -> Mention | None:
    """Return the last holder before a word of attitude; an owner only right before its own."""
    for mention in reversed(near):
        far = attitude.start() - mention.span.end
        if far >= 0 and (not mention.owns or far < _OWNED):
            return mention
    if FELT.match(attitude[0]):
        return next((m for m in near if m.span.start >= attitude.end() and not m.owns), None)
    return None


def _holders(reading: Reading, part: Span) -> list[Mention]:
    found = reading.mentions(part, Kind.PERSON, Kind.ORGANIZATION)
    return [
        m
        for m in found
        if m.target in reading.known.holders and "\0" not in reading.masked[slice(*m.span)]
    ]


def _topic(reading: Reading, sentence: Sentence, topic: Mention | None) -> Mention | None:
    """Return whom "it" in the next sentence goes back to."""
    start = _lead(reading, sentence.span)
    if _PRONOUN.match(reading.masked, start):
        return topic
    return next((m for m in _holders(reading, sentence.span) if not m.owns), topic)
