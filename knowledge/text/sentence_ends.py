"""Where sentences end, and which dots end none: "Sen. Moon", "J. Dahl", "the U.S. Senate"."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from knowledge.text.english.abbreviations import ABBREVIATIONS

_LONGEST: Final = 12  # characters of a word that are looked at
_WORD_BEFORE: Final = re.compile(r"[\w.’']+\Z")
# The next sentence may begin with a mark that stands off its words.
_END: Final = re.compile(r"[.!?][\"'”’)]*+\s++(?=[\"'“‘(]*+\s*+[A-Z])")
_CLOSING: Final = "\"'”’"
_LETTERS: Final = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")


def is_abbreviated(words: str, at: int) -> bool:
    """Return whether a dot at an offset belongs to an abbreviation or an initial."""
    if words[at] != ".":
        return False
    word = _WORD_BEFORE.search(words[max(at - _LONGEST, 0) : at])
    return word is not None and (
        word[0].lower() in ABBREVIATIONS or _LETTERS.fullmatch(word[0]) is not None
    )


def list_sentence_ends(words: str) -> list[int]:
    """Return where sentences of printed words begin behind others."""
    ends = _END.finditer(words)
    return [end.end() for end in ends if not is_abbreviated(words, end.start())]


def split_sentences(words: str) -> list[str]:
    """Return the sentences of printed words, without the marks that close all but the last."""
    edges = [0, *list_sentence_ends(words), len(words)]
    *parts, last = [words[slice(*edge)] for edge in pairwise(edges)]
    return [*(part.rstrip().rstrip(_CLOSING) for part in parts), last]
