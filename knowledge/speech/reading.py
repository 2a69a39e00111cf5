"""One text while it is read for candidates: its sentences, its names and its speakers."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from knowledge.corpus.model import Kind
from knowledge.speech.clauses import find_main_clause, find_subject_phrase, skip_dateline
from knowledge.speech.cues import CueForm, find_cues
from knowledge.speech.known_names import Mention
from knowledge.speech.name_parts import NAME, find_name
from knowledge.speech.speakers import Cast
from knowledge.speech.taken_claims import find_claims
from knowledge.text.article_text import Span
from knowledge.text.english.answering_words import (
    ASKED_AT_END,
    ASKED_IN_FRONT,
    ASKED_PRONOUN,
    ASKED_WHOM,
)
from knowledge.text.english.clause_words import VERB
from knowledge.text.english.cue_words import ATTRIBUTION, CLOSED_BY_A_MARK, SAYING, SIGNED
from knowledge.text.english.paper_words import AUTHORED, PAPER_AS_SUBJECT
from knowledge.text.english.pronouns import INTRODUCED
from knowledge.text.english.roles import BODIES, ROLES
from knowledge.text.quotation_marks import quotations
from knowledge.text.title_case import is_title_case

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.speech.cues import Cue
    from knowledge.speech.found_speaker import FoundSpeaker
    from knowledge.speech.known_names import KnownNames
    from knowledge.text.article_text import Text
    from knowledge.text.quotation_marks import Quotation

Named = list[tuple["Cue", "FoundSpeaker"]]
_ROLES_AND_BODIES = ROLES | BODIES
_LONGEST = 3000  # characters outside of marks; the longest in print have half of it
_BESIDE = re.compile(r", (?P<post>[^,\0]+),")
_INSIDE = re.compile(r"(?<=[a-z,] )[A-Z][\w.]*")
_STAMP = re.compile(r"\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?(?:\s[A-Z]{2,4})?\s(?=\w*[A-Z\"'])")
_BULLET = re.compile(r"(?:[-*•▪·◦‣●○■□>]{1,3}|\(?\d{1,2}[.)])\s")
_LISTED = re.compile(r"^[ \t]*(?:[-–—*•▪·◦‣●○■□>]|\(?\d{1,2}[.)])", re.MULTILINE)
_LIVE = 2  # entries with an hour; one alone may be a figure
_NEXT_WORD = re.compile(r"\s(\w+)")
_GOES_ON = re.compile(r"[,:;-]['\")\]]*$|['\"»›]$")
_ENDS_A_SENTENCE = re.compile(r"[.?!](?:['\")\]]|\s?[»›])*(?:\s\([^)]*\))?$")


@dataclass
class Sentence:
    """One sentence: its place, who is printed as saying something in it, and its quotations."""

    span: Span
    cues: list[Cue]
    named: Named
    quoted: list[Quotation]
    main: bool  # the outlet's prose, no headline and no line of a list
    met: FoundSpeaker | None = None  # whom it is about where nobody speaks, or who was asked


@dataclass
class Reading:
    """One text: `masked` has NUL for what stands between marks, so that no cue is found inside."""

    text: Text
    known: KnownNames
    quoted: list[Quotation] = field(init=False)
    masked: str = field(init=False)
    cast: Cast = field(init=False)
    sentences: list[Sentence] = field(init=False)

    def __post_init__(self) -> None:
        self.quoted = quotations(self.text, self.text.raw)
        self.masked = _mask_quotations(self.text, self.quoted)
        self.cast = Cast(self.text, self.known)
        spans = _split_sentences(self.text, self.quoted)
        self.sentences = [self._read_sentence(span) for span in spans]

    def _read_sentence(self, span: Span) -> Sentence:
        words = self.text[span]
        main = _ENDS_A_SENTENCE.search(words) is not None and not is_title_case(words)
        heading = not main and not _GOES_ON.search(words) and not SIGNED.search(words)
        found = [] if heading or self._is_endless(span) else self._find_cues(span)
        answers = self._meet_answering(span) if found else None
        speakers = [self._find_speaker(cue, span) for cue in found]
        named = [(c, s) for c, s in zip(found, speakers, strict=True) if s]
        met = self._meet_subject(span) if main and not named else None
        if main and (asked := answers or self._find_asked(span)):
            self.cast.meet_asked(asked)
            met = asked
        first, last = (bisect_left(self._marks, at) for at in span)
        return Sentence(span, found, named, self.quoted[first:last], main, met)

    def _meet_subject(self, span: Span) -> FoundSpeaker | None:
        """Return whom a sentence is about in which nobody speaks, or whom it brings in."""
        met = None
        if part := find_main_clause(self.masked, span):
            beside = _BESIDE.match(self.masked, part.end, span.end)
            phrase = find_subject_phrase(self.masked, part)
            post = Span(*beside.span("post")) if beside and phrase == part else None
            met = self.cast.meet(self.find_subject(part), phrase, post)
        if met and met.kind is Kind.PERSON:
            return met
        return self._meet_introduced(span) or met

    def _meet_answering(self, span: Span) -> FoundSpeaker | None:
        """Return who answers what stands in front: "Asked if Velmora had agreed, he paused"."""
        match = ASKED_IN_FRONT.match(self.masked, *span)
        who = Span(*match.span("who")) if match else None
        return self.cast.meet(who, who, None) if who else None

    def _find_asked(self, span: Span) -> FoundSpeaker | None:
        """Return whom somebody asks, who will answer: "Finch asked the witness, Per Dahl, if"."""
        behind = "\0" in self.masked[slice(*span)]
        match = (ASKED_AT_END if behind else ASKED_WHOM).search(self.masked, *span)
        if match is None:
            return None
        beside = Span(*match.span("beside")) if match.groupdict().get("beside") else None
        who = Span(*match.span("who"))
        if pronoun := ASKED_PRONOUN.match(self.text[who]):
            return self.cast.find_other(who, "he" if pronoun["who"].lower() == "him" else "she")
        return self.cast.find(who, beside, speaks=True)

    def _meet_introduced(self, span: Span) -> FoundSpeaker | None:
        """Return whom a sentence about something else brings in: "It drew a frown from X, who"."""
        found = [*INTRODUCED.finditer(self.masked, *span)]
        if len(found) != 1:
            return None
        who = Span(*found[0].span("who"))
        return self.cast.meet(who, who, None)

    def _find_cues(self, span: Span) -> list[Cue]:
        span = skip_dateline(self.masked, span)
        found = [*find_cues(self.masked, span), *find_claims(self.masked, span)]
        return sorted(found, key=lambda cue: cue.verb.start)

    def _is_endless(self, span: Span) -> bool:
        """Return whether a sentence is too long for one: a list, or a text without its stops."""
        return len(self.masked[slice(*span)].replace("\0", "")) > _LONGEST

    @cached_property
    def _marks(self) -> list[int]:
        return [q.whole.start for q in self.quoted]

    def find_sentence(self, offset: int) -> Sentence | None:
        """Return the sentence that holds the character at `offset`."""
        at = bisect_right(self._starts, offset) - 1
        return self.sentences[at] if at >= 0 else None

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.span.start for sentence in self.sentences]

    def get_number(self, sentence: Span) -> int:
        """Return the number of a sentence."""
        return self._places[sentence]

    @cached_property
    def _places(self) -> dict[Span, int]:
        return {sentence.span: i for i, sentence in enumerate(self.sentences)}

    def is_stamped(self, span: Span) -> bool:
        """Return whether words stand in an entry of a live blog, behind its hour."""
        return len(self._stamped) >= _LIVE and self.text.paragraph_at(span.start) in self._stamped

    @cached_property
    def _stamped(self) -> frozenset[int]:
        """The numbers of the paragraphs that begin with an hour."""
        begun = enumerate(self.text.paragraphs)
        return frozenset(i for i, p in begun if _STAMP.match(self.text.folded, *p))

    def _find_speaker(self, cue: Cue, span: Span) -> FoundSpeaker | None:
        """Return a cue's speaker; beside words between marks, whoever is its subject speaks."""
        speaks = self.text[cue.verb] in SAYING or cue.form is CueForm.ACCORDING
        speaks = speaks or "\0" in self.masked[slice(*span)]
        if cue.subject and (author := self._find_author(cue.subject, span)):
            return author
        return self.cast.find(cue.subject, cue.apposition, speaks=speaks)

    def _find_author(self, subject: Span, sentence: Span) -> FoundSpeaker | None:
        """Return who wrote what says something: "Finch put out a statement. It says"."""
        if not PAPER_AS_SUBJECT.fullmatch(self.text[subject]):
            return None
        at = self.text.sentence_at(max(0, sentence.start - 2))
        before = self.text.sentences[at]
        if not AUTHORED.search(self.masked, *before):
            return None
        return self.cast.find_author(subject, before)

    def find_subject(self, part: Span) -> Span | None:
        """Return the words of a clause's subject, where it is a name."""
        name = NAME.match(self.text.folded, part.start, part.end)
        if name is None:
            return None
        after = _NEXT_WORD.match(self.text.folded, name.end(), part.end)
        role = after if after and after[1].lower() in _ROLES_AND_BODIES else name
        span = Span(part.start, role.end())
        named = self.known.find_mentions(self.text[span]) or self._is_name(name[0])
        return span if named else None

    def _is_name(self, words: str) -> bool:
        """Return whether words are a name, not a sentence start, by capitals elsewhere."""
        first = words.removeprefix("The ")
        return " " in first or (first in self._capitals and first.lower() not in self._small)

    @cached_property
    def _capitals(self) -> set[str]:
        return set(_INSIDE.findall(self.text.folded))

    @cached_property
    def _small(self) -> set[str]:
        return {word for word in self.text.folded.split() if word.islower()}

    def find_names(self, span: Span) -> list[Mention]:
        """Return who is named outside of marks, on record or not, in order."""
        known = self.find_mentions(span, Kind.PERSON, Kind.ORGANIZATION)
        found = [m for m in known if "\0" not in self.masked[slice(*m.span)]]
        found += [
            m for m in self._find_unknown(span) if not any(k.span.touches(m.span) for k in known)
        ]
        return sorted(found)

    def _find_unknown(self, span: Span) -> Iterator[Mention]:
        for match in NAME.finditer(self.masked, *span):
            words = match[0].removesuffix("'s").removesuffix("'")
            if find_name(words) and self._is_name(words):
                at = Span(match.start(), match.start() + len(words))
                yield Mention(at, "", Kind.ORGANIZATION, owns=words != match[0])

    def find_mentions(self, span: Span, *kinds: Kind) -> list[Mention]:
        """Return the names that the corpus knows in a part of the text."""
        return [m for m in self.cast.book.find_inside(span) if m.kind in kinds]


