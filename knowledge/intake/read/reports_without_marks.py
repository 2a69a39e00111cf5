"""Candidates without quotation marks: reports of what somebody said, and who relays them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from knowledge.intake.read import slices
from knowledge.intake.read.candidate import Candidate
from knowledge.intake.read.sourcing import attribute
from knowledge.speech.clauses import (
    can_be_subject,
    find_main_clause,
    split_clauses,
    strip_lead,
)
from knowledge.speech.cues import CueForm
from knowledge.speech.name_parts import is_source
from knowledge.text.article_text import Span
from knowledge.text.english.clause_words import PREPOSITIONS, ROLE_ALONE, VERB
from knowledge.text.english.cue_words import (
    COMPLETE_ALONE,
    DESCRIBED_AS,
    MANNER,
    SAYING,
    WHAT_IS_CALLED,
    WHAT_IS_SAID,
)
from knowledge.text.english.denying_words import CLAIMED_OF, DENIED_OF, SUPPOSED_OF
from knowledge.text.english.pronouns import RELATIVE_CLAUSE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.intake.read.dated_reading import DatedReading
    from knowledge.speech.cues import Cue
    from knowledge.speech.found_speaker import FoundSpeaker
    from knowledge.speech.reading import Sentence

_CLAIMED_BEFORE: Final = 120  # characters
_AS: Final = re.compile(r"\bas\b")


def find_reports(reading: DatedReading, quoted: list[Candidate]) -> Iterator[Candidate]:
    """Yield what a text reports without marks, beside what stands between its marks."""
    keys: dict[Span, set[str]] = {}
    for made in quoted:
        if made.speaker:
            keys.setdefault(made.sentence, set()).add(made.speaker.key)
    for sentence in reading.sentences:
        if sentence.main:
            taken = keys.get(sentence.span, set())
            yield from _find_in_sentence(reading, sentence, taken)
            yield from _find_added(reading, sentence, taken)


class _Report(NamedTuple):
    """Who says something by which cue; `start` is where the clause begins that it is about."""

    cue: Cue
    speaker: FoundSpeaker
    via: str | None = None
    start: int | None = None


def _find_in_sentence(
    reading: DatedReading, sentence: Sentence, taken: set[str]
) -> Iterator[Candidate]:
    """Yield one narration for each speaker of whom the sentence quotes nothing between marks."""
    told = [
        (c, s)
        for c, s in sentence.named
        if c.form is not CueForm.CLAIM and not _is_only_called(reading, sentence, s)
    ]
    relays = [_Report(c, s) for c, s in told if _relays(reading, c, s)]
    others = [(c, s) for c, s in told if not _relays(reading, c, s)]
    reports = [_Report(c, s) for c, s in others if reading.text[c.verb].strip(":- ")]
    reports = [
        r
        for r in reports
        if _says_something(reading, sentence, r) and not _is_only_claimed(reading, sentence, r)
    ]
    main = find_main_clause(reading.masked, sentence.span)
    if relays and not reports:
        reports = [_look_behind_source(reading, relays[0], main) if main else relays[0]]
    made, done = list[Candidate](), set(taken)
    spoken = _leave_out_told(reading, reports)
    # What a relative clause tells is what they said before: the main verb brings the news.
    for report in sorted(spoken, key=lambda r: _is_in_relative(reading, sentence, r)):
        if report.speaker.key not in done:
            done.add(report.speaker.key)
            found = _make_candidates(reading, sentence, report, [*reports, *relays])
            made += [c for c in found if not (taken and _is_anothers(reading, sentence, c))]
    yield from made or (() if taken else _find_in_clauses(reading, sentence, relays))


def _is_in_relative(reading: DatedReading, sentence: Sentence, report: _Report) -> bool:
    clauses = RELATIVE_CLAUSE.finditer(reading.masked, *sentence.span)
    return any(Span(*clause.span()).holds(report.cue.verb) for clause in clauses)


def _leave_out_told(reading: DatedReading, reports: list[_Report]) -> list[_Report]:
    """Leave out whom an aside tells of: "The minister had told him, Grell said, that it is"."""
    asides = [report for report in reports if _is_aside(reading, report)]
    return [one for one in reports if not any(_is_told_by(aside, one) for aside in asides)]


def _is_told_by(aside: _Report, one: _Report) -> bool:
    return one.speaker.key != aside.speaker.key and one.cue.verb.end <= aside.cue.verb.start


def _is_aside(reading: DatedReading, report: _Report) -> bool:
    """Return whether "Grell said" stands between two commas, and what was told goes on."""
    first = min(report.speaker.printed.start, report.cue.verb.start)
    last = max(report.speaker.printed.end, report.cue.verb.end)
    before, after = reading.masked[max(0, first - 2) : first], reading.masked[last : last + 7]
    finite = report.cue.form is CueForm.FINITE
    return finite and before == ", " and after.startswith(", that ")


def _is_anothers(reading: DatedReading, sentence: Sentence, made: Candidate) -> bool:
    """Return whether a slice beside another's quotation reads as that other's words.

    It begins with the quotation, or tells an act and holds it: "after the two sides agreed".
    """
    whole = reading.masked[slice(*made.whole)]
    takes_up = any(cue.form is CueForm.CLAIM for cue in sentence.cues)
    tells_an_act = made.cue not in SAYING and not takes_up
    return whole.startswith("\0") or (tells_an_act and "\0" in whole)


def _says_something(reading: DatedReading, sentence: Sentence, report: _Report) -> bool:
    """Return whether a verb tells more than how somebody speaks: not "Dahl hit back at once"."""
    verb, cue = reading.text[report.cue.verb], report.cue
    bare = cue.form is CueForm.FINITE and not reading.text[
        Span(cue.verb.end, sentence.span.end)
    ].strip(". ")
    if verb not in MANNER and (not bare or verb in COMPLETE_ALONE):
        return True
    said = WHAT_IS_SAID.match(reading.masked, cue.verb.end, sentence.span.end)
    lead = find_main_clause(reading.masked, sentence.span)
    return said is not None or (
        lead is not None
        and lead.end <= min(cue.verb.start, report.speaker.printed.start)
        and VERB.search(reading.masked, *lead) is not None
    )


def _is_only_claimed(reading: DatedReading, sentence: Sentence, report: _Report) -> bool:
    """Return whether somebody else says that they said it: "The paper claimed he called it late".

    Also of a silence: "She did not say so, her office stressed".
    """
    verb = report.cue.verb
    start = max(sentence.span.start, verb.start - _CLAIMED_BEFORE)
    before = reading.masked[start : verb.start]
    if any(pattern.search(before) for pattern in (CLAIMED_OF, DENIED_OF, SUPPOSED_OF)):
        return True
    if not (report.cue.form is CueForm.SILENT and reading.text[verb].endswith((" say", " said"))):
        return False
    others = [(c, s) for c, s in sentence.named if s.key != report.speaker.key]
    closing = [(c, s) for c, s in others if c.form is CueForm.FINITE and c.verb.start > verb.end]
    return any(
        not reading.masked[c.verb.end : sentence.span.end].strip(" .")
        and reading.masked[verb.end : s.printed.start].endswith(", ")
        for c, s in closing
    )


def _is_only_called(reading: DatedReading, sentence: Sentence, speaker: FoundSpeaker) -> bool:
    """Return whether somebody is only said to have a word for it: "what diplomats called a row"."""
    subject = speaker.printed
    return WHAT_IS_CALLED.search(reading.masked, sentence.span.start, subject.start) is not None


def _find_in_clauses(
    reading: DatedReading, sentence: Sentence, relays: list[_Report]
) -> Iterator[Candidate]:
    """Yield the clauses of a sentence that is too long for one slice, with who relays them."""
    for part in split_clauses(reading.masked, *sentence.span):
        clause = strip_lead(reading.masked, part)
        if relays and clause and can_be_subject(reading.masked[slice(*part)]):
            report = _look_behind_source(reading, relays[0], clause)
            if report is not relays[0]:
                yield from _make_candidates(reading, sentence, report, relays)


def _find_added(reading: DatedReading, sentence: Sentence, taken: set[str]) -> Iterator[Candidate]:
    """Yield what stands beside a speaker's quotation: "...," he said, adding that it goes on."""
    for cue, speaker in sentence.named:
        rest = reading.masked[cue.verb.end : sentence.span.end]
        if speaker.key in taken and rest.startswith(" that ") and "\0" not in rest:
            yield from _make_candidates(reading, sentence, _Report(cue, speaker), [])


