"""The same words, written in another way: another case, spelling, contraction, hyphen or end mark.

For the answer to somebody who asks about words. A quote of an entry is held against its article by
`article_text.fold()` alone.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from enum import StrEnum
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from knowledge.text.article_text import Span, fold
from knowledge.text.editors_brackets import drop_editors_brackets
from knowledge.text.english.contractions import (
    CUT_SHORT,
    CUT_TO,
    ENDINGS,
    IRREGULAR,
    NEVER_JOINED,
    OTHER_IN_CAPITALS,
    PARTED_BY_A_HYPHEN,
)
from knowledge.text.spelling import american
from knowledge.text.work_budget import spend

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from knowledge.text.article_text import Text

_PIECE = re.compile(r"[^\W_]+(?:['.,][^\W_]+)*|[^\w\s-]|_")
_APOSTROPHES = 3  # in a word, at most: "I'd've" has two, and nobody prints "he's's's's"
_ENDING = re.compile(r"(.+)('(?:s|d|ll|re|ve|m))")
LAST_MARKS = ".,;:!?"
_LAST = re.compile(rf"[{LAST_MARKS}]*")
_INSIDE = ""  # between two words of a contraction
_FOR_A_PLACE = 20  # steps of holding the words of a place against those asked
_KEPT = 512  # texts whose words are kept split


class Writing(StrEnum):
    """What two writings of the same words differ by."""

    CASE = "capital letters"
    SPELLING = "spelling"
    CONTRACTION = "contractions"
    HYPHEN = "hyphens or spaces"
    END_MARK = "end marks"
    BRACKETS = "an editor’s brackets"


class Piece(NamedTuple):
    """A word, a half of a hyphened or contracted one, or a mark.

    `key` is the same however it is written; `after` is what parts it from the piece before.
    """

    key: str
    form: str
    start: int
    end: int
    after: str


class _Pieces:
    """The pieces of a folded text, with their keys in one row and where each begins in it."""

    def __init__(self, folded: str) -> None:
        self.pieces = list(_split(folded))
        self.row = "".join([piece.key for piece in self.pieces])
        ends = _ends(self.pieces)
        self.ends = {at: number for number, at in enumerate(ends)}
        self.starts = {at: number for number, at in enumerate([0, *ends[:-1]])}

    def find(self, row: str) -> Iterator[Span]:
        """Yield where the row of keys stands as whole pieces, in the offsets of the text."""
        at = self.row.find(row) if row else -1
        while at >= 0:
            first, last = self.starts.get(at), self.ends.get(at + len(row))
            if first is not None and last is not None:
                yield Span(self.pieces[first].start, self.pieces[last].end)
            at = self.row.find(row, at + 1)


@lru_cache(_KEPT)
def _pieces(folded: str) -> _Pieces:
    return _Pieces(folded)


def list_keys(words: str) -> list[str]:
    """Return the words without marks, each in the one form that all ways to write it share."""
    return _keys(fold(words))


def _keys(folded: str) -> list[str]:
    found = _PIECE.findall(folded)
    return [key for word in found if word[0].isalnum() for key, _ in _split_word(word)]


@lru_cache(_KEPT)
def _row(folded: str) -> str:
    """Return the keys without marks in one row: a quick way to see that words are not there."""
    return "".join(_keys(folded))


@lru_cache(1 << 14)
def write_key(words: str) -> str:
    """Return the keys of words in one row, marks included."""
    return "".join([piece.key for piece in _split(fold(words))])


def find_same_words(text: Text, words: str) -> list[Span]:
    """Return every place where a text prints the folded words, in whichever way of writing."""
    bare = _without_last_marks(words)
    if _row(bare) not in _row(text.folded):
        return []
    spans = list(_pieces(text.folded).find(_pieces(bare).row))
    spend(_FOR_A_PLACE * len(spans))
    return [s for s in spans if text.is_whole(s) and are_same_words(bare, text[s])]


def are_same_words(asked: str, printed: str, *, one_case: bool | None = None) -> bool:
    """Return whether two folded wordings are the same words, apart from how they are written.

    `one_case` says whether all that is asked is in one case, where these are a part of it.
    """
    if one_case is None:
        one_case = is_one_case(asked) or printed == printed.upper()
    return all(
        _is_variant(c.asked, c.printed, one_case=one_case or not c.at)
        for c in _list_changes(asked.split(), printed.split())
    )


def is_one_case(words: str) -> bool:
    """Return whether no letter, or every letter, is a capital."""
    return words in {words.lower(), words.upper()}


def is_other_in_another_writing(word: str) -> bool:
    """Return whether a word is another one in capitals or with a hyphen."""
    bare = word.lower().strip(LAST_MARKS)
    return bare in OTHER_IN_CAPITALS or bare.replace("-", "") in PARTED_BY_A_HYPHEN


def list_variants(asked: str, printed: str) -> list[tuple[str, str]]:
    """Return the words of two wordings that are the same and written in another way."""
    changes = _list_changes(asked.split(), printed.split())
    told = [_without_one_period(change) for change in changes]
    return [(change.asked, change.printed) for change in told]


def list_writings(asked: str, printed: str) -> set[Writing]:
    """Return by what two writings of the same words differ."""
    unbracketed = drop_editors_brackets(asked)
    one, other = fold(unbracketed), fold(printed)
    bare = [words.rstrip(LAST_MARKS) for words in (one, other)]
    ours, theirs = (list(_split(words)) for words in bare)
    forms = [{p.form.lower() for p in side if p.key not in ENDINGS} for side in (ours, theirs)]
    rules = {
        Writing.BRACKETS: unbracketed != asked and drop_editors_brackets(printed) == printed,
        Writing.END_MARK: one[len(bare[0]) :] != other[len(bare[1]) :],
        Writing.CASE: _has_other_case(ours, theirs),
        Writing.CONTRACTION: _count_inside(ours) != _count_inside(theirs),
        Writing.HYPHEN: _count_hyphens(ours) != _count_hyphens(theirs),
        Writing.SPELLING: len(ours) == len(theirs) and forms[0] != forms[1],
    }
    return {writing for writing, differs in rules.items() if differs}


def _has_other_case(ours: Sequence[Piece], theirs: Sequence[Piece]) -> bool:
    others = {p.form.lower(): p.form for p in theirs}
    return any(others.get(p.form.lower(), p.form) != p.form for p in ours)


def _count_inside(pieces: Sequence[Piece]) -> int:
    return sum(piece.after == _INSIDE for piece in pieces)


def _count_hyphens(pieces: Sequence[Piece]) -> tuple[int, int]:
    return len(pieces), sum(piece.after == "-" for piece in pieces)


def extend_over_marks(text: Text, span: Span) -> Span:
    """Return a span with the end marks that are printed after it."""
    after = _LAST.match(text.folded, span.end)
    return Span(span.start, after.end() if after else span.end)


def _without_last_marks(folded: str) -> str:
    return folded.rstrip(LAST_MARKS)


def _fold_end(words: Sequence[str]) -> list[str]:
    return [*map(fold, words[:-1]), *(fold(word).rstrip(".,") for word in words[-1:])]


class _Change(NamedTuple):
    at: int  # number of the first asked word
    asked: str
    printed: str


def _list_changes(asked: Sequence[str], printed: Sequence[str]) -> Iterator[_Change]:
    """Yield runs of words that are not written alike; in pairs, where each has its own."""
    opcodes = SequenceMatcher(None, _fold_end(asked), _fold_end(printed), autojunk=False)
    for what, i, j, k, m in opcodes.get_opcodes():
        pairs = list(zip(asked[i:j], printed[k:m], strict=False))
        if what == "equal":
            continue
        if j - i == m - k and all(_is_pair(*pair) for pair in pairs):
            yield from (_Change(i + n, *pair) for n, pair in enumerate(pairs))
        else:
            yield _Change(i, " ".join(asked[i:j]), " ".join(printed[k:m]))


def _without_one_period(change: _Change) -> _Change:
    """Return words that differ anyway without a period that the others lack."""
    ends = {change.asked[-1:], change.printed[-1:]} - set(LAST_MARKS)
    if len(ends) != 1 or not ends.isdisjoint({"", "…"}):
        return change
    return change._replace(
        asked=change.asked.removesuffix("."), printed=change.printed.removesuffix(".")
    )


def _is_pair(one: str, other: str) -> bool:
    return write_key(one).rstrip(LAST_MARKS) == write_key(other).rstrip(LAST_MARKS)


def _is_variant(asked: str, printed: str, *, one_case: bool) -> bool:
    ours, theirs = (list(_split(_without_last_marks(fold(words)))) for words in (asked, printed))
    if not ours or "".join(p.key for p in ours) != "".join(p.key for p in theirs):
        return False
    if not (_is_parted_alike(ours, theirs) and _is_parted_alike(theirs, ours)):
        return False
    others = dict(zip(_ends(theirs), theirs, strict=True))
    pairs = ((piece, others.get(end)) for end, piece in zip(_ends(ours), ours, strict=True))
    return all(_is_same_piece(*pair, one_case=one_case) for pair in pairs)


def _ends(pieces: Sequence[Piece]) -> list[int]:
    return list(accumulate(len(piece.key) for piece in pieces))


def _is_same_piece(one: Piece, other: Piece | None, *, one_case: bool) -> bool:
    """Return whether a piece is the same word: "it is" is "it's", and not "it has"."""
    if other is None or one.form == other.form:
        return True
    if one.form.lower() == other.form.lower():
        return one_case or one.form.lower() not in OTHER_IN_CAPITALS
    return one.key not in ENDINGS or one.key in {one.form.lower(), other.form.lower()}


def _is_parted_alike(one: Sequence[Piece], other: Sequence[Piece]) -> bool:
    """Return whether the other side has, or may lack, each gap between two pieces."""
    others = set(_ends(other))
    gaps = zip(one, one[1:], _ends(one), strict=False)
    return all(end in others or _may_be_joined(a, b) for a, b, end in gaps)


def _may_be_joined(one: Piece, other: Piece) -> bool:
    if other.after == "-":
        return one.key + other.key not in PARTED_BY_A_HYPHEN
    return other.after == " " and NEVER_JOINED.isdisjoint({one.key, other.key})


def _split(folded: str) -> Iterator[Piece]:
    """Yield the pieces of a folded text."""
    end = 0
    for match in _PIECE.finditer(folded):
        between = folded[end : match.start()]
        after = "-" if "-" in between and " " not in between else " "
        end = match.end()
        for number, (key, form) in enumerate(_split_word(match[0])):
            yield Piece(key, form, match.start(), end, _INSIDE if number else after)


@lru_cache(1 << 16)
def _split_word(word: str) -> tuple[tuple[str, str], ...]:
    lower = word.lower()
    if pair := IRREGULAR.get(lower):
        return tuple((CUT_TO.get(w, w), w) for w in pair)
    if lower.endswith("n't"):
        verb = CUT_SHORT.get(lower[:-3], lower[:-3])
        return (CUT_TO.get(verb, verb), verb), ("not", "not")
    if lower.count("'") <= _APOSTROPHES and (ending := _ENDING.fullmatch(lower)):
        return *_split_word(word[: ending.end(1)]), (ending[2], ending[2])
    return ((CUT_TO.get(lower) or american(lower), word),)
