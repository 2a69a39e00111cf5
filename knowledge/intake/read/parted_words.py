"""Words that a file parts at a line's end, as the text of a PDF does: "govern-" and "ment"."""

from __future__ import annotations

import re
from typing import Final

from knowledge.world import World

_PARTED: Final = re.compile(
    r"(?<![\w-])(?P<first>[^\W\d_]+(?:-[^\W\d_]+)*)[-‐][^\S\n]*+\n[^\S\n]*+(?P<second>[^\W\d_]++)"
)
# What stands behind the hyphen of the first of two words: "pre- and post-war".
_BETWEEN_TWO: Final = frozenset({"and", "or", "to", "nor", "but"})
# Both "well-known" and "shortage" begin with a word that a hyphen follows as often as not.
_OFTEN_HYPHENED: Final = frozenset(
    "well ill long short high low half self full part all old new ex co pre post pro anti non mid"
    " cross so semi multi first second third two three four five ten off east west north"
    " south".split()
)
_WORDS: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def join_parted_words(raw: str) -> tuple[str, list[str]]:
    """Return a text with its parted words made whole, and these words.

    A hyphen stays where the text prints the word with it elsewhere, or where both halves are words
    and the whole is none. What neither the text nor the word list knows is left as it is, and so is
    what may be either, "well-known" or "shortage".
    """
    if not _PARTED.search(raw):
        return raw, []
    printed = frozenset(word.casefold() for word in _WORDS.findall(_PARTED.sub(" ", raw)))
    joined = list[str]()

    def join(parted: re.Match[str]) -> str:
        whole = _make_whole(parted["first"], parted["second"], printed)
        if whole is None:
            return parted[0]
        joined.append(whole)
        return whole

    return _PARTED.sub(join, raw), joined


def _make_whole(first: str, second: str, printed: frozenset[str]) -> str | None:
    if second.casefold() in _BETWEEN_TWO:
        return None
    whole, hyphened = first + second, f"{first}-{second}"
    if hyphened.casefold() in printed:
        return hyphened
    if second.islower() and whole.casefold() in printed:
        return whole
    last = first.rsplit("-", 1)[-1]
    one, two = _is_word(last + second) and second.islower(), _is_word(last) and _is_word(second)
    if one and two and last.casefold() in _OFTEN_HYPHENED:
        return None
    return whole if one else hyphened if two else None


def _is_word(word: str) -> bool:
    known, small = World.load().parts_of_speech, word.casefold()
    return bool(known(small) or known(small.removesuffix("s")))
