"""Characters that nobody sees: they make two names look alike, or turn words around.

A joiner that is spelled, as in Persian, Hindi or an emoji, stays. The list follows Unicode's
properties Default_Ignorable_Code_Point and Bidi_Control.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_DIRECTIONS: Final = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_WIDTHLESS: Final = "\u180e\u200b\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f"
_MARKS: Final = _DIRECTIONS + _WIDTHLESS
_FILLERS: Final = "\u115f\u1160\u3164\uffa0"  # Hangul letters without a shape
_JOINERS: Final = "\u200c\u200d"
_CONTROLS: Final = "\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"  # the others are white space
_UNSEEN: Final = re.compile(f"[{_CONTROLS}{_MARKS}{_FILLERS}{_JOINERS}]")
_BLANKS: Final = "\u2800\u17b4\u17b5\U00016fe4\U0001d159"  # letters and signs without ink
_FORMATS: Final = "\u00ad\u034f\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
_SELECTORS: Final = "\u180b-\u180d\u180f\ufe00-\ufe0f"  # of another shape of a letter or emoji
_LINE_ENDS: Final = "\t-\r\x85\u2028\u2029"
_UNSEEN_IN_NAME: Final = re.compile(
    f"[{_CONTROLS}{_MARKS}{_FILLERS}{_JOINERS}{_BLANKS}{_FORMATS}{_SELECTORS}{_LINE_ENDS}]"
)
_SELECTOR: Final = re.compile(f"[{_SELECTORS}]")
_HAS_SHAPES: Final = re.compile("CJK|MONGOLIAN|MYANMAR|PHAGS-PA|MANICHAEAN")
_VIRAMA: Final = 9  # a combining class


def find_unseen(words: str, *, name: bool = False) -> str | None:
    """Return the first character of some words that nobody sees; a name has no line ends either."""
    found = (_UNSEEN_IN_NAME if name else _UNSEEN).finditer(words)
    return next((m[0] for m in found if not _is_needed(words, m.start())), None)


def remove_unseen(text: str) -> str:
    """Return a text without the characters that nobody sees."""
    return _UNSEEN.sub(lambda m: m[0] if _is_needed(text, m.start()) else "", text)


def describe(letter: str) -> str:
    """Return a character's code point and name: "U+202E (RIGHT-TO-LEFT OVERRIDE)"."""
    name = unicodedata.name(letter, "")
    return f"U+{ord(letter):04X}" + (f" ({name})" if name else "")


def _is_needed(text: str, at: int) -> bool:
    """Return whether a character is a joiner or selector where the words are spelled with one."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if _SELECTOR.match(text[at]) and before:
        symbol = unicodedata.category(before) in {"So", "Sm"}
        return symbol or bool(_HAS_SHAPES.match(unicodedata.name(before, "")))
    if text[at] not in _JOINERS or not before or not after:
        return False
    kinds = unicodedata.category(before), unicodedata.category(after)
    letters = all(kind in {"Lo", "Lm", "Mn"} for kind in kinds)
    arabic = letters and unicodedata.bidirectional(after) == "AL"
    emoji = kinds[0] in {"So", "Sk", "Mn"} and kinds[1] == "So"
    return arabic or emoji or unicodedata.combining(before) == _VIRAMA
