"""Those of whom a question asks which it is: "which of Japan and China", "who among the three"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from knowledge.text.english.question_words import SPEAKERS
from knowledge.text.english.small_words import ARTICLES

if TYPE_CHECKING:
    from collections.abc import Sequence

_WHICH: Final = frozenset("which who whom either neither any each both none all what".split())
_ONES: Final = frozenset({"one", "ones", "party", "parties", "out"}) | SPEAKERS
_OF: Final = frozenset({"of", "among", "amongst", "between"})
# "Which of the three, Japan, China or the US".
_COUNTED: Final = ARTICLES | SPEAKERS | frozenset("these those two three four five".split())


def follows_which_of(words: Sequence[str], first: int) -> bool:
    """Return whether one of those is asked for whose names begin at a word: "which of Japan"."""
    at = first - 1
    while at > 0 and words[at] in _COUNTED:
        at -= 1
    if at <= 0 or words[at] not in _OF:
        return False
    at -= 1
    while at > 0 and words[at] in _ONES:
        at -= 1
    return words[at] in _WHICH
