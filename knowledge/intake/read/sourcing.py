"""Proposals that follow from the speaker: who relayed the words, when, and for whom."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from knowledge.corpus.model import Kind, Sourcing
from knowledge.intake.read import said_dates
from knowledge.intake.read.scene_days import is_told_back
from knowledge.speech.cue_choice import relays as relays_behind
from knowledge.speech.cues import CueForm
from knowledge.speech.found_speaker import is_document
from knowledge.speech.name_parts import OWNER, find_name, is_source, names_body, speaks_for_body
from knowledge.text.english.relay_words import CARRIED_BY, STATE_RUN
from knowledge.text.english.subject_words import RETELLING, RETOLD, SETS_APART, TIME

if TYPE_CHECKING:
    from knowledge.intake.read.candidate import Candidate
    from knowledge.intake.read.dated_reading import DatedReading
    from knowledge.speech.cues import Cue
    from knowledge.speech.found_speaker import FoundSpeaker
    from knowledge.speech.known_names import KnownNames
    from knowledge.speech.reading import Sentence
    from knowledge.text.article_text import Span


def attribute(
    reading: DatedReading,
    sentence: Sentence,
    made: Candidate,
    cue: Cue,
    speaker: FoundSpeaker,
) -> Candidate:
    """Return a candidate with its speaker, and all that follows from who it is."""
    speaker = _give_bodies(reading, speaker)
    via = made.via or _find_relay(reading, sentence, made, cue, speaker)
    return add_proposals(
        reading,
        sentence,
        replace(
            made,
            speaker=speaker,
            cue=reading.text[cue.verb],
            group=cue.verb.start,
            via=via,
            sourcing=_choose_sourcing(
                reading.known, speaker, via, retold=_is_retold(reading, sentence, cue, via)
            ),
            holder=find_holder(reading, speaker),
        ),
    )


def _give_bodies(reading: DatedReading, speaker: FoundSpeaker) -> FoundSpeaker:
    """Return several who speak jointly, each with whom they speak for."""
    each = (replace(one, of=one.of or find_holder(reading, one)) for one in speaker.jointly)
    return replace(speaker, jointly=tuple(each)) if speaker.jointly else speaker


def find_holder(reading: DatedReading, speaker: FoundSpeaker) -> str | None:
    """Return whom a speaker speaks for: by posts on record, else by the post as printed."""
    words = speaker.description or reading.text[speaker.printed]
    as_, body = speaker.as_, speaker.kind is Kind.ORGANIZATION
    if not (speaker.id or body or speaks_for_body(speaker.description or as_ or words)):
        return None
    found = reading.known.find_holder(words, speaker.id)
    if found or body:
        return found
    owner = OWNER.match(words)  # "Velmora's Per Dahl"
    return reading.known.find_body_holder(as_ or (owner[0] if owner else ""))


def add_proposals(reading: DatedReading, sentence: Sentence, made: Candidate) -> Candidate:
    """Return a candidate with the day and the issues that stand near it."""
    said = said_dates.find_said_date(reading, sentence, made) or said_dates.propose_date(
        reading.published
    )
    return replace(made, said=said, issues=_find_issues(reading, sentence.span))


def _find_relay(
    reading: DatedReading, sentence: Sentence, made: Candidate, cue: Cue, speaker: FoundSpeaker
) -> str | None:
    """Return who relays the words: another source of the sentence, or the medium."""
    for other, relayer in sentence.named:
        if other is cue or relayer.key == speaker.key or _is_set_apart(reading, cue, other):
            continue
        printed = reading.text[relayer.printed]
        relays = other.form in {CueForm.ACCORDING, CueForm.RELAYING} or is_source(
            relayer.refers_to or printed
        )
        relays = relays or bool(
            made.quotation and relays_behind(reading, made.quotation, cue, other)
        )
        relays = relays or _retells(reading, sentence, other, cue)
        if relays and other.form is not CueForm.PARTICIPLE:
            return printed if find_name(printed) else relayer.refers_to or printed
    for other in sentence.cues:
        if other.form is CueForm.ACCORDING and other.subject and other.verb != cue.verb:
            return reading.text[other.subject]
    carried = CARRIED_BY.search(reading.masked, *sentence.span)
    return carried["via"].strip() if carried else None


def _retells(reading: DatedReading, sentence: Sentence, report: Cue, told: Cue) -> bool:
    """Return whether one says what another said: "Finch recalled that Dahl had told her".

    Or behind it, where nothing follows: "..., Dahl told her, Finch recalled."
    """
    if report.form is not CueForm.FINITE or told.subject is None or report.subject is None:
        return False
    if report.verb.end <= told.subject.start:
        between = reading.masked[report.verb.end : told.subject.start]
        plain = between == " " and not reading.text[report.verb].startswith("t")  # "told the court"
        told_back = plain and is_told_back(reading, sentence, told.verb.start)
        return told_back or RETELLING.fullmatch(between) is not None
    between = reading.masked[told.verb.end : report.subject.start]
    rest = reading.masked[report.verb.end : sentence.span.end].rstrip(". ")
    return not TIME.sub("", rest) and RETOLD.fullmatch(between) is not None


def _is_set_apart(reading: DatedReading, cue: Cue, other: Cue) -> bool:
    """Return whether two say something each: "Finch said ..., but an aide said ..."."""
    first, last = sorted([cue, other], key=lambda c: c.verb.start)
    begins = min(last.verb.start, last.subject.start if last.subject else last.verb.start)
    return SETS_APART.search(reading.masked, first.verb.end, begins) is not None


def _is_retold(reading: DatedReading, sentence: Sentence, told: Cue, via: str | None) -> bool:
    """Return whether a person tells what another said, or an outlet only reports that they did."""
    if not via:
        return False
    for cue, teller in sentence.named:
        according = cue.form is CueForm.ACCORDING and teller.kind is Kind.PERSON
        retells = cue is not told and _retells(reading, sentence, cue, told)
        reports = retells and reading.text[cue.verb].startswith("report")
        if reports or (teller.kind is not Kind.ORGANIZATION and (retells or according)):
            return True
    return False


def _choose_sourcing(
    known: KnownNames, speaker: FoundSpeaker, via: str | None, *, retold: bool = False
) -> Sourcing:
    if is_document(speaker):
        return Sourcing.DOCUMENT
    if speaker.description and not names_body(speaker.description):
        return Sourcing.UNNAMED
    if speaker.id in known.media:
        return Sourcing.STATE_MEDIA
    medium = via and (
        STATE_RUN.search(via) or any(m.target in known.media for m in known.find_mentions(via))
    )
    relayed = retold or bool(via and is_source(via))
    return Sourcing.RELAYED if relayed and not medium else Sourcing.ON_RECORD


def _find_issues(reading: DatedReading, sentence: Span) -> tuple[str, ...]:
    near = reading.text.around(sentence)
    return tuple(dict.fromkeys(m.target for m in reading.find_mentions(near, Kind.ISSUE)))
