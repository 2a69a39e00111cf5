"""Numbered parts of a sentence, each of which quotes somebody: (1) Kono “…”, (2) Abe “…”.

Each is put on a line of its own without its number, so that none is read with its neighbor's name.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from bot.answers.speaker_labels import names_anybody
from knowledge.check_quote import blank_quotations, has_marks, outline_quotations
from knowledge.corpus import Kind
from knowledge.questions import read
from knowledge.text import compile_later

if TYPE_CHECKING:
    from collections.abc import Sequence

    from knowledge.kb import KnowledgeBase

_SERIES: Final = (
    "1 2 3 4 5 6 7 8 9 10 11 12".split(),
    "a b c d e f g h i j k l".split(),
    "i ii iii iv v vi vii viii ix x".split(),
    "① ② ③ ④ ⑤ ⑥ ⑦ ⑧ ⑨ ⑩".split(),
)
_NUMBER: Final = compile_later(
    r"(?<![\w“])(?:[(\[](\d{1,2}|[a-l]|[ivx]{1,4})[)\]]|(\d{1,2}|[a-l]|[ivx]{1,4})[.)/](?=\s)"
    r"|#(\d{1,2})\b|(?:q(?:uote)?|no)\.?\s?(\d{1,2})[.:)]?(?=\s)|([①-⑩]))[^\S\n]{0,3}",
    re.IGNORECASE,
)
# What joins a part with the next one: “…”, and (2) Abe.
_JOINS: Final = compile_later(r"[\s,;&]{1,3}(?:(?:and|or|plus|then)\s)?\Z", re.IGNORECASE)
_LOOKED_AT: Final = 300  # characters of a part, or before all, that may name somebody
_NEAR: Final = 8  # characters before a number


def part_numbered(kb: KnowledgeBase, text: str) -> str:
    """Return a text with each numbered part on its own line, if all of these quote somebody."""
    outlined = outline_quotations(text) if has_marks(text) else ""
    numbers = _find_series(outlined)
    if not numbers:
        return text
    edges = [*(number.span() for number in numbers), (len(text), len(text))]
    places = [(one[1], other[0]) for one, other in pairwise(edges)]
    first, parts = text[: edges[0][0]], [text[slice(*place)] for place in places]
    quoting = all("“" in outlined[slice(*place)] for place in places)
    if not quoting or not _give_each_its_own(kb, first, parts):
        return text
    return "\n".join(filter(None, map(_strip_joins, [first, *parts])))


def _give_each_its_own(kb: KnowledgeBase, first: str, parts: Sequence[str]) -> bool:
    """Return whether each part names somebody, and no person before them speaks in them all."""
    if read(kb, blank_quotations(first[-_LOOKED_AT:]), {Kind.PERSON}).found:
        return False
    return all(names_anybody(kb, part[:_LOOKED_AT]) for part in parts)


def _find_series(outlined: str) -> list[re.Match[str]]:
    """Return the numbers of a series in order, from its first on; one alone is none."""
    found = list(_NUMBER.finditer(outlined)) if outlined else []
    for series in _SERIES:
        numbers = list[re.Match[str]]()
        for number in found:
            if series[len(numbers) :][:1] == [number[number.lastindex or 0].lower()]:
                numbers.append(number)
        if len(numbers) > 1:
            return numbers
    return []


def _strip_joins(words: str) -> str:
    joins = _JOINS.search(words, max(0, len(words) - _NEAR))
    return words[: joins.start() if joins else None].strip()
