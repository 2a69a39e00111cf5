"""Candidates: every quotation of a text with what is proposed about it; nothing is decided."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from knowledge.intake import when
from knowledge.intake.cues import Cue, Form, cues
from knowledge.intake.marks import Quotation, quotations
from knowledge.intake.naming import is_source
from knowledge.intake.speakers import Cast, Speaker, is_document
from knowledge.model import Kind, Sourcing
from knowledge.quoting import SHORT_DIRECT, Span, Text

if TYPE_CHECKING:
    from knowledge.intake.known import Known
    from knowledge.model import Interval

_CARRIED: Final = re.compile(
    r"\b(?:carried|reported|published|released|run) by (?P<via>(?:the |its )?[^,.;:\"\0]+)"
)
_STATE_RUN: Final = re.compile(r"\bstate[- ](?:run|owned|controlled)?\s?media\b|\bstate media\b")


@dataclass(frozen=True)
class Candidate:
    """One quotation and its proposals; `no_quote` says why it is proposed as no quote."""

    quotation: Quotation
    exact: str
    sentence: Span
    speaker: Speaker | None = None
    cue: str | None = None
    group: int = 0
    sourcing: Sourcing = Sourcing.OUTLET
    via: str | None = None
    said: Interval | None = None
    holder: str | None = None
    issues: tuple[str, ...] = ()
    no_quote: str | None = None


@dataclass
class _Reading:
    """One text while it is read, sentence by sentence."""

    text: Text
    masked: str
    cast: Cast
    published: Interval
    known: Known


def candidates(
    raw: str, published: Interval, known: Known, *, title: str | None = None
) -> list[Candidate]:
    """Return the candidates of a text, in order."""
    text = Text(raw)
    quoted = quotations(text, raw)
    reading = _Reading(text, _mask(text, quoted), Cast(text, known), published, known)
    found: list[Candidate] = []
    for sentence in _sentences(text, quoted):
        inside = [q for q in quoted if sentence.start <= q.whole.start < sentence.end]
        found += _in_sentence(reading, sentence, inside, found)
    return [_judged(text, c, title) for c in _joined(found)]


def _mask(text: Text, quoted: list[Quotation]) -> str:
    """Put NUL for what is quoted, so that no cue is found inside."""
    masked, at = [], 0
    for q in quoted:
        masked += [text.folded[at : q.whole.start], "\0" * (q.whole.end - q.whole.start)]
        at = q.whole.end
    return "".join([*masked, text.folded[at:]])


def _sentences(text: Text, quoted: list[Quotation]) -> list[Span]:
    """Return the sentences, none of which ends inside a quotation or before "he said"."""
    ends = {p.start for p in text.paragraphs}
    found: list[Span] = []
    for sentence in text.sentences:
        inside = any(q.whole.start < sentence.start < q.whole.end for q in quoted)
        goes_on = text.folded[sentence.start : sentence.start + 1].islower()
        if found and sentence.start not in ends and (inside or goes_on):
            found[-1] = Span(found[-1].start, sentence.end)
        else:
            found.append(sentence)
    return found


def _in_sentence(
    reading: _Reading, sentence: Span, inside: list[Quotation], before: list[Candidate]
) -> list[Candidate]:
    found = cues(reading.masked, sentence)
    speakers = [reading.cast.find(cue.subject, cue.apposition) for cue in found]
    if not inside:
        return []
    named = [(c, s) for c, s in zip(found, speakers, strict=True) if s]
    return [_candidate(reading, sentence, q, named, before) for q in inside]


_Named = list[tuple[Cue, Speaker]]


def _candidate(
    reading: _Reading, sentence: Span, quotation: Quotation, named: _Named, before: list[Candidate]
) -> Candidate:
    made = Candidate(quotation, reading.text[quotation.words], sentence)
    chosen = _chosen(reading, quotation, named)
    if chosen is None:
        return _continued(reading, made, before)
    cue, speaker = chosen
    via = _via(reading, sentence, cue, speaker, named)
    outside = reading.masked[slice(*sentence)].replace("\0", " ")
    return _with_sourcing(
        reading,
        replace(
            made,
            speaker=speaker,
            cue=reading.text[cue.verb],
            group=cue.verb.start,
            via=via,
            said=when.find(outside, reading.published),
        ),
    )


def _chosen(reading: _Reading, quotation: Quotation, named: _Named) -> tuple[Cue, Speaker] | None:
    """Choose the cue of a quotation: the last verb before it, else the first thing after."""
    before = [
        (c, s)
        for c, s in named
        if c.verb.end <= quotation.whole.start and c.form is not Form.ACCORDING
    ]
    leading = [(c, s) for c, s in named if c.verb.end <= quotation.whole.start]
    after = [(c, s) for c, s in named if c.verb.start >= quotation.whole.end]
    direct = _attached(reading, quotation, after)
    if direct and before and not is_source(reading.text[direct[1].printed]):
        return direct if direct[0].form is Form.FINITE else before[-1]
    if before:
        return before[-1]
    if leading:
        return leading[-1]
    return after[0] if after else None


def _attached(reading: _Reading, quotation: Quotation, after: _Named) -> tuple[Cue, Speaker] | None:
    """Return the attribution that follows the closing mark at once: "...," X said."""
    if not after or not quotation.closed:
        return None
    cue, speaker = after[0]
    ends = reading.text.folded[quotation.whole.end - 2 : quotation.whole.end - 1] in {",", "?", "!"}
    between = reading.masked[quotation.whole.end : min(cue.verb.start, speaker.printed.start)]
    return (cue, speaker) if ends and not between.strip(" ,") else None


def _via(
    reading: _Reading, sentence: Span, cue: Cue, speaker: Speaker, named: _Named
) -> str | None:
    """Return who relays the words: another source of the sentence, or the medium."""
    for other, relay in named:
        if other is cue or relay.key == speaker.key:
            continue
        printed = reading.text[relay.printed]
        relays = other.form is Form.ACCORDING or is_source(relay.refers_to or printed)
        if relays and other.form is not Form.PARTICIPLE:
            return relay.refers_to or printed
    for other in cues(reading.masked, sentence):
        if (
            other.form is Form.ACCORDING
            and other is not cue
            and other.subject
            and other.verb != cue.verb
        ):
            return reading.text[other.subject]
    carried = _CARRIED.search(reading.masked, sentence.start, sentence.end)
    return carried["via"].strip() if carried else None


def _with_sourcing(reading: _Reading, made: Candidate) -> Candidate:
    speaker = made.speaker
    if speaker is None:
        return made
    known, words = reading.known, reading.text[speaker.printed]
    return replace(
        made,
        sourcing=_sourcing(known, speaker, made.via),
        said=made.said or when.undated(reading.published),
        holder=known.holder(speaker.description or words, speaker.id),
        issues=_issues(reading, made.sentence),
    )


def _sourcing(known: Known, speaker: Speaker, via: str | None) -> Sourcing:
    if is_document(speaker):
        return Sourcing.DOCUMENT
    if speaker.description:
        return Sourcing.UNNAMED
    if speaker.id in known.media:
        return Sourcing.STATE_MEDIA
    medium = via and (
        _STATE_RUN.search(via) or any(m.target in known.media for m in known.mentions(via))
    )
    return Sourcing.RELAYED if via and is_source(via) and not medium else Sourcing.ON_RECORD


def _issues(reading: _Reading, sentence: Span) -> tuple[str, ...]:
    near = reading.text.around(sentence)
    found = (m for m in reading.cast.mentions if m.kind is Kind.ISSUE and near.holds(m.span))
    return tuple(dict.fromkeys(m.target for m in found))


def _continued(reading: _Reading, made: Candidate, before: list[Candidate]) -> Candidate:
    """Give a quotation that fills its sentence the speaker before it in the paragraph."""
    text, last = reading.text, before[-1] if before else None
    alone = not reading.masked[slice(*made.sentence)].strip("\0 .,")
    if last is None or last.speaker is None or not alone:
        return made
    same_run = last.quotation.run == made.quotation.run
    between = text.folded[last.sentence.end : made.sentence.start].strip()
    paragraph = any(p.holds(last.sentence) and p.holds(made.sentence) for p in text.paragraphs)
    if not same_run and (between or not paragraph):
        return made
    return replace(
        last, quotation=made.quotation, exact=made.exact, sentence=made.sentence, no_quote=None
    )


def _joined(found: list[Candidate]) -> list[Candidate]:
    """Give the parts of a quotation over paragraphs the speaker that only one of them names."""
    by_run: dict[int, Candidate] = {}
    for c in found:
        if c.speaker:
            by_run[c.quotation.run] = c
    joined = []
    for c in found:
        own = by_run.get(c.quotation.run)
        if c.speaker is None and own is not None:
            joined.append(replace(own, quotation=c.quotation, exact=c.exact, sentence=c.sentence))
        else:
            joined.append(c)
    return joined


def _judged(text: Text, made: Candidate, title: str | None) -> Candidate:
    """Say of headlines, scare quotes and what no mark closes that they are no quotes."""
    why = None
    if not made.quotation.closed:
        why = "its mark is never closed"
    elif not re.search(r"\w", made.exact):
        why = "no words stand between the marks"
    elif _in_headline(text, made, title):
        why = "a headline"
    elif made.speaker is None:
        short = len(made.exact.split()) < SHORT_DIRECT
        why = (
            "a scare quote or a term: nobody is printed as saying it"
            if short
            else "nobody is printed as saying it"
        )
    return replace(made, no_quote=why)


def _in_headline(text: Text, made: Candidate, title: str | None) -> bool:
    paragraph = next((p for p in text.paragraphs if p.holds(made.quotation.whole)), made.sentence)
    words = text[paragraph]
    if title and words == title:
        return True
    return (
        not re.search(r"[.?!]['\"]?(?:\s\(.*\))?$|[,:]$", words)
        and not re.search(r"[.?!]['\"]?(?:\s|$)", words)
        and not made.quotation.words.holds(Span(paragraph.start + 1, paragraph.end - 1))
    )
