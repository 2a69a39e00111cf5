"""Candidates between quotation marks: the speaker of each, and the clause a fragment needs."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from knowledge.corpus.model import Kind
from knowledge.intake.read import slices
from knowledge.intake.read.candidate import Candidate
from knowledge.intake.read.parsed_speakers import ParsedSpeakers
from knowledge.intake.read.sourcing import attribute
from knowledge.speech.cue_choice import choose_cue
from knowledge.speech.cues import SPOKEN, Cue, CueForm
from knowledge.speech.name_parts import find_role, is_role
from knowledge.speech.taken_claims import choose_claim, is_hearsay
from knowledge.text.article_text import SHORT_DIRECT, Span
from knowledge.text.english.cue_words import ON_A_SUBJECT, SAYS_NO_MORE
from knowledge.text.english.denying_words import (
    CLAIMED_WORDS,
    DENIED_WORDS,
    HEARSAY_BEHIND,
    HEARSAY_IN_FRONT,
    IN_A_QUESTION,
    SUPPOSED_WORDS,
)
from knowledge.text.english.reading_out_words import READ_FROM, READS_OUT
from knowledge.text.english.taken_claim_words import NOT_THEIR_WORDS
from knowledge.text.english.work_words import BEFORE_A_WORK
from knowledge.text.title_case import is_title_case

if TYPE_CHECKING:
    from knowledge.intake.read.dated_reading import DatedReading
    from knowledge.speech.found_speaker import FoundSpeaker
    from knowledge.speech.reading import Named, Sentence
    from knowledge.text.article_text import Text
    from knowledge.text.quotation_marks import Quotation

_NOBODY: Final = "the text names nobody who says it"
_TERM: Final = f"a scare quote or a term: {_NOBODY}"
_FEWEST_PARSED: Final = 4  # words; fewer are terms as often
_BEFORE_A_WORK = 40  # characters
_WORDS_OF_A_QUESTION = 12
_DENIED_BEFORE = 400  # characters
_CLAIMED = "words that others claim somebody said"
_READ_OUT = "words that somebody reads out, shows or plays, and another wrote or said"
_ASKED = "words of a question, which is somebody else's"
_SUPPOSED = "words that somebody only may say"


def find_quotations(
    reading: DatedReading, title: str | None, *, parser: bool = False
) -> list[Candidate]:
    """Return a candidate for every quotation of a text, in order.

    With a `parser`, those that the rules give to nobody have the speaker that a parse gives.
    """
    found: list[Candidate] = []
    for sentence in reading.sentences:
        spoken = [(c, s) for c, s in sentence.named if c.form in SPOKEN]
        named = spoken or [(c, s) for c, s in sentence.named if c.form is CueForm.SPEECH]
        found += [_make_candidate(reading, sentence, q, named, found) for q in sentence.quoted]
    headings = _Headings(reading.text, title)
    shared = _share_speakers(found)
    judged = [c if c.no_quote else _rule_out(reading.text, c, headings) for c in shared]
    if parser:
        judged = _attribute_parsed(reading, judged)
    beside: dict[Span, list[Candidate]] = {}
    for made in judged:
        beside.setdefault(made.sentence, []).append(made)
    return [_add_clause(reading, made, beside[made.sentence]) for made in judged]


def _attribute_parsed(reading: DatedReading, judged: list[Candidate]) -> list[Candidate]:
    """Return the candidates, those of nobody with the speaker that a parse gives."""
    speakers, found = ParsedSpeakers(reading), list[Candidate]()
    for made in judged:
        found.append(_attribute_one(reading, speakers, made, found) if _is_nobodys(made) else made)
    return _share_speakers(found)


def _is_nobodys(made: Candidate) -> bool:
    return made.no_quote in {_NOBODY, _TERM}


def _attribute_one(
    reading: DatedReading, speakers: ParsedSpeakers, made: Candidate, before: list[Candidate]
) -> Candidate:
    quotation = made.quotation
    if quotation is None or len(reading.text[quotation.words].split()) < _FEWEST_PARSED:
        return made
    sentence = reading.sentences[reading.get_number(made.sentence)]
    if parsed := speakers.find(sentence, quotation):
        return attribute(reading, sentence, replace(made, no_quote=None), *parsed)
    last = before[-1].speaker if before else None
    if last in speakers.found:
        return _continue_speaker(reading, made, before)
    return made


def _make_candidate(
    reading: DatedReading,
    sentence: Sentence,
    quotation: Quotation,
    named: Named,
    before: list[Candidate],
) -> Candidate:
    made = Candidate(sentence.span, quotation)
    if is_hearsay(reading.masked, sentence.span, quotation.whole.start):
        return replace(made, no_quote=_CLAIMED)
    if claim := choose_claim(reading.masked, sentence.cues, quotation.whole):
        claimant = next((s for c, s in sentence.named if c is claim), None)
        if claimant is None:
            return replace(made, no_quote=_CLAIMED)
        return attribute(reading, sentence, made, claim, claimant)
    if why := _find_denial(reading, sentence, quotation):
        return replace(made, no_quote=why)
    if unknown := _find_unknown(sentence, quotation):
        return replace(made, cue=reading.text[unknown.verb], group=unknown.verb.start)
    chosen = choose_cue(reading, quotation, named)
    if chosen is None:
        return _continue_speaker(reading, made, before)
    if _is_read_out(reading, sentence, quotation, chosen[0]):
        return replace(made, no_quote=_READ_OUT)
    return attribute(reading, sentence, made, *chosen)


def _is_read_out(reading: DatedReading, sentence: Sentence, quotation: Quotation, cue: Cue) -> bool:
    """Return whether who speaks only reads out the words: "read out a letter from Dahl"."""
    masked, words = reading.masked, quotation.whole
    if READ_FROM.match(masked, words.end - 1, sentence.span.end):
        return True
    start = max(sentence.span.start, words.start - _DENIED_BEFORE)
    found = READS_OUT.search(masked[start : words.start])
    if found is None:
        return False
    whose = cue.subject.start if cue.subject else sentence.span.start
    if masked.endswith(" and ", 0, cue.verb.start) and cue.verb.start > start + found.start():
        return False  # "showed Dahl's letter and said"
    return bool(found["reading"] or found["recalled"]) or whose < start + found.start("paper")


def _find_denial(reading: DatedReading, sentence: Sentence, quotation: Quotation) -> str | None:
    """Return why words are nobody's own: denied by whoever is printed, or claimed of them."""
    start = max(sentence.span.start, quotation.whole.start - _DENIED_BEFORE)
    before = reading.masked[start : quotation.whole.start]
    denied = NOT_THEIR_WORDS.match(reading.masked, quotation.whole.end - 1, sentence.span.end)
    if denied or DENIED_WORDS.search(before):
        return "words that somebody is said not to have said"
    if SUPPOSED_WORDS.search(before):
        return _SUPPOSED
    behind = HEARSAY_BEHIND.match(reading.masked, quotation.whole.end - 1, sentence.span.end)
    if behind or HEARSAY_IN_FRONT.search(before):
        return _CLAIMED
    if IN_A_QUESTION.match(before):
        return _ASKED
    return _CLAIMED if CLAIMED_WORDS.search(before) else None


