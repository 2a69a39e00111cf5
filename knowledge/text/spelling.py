"""One spelling for words that British and American English spell differently."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from knowledge.text.english.variant_spellings import OTHER_WORDS, VARIANTS

# Verbs in -ise that no list holds because they can be made anew: "denuclearise", "weaponised".
_COINED: Final = re.compile(
    r"(.{3,}[aeiou][lnr])is(e|es|ed|er|ers|ing)|(.{3,}(?<!improv))is(ations?)"
)


def american(word: str) -> str:
    """Return the American spelling of a word in lower case, or the word itself.

    Example: "programmes" gives "programs", "denuclearisation" gives "denuclearization".
    """
    known = _british().get(word)
    if known is not None:
        return known
    coined = _COINED.fullmatch(word)
    if coined is None:
        return word
    stem, ending = (part for part in coined.groups() if part)
    return f"{stem}iz{ending}"


@cache
def _british() -> dict[str, str]:
    from breame.data.spelling_constants import BRITISH_ENGLISH_SPELLINGS

    listed = {
        word: own for word, own in BRITISH_ENGLISH_SPELLINGS.items() if word not in OTHER_WORDS
    }
    return listed | VARIANTS
