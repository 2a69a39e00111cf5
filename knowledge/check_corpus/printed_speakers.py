"""Hold a statement's speaker against whom its sentences print as saying or doing so.

The same reading proposes the speakers of new entries. Where it is unsure, nothing is told.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from knowledge.check_corpus.cut_places import has_verb
from knowledge.check_corpus.speaker_names import is_named
from knowledge.check_corpus.subject_places import ClausePlace, find_place, find_words
from knowledge.corpus.errors import Fault
from knowledge.corpus.model import Kind, QuoteKind
from knowledge.speech.cue_choice import choose_cue
from knowledge.speech.cues import SPOKEN, CueForm
from knowledge.speech.found_speaker import is_document
from knowledge.speech.name_parts import find_role, is_source, list_plain_words
from knowledge.speech.taken_claims import choose_claim, is_hearsay
from knowledge.text.article_text import Span, fold
from knowledge.text.english import object_words
from knowledge.text.english.cue_words import SAYING
from knowledge.text.english.pronouns import PRONOUN_IN_FRONT, SOMEBODY, SPEAKING_PRONOUN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.check_corpus.speaker_names import NamesOf
    from knowledge.corpus.model import Quote, Speaker, Statement
    from knowledge.speech.cues import Cue
    from knowledge.speech.found_speaker import FoundSpeaker
    from knowledge.speech.known_names import Mention
    from knowledge.speech.reading import Named, Reading, Sentence

_ATTRIBUTION = ("attribution",)
_SAYS = SAYING | {"saying", "telling"}
_LOOK_BACK = 4  # sentences
_HEADING = "This is a headline or a line of a list, and not a sentence."
_GIVEN = "The sentence gives these words to {!r}, not to {!r}."
_ONLY_CLAIMED = "The sentence only tells of a report that {!r} said so."
_LEAVE_OUT = "Leave these words out, or give in 'via' whose report it is."
_NAME_THEM = "Name who is printed as saying them, and correct the speaker."
_ONLY_TOLD_OF = "{!r} is whom the sentence tells of, and not who speaks or acts in it."
_NEARER = "{!r} goes back to {!r}, and not to the speaker, '{}'."
_DESCRIBE = (
    "Give the printed description, with 'id: null' and the organization in 'of'; the sourcing is "
    "'unnamed'."
)
_NAMELESS = "{!r} is somebody without a name, and the speaker is '{}'."
_CLAUSE = re.compile(r"\b(?:as|that|which|who|while|when|whether|than|whose)\b")


class PrintedSpeakers:
    """Whom the sentences of one statement's quotes print as speaking, and whom it gives."""

    def __init__(self, reading: Reading, statement: Statement, names: NamesOf) -> None:
        self._reading, self._statement, self._names = reading, statement, names

    def faults(self, quote: Quote, spans: list[Span]) -> Iterator[Fault]:
        """Yield where the text gives one quote, which is at `spans`, to somebody else."""
        speaker = self._statement.speaker
        sentence = self._reading.find_sentence(spans[0].start)
        if sentence is None:
            return
        if quote.kind is QuoteKind.NARRATION and self._is_heading(sentence):
            yield Fault(("exact",), _HEADING, "Quote a sentence of the article's text instead.")
        elif speaker is None and quote.kind is QuoteKind.NARRATION:
            yield from self._of_nobody(quote, sentence, spans)
        elif speaker and quote.attribution and sentence.main:
            yield from self._of_speaker(quote, sentence, spans, speaker)

    def _of_speaker(
        self, quote: Quote, sentence: Sentence, spans: list[Span], speaker: Speaker
    ) -> Iterator[Fault]:
        attribution = quote.attribution or ""
        words = list(find_words(attribution, self._reading.masked, sentence.span))
        kept = any(at.touches(span) for at in words for span in spans)
        if words and not kept and quote.kind is QuoteKind.NARRATION:
            why = f"The words kept of the sentence do not name the speaker: {attribution!r}."
            yield Fault(("exact",), why, "Keep the subject in the quote, with its verb.")
            return
        if self._is_hearsay(quote, sentence, spans):
            yield Fault(_ATTRIBUTION, _ONLY_CLAIMED.format(quote.attribution), _LEAVE_OUT)
            return
        claimant = self._find_claimant(quote, sentence, spans)
        named = [v for v in self._list_voices(sentence) if self._touches(v, words, speaker)]
        if claimant and self._is_sure(claimant):
            yield from self._of_claimant(quote, claimant[1], speaker)
        elif named:
            yield from self._of_subject(quote, named, speaker)
        elif fault := self._of_others(quote, sentence, words, spans):
            yield fault

    def _is_hearsay(self, quote: Quote, sentence: Sentence, spans: list[Span]) -> bool:
        """Return whether words are in a report of what somebody said, whose report is not given."""
        direct = quote.kind is QuoteKind.DIRECT and not self._statement.via
        return direct and is_hearsay(self._reading.masked, sentence.span, spans[0].start)

    def _find_claimant(
        self, quote: Quote, sentence: Sentence, spans: list[Span]
    ) -> tuple[Cue, FoundSpeaker] | None:
        """Return whose claim brings the words of a direct quote: "rejected Dahl's claim that"."""
        if quote.kind is not QuoteKind.DIRECT:
            return None
        claim = choose_claim(self._reading.masked, sentence.cues, spans[0])
        return next((v for v in self._list_voices(sentence) if v[0] is claim), None)

    def _of_claimant(self, quote: Quote, found: FoundSpeaker, speaker: Speaker) -> Iterator[Fault]:
        if not self._is_same(found, speaker):
            who = self._reading.text[found.printed]
            yield Fault(_ATTRIBUTION, _GIVEN.format(who, quote.attribution), _NAME_THEM)

    def _is_heading(self, sentence: Sentence) -> bool:
        """Return whether a line that no mark ends fills its paragraph: a headline."""
        text = self._reading.text
        ends = text[sentence.span][-1:].isalnum()
        return not sentence.main and ends and sentence.span in text.paragraphs

    def _of_nobody(self, quote: Quote, sentence: Sentence, spans: list[Span]) -> Iterator[Fault]:
        """Yield where the words kept of the outlet's own are printed as somebody's."""
        masked, text = self._reading.masked, self._reading.text
        for cue, found in self._list_voices(sentence):
            says = cue.form is CueForm.ACCORDING or text[cue.verb] in _SAYS
            kept = any(span.holds(cue.verb) for span in spans)
            before = masked[sentence.span.start : cue.verb.start]
            beside = object_words.SUBORDINATE_CLAUSE.search(before)
            if says and kept and not beside:
                why = f"The sentence gives these words to {text[found.printed]!r}."
                what_to_do = "Give the speaker and the sourcing, or quote the outlet's own words."
                yield Fault(("exact",), why, what_to_do)
                return
        if quote.refers_to and (nearer := self._find_nearer_subject(quote.refers_to, spans)):
            why = f"{quote.refers_to!r} is not whom the pronoun goes back to: {nearer!r} is nearer."
            yield Fault(("refers_to",), why, "Copy the words that name the pronoun's subject.")

    def _find_nearer_subject(self, refers_to: str, spans: list[Span]) -> str | None:
        """Return the subject named last before a pronoun, if some words name another."""
        text, masked = self._reading.text, self._reading.masked
        number = text.sentence_at(spans[0].start)
        if not PRONOUN_IN_FRONT.match(masked, spans[0].start):
            return None
        meant = {m.target for m in self._reading.known.find_mentions(refers_to)}
        for sentence in reversed(text.sentences[max(0, number - _LOOK_BACK) : number]):
            named = [
                m
                for m in self._reading.cast.book.find_inside(sentence)
                if find_place(masked, sentence, m.span) is ClausePlace.SUBJECT
                and m.kind is not Kind.ISSUE
            ]
            if any(m.target in meant for m in named) or any(find_words(refers_to, text[sentence])):
                return None
            if named:
                return text[named[-1].span] if meant else None
            if not PRONOUN_IN_FRONT.search(text[sentence]):
                return None
        return None

    def _list_voices(self, sentence: Sentence) -> Named:
        return [(c, s) for c, s in sentence.named if c.subject]

    def _touches(
        self, voice: tuple[Cue, FoundSpeaker], words: list[Span], speaker: Speaker
    ) -> bool:
        """Return whether an attribution is the subject of a cue, or what stands beside it."""
        cue, found = voice
        places = [place for place in (cue.subject, cue.apposition) if place]
        for at in words:
            own = next((place for place in places if place.touches(at)), None)
            if self._is_right_before(at, cue) or (
                own and (cue.form is CueForm.SPEECH or self._is_its_head(at, own))
            ):
                return True
            if own and self._is_body(speaker) and self._is_of_body(found, speaker):
                return True
            if own and self._is_same(found, speaker) and not self._is_owner(at):
                return True
        return False

    def _is_right_before(self, words: Span, cue: Cue) -> bool:
        """Return whether a verb follows at once: "its president, Samira Dool, told"."""
        between = self._reading.masked[words.end : cue.verb.start]
        return words.end < cue.verb.start and not between.strip(" ,")

    def _is_its_head(self, words: Span, subject: Span) -> bool:
        """Return whether words are the name in a subject, and not whose or of whom somebody is."""
        place = find_place(self._reading.masked, subject, words)
        return place is not ClausePlace.OWNER and (
            words.start <= subject.start or place is not ClausePlace.OBJECT
        )

    def _is_owner(self, words: Span) -> bool:
        return find_place(self._reading.masked, words, words) is ClausePlace.OWNER

    def _is_body(self, speaker: Speaker) -> bool:
        return bool(speaker.id) and not self._names.is_person(speaker.id or "")

    def _is_of_body(self, found: FoundSpeaker, speaker: Speaker) -> bool:
        """Return whether who was found is a body of the speaker's, or speaks for it."""
        speaks_for = object_words.SPEAKS_FOR.search(found.description or "")
        return bool(speaks_for) or self._is_same(found, speaker)

    def _of_others(
        self, quote: Quote, sentence: Sentence, words: list[Span], spans: list[Span]
    ) -> Fault | None:
        """Return what is wrong with words that are no subject of a verb of saying there."""
        voices = self._list_sure(quote, sentence, spans)
        speaker = self._statement.speaker
        if any(self._is_same(found, speaker) for _, found in voices):
            return None
        places = {find_place(self._reading.masked, sentence.span, at) for at in words}
        body, via = bool(speaker and self._is_body(speaker)), bool(self._statement.via)
        if ClausePlace.SUBJECT in places and (via or body or not voices):
            return None
        if ClausePlace.UNSURE in places and via:
            return None
        if ClausePlace.OWNER in places and body:  # "Velmora's ministry said"
            return None
        if self._is_joint(words, voices) or self._is_at_marks(words, sentence, spans):
            return None
        own = [v for v in voices if not self._is_source(v[1])]
        if own or (voices and not words and not via):
            who = self._reading.text[(own or voices)[0][1].printed]
            return Fault(_ATTRIBUTION, _GIVEN.format(who, quote.attribution), _NAME_THEM)
        told_of = bool(places) and places <= {ClausePlace.OBJECT, ClausePlace.OWNER}
        if told_of and quote.kind is QuoteKind.NARRATION and not (via and body):
            return Fault(_ATTRIBUTION, _ONLY_TOLD_OF.format(quote.attribution), _NAME_THEM)
        return None

    def _is_joint(self, words: list[Span], voices: Named) -> bool:
        """Return whether two are the subject of one verb: "Dahl and her guest said"."""
        subjects = [cue.subject for cue, _ in voices if cue.subject]
        between = [self._reading.masked[at.end : s.start] for at in words for s in subjects]
        return any(object_words.ENDS_WITH_AND.search(b) and not has_verb(b) for b in between)

    def _is_at_marks(self, words: list[Span], sentence: Sentence, spans: list[Span]) -> bool:
        """Return whether nothing stands between a name and the quotation: "and Dahl "a dream"."""
        quoted = [q.whole for q in sentence.quoted if q.whole.holds(spans[0])]
        masked = self._reading.masked
        return any(
            not masked[min(at.end, q.end) : max(at.start, q.start)].strip(" ,:")
            for at in words
            for q in quoted
        )

    def _list_sure(self, quote: Quote, sentence: Sentence, spans: list[Span]) -> Named:
        """Return who surely says these words, or anything in the narration that is kept."""
        sure = [v for v in self._list_voices(sentence) if self._is_sure(v)]
        if quote.kind is QuoteKind.NARRATION:
            return [v for v in sure if any(span.holds(v[0].verb) for span in spans)]
        spoken = [v for v in self._list_voices(sentence) if v[0].form in SPOKEN]
        quotation = next((q for q in sentence.quoted if q.whole.holds(spans[0])), None)
        chosen = choose_cue(self._reading, quotation, spoken) if quotation else None
        return [chosen] if chosen in sure else []

    def _is_sure(self, voice: tuple[Cue, FoundSpeaker]) -> bool:
        """Return whether a subject is read for certain: a name, a pronoun, a description."""
        cue, found = voice
        words = self._reading.text[cue.subject] if cue.subject else ""
        if _CLAUSE.search(words) or has_verb(words):
            return False
        if is_document(found):
            return False
        return bool(found.id or found.name or find_role(words) or SOMEBODY.match(words))

    def _is_source(self, found: FoundSpeaker) -> bool:
        return is_source(found.refers_to or self._reading.text[found.printed])

    def _is_same(self, found: FoundSpeaker, speaker: Speaker | None) -> bool:
        """Return whether who was found is the speaker, or one of their state's bodies."""
        if speaker is None:
            return False
        if any(self._is_same(party, speaker) for party in found.jointly):
            return True
        if speaker.id is None:
            printed = found.refers_to or found.description or self._reading.text[found.printed]
            return fold(speaker.description or "").casefold() in printed.casefold()
        if found.id is None:
            names = self._names.own(speaker.id)
            return bool(found.name) and is_named(names, fold(found.name or "").casefold())
        if speaker.id == found.id:
            return True
        if self._names.is_person(speaker.id) or self._names.is_person(found.id):
            return False
        ours, theirs = (self._names.represented(i) for i in (speaker.id, found.id))
        return bool(ours & theirs)

    def _of_subject(self, quote: Quote, named: Named, speaker: Speaker) -> Iterator[Fault]:
        """Yield where a subject, by who it is, cannot be the speaker."""
        if speaker.id is None or any(self._is_same(found, speaker) for _, found in named):
            return
        found = named[0][1]
        if self._is_nameless(found) and not self._names.is_person(speaker.id):
            yield Fault(_ATTRIBUTION, _NAMELESS.format(quote.attribution, speaker.id), _DESCRIBE)
        elif found.refers_to and self._goes_back_past(found, quote, speaker.id):
            why = _NEARER.format(quote.attribution, found.refers_to, speaker.id)
            yield Fault(_ATTRIBUTION, why, "Correct the speaker, or the words that name them.")

    def _is_nameless(self, found: FoundSpeaker) -> bool:
        role = find_role(found.description or "")
        spokes = object_words.SPEAKS_FOR.search(found.description or "")
        return role in {"official", "diplomat", "source", "aide"} and not (
            spokes or found.refers_to
        )

    def _goes_back_past(self, found: FoundSpeaker, quote: Quote, speaker: str) -> bool:
        """Return whether a pronoun or a description means somebody nearer than the speaker."""
        if not (found.id and self._names.is_person(found.id) and self._names.is_person(speaker)):
            return False
        if not SPEAKING_PRONOUN.match(quote.attribution or ""):
            return self._is_described_as_other(quote, found, speaker)
        theirs, own = (self._find_last(i, found.printed.start) for i in (found.id, speaker))
        if theirs is None or own is None:
            return theirs is not None
        sentences = [self._reading.text.sentence_at(m.span.start) for m in (theirs, own)]
        return sentences[1] < sentences[0] or (sentences[0] == sentences[1] and own.owns)

    def _is_described_as_other(self, quote: Quote, found: FoundSpeaker, speaker: str) -> bool:
        """Return whether words such as "the defense chief" suit somebody else alone.

        What the text says of the speaker in a sentence that names them may suit them too.
        """
        words = list_plain_words(quote.attribution or "")
        special = words - {find_role(quote.attribution or "")}
        theirs, own = (
            {w for name in self._names.of(i) for w in list_plain_words(fold(name))}
            for i in (found.id or "", speaker)
        )
        text = self._reading.text
        for mention in self._list_mentions(speaker, found.printed.start):
            sentence = text.sentences[text.sentence_at(mention.span.start)]
            own |= list_plain_words(text[sentence])
        return bool(special) and special <= theirs and special.isdisjoint(own)

    def _find_last(self, person: str, before: int) -> Mention | None:
        """Return the last mention of somebody before a place."""
        return next(reversed(self._list_mentions(person, before)), None)

    def _list_mentions(self, person: str, before: int) -> list[Mention]:
        mentions = self._reading.cast.book.mentions
        return [m for m in mentions if m.target == person and m.span.end <= before]
