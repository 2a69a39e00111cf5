"""Speech that a text prints under a label and without quotation marks: "MR HOLLIS:", "A:".

A label's speech goes on to the next label. After the last one nothing says where it ends, so it
is that paragraph alone. A line that begins with a name and a colon is a label only in a text that
reads as speech: its lines ask, or speak of themselves or to somebody.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from functools import cached_property, lru_cache
from itertools import islice, pairwise, takewhile, zip_longest
from typing import TYPE_CHECKING, Final, NamedTuple

from knowledge.text.article_text import Span, Text, fold
from knowledge.text.english.cue_words import SAID_FIRST
from knowledge.text.english.label_words import (
    ANSWERING,
    ASKING,
    BEFORE_A_MONTH,
    IN_FRONT,
    NAMELESS_LABELS,
    NAMES_TOO,
    NO_LABELS,
    SAYS_INSIDE,
    SMALL_IN_LABELS,
    SPEAKS,
    SPOKEN_FORM,
)
from knowledge.text.english.roles import ROLES
from knowledge.text.english.titles import PRINTED_TITLES
from knowledge.text.head_dates import without_days
from knowledge.text.nearest_words import nearest
from knowledge.text.quote_search import NotFound
from knowledge.text.titled_speech import find_titled_speech

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_CLOCK: Final = r"\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?(?:\s(?:[A-Z]{2,4}))?"
_STAMP: Final = rf"[(\[]?{_CLOCK}[)\]]?(?:\s?[-:|])?\s+"
_QUESTION_NUMBER: Final = r"(?:\d{1,3}\.\s+)"  # of a parliament's order paper: "1. Mrs Dahl:"
_ASIDE: Final = re.compile(r"\s*[(\[][^)\]]*[)\]]")
_LINE: Final = re.compile(
    rf"(?P<stamp>{_STAMP})?{_QUESTION_NUMBER}?(?P<label>[^\W\d_](?:[^:\"()\[\]]|{_ASIDE.pattern}){{0,80}}?)\s?:(?=\s|$)"
)
_BARE_Q: Final = re.compile(r"(?P<stamp>)(?P<label>Q)(?=\s[A-Z(\"'])")
_LETTER: Final = re.compile(r"(?P<stamp>)(?P<label>[QA])\.(?=\s)")
_MARKS: Final = ('"', "«", "‹", "「")
_QUOTED: Final = re.compile(r'"[^"]*"')
_IN_BRACKETS: Final = re.compile(r"[(\[][^)\]]*[)\]]\W*")
_STAMPED: Final = re.compile(rf"{_STAMP}|{_CLOCK}$")
_SENTENCE_END: Final = re.compile(r"[.?!:;,-]['\")\]]*$")
_CAPITAL: Final = re.compile(r"(?:[dDlL]'|[Aa]l-|[Ee]l-)?(?=[^\W\d_])(?-i:[^\Wa-z\d_])")
_NUMBER: Final = re.compile(r"#?\d{1,2}$")
_LIKE_A_LABEL: Final = re.compile(r"[A-Z][^:?!]{0,60}:\s")
_BEHIND_A_NAME: Final = re.compile(
    rf"\b(?P<first>[A-Z][\w'.-]+)\s(?i:(?P<own>{'|'.join(sorted(NAMES_TOO))}))\b(?!\s?\d)"
)
_HEAD: Final = 8  # lines in which a head has its day
_BESIDE_A_DAY: Final = 4  # words of its line
_NAME_WORDS: Final = 7
_POST_WORDS: Final = 8
# Small in a label as well: "Shadow chancellor Ada Finch:".
_TITLES: Final = PRINTED_TITLES | ROLES
_KEPT: Final = 8  # texts that were read last
_HALF, _QUARTER = 0.5, 0.25


class LabeledSpeech(NamedTuple):
    """What stands between a label and the next: its paragraphs, without the label.

    `marked` speech begins with a quotation mark: what stands in the marks is quoted as that. Of a
    `titled` text the label is the heading, and all that follows is speech or a document.
    """

    label: Span
    parts: tuple[Span, ...]
    stamped: bool = False
    marked: bool = False
    titled: bool = False

    def holds(self, span: Span) -> bool:
        return any(part.holds(span) for part in self.parts)

    def touches(self, span: Span) -> bool:
        return any(part.touches(span) for part in self.parts)


class _Line(NamedTuple):
    """A line that begins as a label does, and where its words begin."""

    at: Span
    label: Span
    words: int
    stamped: bool


@lru_cache(maxsize=_KEPT)
def find_labeled_speech(text: Text) -> tuple[LabeledSpeech, ...]:
    """Return the speech that a text prints under labels, in order; of most texts, none."""
    lines = list(_find_lines(text))
    if titled := None if lines else find_titled_speech(text):
        return (LabeledSpeech(titled.heading, titled.parts, titled=True),)
    found = list(_read_speech(text, lines))
    marked = [speech for speech in found if speech.marked]
    bare = [speech for speech in found if not speech.marked]
    return tuple(sorted([*marked, *_choose_spoken(text, bare, beside=bool(marked))]))


def find_speech_at(text: Text, span: Span) -> LabeledSpeech | None:
    """Return the speech without marks in which some words stand, or which they touch."""
    speech = find_any_speech_at(text, span)
    return None if speech is None or speech.marked else speech


def find_any_speech_at(text: Text, span: Span) -> LabeledSpeech | None:
    """Return the speech under a label, with marks or without, that some words touch."""
    found = find_labeled_speech(text)
    at = bisect_left(found, span.end, key=lambda speech: speech.label.start) - 1
    last = found[at] if at >= 0 else None
    return last if last and last.touches(span) else None


def strip_aside(label: str) -> tuple[str, str | None]:
    """Return a label's name, and the post that stands beside it: "DAHL (Minister)"."""
    name, _, post = _ASIDE.sub("", label).partition(",")
    asides = [aside[0].strip(" ()[]") for aside in _ASIDE.finditer(label)]
    posts = [words for words in (post.strip(), *asides) if words and not _STAMPED.match(words)]
    return name.strip(), next(iter(posts), None)