def _make_candidates(
    reading: DatedReading, sentence: Sentence, report: _Report, beside: list[_Report]
) -> Iterator[Candidate]:
    """Yield the slice that holds a speaker, all their cues, and whoever relays them."""
    cue, speaker, via = report.cue, report.speaker, report.via
    reports = [r for r in beside if r.speaker.key == speaker.key or _relays(reading, *r[:2])]
    core = [speaker.printed, *(span for r in reports for span in (r.cue.verb, r.speaker.printed))]
    said = min(
        (r.cue.verb.start for r in reports if r.speaker.key == speaker.key), default=cue.verb.start
    )
    before = report.start or _find_leading_clause(reading, sentence, report)
    if before is not None:
        core.append(Span(before, before + 1))
        said = before
    core += _find_as(reading, sentence, cue)
    if clause := slices.cut_slice(reading, sentence.span, core, said):
        made = Candidate(sentence.span, clause=clause, via=via)
        yield attribute(reading, sentence, made, cue, speaker)


def _find_as(reading: DatedReading, sentence: Sentence, cue: Cue) -> list[Span]:
    """Return the word before what somebody is described as, which no slice can do without."""
    if DESCRIBED_AS.match(reading.text[cue.verb]) is None:
        return []
    found = _AS.search(reading.masked, cue.verb.end, sentence.span.end)
    return [Span(*found.span())] if found else []