def _find_unknown(sentence: Sentence, quotation: Quotation) -> Cue | None:
    """Return "he said" where it follows at once, and "he" may be nobody who is named before."""
    named = {cue.verb for cue, _ in sentence.named}
    for cue in sentence.cues:
        if cue.form is CueForm.FINITE and cue.subject and cue.verb not in named:
            begins = min(cue.subject.start, cue.verb.start)
            if 0 <= begins - quotation.whole.end <= 1:
                return cue
    return None


def _continue_speaker(reading: DatedReading, made: Candidate, before: list[Candidate]) -> Candidate:
    """Return a quotation that begins its sentence with the speaker before it in the paragraph.

    One that fills a paragraph goes on with whoever closed the paragraph before.
    """
    outside = reading.masked[slice(*made.sentence)]
    fills = not outside.strip("\0 .,")
    if not (fills or outside.startswith("\0") or ON_A_SUBJECT.match(outside)):
        return made
    last = before[-1] if before else None
    if last and last.speaker and _goes_on(reading, last, made, fills=fills):
        return replace(last, quotation=made.quotation, sentence=made.sentence, no_quote=None)
    return _continue_report(reading, made, fills=fills)


def _goes_on(reading: DatedReading, last: Candidate, made: Candidate, *, fills: bool) -> bool:
    """Return whether a quotation goes on with the speaker of the last one."""
    text = reading.text
    if _follows(text, last.sentence, made, _get_run(last)) or _is_asked(reading, last, made):
        return True
    spoke = any(s == last.speaker for _, s in _get_named(reading, last))
    spoke = spoke or text.paragraph_around(last.whole) == last.sentence
    return fills and spoke and _comes_next(text, last.sentence, made)


