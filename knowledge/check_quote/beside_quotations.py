"""The words beside quotations: which of them say whose words each quotation is.

In “…,” said Kono, and “…,” said Abe the names follow their quotations, and in Kono: “…” and Abe:
“…” they go before them. Where a name may belong to either of its neighbors, both are told so.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from operator import itemgetter
from typing import TYPE_CHECKING, Final, NamedTuple

from knowledge.check_quote.leading_names import (
    BRINGS,
    Lead,
    find_leads,
    is_continued,
    is_in_one_breath,
    list_speaking,
    says_more,
)
from knowledge.check_quote.sentence_places import Place, join_names
from knowledge.check_quote.sentence_subjects import (
    find_subject,
    find_teller,
    is_only_named,
    is_owner_told_of,
    is_told_by_pronoun,
)
from knowledge.check_quote.told_speaker import select_speakers
from knowledge.text.english.cue_words import SAYING
from knowledge.text.english.titles import ABBREVIATED_TITLES
from knowledge.text.later_pattern import compile_later
from knowledge.text.sentence_ends import is_abbreviated

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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
# A quotation ends its sentence: its last mark stands behind a full stop, and a capital follows.
_SENTENCE_IN: Final = re.compile(r"\.\s*.\Z", re.DOTALL)
_NEXT: Final = re.compile(r"\s+[A-Z“]")
_IS: Final = compile_later(
    r"\s+(?:(?:is|are|was|were|been|be|being|remain\w*|has|had|would|will)\s+){1,2}"
    rf"(?:(?!{BRINGS}\b)\w+\s+)?",
    re.IGNORECASE,
)
_IF: Final = compile_later(r"\b(?:if|unless|whether)\s+(?:\w{1,20}\s+){0,2}\Z", re.IGNORECASE)
# From a name to a quotation: "Kono’s “…”", "Kono offered “…”"; who is told or warned of is none.
_LEADS: Final = re.compile(
    r"(?:[’']s?\s+|\s+(?!(?:of|and|or)\b|(?:an?|the)\s+“)[^\s“”,.;:]+(?:\s+(?!and\b)[^\s“”,.;:]+){0,3}\s+)“"
)
_TOLD: Final = re.compile(
    r"\b(?:tell|tells|told|ask(?:s|ed)?|assur\w+|inform\w*|remind\w*|of)\s+\Z"
)
_NEAR: Final = 20  # characters before a name
_NUMBER: Final = r"(?:\d{1,2}|[a-z]|[ivx]{1,4})[)\]]\s*\w"  # of a part: ", (2) Kono “…”"
# Before a name that stands below, behind or in brackets after its words: "…" – Kono; said Kono.
_AFTER_WORDS: Final = re.compile(
    rf"[\s,.]*(?:[(\[](?!{_NUMBER})|[–—-]|(?:[^\W\d_]+\s+){{0,3}}by\b|(?:{'|'.join(sorted(SAYING))})\b"
    r"|according\s+to\b)",
    re.IGNORECASE,
)

_MOST: Final = 20  # quotations beside which the prose is read; an answer checks fewer


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
        return [name for place in self.places for name in _select(names, place)]


@dataclass
class _Gap:
    """The places between two quotations that name somebody: for the one before, or the one after.

    `linking` says that both are said in one breath: “…” and “…”.
    """

    before: list[Place] = field(default_factory=list)
    after: list[Place] = field(default_factory=list)
    either: list[Place] = field(default_factory=list)
    linking: bool = False


def divide_beside(
    text: str, quotations: Sequence[Place], names: Sequence[Place]
) -> tuple[Beside, ...]:
    """Divide the words beside quotations among them, by where names stand; both are in order.

    Of several names in the words of one quotation, those are kept that the prose gives it to;
    behind the first twenty quotations it is left open whose they are.
    """
    named = [name for name in names if not _is_described(text, quotations, name)]
    divided = _divide(text, quotations, named or names)
    outlined = _outline(text, quotations)
    if len(quotations) == 1:
        alone = _narrow(text, quotations[0], divided[0], names)
        return (_doubt_told(outlined, quotations[0], alone, names),)
    led = _Led(outlined, quotations, named)
    settled = led.settle(divided)
    followed = list[Beside]()
    for number, (place, beside) in enumerate(zip(quotations, settled, strict=True)):
        if number >= _MOST:
            followed.append(beside._replace(certain=False))
            continue
        if number in led.leads:
            followed.append(_follow_owner(outlined, place, led.leads[number], beside, names))
            continue
        beside = _narrow(text, place, beside, names)  # noqa: PLW2901
        beside = _doubt_told(outlined, place, beside, names)  # noqa: PLW2901
        followed.append(_follow_subject(outlined, place, beside, names))
    return _doubt_unused(outlined, quotations, tuple(followed), named)


class _Led:
    """Several quotations, and the names that lead straight to one of them."""

    def __init__(self, outlined: str, quotations: Sequence[Place], names: Sequence[Place]) -> None:
        self._outlined, self._quotations, self._names = outlined, quotations, names
        self.leads = find_leads(outlined, quotations, names)
        self._taken = {n for lead in self.leads.values() for n in _select(names, lead.name)}

    def settle(self, divided: Sequence[Beside]) -> list[Beside]:
        """Give each quotation to the name that leads to it, and the others to none of these."""
        settled, led = list[Beside](), set[int]()
        for number, beside in enumerate(divided):
            if lead := self.leads.get(number):
                settled.append(Beside((lead.name,)))
            elif number - 1 in led and self._is_in_one_breath(number, beside):
                settled.append(settled[-1])
            else:
                settled.append(self._leave(number, beside) if self._taken else beside)
                continue
            led.add(number)
        return settled

    def _before(self, number: int) -> Place:
        """Return the place between a quotation and the one before it."""
        return self._quotations[number - 1][1] if number else 0, self._quotations[number][0]

    def _is_in_one_breath(self, number: int, beside: Beside) -> bool:
        """Return whether a quotation goes with the one before it, and with no name behind it."""
        behind = [n for n in beside.select(self._names) if n[0] >= self._quotations[number][1]]
        between, before = self._before(number), self.leads.get(number - 1)
        goes_on = is_continued(self._outlined, before, between)
        return not behind and (goes_on or is_in_one_breath(self._outlined, between))

    def _leave(self, number: int, beside: Beside) -> Beside:
        """Return who is beside a quotation and leads to no other; in doubt whoever is."""
        names = beside.select(self._names)
        others = [name for name in names if name not in self._taken]
        if len(others) == len(names):
            return beside
        if not others:
            if self._is_before_owned(number, names):
                return Beside()
            before = self.leads.get(number - 1)
            more = says_more(self._outlined, before, self._before(number))
            return beside if more else beside._replace(certain=False)
        speaking = list_speaking(self._outlined, others, self._before(number))
        one = join_names(self._outlined, speaking)
        return Beside(tuple(one)) if len(one) == 1 else beside._replace(certain=False)

    def _is_before_owned(self, number: int, names: Sequence[Place]) -> bool:
        """Return whether those beside a quotation stand behind it, and own the next one."""
        lead = self.leads.get(number + 1)
        behind = names[0][0] >= self._quotations[number][1]
        return bool(lead and lead.owns and behind and lead.name[1] >= names[-1][1])


def _doubt_unused(
    outlined: str, quotations: Sequence[Place], divided: tuple[Beside, ...], names: Sequence[Place]
) -> tuple[Beside, ...]:
    """Doubt whose a quotation is beside a name that gives one, and that none was given to."""
    used = {name for beside in divided for name in beside.select(names)}
    left = [name for name in names if name not in used and _leads_to_quotation(outlined, name)]
    doubted = {_find_nearest(quotations, name): name for name in left}
    return tuple(
        Beside((*beside.places, doubted[number]), certain=False) if number in doubted else beside
        for number, beside in enumerate(divided)
    )


def _leads_to_quotation(outlined: str, name: Place) -> bool:
    """Return whether a few words lead from a name to a quotation: "After Kono offered “…”"."""
    told = _TOLD.search(outlined, max(0, name[0] - _NEAR), name[0])
    return told is None and _LEADS.match(outlined, name[1]) is not None


def _find_nearest(quotations: Sequence[Place], name: Place) -> int:
    """Return which quotation begins or ends nearest to a name."""
    after = bisect_left(quotations, name[1], key=itemgetter(0))
    near = [number for number in (after - 1, after) if 0 <= number < len(quotations)]
    return min(near, key=lambda n: max(quotations[n][0] - name[1], name[0] - quotations[n][1]))


def _outline(text: str, quotations: Sequence[Place]) -> str:
    """Leave of each quotation its marks, and a full stop where a sentence ends with it."""
    kept, at = list[str](), 0
    for start, end in quotations:
        ends = _SENTENCE_IN.search(text, start, end) and _NEXT.match(text, end)
        kept += [text[at:start], "“", " " * (end - start - 2), "." if ends else "”"]
        at = end
    return "".join([*kept, text[at:]])


def _doubt_told(outlined: str, place: Place, beside: Beside, names: Sequence[Place]) -> Beside:
    """Leave out names behind a quotation that a pronoun gives to somebody named before it.

    Where nobody is, the names are in doubt.
    """
    own = beside.select(names)
    before, behind = (
        [n for n in own if (n[0] < place[0]) is is_before] for is_before in (True, False)
    )
    if not is_told_by_pronoun(outlined, place, behind):
        return beside
    if before:
        return beside._replace(places=tuple(before))
    return beside._replace(certain=False, by_pronoun=True)


def _follow_subject(
    outlined: str, quotation: Place, beside: Beside, names: Sequence[Place]
) -> Beside:
    """Give a quotation to the subject of its sentence, where those beside it only depend on it."""
    subject = find_subject(outlined, quotation, beside.select(names), names)
    return Beside((subject,)) if subject else beside


def _follow_owner(
    outlined: str, quotation: Place, lead: Lead, beside: Beside, names: Sequence[Place]
) -> Beside:
    """Give a quotation to who speaks of it, where its owner's sentence is another's.

    In She warned of Abe’s “…” it is hers; in She spoke against Abe’s “…” it may be either's.
    """
    subject = find_teller(outlined, quotation, lead.name, names) if lead.owns else None
    if subject is None:
        told = lead.owns and is_owner_told_of(outlined, quotation, lead.name)
        return beside._replace(certain=False, by_pronoun=True) if told else beside
    if is_only_named(outlined, lead.name):
        return Beside((subject,))
    return Beside((subject, *beside.places), certain=False)


def _is_described(text: str, quotations: Sequence[Place], name: Place) -> bool:
    """Return whether a quotation says what somebody is: "if Kishida (is) “willing …”"."""
    at = bisect_left(quotations, name[1], key=itemgetter(0))
    if at == len(quotations):
        return False
    between = name[1], quotations[at][0]
    condition = _IF.search(text, max(0, name[0] - _NEAR), name[0])
    return bool(_IS.fullmatch(text, *between) or (condition and not text[slice(*between)].strip()))


def _narrow(text: str, quotation: Place, beside: Beside, names: Sequence[Place]) -> Beside:
    """Keep the names that may be the speaker's; where all are only spoken of, none is certain."""
    named = join_names(text, beside.select(names))
    if not named or not beside.certain:
        return beside
    told = select_speakers(text, quotation, named)
    if not told:
        return beside._replace(certain=False)
    return beside if len(told) == len(named) else Beside(told)


def _divide(text: str, quotations: Sequence[Place], names: Sequence[Place]) -> tuple[Beside, ...]:
    if len(quotations) == 1:
        ((start, end),) = quotations
        around = [(0, start), (end, len(text))]
        return (Beside(tuple(place for place in around if place[0] < place[1])),)
    edges = [0, *(edge for place in quotations for edge in place), len(text)]
    between = list(zip(edges[::2], edges[1::2], strict=True))
    inside = [_select(names, gap) for gap in between]
    named = [number for number, found in enumerate(inside) if found]
    gaps = [_read_gap(text, *pair) for pair in zip(between, inside, strict=True)]
    _settle_ends(text, between, inside, gaps)
    if len(named) == 1 and not (gaps[named[0]].before and gaps[named[0]].after):
        return (Beside((between[named[0]],)),) * len(quotations)
    _settle_either(gaps)
    return tuple(_share(gaps, len(quotations)))


def _select(names: Sequence[Place], place: Place) -> Sequence[Place]:
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
    return bool(_select(names, piece))


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
