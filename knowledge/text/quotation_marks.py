"""Quotations in a text: what stands between marks, curly or straight, nested, over paragraphs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from knowledge.text.article_text import Span, Text, fold
from knowledge.text.english.cue_words import ATTRIBUTED_INSIDE
from knowledge.text.english.small_words import ELIDED
from knowledge.text.letter_table import LetterTable

if TYPE_CHECKING:
    from collections.abc import Iterator

# What closes each mark of a folded text: folding makes curly marks straight, and keeps these.
FOLDED_PAIRS: Final = {'"': '"', "'": "'", "`": "'", "«": "»", "‹": "›", "「": "」"}
# What closes each mark in words as typed: a mark of its own kind, so that others may stand inside.
TYPED_PAIRS: Final = {k[0]: k[1:] for k in '"" “” ”” ‟” „“” «» ‹› 「」 『』 ＂＂'.split()}
DOUBLE_MARKS: Final = '"“”„'

_STRAIGHT: Final = re.compile(r'"([^"]+)"')
_WORD: Final = re.compile(r"\w")
# Folding makes every mark straight; which way a curly one turns is kept beside the folded text,
# as characters that folding leaves alone.
_KEPT: Final = {"“": "\ue000", "„": "\ue004", "”": "\ue001", "‘": "\ue002", "’": "\ue003"}
_OPEN, _CLOSE, _OPEN_SINGLE, _CLOSE_SINGLE, _LOW = "\ue000\ue001\ue002\ue003\ue004"
_TURNED: Final = LetterTable(_KEPT | dict.fromkeys(_KEPT.values(), " "))
_ANY: Final = re.compile("[\"'\ue000\ue001\ue002\ue004«‹「]")
_CLOSES_LOW: Final = re.compile('["\ue000\ue001]')
_DOUBLE: Final = re.compile('["\ue000\ue001]')
_BEFORE: Final = re.compile(r"[\s(\[/:\ue000\ue002\"-]")
# A curly mark that turns the wrong way is read as a straight one: "”We go.”", "“We go.“".
_WRONG_WAY: Final = re.compile(r"(?<!\S)\ue001(?=\w)|(?<=[\w.,?!])\ue000(?=\s|$)")
_SINGLE: Final = re.compile("(?<![\\s(])['\ue003](?!\\w)")
_APOSTROPHE: Final = re.compile(rf"'(?:\d|{ELIDED}\b)", re.IGNORECASE)
# Wires print two single marks for a double one: the outer one is taken for that, the other for a
# space.
_TWO_SINGLE: Final = re.compile("``|''|\ue002\ue002|\ue003\ue003")
_ANGLED: Final = frozenset("«‹「")
_SENTENCE_END: Final = ",.?!"


class StraightPair(NamedTuple):
    """A pair of straight double marks in a folded text: the words, and the words with the marks."""

    words: Span
    whole: Span


def straight_pairs(folded: str) -> Iterator[StraightPair]:
    """Yield what stands between each straight double mark and the next.

    Unlike `quotations()`, this knows of no nesting and no paragraphs: it is for whole texts that
    nobody reads through, where one mark that is never closed must not hide the quotations after it.
    """
    for match in _STRAIGHT.finditer(folded):
        yield StraightPair(Span(*match.span(1)), Span(*match.span()))


def without_comma(text: Text, words: Span) -> Span:
    """Leave out the comma of the sentence around, which American print puts inside the marks."""
    return Span(words.start, words.end - text[words].endswith(","))


def outside_marks(folded: str) -> str:
    """Return what stands outside straight double marks, each pair left as one mark."""
    return '"'.join(folded.split('"')[::2])


def is_between_marks(folded: str, span: Span) -> bool:
    """Return whether a span is all that stands between a pair of marks, less an outer comma."""
    span = _add_inner_spaces(folded, span)
    mark = folded[span.start - 1 : span.start] if span.start else ""
    before, after = folded[: span.start - 1][-1:], folded[span.end :].removeprefix(",")[:2]
    if mark not in FOLDED_PAIRS or after[:1] != FOLDED_PAIRS[mark]:
        return False
    if FOLDED_PAIRS[mark] != "'":
        return FOLDED_PAIRS[mark] not in folded[span.start : span.end]
    return not (_WORD.match(before) or _WORD.match(after[1:]))  # an apostrophe is not a mark


def _add_inner_spaces(folded: str, span: Span) -> Span:
    """Return a span with the spaces that French print puts inside its marks: « We go »."""
    opening, last = folded[max(0, span.start - 2) : span.start], span.end
    if opening[:1] not in _ANGLED or opening[1:] != " ":
        return span
    last += folded[last : last + 2] == ", "  # "« We go, »"
    return Span(span.start - 1, last + (folded[last : last + 1] == " "))


def find_run(text: Text, span: Span) -> Span:
    """Return the paragraphs of a quotation that runs over several: all reopen its mark."""
    paragraphs = text.paragraphs
    if not paragraphs:
        return span
    first = last = text.paragraph_at(span.start)
    while last + 1 < len(paragraphs) and _reopens(text, paragraphs[last], paragraphs[last + 1]):
        last += 1
    while first and _reopens(text, paragraphs[first - 1], paragraphs[first]):
        first -= 1
    return Span(paragraphs[first].start, paragraphs[last].end)


def _reopens(text: Text, before: Span, after: Span) -> bool:
    """Return whether a paragraph ends between marks, and the next begins with one."""
    opened = text.folded.count('"', *before) % 2 == 1
    return opened and text.folded.startswith('"', after.start)


def runs_on(text: Text, span: Span) -> bool:
    """Return whether a span goes from a mark to its paragraph's end, and the next reopens it."""
    mark = text.folded[max(0, span.start - 1) : span.start]
    if mark not in {'"', "'"} or (mark == '"' and mark in text[span]):
        return False
    ends = [p.end for p in text.paragraphs]
    return span.end in ends[:-1] and text.folded[span.end : span.end + 2] == f" {mark}"