def _comes_next(text: Text, before: Span, made: Candidate) -> bool:
    """Return whether a quotation is a paragraph by itself, behind the sentence before it."""
    between = text.folded[before.end : made.sentence.start].strip()
    return text.paragraph_around(made.whole) == made.sentence and not between


def _is_asked(reading: DatedReading, last: Candidate, made: Candidate) -> bool:
    """Return whether a short question stands between, in one paragraph: "Would she go? ..."."""
    text, between = reading.text, reading.text[Span(last.sentence.end, made.sentence.start)].strip()
    paragraph = text.paragraph_at(last.sentence.start) == text.paragraph_at(made.sentence.start)
    short = len(between.split()) <= _WORDS_OF_A_QUESTION
    return paragraph and short and between.endswith("?") and between.count(".") == 0


def _get_named(reading: DatedReading, made: Candidate) -> Named:
    return reading.sentences[reading.get_number(made.sentence)].named


def _continue_report(reading: DatedReading, made: Candidate, *, fills: bool) -> Candidate:
    """Return it with whom the sentence before is about: "Quill said no more. "We go.""."""
    at = reading.get_number(made.sentence)
    sentence = reading.sentences[at - 1]
    said = [(c, s) for c, s in sentence.named if c.form in SPOKEN]
    if sentence.met:
        met = (_make_silent_cue(sentence.met), sentence.met)
        said = [met] if _is_somebody(sentence.met) else []
    follows = _follows(reading.text, sentence.span, made, None)
    silent = said and SAYS_NO_MORE.match(reading.masked, said[-1][0].verb.end)
    follows = follows or (fills and not silent and _comes_next(reading.text, sentence.span, made))
    if at == 0 or not said or not follows:
        return made
    cue, speaker = said[-1]
    refers_to = speaker.refers_to or reading.text[speaker.printed]
    return attribute(reading, sentence, made, cue, replace(speaker, refers_to=refers_to))


def _is_somebody(speaker: FoundSpeaker) -> bool:
    """Return whether this is a person, named or described."""
    described = speaker.description is not None and is_role(find_role(speaker.description) or "")
    return speaker.kind is Kind.PERSON or described


def _make_silent_cue(speaker: FoundSpeaker) -> Cue:
    """Return a cue without a verb, where a sentence tells only whom it is about."""
    after = Span(speaker.printed.end, speaker.printed.end)
    return Cue(after, CueForm.FINITE, speaker.printed)


def _follows(text: Text, before: Span, made: Candidate, run: int | None) -> bool:
    """Return whether a quotation follows a sentence at once, in its paragraph or its run.

    A sentence that ends with a colon brings what begins the next paragraph.
    """
    if run is not None and run == _get_run(made):
        return True
    between = text.folded[before.end : made.sentence.start].strip()
    paragraph = text.paragraph_at(before.start) == text.paragraph_at(made.sentence.end - 1)
    return (paragraph or text[before].endswith(":")) and not between


def _get_run(made: Candidate) -> int | None:
    return made.quotation.run if made.quotation else None


def _share_speakers(found: list[Candidate]) -> list[Candidate]:
    """Share the speaker that one paragraph of a quotation names with its other paragraphs."""
    by_run = {_get_run(c): c for c in found if c.speaker}
    joined = []
    for c in found:
        own = by_run.get(_get_run(c))
        if c.speaker is None and own is not None:
            joined.append(replace(own, quotation=c.quotation, sentence=c.sentence))
        else:
            joined.append(c)
    return joined


