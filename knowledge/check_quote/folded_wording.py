"""The words of one side of a comparison, folded so that the same words are the same."""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from knowledge.check_quote import ellipsis
from knowledge.check_quote.turning_word_search import TurningWords
from knowledge.kb.quote_index import inner
from knowledge.text.article_text import fold
from knowledge.text.same_words import is_one_case, is_other_in_another_writing, write_key

if TYPE_CHECKING:
    from collections.abc import Sequence

_KEPT = 256  # printed passages that stay worked out
_MARK = "..."  # what all marks of words left out are compared as
_CUT = "…"  # those of the asker and of our record: none is an ellipsis that an article prints


class Wording:
    """Words of one side, with what is worked out once for all that they are compared with."""

    def __init__(self, words: str) -> None:
        self.words = ellipsis.split_words(words)
        self.is_one_case = is_one_case(words)

    @cached_property
    def keys(self) -> list[str]:
        return _fold_words(self.words)

    @cached_property
    def bare_keys(self) -> list[str]:
        """The keys as they are without the marks of a quotation within the words."""
        return [_drop_marks(key) if '"' in key else key for key in self.keys]

    @cached_property
    def turning_words(self) -> TurningWords:
        return TurningWords(self.words)

    @classmethod
    def of_asker(cls, asked: str) -> Wording:
        """Return the words asked for, without an ellipsis at either end."""
        wording = cls(asked)
        wording.words = _strip_ellipses(wording.words)
        wording.keys = [_CUT if key == _MARK else key for key in _fold_words(wording.words)]
        return wording


def _strip_ellipses(words: list[str]) -> list[str]:
    """Return words without an ellipsis at either end, which only says that the sentence goes on."""
    while words and ellipsis.is_mark(words[0]):
        words = words[1:]
    while words and ellipsis.is_mark(words[-1]):
        words = words[:-1]
    return words


def _fold_words(words: Sequence[str]) -> list[str]:
    last = words[-1:] and inner(words[-1])
    bare = [*words[:-1], *([last] if last else words[-1:])]
    return [_fold_mark(word) if ellipsis.is_mark(word) else _fold_word(word) for word in bare]


def _fold_mark(word: str) -> str:
    return _CUT if ellipsis.is_cut(word) else _MARK


def _drop_marks(key: str) -> str:
    return key.replace('"', "").rstrip(".,") or key


@lru_cache(1 << 14)
def _fold_word(word: str) -> str:
    return fold_spelling(fold(word))


@lru_cache(_KEPT)
def word_print(words: str) -> Wording:
    """Return printed words as a side of a comparison; one question meets the same ones often."""
    return Wording(words)


@lru_cache(1 << 14)
def fold_spelling(word: str) -> str:
    """Return what a word shares with its other writings, unless one of them is another word."""
    return word if is_other_in_another_writing(word) else write_key(word)


def join_words(words: Sequence[str], numbers: range) -> str:
    return " ".join(words[numbers.start : numbers.stop])