def _mask_quotations(text: Text, quoted: list[Quotation]) -> str:
    masked, at = [], 0
    for q in quoted:
        masked += [text.folded[at : q.whole.start], "\0" * (q.whole.end - q.whole.start)]
        at = q.whole.end
    return "".join([*masked, text.folded[at:]])


def attributes(words: str) -> bool:
    """Return whether a sentence says no more than who said what stands before it."""
    cue = ATTRIBUTION.match(words)
    who = cue["who"] if cue else "what"
    return not (VERB.search(who) or " what " in f" {who} ")


def _split_sentences(text: Text, quoted: list[Quotation]) -> list[Span]:
    """Return the sentences, none of which ends inside a quotation or before "he said".

    A question and a cry are followed by a capital as well: "Why now?" Ada Finch asked.
    """
    items = _find_items(text, quoted)
    ends, marks = {p.start for p in text.paragraphs} | items, [q.whole.start for q in quoted]
    found: list[Span] = []
    for sentence in _split_items(text.sentences, sorted(items)):
        last = bisect_left(marks, sentence.start) - 1
        inside = last >= 0 and sentence.start < quoted[last].whole.end
        goes_on = text.folded[sentence.start : sentence.start + 1].islower() or (
            CLOSED_BY_A_MARK.search(text.folded, max(0, sentence.start - 5), sentence.start)
            and attributes(text[sentence])
        )
        signed = (SIGNED.match(text.folded, sentence.start - before) for before in (1, 2))
        goes_on = goes_on or any(signed)
        if sentence.start in ends:  # a bullet or the time of an entry is no part of its sentence
            stamp = (_BULLET if sentence.start in items else _STAMP).match(text.folded, *sentence)
            found.append(Span(stamp.end() if stamp else sentence.start, sentence.end))
        elif found and (inside or goes_on):
            found[-1] = Span(found[-1].start, sentence.end)
        else:
            found.append(sentence)
    return found


def _find_items(text: Text, quoted: list[Quotation]) -> set[int]:
    """Return where the lines of a list begin that bring words between marks, each its own."""
    if not _LISTED.search(text.raw):
        return set()
    starts = [q.whole.start for q in quoted]
    listed = (line for line in text.lines if _BULLET.match(text.folded, *line))
    return {line.start for line in listed if _holds_any(line, starts)}


def _holds_any(line: Span, starts: list[int]) -> bool:
    """Return whether a quotation begins in a line, not only goes on into it."""
    return bisect_left(starts, line.start) < bisect_left(starts, line.end)


def _split_items(sentences: list[Span], items: list[int]) -> Iterator[Span]:
    """Yield the sentences, cut where the item of a list begins."""
    for sentence in sentences:
        first, last = bisect_right(items, sentence.start), bisect_left(items, sentence.end)
        cuts = [sentence.start, *items[first:last], sentence.end]
        yield from (Span(a, b) for a, b in pairwise(cuts))