def is_asking(label: str) -> bool:
    """Return whether a label says that somebody asks or speaks, and not who: "Q", "REPORTER 2"."""
    words = label.casefold().rstrip(" #0123456789").split()
    numbered = words == ["speaker"] and label[-1:].isdigit()
    nameless = words and (words[0] in NAMELESS_LABELS or words[-1] in ASKING)
    return bool(nameless) or numbered


def is_answering(label: str) -> bool:
    """Return whether a label says that somebody answers, and not who: "A"."""
    return label.casefold() in ANSWERING


class _NamesLikeMonths:
    """What shows that a word such as "MAY" is somebody's name in a text."""

    def __init__(self, text: Text) -> None:
        self._text = text

    def show(self, parts: Sequence[str], said: str) -> bool:
        """Return whether a label is the name of somebody who speaks, and no month."""
        if parts[0].casefold() not in NAMES_TOO or not SPEAKS.search(said):
            return False
        if len(parts) > 1:
            return not any(map(_NUMBER.match, parts))
        if parts[0].isupper():
            return self._has_capitals
        return self._labels[parts[0]] > 1 or parts[0].casefold() in self._surnames

    @cached_property
    def _labels(self) -> Counter[str]:
        found = (_LINE.match(self._text[line]) for line in self._text.lines)
        return Counter(match["label"].strip() for match in found if match)

    @cached_property
    def _has_capitals(self) -> bool:
        """Return whether a label in capitals is no month."""
        firsts = (label.split()[0].strip(".") for label in self._labels if label.isupper())
        return any(first.casefold() not in NO_LABELS for first in firsts)

    @cached_property
    def _surnames(self) -> set[str]:
        """Return the words like months that stand behind a first name: "Theresa May"."""
        found = _BEHIND_A_NAME.finditer(self._text.folded)
        return {m["own"].casefold() for m in found if not BEFORE_A_MONTH.match(m["first"])}


