"""A pattern of any of many words: sought letter by letter, where "a|b|c" is tried word by word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def any_of(words: Iterable[str]) -> str:
    """Return what matches as "|".join() of the escaped words does, many times as fast.

    Of words that begin alike the first one that is there still comes first.
    """
    parts: list[str] = []
    alike: dict[str, list[str]] = {}
    for word in dict.fromkeys(words):
        if word:
            alike.setdefault(word[0], []).append(word[1:])
        else:  # whatever is behind it is not looked at before it
            parts += [*_write(alike), ""]
            alike = {}
    return "|".join([*parts, *_write(alike)])


def _write(alike: dict[str, list[str]]) -> list[str]:
    return [_begin(letter, rest) for letter, rest in alike.items()]


def _begin(letter: str, rest: list[str]) -> str:
    if len(rest) == 1:
        return re.escape(letter + rest[0])
    return f"{re.escape(letter)}(?:{any_of(rest)})"
