"""Speakers by a parse of the sentence: of quotations that the rules give to nobody."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Final

from knowledge.corpus.model import Kind
from knowledge.intake.read.parser import ParsedWord, parse
from knowledge.speech.cues import Cue, CueForm
from knowledge.speech.found_speaker import FoundSpeaker
from knowledge.speech.name_parts import list_plain_words
from knowledge.text.article_text import Span
from knowledge.text.english.cue_words import CUE
from knowledge.text.english.pronouns import ONE_OF_TWO
from knowledge.text.title_case import is_title_case

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.intake.read.dated_reading import DatedReading
    from knowledge.speech.reading import Sentence
    from knowledge.text.quotation_marks import Quotation

_MOST: Final = 100_000  # characters of one text that are parsed: minutes are too long to wait
_LONGEST: Final = 4_000  # characters of a sentence
_TITLE: Final = 2  # words in capitals, of what may be the title of a work
_RELATIVE: Final = frozenset({"who", "which", "that"})
_VERBS: Final = frozenset({"VERB", "AUX"})
_BE: Final = frozenset({"is", "are", "was", "were", "be", "been", "'s", "'re"})
# What somebody who does it does say: "liked to say", "rose to say".
_DONE: Final = frozenset(
    "liked likes loved loves used tends tended went goes came rose stood continued continues began"
    " started stopped paused turned took got managed".split()
)
_WANTED: Final = frozenset("should must shall can could may might ought".split())
_NAMES: Final = frozenset({"NOUN", "PROPN"})
_CLAUSES: Final = frozenset({"ccomp", "parataxis", "oprd", "dobj", "dep"})
_APART: Final = frozenset({"relcl", "appos", "acl", "conj", "cc", "punct", "advcl", "parataxis"})


@dataclass
class ParsedSpeakers:
    """Whom a parse gives as the speakers of a text's quotations; remembers whom it found."""

    reading: DatedReading
    found: list[FoundSpeaker] = field(default_factory=list)
    _left: int = _MOST
    _parsed: dict[Span, ParsedSentence] = field(default_factory=dict)

    def find(self, sentence: Sentence, quotation: Quotation) -> tuple[Cue, FoundSpeaker] | None:
        """Return who says a quotation by a parse of its sentence, and by which word."""
        parsed = self._parse(sentence.span)
        if parsed is None:
            return None
        for verb, subject in self._find_subjects(parsed, quotation):
            if speaker := self._find_speaker(parsed, subject):
                self.found.append(speaker)
                return Cue(parsed.place(verb), CueForm.FINITE, speaker.printed), speaker
        return None

    def _parse(self, span: Span) -> ParsedSentence | None:
        """Return a sentence parsed, where it has words outside of marks and is not too long."""
        outside = self.reading.masked[slice(*span)].replace("\0", "")
        length = span.end - span.start
        if not outside.strip(" .,;:-") or length > min(_LONGEST, self._left):
            return None
        if span not in self._parsed:
            self._left -= length
            self._parsed[span] = ParsedSentence(self.reading, span)
        return self._parsed[span]

    def _find_subjects(
        self, parsed: ParsedSentence, quotation: Quotation
    ) -> Iterator[tuple[int, int]]:
        """Yield the verbs that bring a quotation and their subjects, the likeliest first."""
        for verb in parsed.find_verbs(quotation.whole):
            if parsed.is_wanted(verb):  # nobody has said it yet
                return
            if (subject := parsed.find_subject(verb)) is not None:
                yield verb, subject
        if is_title_case(self.reading.text[quotation.words], fewest=_TITLE):
            return
        for verb in parsed.find_verbs_around(quotation.whole):
            subject = parsed.find_subject(verb)
            if subject is not None and self._is_person(parsed, subject):
                yield verb, subject

    def _is_person(self, parsed: ParsedSentence, subject: int) -> bool:
        """Return whether a subject is a person by the parse, or a proper noun taken for one."""
        word, phrase = parsed.words[subject], parsed.find_phrase(subject)
        if word.entity == "PERSON" or self.reading.text[phrase].lower() in {"he", "she"}:
            return True
        found = self.reading.cast.rewind(phrase.start).find(phrase)
        return word.kind == "PROPN" and found is not None and found.kind is Kind.PERSON

    def _find_speaker(self, parsed: ParsedSentence, subject: int) -> FoundSpeaker | None:
        phrase = parsed.find_phrase(subject)
        cast = self.reading.cast.rewind(phrase.start, self.found)
        if speaker := cast.find(phrase, parsed.find_apposition(subject), speaks=True):
            return speaker
        printed = self.reading.text[phrase]
        if parsed.words[subject].kind not in _NAMES or ONE_OF_TWO.fullmatch(printed):
            return None
        return FoundSpeaker(phrase, description=printed, words=list_plain_words(printed))