def _relays(reading: DatedReading, cue: Cue, speaker: FoundSpeaker) -> bool:
    """Return whether a speaker may only pass on what others think: "..., the sources said"."""
    if cue.form is CueForm.RELAYING:
        return True
    return cue.form in {CueForm.FINITE, CueForm.ACCORDING} and is_source(
        speaker.refers_to or reading.text[speaker.printed]
    )


def _look_behind_source(reading: DatedReading, relay: _Report, part: Span) -> _Report:
    """Return whose view a source gives: the clause's subject, unless the source is its own."""
    if part.touches(relay.speaker.printed):
        return relay
    subject = reading.find_subject(part)
    speaker = reading.cast.find(subject) if subject else None
    if speaker is None or speaker.description:
        return relay
    known, source = reading.known, relay.speaker
    words = source.refers_to or reading.text[source.printed]
    holder = known.find_holder(reading.text[speaker.printed], speaker.id)
    if _is_own(speaker.name, words) if holder is None else holder == known.find_holder(words, None):
        return relay
    return _Report(relay.cue, speaker, words, part.start)


def _is_own(name: str | None, source: str) -> bool:
    """Return whether an unknown body's own people speak: "Velmora ..., Velmoran officials said"."""
    stems = [re.escape(word[: max(4, len(word) - 1)]) for word in (name or "").split()]
    return bool(stems) and re.search(r"\b" + r"\w*\s".join(stems), source) is not None


def _find_leading_clause(reading: DatedReading, sentence: Sentence, report: _Report) -> int | None:
    """Return where the clause begins that an attribution closes: "Japan will go on, X said"."""
    part = find_main_clause(reading.masked, sentence.span)
    first = min(report.cue.verb.start, report.speaker.printed.start)
    if part is None or part.start >= first or _is_role_of_listener(reading, sentence, report, part):
        return None
    return part.start


def _is_role_of_listener(
    reading: DatedReading, sentence: Sentence, report: _Report, part: Span
) -> bool:
    """Return whether a part says who another is: "In a call with Ask, the envoy, Dahl urged"."""
    words, lead = reading.masked[slice(*part)], reading.masked[sentence.span.start : part.start]
    is_role = ROLE_ALONE.match(words) and not VERB.search(words)
    in_front = reading.masked[part.end : report.speaker.printed.start].strip() == ","
    return bool(is_role and in_front and lead.split(" ", 1)[0].lower() in PREPOSITIONS)