@dataclass(frozen=True)
class Quotation:
    """What stands between one pair of marks: `words` without them, `whole` with them.

    One that runs over paragraphs is several with the same `run`. An unclosed one has no end that
    the text prints, and is never proposed.
    """

    words: Span
    whole: Span
    run: int
    closed: bool = True


def quotations(text: Text, raw: str) -> list[Quotation]:
    """Return the outermost quotations of a text, in order; nested ones are part of theirs."""
    shape = fold(_TURNED.apply(raw))
    if len(shape) != len(text.folded):  # folding met something stranger than marks
        shape = text.folded
    shape = _WRONG_WAY.sub('"', _join_single_marks(shape))
    found, run, goes_on = list[Quotation](), 0, False
    paragraphs = text.paragraphs
    for i, paragraph in enumerate(paragraphs):
        after = paragraphs[i + 1] if i + 1 < len(paragraphs) else None
        opener = shape[after.start] if after else ""
        reopened = opener in {_OPEN, '"', _OPEN_SINGLE}
        for words, whole, closed in _in_paragraph(shape, paragraph, opener):
            lost = not closed and ATTRIBUTED_INSIDE.search(shape, *words) is not None
            reopened = reopened and not lost
            run += not (goes_on and whole.start == paragraph.start)
            found.append(Quotation(words, whole, run, closed or reopened))
        goes_on = bool(found) and reopened and _ends_inside(shape, found[-1], paragraph)
    return found


def _join_single_marks(shape: str) -> str:
    """Return a text with a double mark for each two single ones, of the same length."""

    def join(match: re.Match[str]) -> str:
        opens = (
            match[0][0] in {"`", _OPEN_SINGLE}
            or not shape[match.start() - 1 : match.start()].strip()
        )
        return f"{_OPEN} " if opens else f" {_CLOSE}"

    return _TWO_SINGLE.sub(join, shape)


