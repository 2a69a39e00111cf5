"""Folding words to what is compared: one rule for names at build and for questions as typed."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from knowledge.text.english.titles import FOLDED_TITLES, HONORIFICS, KEEPING_A_TITLE, TITLE_PARTS
from knowledge.text.work_budget import spend

# Letters that Unicode does not decompose.
_ROWS: Final = str.maketrans(
    {"ø": "o", "ł": "l", "ı": "i", "ß": "ss", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe"}
    | {"þ": "th", "ħ": "h"}
)
# Marks after Latin and Greek letters only: a ダ without its mark is another letter.
_MARKED: Final = re.compile(
    "(?<=[a-z\u00df-\u024f\u0370-\u03ff\u1e00-\u1fff\u2c60-\u2c7f\ua720-\ua7ff])"
    "[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+"
)
# Folding can bring forth what folds again (a ligature with marks). Only a bound: two rounds are
# enough for every known case, and more change no answer.
_ROUNDS: Final = 4

_APOSTROPHES: Final = frozenset("'’‘‛ʼʻ′´`＇")
_DOTS: Final = frozenset(".．")
# Invisible, though Unicode calls them letters or marks: Hangul fillers, grapheme joiner.
_FILLERS: Final = frozenset("\u034f\u115f\u1160\u3164\uffa0")
_VARIATIONS: Final = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")

_NOTHING: Final = "\0"  # stands for a character that is dropped
_DROPPED: Final = str.maketrans("", "", "'.\0")
_MARK: Final = "ª"  # stands for a combining mark: to a pattern a letter, and not ASCII
_FOR_A_TEXT: Final = 4  # steps, and one for a few characters
_KEPT_SHAPES: Final = 4096  # shapes of rare characters beyond these are worked out each time


class Token(NamedTuple):
    """A folded word and where it stands in the text as typed."""

    folded: str
    start: int
    end: int


def fold(text: str) -> str:
    """Return the folded tokens joined by one space."""
    return " ".join([token.folded for token in tokenize(text)])


def tokenize(text: str) -> list[Token]:
    """Return the folded words of a text, without honorifics hung to them by a hyphen.

    Titles stay: in "DR Congo" and "President Hotel" they belong to the name.
    """
    spend(_FOR_A_TEXT + len(text) // 4)
    shape = text.translate(_SHAPES)
    tokens = []
    for found in _WORD.finditer(shape):
        start, end = found.span(1)
        folded = shape[start:end]
        if not folded.isalnum() or not folded.isascii():
            folded = _fold_word(text[start:end], folded)
        if folded:
            tokens.append(Token(folded, start, end))
    spend(len(tokens))
    return _without_suffixes(tokens, shape) if len(tokens) > 1 else tokens


class _Shapes(dict[int, str]):
    """What each character is to the pattern of a word; one character for one, so offsets hold."""

    def __missing__(self, code: int) -> str:
        shape = _shape(chr(code))
        if len(self) < _KEPT_SHAPES:
            self[code] = shape
        return shape


def _shape(char: str) -> str:  # a table in all but form
    category = unicodedata.category(char)
    if char in _APOSTROPHES:
        return "'"
    if char in _DOTS:
        return "."
    if category == "Pd":
        return "-"
    if char in _FILLERS or _VARIATIONS.match(char):
        return _NOTHING
    if char.isalnum():
        return char.lower() if char.isascii() else char
    if category[0] == "M":
        return _MARK
    return _NOTHING if category in {"Cf", "Cc"} and not char.isspace() else " "


_SHAPES: Final = _Shapes()

# Initials with dots are one word (U.S.); inside a word an apostrophe is nothing (O'Brien), at
# its end 's is no part of it. A shape has no underscore, so \w is a letter, digit or mark.
_WORD: Final = re.compile(
    r"([^\W\d](?:\.[^\W\d])+(?!\w)\.?|\w+(?:(?:\0+|'(?!s(?!\w)))\w+)*)(?:'s(?!\w))?"
)


def _fold_word(word: str, shape: str) -> str:
    if shape.isascii():  # letters and digits of ASCII, and what is dropped
        return shape.translate(_DROPPED)
    for _ in range(_ROUNDS):
        folded = _fold_once(word)
        if folded == word or folded.isascii():
            return folded if any(map(str.isalnum, folded)) else ""
        word = folded
    return word


@lru_cache(500)  # words with marks and of other scripts, which are folded again and again
def _fold_once(word: str) -> str:
    """Fold one word; marks go by way of the decomposed form, which is put together again."""
    decomposed = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", word).casefold())
    plain = _MARKED.sub("", decomposed).translate(_ROWS)
    composed = unicodedata.normalize("NFKC", plain)
    if composed.isalnum() and composed.isascii():
        return composed
    shapes = composed.translate(_SHAPES)
    return "".join([c for c, s in zip(composed, shapes, strict=True) if s == _MARK or s.isalnum()])


def _without_suffixes(tokens: list[Token], shape: str) -> list[Token]:
    kept = tokens[:1]
    for before, token in pairwise(tokens):
        hung = token.folded in HONORIFICS and shape[before.end : token.start] == "-"
        if not hung:
            kept.append(token)
    return kept


def without_titles(tokens: list[Token]) -> list[Token]:
    """Drop the titles before a person's name, where other words remain.

    They go from the right, so that a row of them in front of a name goes as a whole.
    """
    if not tokens or FOLDED_TITLES.isdisjoint([token.folded for token in tokens]):
        return tokens
    kept = [tokens[-1]]
    dropped = False
    for token in reversed(tokens[:-1]):
        title = token.folded in FOLDED_TITLES and kept[-1].folded not in KEEPING_A_TITLE
        dropped = title or (dropped and token.folded in TITLE_PARTS)
        if not dropped:
            kept.append(token)
    return kept[::-1]
