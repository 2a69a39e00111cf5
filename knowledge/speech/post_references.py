"""The words of a post by which a text goes back to its holder: "the governor" to Governor Dahl.

Not to whoever was governor once, is the governor's deputy, or only works for a governor.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from knowledge.speech.name_parts import is_role, list_plain_words
from knowledge.text.english.office_words import DEPUTIES, NO_LONGER, NOT_YET
from knowledge.text.english.titles import WRITTEN_OUT

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

_OF_ANOTHER: Final = re.compile(r"[\w.-]+'s?(?!\w)")
_JOINED: Final = re.compile(r"\s(?:of|for|to|from|with|under|at)\s")
_ANOTHER_POST: Final = DEPUTIES | NO_LONGER | NOT_YET | {"lieutenant", "shadow", "would-be"}


def list_post_words(post: str) -> frozenset[str]:
    """Return the plain words of what somebody is, without what others are whom it names.

    "The governor's spokesman" and "an aide to the governor" are no governor; abbreviated titles are
    written out.
    """
    bare = _OF_ANOTHER.sub(lambda m: "" if is_role(_strip_owner(m[0])) else m[0], post)
    first, *others = _JOINED.split(bare)
    theirs = [part for part in others if not any(map(is_role, list_plain_words(part)))]
    found = list_plain_words(" ".join([first, *theirs]))
    return found | {WRITTEN_OUT[word] for word in found if word in WRITTEN_OUT}


def _strip_owner(word: str) -> str:
    return word.lower().rpartition("'")[0]


def may_go_back(words: AbstractSet[str], post: AbstractSet[str]) -> bool:
    """Return whether words for a post do not leave out what makes it another: "former", "vice"."""
    return not (post & _ANOTHER_POST) - words
