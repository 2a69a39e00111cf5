"""The lines of a message that its check leaves out: neither a quotation nor the label of one."""

from __future__ import annotations

import re
from bisect import bisect_right
from contextlib import suppress
from functools import cache, lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from bot.answers.elsewhere import is_elsewhere
from bot.answers.interview_turns import is_of_an_asker
from bot.answers.message_lines import is_dashed
from bot.answers.quote_records import Column, read_columns, read_head
from bot.answers.speaker_labels import find_label
from bot.answers.typed_days import list_typed_days
from bot.block_kit.safe_text import clip
from knowledge.check_quote import blank_quotations, has_marks, place_quotations, read_quotations
from knowledge.corpus import Kind
from knowledge.questions import PLAIN, Use, read
from knowledge.text import (
    ASKING_ABOUT_WORDS,
    BESIDE_A_CLAIMED_SPEAKER,
    CHECKING,
    DENYING,
    FILLERS,
    OutOfStepsError,
    allow,
    tokenize,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from bot.slack_text.rows import Row
    from knowledge.kb import KnowledgeBase
    from knowledge.questions import FoundName

_NAMED: Final = 5  # lines that are repeated
_ECHOED: Final = 80  # characters of one
_KEPT: Final = 256  # lines: each of a message is gone through several times
_DAYS: Final = 20  # lines in which a day is sought
_WORK: Final = 10_000  # steps that reading labels may take; lines beyond are named
_NAME: Final = 6  # words of names and posts in a label, at most
_DESCRIBED: Final = 12  # of a name, its post and the day
_SENTENCE: Final = 4  # words of a cell that is more than a note
_HEADING: Final = 200  # characters of a label
_LABELED: Final = re.compile(r"([^:“”\"]{2,60}):(?=\s*[“\"„«‹「『＂‘']?\w)")
_OPENS: Final = re.compile(r"[^:\n]{2,60}:")
_NO_NAMES: Final = BESIDE_A_CLAIMED_SPEAKER | (FILLERS - ASKING_ABOUT_WORDS)
_TAGS: Final = re.compile(r"[#@]\w{1,50}(?:\s·\s|\Z)")  # of a post that is pasted
_LABELS: Final = 3  # of one line, at most
_HEADS: Final = frozenset({Column.WHO, Column.FROM, Column.QUOTE})
_MARK: Final = re.compile(r"[“”\"„«»「」『』＂‘]")
_SENTENCES: Final = re.compile(r"[.!?]\s")
_LETTER: Final = re.compile(r"[^\W\d_]")
_OF_A_NAME: Final = frozenset({Use.NAME, Use.TITLE, Use.POST, Use.STRANGER, Use.DATE})
# Words of a line that only asks for a check, or that says of a name that it speaks.
_SMALL: Final = FILLERS | ASKING_ABOUT_WORDS | CHECKING


def list_unread(
    kb: KnowledgeBase,
    rows: Sequence[Row],
    checked: str,
    also: str | None = None,
    marked: Iterable[str] = (),
) -> list[str]:
    """Return the lines that hold no quotation of a check, and no more than a label of one.

    Leave out lines that only ask for the check, and what `also` asks. Of the quotations that stand
    between marks in the message, a line without any holds one only if it has no words but those.
    """
    reader = _Reader(kb, checked, also)
    quotations = _fold_quotations(checked)
    left = [
        row
        for row, is_quoted in _read_quoted(rows, quotations, frozenset(map(_fold, marked)))
        if not is_quoted or reader.is_given_otherwise(row)
    ]
    unread = dict(enumerate(left))
    with suppress(OutOfStepsError), allow(_WORK):
        for i, row in enumerate(left):
            if reader.accounts_for(row):
                del unread[i]
    return [reader.find_unread(row) for row in unread.values()]


def list_dropped(
    kb: KnowledgeBase, rows: Sequence[Row], checked: str, also: str | None = None
) -> list[str]:
    """Return the names beside the quotations of a check, and words of labels, that it drops.

    Leave out what `also` asks. Of lines beyond the work that this may take, all that stands beside
    a quotation is returned.
    """
    reader = _Reader(kb, checked, also)
    quotations = _fold_quotations(checked)
    quoted = [row for row, is_quoted in _read_quoted(rows, quotations) if is_quoted]
    unread = [row for row in quoted if reader.may_drop(row)]
    dropped: list[str] = []
    with suppress(OutOfStepsError), allow(_WORK):
        while unread:
            if not reader.is_given_otherwise(unread[0]):
                dropped += list(reader.list_dropped(unread[0]))
            del unread[0]
    dropped += [blank_quotations(row.words).strip() for row in unread]
    dropped += _list_untold_cells(rows, checked)
    return list(dict.fromkeys(dropped))


def _list_untold_cells(rows: Sequence[Row], checked: str) -> Iterator[str]:
    """Yield the sentences in columns of a table whose heads do not tell what they hold."""
    columns: Sequence[Column] | None = None
    told = f" {_fold(checked)} "
    for row in rows:
        heads = read_columns(row.cells) if len(row.cells) > 1 else None
        for column, cell in zip(() if heads else columns or (), row.cells, strict=False):
            long = len(cell.split()) >= _SENTENCE
            if column is Column.UNTOLD and long and f" {_fold(cell)} " not in told:
                yield cell.strip()
        columns = (heads or columns) if len(row.cells) > 1 else None


def list_days(
    kb: KnowledgeBase, rows: Sequence[Row], checked: str, left: Collection[str]
) -> list[str]:
    """Return the days that stand beside quotations, or in their labels, and are not checked."""
    quotations = _fold_quotations(checked)
    lines = [
        _blank_checked(row.words, checked) if is_quoted and not has_marks(row.words) else row.words
        for row, is_quoted in _read_quoted(rows[:_DAYS], quotations)
        if len(row.words) <= _HEADING + len(checked) and row.words.strip() not in left
    ]
    days: list[str] = []
    with suppress(OutOfStepsError), allow(_WORK):
        for words in lines:
            days += list_typed_days(kb, words)
    return [day for day in days if day not in checked]


def _blank_checked(line: str, checked: str) -> str:
    """Return a line without marks, less what of it is checked."""
    for words in read_quotations(checked):
        line = line.replace(words, " ")
    return line


def tell_unread(lines: Sequence[str]) -> str | None:
    """Return the sentence that names lines which were not read, if there are any."""
    if not lines:
        return None
    named = "; ".join(f"“{clip(' '.join(words.split()), _ECHOED)}”" for words in lines[:_NAMED])
    more = len(lines) - _NAMED
    lines_more = f", and {more} more line{'s' if more > 1 else ''}" if more > 0 else ""
    return f"Not read: {named}{lines_more}."


def is_denial(words: str) -> bool:
    """Return whether a line says of words that nobody said them, or that they are not true."""
    return bool(DENYING.search(words)) and not words.endswith("?")


def _read_quoted(
    rows: Sequence[Row], quotations: Iterable[str], marked: Collection[str] = ()
) -> Iterator[tuple[Row, bool]]:
    """Yield each row with words, and whether some of a quotation stands in it."""
    written = [row for row in rows if _LETTER.search(row.words)]
    folded = [_fold(row.words) for row in written]
    ends = list(accumulate(len(words) + 1 for words in folded))
    text = " ".join(folded)
    quoted: set[int] = set()
    list_marked = cache(_list_marked)  # a line may hold each of hundreds of quotations
    for words in quotations:
        for first, stop in _find(text, words):
            for number in range(bisect_right(ends, first), bisect_right(ends, stop - 1) + 1):
                begins, end = ends[number] - len(folded[number]) - 1, ends[number] - 1
                whole = first <= begins and end <= stop
                line = written[number].words
                in_marks = number in quoted or _MARK.search(line) or words in list_marked(line)
                if whole or words not in marked or in_marks:
                    quoted.add(number)
    for number, row in enumerate(written):
        yield row, number in quoted


def _list_marked(line: str) -> frozenset[str]:
    """Return the words between marks in a line; two straight single ones may be apostrophes."""
    return frozenset(map(_fold, read_quotations(line)))


def _find(text: str, words: str) -> Iterator[tuple[int, int]]:
    """Yield the places of some words among others; one space parts each from the next."""
    among, sought = f" {text} ", f" {words} "
    at = among.find(sought) if words else -1
    while at >= 0:
        yield at, at + len(words)
        at = among.find(sought, at + len(words) + 1)


class _Reader:
    def __init__(self, kb: KnowledgeBase, checked: str, also: str | None) -> None:
        self._kb = kb
        self._beside = _fold_beside(checked)
        self._also = f" {_fold(also or '')} "

    def is_given_otherwise(self, row: Row) -> bool:
        """Return whether a line gives its quotation to somebody beside whom it is not checked."""
        inside = place_quotations(row.words)
        found = list(_LABELED.finditer(row.words))[:_LABELS]
        outside = (f for f in found if not any(a < f.end() <= b for a, b in inside))
        labels = [_SENTENCES.split(f[1])[-1] for f in outside if _leads(row.words, f.end(), inside)]
        labels = [label for label in labels if read_head(label) not in _HEADS]
        names = [label for label in labels if find_label(self._kb, label)]
        words = [token.folded for name in names for token in tokenize(name)]
        told = any(map(self._is_beside, words))
        return bool(words) and not (told or self._names_whom_it_is_given_to(row))

    def _names_whom_it_is_given_to(self, row: Row) -> bool:
        """Return whether somebody beside a line's quotation is told behind its label.

        In "Alice: Kono said “…”" Alice only tells of it.
        """
        if not has_marks(row.words):
            return False
        prose = blank_quotations(row.words)
        found = read(self._kb, prose, {Kind.PERSON, Kind.ORGANIZATION}).found
        return any(self._is_beside(name.typed) for name in found)

    def may_drop(self, row: Row) -> bool:
        """Return whether a line has words beside its quotation that its check does not have."""
        words = tokenize(blank_quotations(row.words)) if has_marks(row.words) else ()
        return not all(map(self._is_told, (token.folded for token in words)))

    def list_dropped(self, row: Row) -> Iterator[str]:
        """Yield the names beside a line's quotation, and words of its label, that are dropped."""
        prose = blank_quotations(row.words)
        question = read(self._kb, prose, {Kind.PERSON, Kind.ORGANIZATION})
        label = _OPENS.match(prose)
        label_end = label.end() if label else 0
        for found in question.found:
            inside = question.words[found.first : found.last]
            if not is_elsewhere(question, found.first) and not all(map(self._is_told, inside)):
                yield found.typed
        for i, (use, word) in enumerate(zip(question.uses, question.words, strict=True)):
            in_label = question.parsed[i].end <= label_end
            if self._is_told(word):
                continue
            if use is Use.STRANGER or (in_label and use in PLAIN):
                yield question.typed_between(i, i + 1)

    def accounts_for(self, row: Row) -> bool:
        """Return whether a line asks for the check, is asked besides, or is a label."""
        words = row.words.strip()
        if f" {_fold(words)} " in self._also or _is_head(row):
            return True
        if _TAGS.match(words) or is_of_an_asker(words) or self.is_given_otherwise(row):
            return False
        if len(words) > _HEADING or is_denial(words):
            return False
        if words.endswith(":") and self._is_heading_of(words):
            return True
        head, _, value = words.partition(":")
        if value and read_head(head) in _HEADS:
            return self._accounts_for_words(value)
        return self._accounts_for_words(words)

    def _is_heading_of(self, words: str) -> bool:
        """Return whether a heading names somebody, and nobody but who is told beside the words."""
        found = read(self._kb, words, {Kind.PERSON, Kind.ORGANIZATION}).found
        return bool(found) and all(self._is_beside(one.typed) for one in found)

    def find_unread(self, row: Row) -> str:
        """Return what of a line is not read: of a signature that is, only how it describes who."""
        words = row.words.strip()
        label = find_label(self._kb, words) if is_dashed(row) else None
        signed, comma, described = words.partition(",")
        if label and comma and self._is_beside(label) and signed.strip(" –—-") == label:
            return described.strip()
        return words

    def _accounts_for_words(self, words: str) -> bool:
        unknown = [token for token in tokenize(words) if token.folded not in _SMALL]
        if len(unknown) <= _NAME:
            return not unknown or self._is_label(words)
        return len(unknown) <= _DESCRIBED and self._is_described(words)

    def _is_described(self, words: str) -> bool:
        """Return whether words are a name that is read beside a quotation, with a post or a day."""
        label = find_label(self._kb, words)
        uses = read(self._kb, words, {Kind.PERSON, Kind.ORGANIZATION}).uses
        return bool(label and self._is_beside(label)) and _OF_A_NAME.issuperset(uses)

    def _is_label(self, words: str) -> bool:
        """Return whether words are the names that are read beside a quotation, and what is said."""
        question = read(self._kb, words, {Kind.PERSON, Kind.ORGANIZATION})
        label = find_label(self._kb, words)
        if label and self._is_beside(label):
            people = [found for found in question.found if _is_person(found)]
            told = {name.target for f in people if label in f.typed for name in f.names}
            return all(self._is_beside(f.typed) or told >= _targets(f) for f in people)
        small = all(
            use in _OF_A_NAME or word in _SMALL
            for use, word in zip(question.uses, question.words, strict=True)
        )
        names = [f.typed for f in question.found]
        names += [question.typed_between(s.first, s.last) for s in question.strangers]
        return small and all(map(self._is_beside, names))

    def _is_told(self, word: str) -> bool:
        return any(f" {word} " in told for told in (self._beside, self._also)) or word in _NO_NAMES

    def _is_beside(self, name: str) -> bool:
        return f" {_fold(name)} " in self._beside


def _is_person(found: FoundName) -> bool:
    return not found.posts and all(name.kind is Kind.PERSON for name in found.names)


def _targets(found: FoundName) -> set[str]:
    return {name.target for name in found.names}


def _is_head(row: Row) -> bool:
    """Return whether a line is the heads of columns, or the name of a field."""
    if len(row.cells) > 1:
        return read_columns(row.cells) is not None
    return read_head(row.words, alone=not row.is_head) in _HEADS


def _leads(line: str, end: int, quotations: Sequence[tuple[int, int]]) -> bool:
    """Return whether no sentence ends between a label and the next quotation of its line."""
    start = next((start for start, _ in quotations if start >= end), None)
    return start is None or _SENTENCES.search(line, end, start) is None


@lru_cache(_KEPT)
def _fold(words: str) -> str:
    return " ".join(token.folded for token in tokenize(words))


@lru_cache(2)  # each part of a message is held against the same check
def _fold_quotations(checked: str) -> tuple[str, ...]:
    """Return the distinct quotations of a check, folded."""
    return tuple(dict.fromkeys(map(_fold, read_quotations(checked))))


@lru_cache(2)
def _fold_beside(checked: str) -> str:
    """Return what stands beside the quotations of a check, folded."""
    return f" {_fold(blank_quotations(checked))} "