def _find_lines(text: Text) -> Iterator[_Line]:
    names = _NamesLikeMonths(text)
    both = {"Q", "A"} <= {m["label"] for ln in text.lines if (m := _LETTER.match(text[ln]))}
    head = _find_head_end(text)
    for line in text.lines:
        words = text[line]
        if line.end < head:
            continue
        found = _LINE.match(words) or _BARE_Q.match(words)
        found = found or (_LETTER.match(words) if both else None)
        if found and _is_label(found["label"].strip(), words[found.end() :], names):
            first, last = found.span("label")
            label = Span(line.start + first, line.start + last)
            rest = words[found.end() :]
            start = line.start + found.end() + len(rest) - len(rest.lstrip())
            yield _Line(line, label, start, bool(found["stamp"]))


def _find_head_end(text: Text) -> int:
    """Return where the line ends that a head has its day in; nobody speaks above it."""
    for line in text.lines[:_HEAD]:
        bare = without_days(text[line])
        if bare != text[line] and len(bare.split()) <= _BESIDE_A_DAY:
            return line.end
    return 0


def _is_label(words: str, said: str, names: _NamesLikeMonths) -> bool:
    """Return whether words before a colon can name a speaker: a name, perhaps with a post."""
    name, post = strip_aside(words)
    parts = name.split()
    if not 0 < len(parts) <= _NAME_WORDS or len((post or "").split()) > _POST_WORDS:
        return False
    if IN_FRONT.match(name) or SAYS_INSIDE.search(words):  # "On Monday, Ada Finch told voters:"
        return False
    if SAID_FIRST.match(name):  # "Added Ada Finch:"
        return False
    first = parts[0].casefold().removesuffix("'s").strip(".")
    more = [p for p in parts[1:] if not _NUMBER.match(p)]
    if first in NO_LABELS and not (more and words.isupper()) and not names.show(parts, said):
        return False
    capital = all(
        _CAPITAL.match(p) or p in SMALL_IN_LABELS or p in _TITLES or _NUMBER.match(p) for p in parts
    )
    last = _CAPITAL.match(parts[-1]) is not None or _NUMBER.match(parts[-1]) is not None
    return capital and parts[0][0].isupper() and last


def _read_speech(text: Text, lines: Sequence[_Line]) -> Iterator[LabeledSpeech]:
    begun = [text.paragraphs[text.paragraph_at(line.at.start)].start for line in lines]
    by_line = any(start < line.at.start for line, start in zip(lines, begun, strict=True))
    for line, after in zip_longest(lines, lines[1:]):
        marked = text.folded[line.words : line.words + 1] in _MARKS
        end = after.at.start if after else len(text.folded)
        # Behind the last label, or a quotation, nothing says that the label's speech goes on; and
        # somebody who is labeled again was interrupted, perhaps by a question without a label.
        if marked or after is None or text[after.label] == text[line.label]:
            end = min(end, _find_own_end(text, line, by_line=by_line))
        if parts := tuple(_find_parts(text, line, end)):
            yield LabeledSpeech(line.label, parts, line.stamped, marked)


def _find_own_end(text: Text, line: _Line, *, by_line: bool) -> int:
    """Return where the paragraph of a label ends, or its line in a text of lines."""
    if by_line and line.words < line.at.end and _SENTENCE_END.search(text[line.at]):
        return line.at.end
    return text.paragraphs[text.paragraph_at(line.words)].end


def _find_parts(text: Text, line: _Line, end: int) -> Iterator[Span]:
    """Yield the paragraphs of a label's speech, up to what is a live blog's next entry."""
    name, _ = strip_aside(text[line.label])
    first = text.paragraph_at(line.at.start)
    for paragraph in takewhile(lambda p: p.start < end, islice(text.paragraphs, first, None)):
        part = Span(max(paragraph.start, line.words), min(paragraph.end, end))
        words = text[part].rstrip() if part.start < part.end else ""
        part = Span(part.start, part.start + len(words))
        if not words or _IN_BRACKETS.fullmatch(words):
            continue
        if paragraph.start > line.at.end:
            if _STAMPED.match(words) or _LIKE_A_LABEL.match(words):
                return
            if _is_editors(words, name):
                continue
        yield part


