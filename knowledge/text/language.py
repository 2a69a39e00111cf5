"""Whether a text is in English, by its small words; no library is needed to say that it is not.

Of the words of English prose, some 20 in a hundred are among them, of other languages hardly one.
"""

from __future__ import annotations

import re
from typing import Final

from knowledge.text.english.telling_words import TELLING

_WORD: Final = re.compile(r"[^\W\d_]+")
_LETTERS: Final = 200  # of fewer, such as a line of names, nothing is known
_LEAST: Final = 0.03  # of the words
_SENTENCE: Final = re.compile(r"[^.?!\n]+")


def is_other_language(raw: str) -> bool:
    """Return whether a text long enough to tell is written in another language than English."""
    different = dict.fromkeys(found.strip() for found in _SENTENCE.findall(raw.casefold()))
    words = _WORD.findall(" ".join(different))  # a refrain counts once
    if sum(map(len, words)) < _LETTERS:
        return False
    return sum(word in TELLING for word in words) < _LEAST * len(words)
