"""Which of those named beside one quotation said it, by how the prose puts it.

In Tillerson told Kang: “…” the verb gives the words to the first, and in “…,” said Kono after Abe
had left to the one who follows it. Whom prose only speaks of (to Kang, about Kono’s remarks) did
not say them. Where the prose does not settle it, all that are left may have.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from knowledge.check_quote.handled_words import is_handling
from knowledge.check_quote.names_spoken_of import is_done_by, is_spoken_of, is_told
from knowledge.check_quote.sentence_places import Place, find_sentence
from knowledge.check_quote.speaking_names import (
    find_aside,
    gives_words,
    is_labeled,
    is_whose,
    owns_quotation,
    speaks,
)
from knowledge.check_quote.speech_patterns import JOINS, PRONOUN_SPEAKS, TITLES
from knowledge.text.later_pattern import compile_later

if TYPE_CHECKING:
    from collections.abc import Sequence

_QUOTED: Final = "“”"  # a quotation without its words
_NAMES: Final = 40  # beside one quotation
_BEFORE: Final = 80  # characters before the lines of a quotation and its names
_BEHIND: Final = 200  # characters behind these
_DENIES: Final = compile_later(
    r"\s+(?:(?:did|does|has|had)(?:\s+not|n[’']t)|never)\b", re.IGNORECASE
)
_IN_BRACKETS: Final = compile_later(rf"\s?\({TITLES}", re.IGNORECASE)
# Before a name that signs a quotation: “…” – Velmora, Dask.
_SIGNED: Final = compile_later(rf"”[\s,.]*(?:\(|[–—-]{{1,2}})\s*{TITLES}\Z", re.IGNORECASE)
_LISTED: Final = compile_later(rf"\s?[,/]\s?{TITLES}", re.IGNORECASE)


def select_speakers(text: str, quotation: Place, names: Sequence[Place]) -> tuple[Place, ...]:
    """Return those of the names that may have said a quotation; none where all are spoken of.

    Of hundreds the nearest are looked at.
    """
    start, end = quotation
    near = sorted(names, key=lambda name: max(start - name[1], name[0] - end))[:_NAMES]
    first, last = _find_lines(text, [quotation, *near])
    prose = f"{text[first:start]}{_QUOTED}{text[end:last]}"
    moved = {_move(name, quotation, first): name for name in near}
    return tuple(
        moved[name] for name in _Prose(prose, start - first, sorted(moved)).list_speakers()
    )


def _find_lines(text: str, places: Sequence[Place]) -> Place:
    """Return where the lines of some places begin and end, with what is looked at beside these."""
    first, last = min(place[0] for place in places), max(place[1] for place in places)
    begin, end = text.rfind("\n", 0, first) + 1, text.find("\n", last)
    return max(0, begin - _BEFORE), end + _BEHIND if end >= 0 else len(text)


def _move(name: Place, quotation: Place, first: int) -> Place:
    """Return where a name stands once the quotation has no words, nor the text what is before."""
    by = quotation[0] + len(_QUOTED) - quotation[1] if name[0] >= quotation[1] else 0
    by -= first
    return name[0] + by, name[1] + by


class _Prose:
    """The words beside a quotation, and what each of the names does in them."""

    def __init__(self, text: str, quotation: int, names: Sequence[Place]) -> None:
        self._text, self._names = text, names
        self._sentence = find_sentence(text, (quotation, quotation))
        self._spoken_of = {name for name in names if is_spoken_of(text, name)}
        self._speaking = {name for name in names if self._speaks(name)}
        within = {name for name in names if self._speaks_for_another(name)}
        aside = {inner for name in self._speaking for inner in self._list_aside(name)}
        self._spoken_of |= aside - within
        self._speaking |= within
        self._speaking -= self._spoken_of
        self._speaking |= {other for one, other in pairwise(names) if self._sign(one, other)}
        joined = self._list_joined()
        for pair in (*joined, *reversed(joined)):
            self._join(*pair)

    def list_speakers(self) -> list[Place]:
        """Return who speaks in the quotation's sentence, else elsewhere, else who may."""
        if theirs := [name for name in self._names if is_whose(self._text, name)]:
            return theirs
        first, last = self._sentence
        beside = [name for name in self._names if first <= name[0] < last]
        by_pronoun = PRONOUN_SPEAKS.search(self._text, first, last)
        for group in (beside, self._names):
            speaking = [name for name in group if name in self._speaking]
            owning = [name for name in group if self._owns(name)]
            if speaking or owning:
                told = [*speaking, *owning] if speaking or not by_pronoun else self._names
                return sorted(told)
        told = [name for name in beside if name not in self._spoken_of]
        if not beside or by_pronoun:
            told += [n for n in self._names if n not in beside and not is_told(self._text, n)]
        told = [name for name in told if not self._denies(name)] or told
        return told or [name for name in self._names if self._is_quoted_by_another(name)]

    def _speaks(self, name: Place) -> bool:
        if gives_words(self._text, name) and not is_handling(self._text, name):
            return True
        told = speaks(self._text, name) or is_labeled(self._text, name)
        return told and name not in self._spoken_of and not self._denies(name)

    def _owns(self, name: Place) -> bool:
        taken = self._spoken_of | self._speaking
        return name not in taken and owns_quotation(self._text, name)

    def _is_quoted_by_another(self, name: Place) -> bool:
        """Return whether somebody owns what another reacts to: "Kang responded to Kono’s “…”"."""
        return owns_quotation(self._text, name) and not is_done_by(self._text, name)

    def _denies(self, name: Place) -> bool:
        return bool(_DENIES.match(self._text, name[1]))

    def _list_aside(self, name: Place) -> list[Place]:
        """Return the names between commas behind another: "Tillerson, who met Kono, said"."""
        first, last = find_aside(self._text, name)
        return [other for other in self._names if first < other[0] < last]

    def _speaks_for_another(self, name: Place) -> bool:
        """Return whether brackets end with a name, behind one that speaks: "Japan (Kono)"."""
        closes = self._text.startswith(")", name[1])
        return closes and any(self._is_bracketed(other, name[0]) for other in self._speaking)

    def _is_bracketed(self, other: Place, start: int) -> bool:
        """Return whether a bracket opens behind another name, or before it: "(Japan, Kono)"."""
        listed = _LISTED.fullmatch(self._text, other[1], start)
        opens = self._text[max(other[0] - 1, 0) : other[0]] == "("
        return bool((listed and opens) or _IN_BRACKETS.fullmatch(self._text, other[1], start))

    def _sign(self, one: Place, other: Place) -> bool:
        """Return whether two names sign a quotation, one behind the other: "– Velmora, Dask"."""
        signed = _SIGNED.search(self._text[max(0, one[0] - _BEFORE) : one[0]])
        return bool(signed and _LISTED.fullmatch(self._text, one[1], other[0]))

    def _list_joined(self) -> list[tuple[Place, Place]]:
        """Return the pairs of names that are joined: both of "Kono, Abe and Suga"."""
        joined = list[tuple[Place, Place]]()
        for one, other in reversed(list(pairwise(self._names))):
            listed = bool(joined) and joined[-1][0] == other
            between = self._text[one[1] : other[0]]
            if JOINS.fullmatch(between) or (listed and between == ", "):
                joined.append((one, other))
        return joined[::-1]

    def _join(self, one: Place, other: Place) -> None:
        """Let two that are joined do the same: "Kono and Tillerson said"."""
        if {one, other} & self._speaking:
            self._speaking |= {one, other} - self._spoken_of
        elif one in self._spoken_of:
            self._spoken_of.add(other)