def _is_editors(words: str, name: str) -> bool:
    """Return whether a further paragraph is a heading, or tells of the speaker by name."""
    surname = name.rsplit(maxsplit=1)[-1]
    told = re.search(rf"\b{re.escape(surname)}\b", words, re.IGNORECASE)
    generic = is_asking(name) or is_answering(name)
    return not _SENTENCE_END.search(words) or bool(told and not generic)


def _choose_spoken(
    text: Text, found: Sequence[LabeledSpeech], *, beside: bool
) -> list[LabeledSpeech]:
    """Return what is under labels of speakers, if the text reads as speech.

    `beside` says that it has speech between marks under labels too.
    """
    plain = [s for s in found if text[s.label].isupper()]
    kept = plain if len(plain) * 2 > len(found) else list(found)
    speaks = {s for s in kept if _speaks(text, s)}
    if not kept or not _reads_as_speech(text, kept, len(speaks), told=beside):
        return []
    return [s for s in kept if s in speaks or not s.stamped or text[s.label].isupper()]


def _speaks(text: Text, speech: LabeledSpeech) -> bool:
    return any(SPEAKS.search(_QUOTED.sub('"', text[part])) for part in speech.parts)


def _reads_as_speech(text: Text, kept: Sequence[LabeledSpeech], speaks: int, *, told: bool) -> bool:
    labels = [text[s.label] for s in kept]
    head = text[Span(0, kept[0].label.start)]
    told = told or SPOKEN_FORM.search(head) is not None
    if len(kept) == 1:
        return told and speaks == 1
    plain = all(label.isupper() for label in labels)
    return speaks >= (_QUARTER if plain or told else _HALF) * len(kept)


def find_labeled(text: Text, exact: str) -> Span | NotFound:
    """Find the one place where `exact` is whole sentences of a paragraph under one label."""
    words = fold(exact)
    places = labeled_places(text, exact)
    if len(places) == 1:
        return places[0]
    if places:
        return NotFound(f"is printed {len(places)} times under labels", words)
    found = text.occurrences(words)
    if not found:
        return NotFound("is not in the text", words, nearest(words, text.folded))
    whole = next((w for span in found if (w := find_whole_sentences(text, span))), None)
    if whole:
        what_to_do = "Quote whole sentences of one paragraph, without a cut."
        return NotFound("is not whole sentences", words, text[whole], what_to_do)
    return NotFound("is printed, but not as speech under one label", words)


def labeled_places(text: Text, exact: str) -> list[Span]:
    """Return every place where `exact` is whole sentences of a paragraph under one label."""
    return [s for s in text.occurrences(fold(exact)) if find_whole_sentences(text, s) == s]


def find_whole_sentences(text: Text, span: Span) -> Span | None:
    """Return the sentences of a label's paragraph that words touch; None if it holds not all."""
    part = find_part(text, span)
    if part is None:
        return None
    touched = [s for s in sentences_of(text, part) if s.touches(span)]
    return Span(touched[0].start, touched[-1].end) if touched else None


def find_part(text: Text, span: Span) -> Span | None:
    """Return the paragraph of speech under a label that holds some words."""
    speech = find_speech_at(text, span)
    parts = speech.parts if speech else ()
    return next((part for part in parts if part.holds(span)), None)


def sentences_of(text: Text, part: Span) -> list[Span]:
    """Return the sentences of a paragraph of speech, without its label."""
    sentences = islice(text.sentences, text.sentence_at(part.start), None)
    begun = takewhile(lambda s: s.start < part.end, sentences)
    inside = [s.start for s in begun if part.start < s.start]
    edges = [part.start, *inside, part.end]
    cut = (Span(a, a + len(text[Span(a, b)].rstrip())) for a, b in pairwise(edges))
    return [span for span in cut if span.start < span.end]