def _ends_inside(shape: str, last: Quotation, paragraph: Span) -> bool:
    """Return whether a paragraph ends inside a quotation."""
    return last.whole.end == paragraph.end and last.words.end == paragraph.end and bool(shape)


def _in_paragraph(shape: str, paragraph: Span, reopened: str) -> Iterator[tuple[Span, Span, bool]]:
    """Yield what stands between marks, or runs on to a paragraph that reopens them."""
    at = paragraph.start
    while mark := _ANY.search(shape, at, paragraph.end):
        start = at = mark.start()
        if mark[0] in {_OPEN, '"'} and _opens(shape, start, paragraph):
            end = _closing(shape, start + 1, paragraph.end)
            if end is None:
                at = _next_opening(shape, start + 1, paragraph.end)
                if at == paragraph.end:
                    yield Span(start + 1, at), Span(start, at), False
                continue
        elif mark[0] == _LOW:  # closed by what opens others: „...“
            upper = _CLOSES_LOW.search(shape, start + 1, paragraph.end)
            end = upper.start() if upper else None
        elif mark[0] in _ANGLED:
            closing = shape.find(FOLDED_PAIRS[mark[0]], start, paragraph.end)
            end = closing if closing > start + 1 else None
        elif mark[0] in {_OPEN_SINGLE, "'"} and _opens(shape, start, paragraph):
            end = _closing_single(shape, start, paragraph.end)
            if end is None and mark[0] == reopened == _OPEN_SINGLE:
                yield Span(start + 1, paragraph.end), Span(start, paragraph.end), True
                return
        else:
            end = None
        if end is None:
            at = start + 1
            continue
        yield _bare(shape, start + 1, end), Span(start, end + 1), True
        at = end + 1


def _bare(shape: str, start: int, end: int) -> Span:
    """Leave out the comma of the sentence around, and spaces inside the marks."""
    while start < end and shape[start] == " ":
        start += 1
    while start < end and shape[end - 1] == " ":
        end -= 1
    return Span(start, end - 1 if end > start and shape[end - 1] == "," else end)


def _opens(shape: str, at: int, paragraph: Span) -> bool:
    if at + 1 >= paragraph.end:
        return False
    if shape[at] == _OPEN:
        return True
    if shape[at] == "'" and _APOSTROPHE.match(shape, at):
        return False
    begins = at == paragraph.start or _BEFORE.match(shape[at - 1])
    follows = not shape[at + 1].isspace() or shape.startswith(" ...", at + 1)
    return bool(begins) and follows


def _closing(shape: str, at: int, end: int) -> int | None:
    """Find the mark that closes a double one; None where another opens before."""
    mark = _DOUBLE.search(shape, at, end)
    if mark is None or mark[0] == _OPEN:
        return None
    place = mark.start()
    opens_another = mark[0] == '"' and shape[place - 1] == " " and shape[place + 1 :][:1].isalnum()
    return None if opens_another or place == at else place


def _next_opening(shape: str, at: int, end: int) -> int:
    mark = _DOUBLE.search(shape, at, end)
    return mark.start() if mark else end


def _closing_single(shape: str, start: int, end: int) -> int | None:
    """Find the mark that closes a single one: rather one after a comma or stop than workers'."""
    closing = [
        mark.start()
        for mark in _SINGLE.finditer(shape, start + 2, end)
        if not len(_DOUBLE.findall(shape, start, mark.start())) % 2
    ]
    best = next((i for i in closing if _is_sure(shape, i, end)), None)
    plain = next((i for i in closing if shape[i - 1] != "s"), None)
    if plain is not None and (best is None or plain < best):
        return plain
    return best if best is not None else (closing[0] if closing else None)


def _is_sure(shape: str, at: int, end: int) -> bool:
    """Return whether a mark closes, by what stands beside it: "the workers', ..." has none."""
    return shape[at - 1] in _SENTENCE_END or at + 1 == end or shape[at + 1] in ",.;:!?)"
