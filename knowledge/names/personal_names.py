"""What a person's name also answers to: a surname, a given name, the other order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from knowledge.text.english.small_words import EVERYDAY_WORDS
from knowledge.text.english.titles import FOLDED_TITLES, TITLE_PARTS
from knowledge.text.folding import tokenize, without_titles

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_MOST_PARTS: Final = 5  # more words than these are a description
_SURNAME: Final = 2  # letters in the shortest surname that names somebody: Xi
_PART: Final = 3  # likewise in another part at either end of a name
_MIDDLE: Final = 4  # likewise between the two
_BEFORE_A_NAME: Final = FOLDED_TITLES | TITLE_PARTS
# What descriptions have and names have not: "Kim's sister", "head of the bureau".
_DESCRIBING: Final = re.compile(r"['’]s?(?:\s|$)|[\d(]|\b(?:of|the|and|for)\b", re.IGNORECASE)


class NamePart(NamedTuple):
    """One word of a personal name, or several that hyphens join."""

    folded: str
    typed: str


def split_name(text: str) -> list[NamePart]:
    """Return the parts of a personal name; none for a description.

    Words joined by a hyphen are one part: in "Kim Yo-jong", "yojong" is a name and "yo" is none.
    """
    found: list[NamePart] = []
    end = 0
    for token in without_titles(tokenize(text)):
        between = text[end : token.start]
        if found and between and not any(map(str.isspace, between)):
            before, typed = found.pop()
            found.append(NamePart(before + token.folded, typed + text[end : token.end]))
        else:
            found.append(NamePart(token.folded, text[token.start : token.end]))
        end = token.end
    return found if _is_personal(text, found) else []


def find_lone_parts(parts: Sequence[NamePart]) -> list[NamePart]:
    """Return the parts that name the person by themselves."""
    last = len(parts) - 1
    return [part for i, part in enumerate(parts) if _stands_alone(part.folded, i, last)]


def find_small_words(parts: Sequence[NamePart]) -> list[NamePart]:
    """Return the first and the last part where they are names only if nothing else is typed."""
    ends = dict.fromkeys([*parts[:1], *parts[-1:]])
    return [part for part in ends if part not in find_lone_parts(parts)]


def is_title(word: str) -> bool:
    """Return whether a title before a name may begin with this word."""
    return word in _BEFORE_A_NAME


def drop_titles(words: Sequence[str]) -> Sequence[str]:
    """Return a person's name without the titles before it; as it is where there are none."""
    count = 0
    while count < len(words) - 1 and words[count] in _BEFORE_A_NAME:
        count += 1
    return words if FOLDED_TITLES.isdisjoint(words[:count]) else words[count:]


def shorten(parts: Sequence[NamePart]) -> Iterator[Sequence[NamePart]]:
    """Yield what else may be typed for a personal name; others may share it."""
    for part in find_lone_parts(parts):
        yield [part]
    for size in range(2, len(parts)):
        for start in range(len(parts) - size + 1):
            yield parts[start : start + size]
    if len(parts) > 1:
        yield [*parts[1:], parts[0]]
    if len(parts) > 2:  # noqa: PLR2004
        yield [parts[-1], *parts[:-1]]
        yield [parts[0], parts[-1]]


def _stands_alone(folded: str, place: int, last: int) -> bool:
    if folded in EVERYDAY_WORDS:
        return False
    if place == 0 or not folded.isascii():
        return len(folded) >= _SURNAME
    return len(folded) >= (_PART if place == last else _MIDDLE)


def _is_personal(text: str, found: list[NamePart]) -> bool:
    return (
        1 < len(found) <= _MOST_PARTS
        and not _DESCRIBING.search(text)
        and not any(part.typed[0].islower() for part in (found[0], found[-1]))
    )
