"""The words between quotations, divided among these by how they are written."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from operator import itemgetter
from typing import TYPE_CHECKING, Final, NamedTuple

from knowledge.text.english.cue_words import SAYING
from knowledge.text.english.titles import ABBREVIATED_TITLES
from knowledge.text.sentence_ends import is_abbreviated

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from knowledge.check_quote.sentence_places import Place

_LINE: Final = re.compile(r"\n")
# Names are parted also where a typed sentence begins small: "said kono. abe said".
_SENTENCE: Final = re.compile(r"(?<![\s.])[.!?…]\s+|;\s*")
# What parts the words on one quotation from those on the next, the strongest first.
_BOUNDARIES: Final = (
    re.compile(r"\n[^\S\n]*\n"),
    _LINE,
    _SENTENCE,
    re.compile(
        r"(?:,\s*)?(?:\b(?:and|or|but|while|whereas|then|vs\.?|versus)\b|[&/+|\t])", re.IGNORECASE
    ),
)
_NUMBER: Final = r"(?:\d{1,2}|[a-z]|[ivx]{1,4})[)\]]\s*\w"  # of a part: ", (2) Kono “…”"
# Before a name that stands below, behind or in brackets after its words: "…" – Kono; said Kono.
_AFTER_WORDS: Final = re.compile(
    rf"[\s,.]*(?:[(\[](?!{_NUMBER})|[–—-]|(?:[^\W\d_]+\s+){{0,3}}by\b|(?:{'|'.join(sorted(SAYING))})\b"
    r"|according\s+to\b)",
    re.IGNORECASE,
)


class Beside(NamedTuple):
    """The places of the words that may say whose words a quotation is.

    `certain` is false where they may belong to another quotation instead, or, `by_pronoun`, to
    somebody who is named nowhere; `in_later_line` says that they stand in a line above, with
    another quotation.
    """

    places: tuple[Place, ...] = ()
    certain: bool = True
    by_pronoun: bool = False
    in_later_line: bool = False

    def select(self, names: Sequence[Place]) -> list[Place]:
        """Return those of the names, which are in order, that stand in these places."""
        return [name for place in self.places for name in select_names(names, place)]


@dataclass
class _Gap:
    """The places between two quotations that name somebody: for the one before, or the one after.

    `linking` says that both are said in one breath: “…” and “…”.
    """

    before: list[Place] = field(default_factory=list)
    after: list[Place] = field(default_factory=list)
    either: list[Place] = field(default_factory=list)
    linking: bool = False


def divide_by_place(
    text: str, quotations: Sequence[Place], names: Sequence[Place]
) -> tuple[Beside, ...]:
    if len(quotations) == 1:
        ((start, end),) = quotations
        around = [(0, start), (end, len(text))]
        return (Beside(tuple(place for place in around if place[0] < place[1])),)
    edges = [0, *(edge for place in quotations for edge in place), len(text)]
    between = list(zip(edges[::2], edges[1::2], strict=True))
    inside = [select_names(names, gap) for gap in between]
    named = [number for number, found in enumerate(inside) if found]
    gaps = [_read_gap(text, *pair) for pair in zip(between, inside, strict=True)]
    _settle_ends(text, between, inside, gaps)
    if len(named) == 1 and not (gaps[named[0]].before and gaps[named[0]].after):
        return (Beside((between[named[0]],)),) * len(quotations)
    _settle_either(gaps)
    return tuple(_share(gaps, len(quotations)))


def select_names(names: Sequence[Place], place: Place) -> Sequence[Place]:
    """Return the names in a place; none reaches over its edges."""
    first = bisect_left(names, place[0], key=itemgetter(0))
    return names[first : bisect_left(names, place[1], key=itemgetter(0))]


def _settle_ends(
    text: str, between: Sequence[Place], inside: Sequence[Sequence[Place]], gaps: list[_Gap]
) -> None:
    """Give what stands first and last to its one neighbor."""
    gaps[0] = _Gap(after=_nearest(text, between[0], inside[0], -1))
    gaps[-1] = _Gap(before=_nearest(text, between[-1], inside[-1], 0))


def _nearest(text: str, gap: Place, names: Sequence[Place], side: int) -> list[Place]:
    """Return the last or the first line, and sentence of it, that names somebody."""
    for boundary in (_LINE, _SENTENCE) if names else ():
        gap = [p for p in _pieces(text, gap, names, boundary) if _holds(p, names)][side]
    return [gap] if names else []


def _read_gap(text: str, gap: Place, names: Sequence[Place]) -> _Gap:
    parted = any(b.search(text, *gap) for b in (_LINE, _SENTENCE))
    if not names:
        return _Gap(linking=not parted)
    for boundary in _BOUNDARIES:
        pieces = _pieces(text, gap, names, boundary)
        if len(pieces) > 1:
            return _sort(text, pieces, names)
    return _place(text, gap, _Gap())


def _pieces(
    text: str, gap: Place, names: Sequence[Place], boundary: re.Pattern[str]
) -> list[Place]:
    """Cut words at each boundary of a kind that is not within a name or after an abbreviation."""
    cuts = [found.span() for found in boundary.finditer(text, *gap)]
    kept = [cut for cut in cuts if _parts(text, cut, names)]
    edges = [gap[0], *(edge for cut in kept for edge in cut), gap[1]]
    return list(zip(edges[::2], edges[1::2], strict=True))


def _parts(text: str, cut: Place, names: Sequence[Place]) -> bool:
    if any(first < cut[1] and cut[0] < last for first, last in names):
        return False
    ending = [text[slice(*name)].lower() for name in names if name[1] == cut[0]]
    ends_name = bool(ending) and ABBREVIATED_TITLES.isdisjoint(ending)
    return ends_name or not is_abbreviated(text, cut[0])


def _sort(text: str, pieces: Sequence[Place], names: Sequence[Place]) -> _Gap:
    """Give the first piece to the quotation before, the last to the one after."""
    gap, last = _Gap(), len(pieces) - 1
    for number, piece in enumerate(pieces):
        if not _holds(piece, names):
            continue
        if number == 0:
            gap.before.append(piece)
        elif number == last:
            gap.after.append(piece)
        else:
            _place(text, piece, gap)
    return gap


def _place(text: str, piece: Place, gap: _Gap) -> _Gap:
    """Place words that nothing parts from the quotations by how they are written."""
    follows = bool(_AFTER_WORDS.match(text, *piece))
    leads = text[slice(*piece)].rstrip().endswith(":")
    if follows == leads:
        gap.either.append(piece)
    else:
        (gap.before if follows else gap.after).append(piece)
    return gap


def _holds(piece: Place, names: Sequence[Place]) -> bool:
    return bool(select_names(names, piece))


def _settle_either(gaps: Sequence[_Gap]) -> None:
    """Place names that may be either neighbor's as the first or the last name is placed."""
    leads, follows = bool(gaps[0].after), bool(gaps[-1].before)
    for gap in gaps if leads != follows else ():
        (gap.after if leads else gap.before).extend(gap.either)
        gap.either = []


def _share(gaps: Sequence[_Gap], count: int) -> Iterator[Beside]:
    """Yield what belongs to each quotation; those said in one breath share it."""
    first = 0
    for last in range(count):
        if gaps[last + 1].linking:
            continue
        yield from _share_run(gaps[first], gaps[last + 1], last + 1 - first)
        first = last + 1


def _share_run(front: _Gap, back: _Gap, count: int) -> Iterator[Beside]:
    doubtful = (*front.either, *back.either)
    before, after = (*front.after, *front.either), (*back.either, *back.before)
    if count == 1 or not (before and after):
        yield from [Beside((*before, *after), not doubtful)] * count
        return
    yield Beside(before, not front.either)
    yield from [Beside((*before, *after), certain=False)] * (count - 2)
    yield Beside(after, not back.either)