def _add_clause(reading: DatedReading, made: Candidate, others: list[Candidate]) -> Candidate:
    """Return a fragment with its clause, one for all fragments of an attribution."""
    speaker = made.speaker
    if made.no_quote or speaker is None or not _is_fragment(reading.text, made):
        return made
    beside = [c for c in others if c.group == made.group]
    cue = Span(made.group, made.group + len(made.cue or ""))
    core = [c.whole for c in beside if _is_fragment(reading.text, c)]
    core += [speaker.printed, cue, *_find_main_verb(reading, made, speaker)]
    said = min(made.group, made.whole.start)
    clause = slices.cut_slice(reading, made.sentence, core, said)
    clause = clause or slices.take_sentence(reading.text, made.whole)
    return replace(made, clause=clause) if _says_more(reading, clause) else made


def _says_more(reading: DatedReading, clause: tuple[Span, ...]) -> bool:
    """Return whether a clause has words outside quotation marks."""
    return any(re.search(r"\w", reading.masked[slice(*run)]) for run in clause)


def _find_main_verb(reading: DatedReading, made: Candidate, speaker: FoundSpeaker) -> list[Span]:
    """Return the verb that a participle hangs on: "called for talks, saying they had been ..."."""
    sentence = reading.sentences[reading.get_number(made.sentence)]
    own = [c for c, s in sentence.named if s.key == speaker.key and c.verb.start <= made.group]
    if not own or own[-1].form is not CueForm.PARTICIPLE:
        return []
    return [c.verb for c in own if c.form is not CueForm.PARTICIPLE][-1:]


def _is_fragment(text: Text, made: Candidate) -> bool:
    """Return whether the words are few, or the outlet's sentence goes on through the marks."""
    if made.quotation is None:
        return False
    words = text[made.quotation.words]
    if len(words.split()) < SHORT_DIRECT:
        return True
    before = text[Span(made.sentence.start, made.quotation.whole.start)].rstrip()
    return words[:1].islower() and bool(before) and '"' not in before and before[-1] != ":"


def _rule_out(text: Text, made: Candidate, headings: _Headings) -> Candidate:
    """Return a candidate with the reason why it is not a quote, if there is one."""
    quotation = made.quotation
    if quotation is None:
        return made
    words, why = text[quotation.words], None
    if not quotation.closed:
        why = "the quotation mark is never closed"
    elif not re.search(r"\w", words):
        why = "no words stand between the marks"
    elif headings.holds(quotation):
        why = "a headline"
    elif _is_title_of_work(text, quotation):
        why = "a title"
    elif made.speaker is None:
        short = len(words.split()) < SHORT_DIRECT
        why = _TERM if short else _NOBODY
    return replace(made, no_quote=why)


@dataclass
class _Headings:
    """The paragraphs of a text that are no prose, each judged once for all its quotations."""

    text: Text
    title: str | None
    _judged: dict[Span, tuple[bool, bool]] = field(default_factory=dict)

    def holds(self, quotation: Quotation) -> bool:
        """Return whether a quotation stands in a headline, and is not the whole of it."""
        paragraph = self.text.paragraphs[self.text.paragraph_at(quotation.whole.start)]
        if paragraph not in self._judged:
            words = self.text[paragraph]
            self._judged[paragraph] = (
                words == self.title or is_title_case(words),
                _is_no_prose(words),
            )
        is_title, is_no_prose = self._judged[paragraph]
        whole = quotation.words.holds(Span(paragraph.start + 1, paragraph.end - 1))
        # A quotation that is a paragraph is speech with its stop, and a heading without one.
        stopped = re.search(r"[.?!,:;-]['\"]*$", self.text[quotation.words]) is not None
        return is_title or (is_no_prose and not (whole and stopped))


def _is_no_prose(words: str) -> bool:
    """Return whether no sentence ends in a paragraph, nor at its end."""
    if re.search(r"[.?!]['\"]?(?:\s\([^()]*\))?$|[,:]$", words):
        return False
    return not re.search(r"[.?!]['\"]?(?:\s|$)", words)


def _is_title_of_work(text: Text, quotation: Quotation) -> bool:
    """Return whether words are what a work is called: "author of the book "Toll of the Sea"."""
    start = quotation.whole.start
    words, before = text[quotation.words], text.folded[max(0, start - _BEFORE_A_WORK) : start]
    return is_title_case(words, fewest=1) and BEFORE_A_WORK.search(before) is not None
