"""Candidates of transcripts, interviews and live blogs: speech under labels, and what it quotes.

What stands under a label is its speaker's. So nothing of it is a report of the outlet's, and a
quotation in it is its speaker's too, or relayed by them.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import groupby, takewhile
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from knowledge.corpus.model import Interval, Kind, Sourcing
from knowledge.intake.read import slices
from knowledge.intake.read.candidate import Candidate
from knowledge.intake.read.party_sentences import NO_PARTY, PartySentences
from knowledge.intake.read.said_dates import OF_THE_DAY, propose_date
from knowledge.intake.read.sourcing import find_holder
from knowledge.speech.labeled_speakers import LabeledSpeakers
from knowledge.text import dates_at_verbs
from knowledge.text.article_text import SHORT_DIRECT, Span
from knowledge.text.english.dating_words import SINCE
from knowledge.text.english.label_words import (
    ANSWERED_OUTLET,
    OF_ANSWERING,
    OF_ANY_DAY,
    OF_ONE_DAY,
    TURNS_BACK,
)
from knowledge.text.head_dates import days
from knowledge.text.labeled_speech import (
    find_any_speech_at,
    find_labeled_speech,
    is_answering,
    is_asking,
    sentences_of,
    strip_aside,
)
from knowledge.text.sentence_dates import dates
from knowledge.text.titled_speech import is_written

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from knowledge.intake.read.dated_reading import DatedReading
    from knowledge.speech.found_speaker import FoundSpeaker
    from knowledge.text.labeled_speech import LabeledSpeech

_WORDS: Final = 60  # of one proposal: a card shows no more of a speech at once
_LONGEST: Final = 120  # of one sentence: one answer quotes no more of an article
_ASKS: Final = "a question of somebody whose name the label does not give"
_OUTLETS: Final = "a question of the outlet's, or of the author's"
_NO_ANSWERER: Final = "the text does not say above the label who answers"
_SEVERAL: Final = "several people of the text go by this label, or nobody"
_SHORT: Final = "too few words to be understood without the question"
_LONG: Final = "a sentence of more words than an answer may quote"
_QUOTED: Final = "words that somebody quotes who speaks under a label"
_AS_PUBLISHED: Final = "date inferred: the day of publication, of the whole text"
_AS_HEADED: Final = "date inferred: the day in the head, of the whole transcript"


def find_spoken(reading: DatedReading) -> list[Candidate]:
    """Return what a text prints under labels without quotation marks, piece by piece."""
    found = find_labeled_speech(reading.text)
    speakers = LabeledSpeakers(reading) if found else None
    return [
        made
        for at, speech in enumerate(found)
        if speakers and not speech.marked
        for made in _SpeechReader(reading, speakers, found[max(0, at - 1) : at + 1]).read()
    ]


def attribute_under_labels(reading: DatedReading, found: Iterable[Candidate]) -> list[Candidate]:
    """Return the other candidates of a text, as the labels decide whose they are."""
    if not find_labeled_speech(reading.text):
        return list(found)
    speakers = LabeledSpeakers(reading)
    judged = (_judge(reading, speakers, made) for made in found)
    return [made for made in judged if made is not None]


def _judge(reading: DatedReading, speakers: LabeledSpeakers, made: Candidate) -> Candidate | None:
    speech = find_any_speech_at(reading.text, made.whole)
    if made.quotation is None:
        kept = not _is_amid_speech(reading, made.whole) if speech is None else speech.marked
        return made if kept else None
    if speech is None:
        return made
    if speech.titled:
        return _give_to_author(speakers, made, speech)
    if speech.marked:
        return _give_to_label(reading, speakers, made, speech)
    return _give_to_relay(reading, speakers, made, speech)


def _is_amid_speech(reading: DatedReading, whole: Span) -> bool:
    """Return whether words stand between labels: there an asker may have none."""
    spoken = find_labeled_speech(reading.text)
    if spoken[0].stamped:  # a live blog tells in between
        return False
    return spoken[0].label.start < whole.start < spoken[-1].label.start


def _give_to_label(
    reading: DatedReading, speakers: LabeledSpeakers, made: Candidate, speech: LabeledSpeech
) -> Candidate:
    """Return a quotation right behind a label with whom the label names."""
    if made.whole.start != speech.parts[0].start:
        return made
    speaker = speakers.find(speech)
    if _names_speaker(reading, made, speech) and not _is_person_of_text(speaker):
        return made  # "AUSTRALIA: "It is late," Prime Minister Per Dahl said"
    if made.cue and (made.speaker is None or speech.touches(made.speaker.printed)):
        return replace(made, speaker=None, clause=(), no_quote=_QUOTED)  # "Never," he said
    if speaker is None:
        return replace(made, speaker=None, no_quote=_why_nobody(reading, speakers, speech))
    given = _make_proposals(reading, speaker, speech, made.whole)
    short = len(made.exact(reading.text).split()) < SHORT_DIRECT
    clause = slices.take_sentence(reading.text, made.whole) if short else ()
    return replace(given, quotation=made.quotation, sentence=made.sentence, clause=clause)


def _is_person_of_text(speaker: FoundSpeaker | None) -> bool:
    """Return whether a label is somebody whom the text or the corpus names, and no place."""
    if speaker is None or speaker.kind is not Kind.PERSON:
        return False
    return bool(speaker.refers_to or speaker.id)


def _names_speaker(reading: DatedReading, made: Candidate, speech: LabeledSpeech) -> bool:
    """Return whether the words name in full who says them, and the label is no part of that."""
    speaker = made.speaker
    if made.cue is None or made.no_quote or speaker is None or not speaker.name:
        return False
    label, name = reading.text[speech.label].casefold(), speaker.name.casefold()
    full = " " in name and speaker.refers_to is None and speech.touches(speaker.printed)
    return full and set(label.split()).isdisjoint(name.split())


def _give_to_author(speakers: LabeledSpeakers, made: Candidate, speech: LabeledSpeech) -> Candidate:
    """Return a quotation in one person's statement: relayed by them, where it is another's."""
    author = speakers.find(speech)
    one = author is not None and author.name is not None and author.kind is Kind.PERSON
    if made.speaker is None or author is None or not one or made.speaker.key == author.key:
        return made
    return replace(made, via=author.name, sourcing=Sourcing.RELAYED)


def _give_to_relay(
    reading: DatedReading, speakers: LabeledSpeakers, made: Candidate, speech: LabeledSpeech
) -> Candidate:
    """Return a quotation inside speech: relayed by its speaker, where they name whose it is."""
    speaker, label = made.speaker, reading.text[speech.label]
    named = speaker is not None and not speaker.refers_to and speech.touches(speaker.printed)
    if is_answering(label):
        answerer = speakers.find(speech)
        label = answerer.name if answerer and answerer.name else label
    if made.no_quote or not named or is_asking(label) or is_answering(label):
        return replace(made, speaker=None, clause=(), no_quote=made.no_quote or _QUOTED)
    return replace(made, clause=(), via=label, sourcing=Sourcing.RELAYED)


def _why_nobody(reading: DatedReading, speakers: LabeledSpeakers, speech: LabeledSpeech) -> str:
    name, _ = strip_aside(reading.text[speech.label])
    if is_answering(name):
        return _NO_ANSWERER
    if speakers.is_outlets(name):
        return _OUTLETS
    return _ASKS if is_asking(name) else _SEVERAL


def _make_proposals(
    reading: DatedReading, speaker: FoundSpeaker, speech: LabeledSpeech, words: Span
) -> Candidate:
    """Return a candidate with what follows from its label."""
    return Candidate(
        words,
        speaker=speaker,
        group=words.start,
        sourcing=_choose_sourcing(reading, speech),
        said=_find_day(reading, speaker, speech),
        holder=find_holder(reading, speaker),
    )


def _choose_sourcing(reading: DatedReading, speech: LabeledSpeech) -> Sourcing:
    written = speech.titled and is_written(reading.text[speech.label])
    return Sourcing.DOCUMENT if written else Sourcing.ON_RECORD


def _find_day(reading: DatedReading, speaker: FoundSpeaker, speech: LabeledSpeech) -> Interval:
    """Return the day that the lines above the labels give with the speaker, else the week's.

    The head of a transcript prints the day of the words, and that of an interview may not.
    """
    if speech.stamped or speech.titled:
        day, basis = reading.published, OF_THE_DAY if speech.stamped else _AS_PUBLISHED
        return Interval(from_=day.from_, to=day.to, basis=basis)
    surname = (speaker.name or "").split()[-1:]
    names = re.compile(rf"\b{re.escape(surname[0])}\b", re.IGNORECASE) if surname else None
    first = find_labeled_speech(reading.text)[0].label.start
    dated = named = False
    for sentence in takewhile(lambda s: s.span.end <= first, reading.sentences):
        if sentence.main:
            words = reading.text[sentence.span]
            named = bool(names and names.search(words)) or (
                named and bool(OF_ANSWERING.match(words))
            )
            every = dates(words, reading.published)
            found = {d.span: d.when for d in every if not SINCE.match(words, d.span.start)}
            answered = _find_day_of_answers(words, found) if named else None
            if answered:
                return answered
            dated = dated or bool(found)
    headed = None if dated else _find_day_of_transcript(reading, Span(0, first))
    return headed or propose_date(reading.published)


def _find_day_of_answers(words: str, found: Mapping[Span, Interval]) -> Interval | None:
    """Return the date at which a sentence says that somebody answered an outlet, and no other."""
    for match in ANSWERED_OUTLET.finditer(words):
        if day := dates_at_verbs.find_date(words, Span(*match.span()), found):
            return found[day]
    return None


def _find_day_of_transcript(reading: DatedReading, above: Span) -> Interval | None:
    """Return the one day that the head of a transcript or a briefing prints."""
    head = reading.text[above]
    found = {(day.from_, day.to) for day in days(head)}
    if len(found) != 1 or not OF_ONE_DAY.search(head) or OF_ANY_DAY.search(head):
        return None
    ((first, last),) = found
    return Interval(from_=first, to=last, basis=_AS_HEADED)


class _SpeechReader:
    """Reads the last of some speeches; the one before it is perhaps what it answers."""

    def __init__(
        self, reading: DatedReading, speakers: LabeledSpeakers, beside: Sequence[LabeledSpeech]
    ) -> None:
        self._reading, self._text, self._speech = reading, reading.text, beside[-1]
        self._speakers, self._speaker = speakers, speakers.find(self._speech)
        self._before = beside[:-1]

    def read(self) -> Iterator[Candidate]:
        for part in self._speech.parts:
            for sentences, speaker in self._part_by_speaker(part):
                for words in self._split(sentences):
                    yield self._make(words, speaker)

    def _part_by_speaker(self, part: Span) -> Iterator[tuple[list[Span], FoundSpeaker | None]]:
        """Yield the sentences of a paragraph, run by run of the same party of a paper."""
        sentences, speaker = sentences_of(self._text, part), self._speaker
        if not (speaker and self._speech.titled):
            yield sentences, speaker
            return
        parties = PartySentences(self._reading, speaker)
        whose: list[FoundSpeaker | None] = []
        for sentence in sentences:
            whose.append(parties.find(sentence, whose[-1] if whose else speaker))
        for own, run in groupby(zip(whose, sentences, strict=True), key=itemgetter(0)):
            yield [sentence for _, sentence in run], own

    def _split(self, sentences: Iterable[Span]) -> Iterator[Span]:
        """Yield all sentences as one, or as several; what turns a sentence stays with it."""
        piece: Span | None = None
        for sentence in sentences:
            turns = TURNS_BACK.match(self._text[sentence])
            if piece and (turns or self._fits(Span(piece.start, sentence.end))):
                piece = Span(piece.start, sentence.end)
                continue
            if piece:
                yield piece
            piece = sentence
        if piece:
            yield piece

    def _fits(self, words: Span) -> bool:
        return len(self._text[words].split()) <= _WORDS

    def _make(self, words: Span, speaker: FoundSpeaker | None) -> Candidate:
        if self._speaker and speaker is None:
            return Candidate(words, speech=words, no_quote=NO_PARTY)
        if speaker is None:
            why = _why_nobody(self._reading, self._speakers, self._speech)
            asker = self._speakers.find_asker(self._speech)
            return Candidate(words, speech=words, speaker=asker, no_quote=why)
        made = _make_proposals(self._reading, speaker, self._speech, words)
        return replace(
            made, speech=words, issues=self._find_issues(words), no_quote=self._why_not(words)
        )

    def _why_not(self, words: Span) -> str | None:
        count = len(self._text[words].split())
        if count < SHORT_DIRECT:
            return _SHORT
        return _LONG if count > _LONGEST else None

    def _find_issues(self, words: Span) -> tuple[str, ...]:
        """Return the issues that the words name, then those of the question before."""
        near = [words, *(part for speech in self._before for part in speech.parts)]
        found = (m.target for span in near for m in self._reading.find_mentions(span, Kind.ISSUE))
        return tuple(dict.fromkeys(found))
