"""The scripts that letters are of: a word in two of them is seldom what it looks like.

Python knows no scripts, but a letter's name begins with its own: CYRILLIC SMALL LETTER O. East
Asian words mix theirs, and Latin letters with them, by custom (UTS 39, "highly restrictive").
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import Final, NamedTuple

_WORD: Final = re.compile(r"[^\W\d_](?:[\w'’]*[^\W_])?")
_EAST_ASIAN: Final = frozenset(
    "CJK HIRAGANA KATAKANA KATAKANA-HIRAGANA HENTAIGANA IDEOGRAPHIC BOPOMOFO HANGUL".split()
)
_OF_ANY: Final = frozenset({"MODIFIER", "COMBINING", "VEDIC", ""})  # with letters of each script


class MixedWord(NamedTuple):
    """A word in letters of several scripts, and its first letter that is not of the main one."""

    word: str
    letter: str


def find_mixed_word(words: str) -> MixedWord | None:
    """Return the first word that mixes scripts which no custom mixes, or None."""
    found = (_judge(match[0]) for match in _WORD.finditer(words) if not match[0].isascii())
    return next(filter(None, found), None)


def _judge(word: str) -> MixedWord | None:
    scripts = {letter: script for letter in word if (script := _name_script(letter))}
    if not {*scripts.values()} - {"EAST ASIAN", "LATIN"}:
        return None
    [(main, _), *_] = Counter(scripts[letter] for letter in word if letter in scripts).most_common()
    stray = next((letter for letter, script in scripts.items() if script != main), None)
    return MixedWord(word, stray) if stray else None


def _name_script(letter: str) -> str | None:
    """Return the script of a letter as its name has it; None for what goes with any script."""
    plain = unicodedata.normalize("NFKC", letter)[0]  # a full-width or mathematical A is an A
    if not plain.isalpha():
        return None
    script = unicodedata.name(plain, "").partition(" ")[0]
    if script in _EAST_ASIAN:
        return "EAST ASIAN"
    return None if script in _OF_ANY else script