@dataclass
class ParsedSentence:
    """The parse of one sentence of a text."""

    reading: DatedReading
    span: Span

    @cached_property
    def words(self) -> list[ParsedWord]:
        return parse(self.reading.text[self.span])

    def place(self, number: int) -> Span:
        """Return where a word stands in the text."""
        word = self.words[number]
        return Span(self.span.start + word.start, self.span.start + word.end)

    @cached_property
    def _children(self) -> dict[int, list[int]]:
        found: dict[int, list[int]] = {}
        for number, word in enumerate(self.words):
            if word.head != number:
                found.setdefault(word.head, []).append(number)
        return found

    def _is_inside(self, number: int, whole: Span) -> bool:
        return whole.holds(self.place(number))

    def _is_marked(self, number: int) -> bool:
        return self.reading.masked[self.place(number).start] == "\0"

    def _climb(self, number: int) -> Iterator[int]:
        """Yield what a word hangs on, up to the root of its sentence."""
        while (head := self.words[number].head) != number:
            yield head
            number = head

    def find_verbs(self, whole: Span) -> list[int]:
        """Return the verbs that bring a quotation: of saying, then those that it completes.

        Whatever takes a clause ("fears that ...") says or thinks it.
        """
        says, completed = list[int](), list[int]()
        for number, word in enumerate(self.words):
            inside, below = (self._is_inside(n, whole) for n in (number, word.head))
            if inside and not below and word.kind != "PUNCT":
                above = self._list_verbs_above(number)
                says += [v for v in above if self._says(v) or self._takes_clause(v)]
                nearest = [v for v in above[:1] if self._lower(v) not in _BE]
                completed += nearest if word.role in _CLAUSES else []
            elif below and not inside and self._is_verb(number):
                says += [number] if self._says(number) else []
        return list(dict.fromkeys([*says, *completed]))

    def find_verbs_around(self, whole: Span) -> list[int]:
        """Return the verbs of all clauses that a quotation is a part of, the nearest first."""
        inside = (n for n in range(len(self.words)) if self._is_inside(n, whole))
        verbs = (v for n in inside for v in self._list_verbs_above(n))
        return [verb for verb in dict.fromkeys(verbs) if self._lower(verb) not in _BE]

    def _lower(self, number: int) -> str:
        return self.reading.text[self.place(number)].lower()

    def _list_verbs_above(self, number: int) -> list[int]:
        return [v for v in self._climb(number) if self._is_verb(v)]

    def _is_verb(self, number: int) -> bool:
        return self.words[number].kind in _VERBS and not self._is_marked(number)

    def _says(self, number: int) -> bool:
        return CUE.match(self.reading.masked, self.place(number).start) is not None

    def _takes_clause(self, number: int) -> bool:
        return any(self.words[c].role == "ccomp" for c in self._children.get(number, ()))

    def is_wanted(self, verb: int) -> bool:
        """Return whether a verb says what somebody is to do: "should resign and admit"."""
        first = verb
        while self.words[first].role == "conj":
            first = self.words[first].head
        helpers = {self._lower(c) for at in {verb, first} for c in self._children.get(at, ())}
        above = self.words[first].head
        wanted = "to" in helpers and above != first and self._lower(above) not in _DONE
        return wanted or not _WANTED.isdisjoint(helpers)

    def find_subject(self, verb: int) -> int | None:
        """Return who does what a verb says: its own subject, or that of the verb it goes with."""
        at = verb
        for _ in self.words:
            word, roles = (
                self.words[at],
                {self.words[c].role: c for c in self._children.get(at, ())},
            )
            if word.kind in _NAMES and at != verb:
                return at
            if (agent := roles.get("agent")) is not None:
                return next(iter(self._children.get(agent, ())), None)
            if "nsubjpass" in roles and at == verb:
                return None
            subject = roles.get("nsubj", roles.get("nsubjpass"))
            if subject is not None:
                return word.head if self._is_relative(subject) else self._refuse_marked(subject)
            if word.head == at:
                return None
            at = word.head
        return None

    def _is_relative(self, subject: int) -> bool:
        return self._lower(subject) in _RELATIVE

    def _refuse_marked(self, subject: int) -> int | None:
        return None if self._is_marked(subject) else subject

    def find_phrase(self, head: int) -> Span:
        """Return the words of a noun phrase, without the clauses that tell more of it."""
        inside = [head]
        for number in inside:
            inside += [
                c
                for c in self._children.get(number, ())
                if self.words[c].role not in _APART and not self._is_marked(c)
            ]
        first = last = head
        while first - 1 in inside:
            first -= 1
        while last + 1 in inside:
            last += 1
        return Span(self.place(first).start, self.place(last).end)

    def find_apposition(self, head: int) -> Span | None:
        """Return what stands beside a noun phrase to tell who it is."""
        beside = [c for c in self._children.get(head, ()) if self.words[c].role == "appos"]
        return self.find_phrase(beside[0]) if beside else None
