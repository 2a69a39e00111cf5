"""Whether a text is in English, by its small words; no library is needed to say that it is not.

Of the words of English prose, some 30 in a hundred are among them, of other languages hardly 3.
"""

from __future__ import annotations

import re
from typing import Final

from knowledge.text.english.telling_words import TELLING

_WORD: Final = re.compile(r"[^\W\d_]+")
_LETTERS: Final = 200  # of fewer, such as a line of names, nothing is known
_LEAST: Final = 0.08  # of the words


def is_other_language(raw: str) -> bool:
    """Return whether a text long enough to tell is written in another language than English."""
    words = _WORD.findall(raw.casefold())
    if sum(map(len, words)) < _LETTERS:
        return False
    return sum(word in TELLING for word in words) < _LEAST * len(words)
