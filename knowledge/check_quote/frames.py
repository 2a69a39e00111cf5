"""What frames words in the sentence that prints them: a condition, a concession, an attitude.

The asker may have cut it off, or it stands outside the quotation marks.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from knowledge.check_quote.clause_reach import Reach
from knowledge.check_quote.verdict import MeaningChange
from knowledge.text.article_text import Span, fold
from knowledge.text.english.frame_words import (
    AFTER,
    BEFORE,
    DATED,
    JOINING,
    KINDS,
    LEADING_IN,
    LINKS,
    STRENGTH,
)
from knowledge.text.whole_words import are_among
from knowledge.text.work_budget import spend

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from knowledge.text.english.frame_words import FrameRule

_SHOWN = 8  # words of a frame that are told
_MORE = 6  # words before the first of it, if the clause begins there
_BREAK = re.compile(r"[,;:—]|\s[–-]\s")
# A contrast that ends with no comma: of what stands before, only who said it reaches into it.
_CONTRAST = re.compile(
    r"[,;—] (?:unlike|in contrast (?:to|with)|as opposed to)\b[^,;:—]*\Z", re.IGNORECASE
)
_TO = re.compile(r",\s+to\s*$")
_CLAUSE = re.compile(r"[,;:—(]\s*|\s[–-]\s|[\"“”]")
# What governs only its own clause; the others hold of all that is joined to it.
_OWN_CLAUSE = frozenset({"negation", "attitude", "modal", "limit"})
_OPENING = frozenset("“(")
_MARK_PAIRS = (("“", "”"), ("(", ")"), ("[", "]"))
_OUTER = re.compile(r"^(?:\[…\]|[\s,;:.!?…–—-])+|(?:\[…\]|[\s,;:.!?…–—-])+$")
_FOR_A_SIDE = 300  # steps of looking for all frames on one side
_EDGES = " ,;:.!?\"“”‘’'()[]…–—-"


class Side(NamedTuple):
    """Printed words before or after those asked about, and the kinds of frames sought in them.

    `beside` is what is printed in between, from the asked words on or up to them. Its first word
    may join them to what is before: "plans" and "to go".
    """

    words: str
    before: bool
    kinds: frozenset[str] = KINDS
    beside: str = ""


def find_frames(sides: Sequence[Side], left_out: Sequence[str]) -> Iterator[MeaningChange]:
    """Yield the frames on each side; `left_out` are words that the answer shows as such.

    What two sides find in the same words, as in a gap, is told once, by the one with more of them.
    """
    shown = fold(" ".join(left_out))
    found = [
        MeaningChange(
            kind=kind, word=words, where="left_out" if are_among(fold(words), shown) else "around"
        )
        for side in sides
        for kind, words in _find(side)
    ]
    yield from (frame for place, frame in enumerate(found) if not _is_repeated(found, place))


def _is_repeated(found: Sequence[MeaningChange], place: int) -> bool:
    """Return whether an earlier frame has the words of this one, or a later one more of them."""
    frame = found[place]
    return any(_tells(other, frame) for other in found[:place]) or any(
        _tells(other, frame) and not _tells(frame, other) for other in found[place + 1 :]
    )


def _tells(one: MeaningChange, other: MeaningChange) -> bool:
    """Return whether one frame has all the words of another of its kind and place."""
    alike = one.kind == other.kind and one.where == other.where
    return alike and are_among(other.word.strip(_EDGES), one.word)


def _find(side: Side) -> Iterator[tuple[str, str]]:
    """Yield what frames on one side, each kind once, or the clause that leads into the words."""
    spend(_FOR_A_SIDE)
    words, own = _reach(side)
    found: dict[str, str] = {}
    for rule in BEFORE if side.before else AFTER:
        searched = own.get(rule.kind, words)
        place = None if rule.kind in found else _find_place(rule, searched, before=side.before)
        apart = side.before and rule.kind != "attribution"
        if place and not (apart and _is_contrasted(searched[place.end :], side.beside)):
            write = _write_before if side.before else _write_after
            found[rule.kind] = write(searched, place)
    if not found and side.before and LEADING_IN.search(words):
        found["clause"] = " ".join(words.split()[-_SHOWN:]).strip(_EDGES)
    if not side.before and words.rstrip(' "”’)').endswith("?") and words.strip(_EDGES + "?"):
        found["question"] = " ".join(words.split()[-_SHOWN:]).strip(' ,;:"“”')
    kept = {kind: told for kind, told in found.items() if kind in side.kinds}
    yield from ((kind, told) for kind, told in kept.items() if not _is_told(kind, kept))


def _is_contrasted(between: str, beside: str) -> bool:
    """Return whether words belong to a contrast that begins behind a frame, and go no further."""
    return bool(_CONTRAST.search(between)) and not _BREAK.search(beside)


def _is_told(kind: str, found: dict[str, str]) -> bool:
    """Return whether the words of a stronger frame tell this one too."""
    stronger = STRENGTH[: STRENGTH.index(kind)]
    return any(are_among(found[kind], found[other]) for other in stronger if other in found)


def _reach(side: Side) -> tuple[str, dict[str, str]]:
    """Return the words of the same sentence, and the fewer in which some kinds are sought."""
    reach = Reach(side.words, side.beside, before=side.before)
    words, clause = reach.sentence, reach.cut_to_clause()
    own = dict.fromkeys(_OWN_CLAUSE, clause)
    said = reach.cut_to_clause("but", "yet") if side.before else reach.drop_joined_clause()
    own["attribution"] = said
    first = side.beside.split(maxsplit=1)[0] if side.before and side.beside.strip() else ""
    if words.strip(_EDGES) and first.lower() in LINKS:
        words = f"{words.rstrip()} {first}"
        own = {kind: f"{some.rstrip()} {first}" for kind, some in own.items()}
    return words, own


def _find_place(rule: FrameRule, words: str, *, before: bool) -> Span | None:
    """Return the frame nearest to the words asked about, where it is near enough."""
    places = [
        Span(*match.span())
        for match in rule.pattern.finditer(words)
        if not (_joins(words, match) if before else False) and not _is_of_an_office(words, match)
    ]
    if not places:
        return None
    nearest = places[-1] if before else places[0]
    between = words[nearest.end :] if before else words[: nearest.start]
    leads = LEADING_IN.search(between) or _TO.search(between)
    if rule.governs and _BREAK.search(between) and not leads:
        return None
    opens = before and not words[: nearest.start].strip(_EDGES)
    return nearest if opens or len(between.split()) < rule.reach else None


def _joins(words: str, match: re.Match[str]) -> bool:
    """Return whether a word at the begin of a sentence only joins it to the one before."""
    return match[0].lower() in JOINING and not words[: match.start()].strip(_EDGES)


def _is_of_an_office(words: str, match: re.Match[str]) -> bool:
    """Return whether it tells until when somebody held an office, in an apposition."""
    clause = max((m.end() for m in _CLAUSE.finditer(words, 0, match.start())), default=0)
    until = _CLAUSE.split(words[match.start() :], maxsplit=1)[0].strip(_EDGES)
    return bool(clause and words[clause : match.start()].strip() and DATED.match(until))


def _write_before(words: str, at: Span) -> str:
    """Return the frame to the end of the words, with the begin of its clause if that is near."""
    clause = max(
        (m.end() for m in _CLAUSE.finditer(words, 0, at.start) if _opens(words, m)), default=0
    )
    start = clause if len(words[clause : at.start].split()) <= _MORE else at.start
    return _clip(words[start - (words[start - 1 : start] in _OPENING) :])


def _opens(words: str, match: re.Match[str]) -> bool:
    """Return whether a clause begins there: a quotation does, and one word in marks does not."""
    after = words[match.end() :]
    return match[0] not in "“”" or after.count("“") == after.count("”")


def _write_after(words: str, at: Span) -> str:
    """Return the frame to the end of its clause."""
    clause = next((m.start() for m in _CLAUSE.finditer(words, at.end)), len(words))
    return _clip(words[at.start : clause])


def _clip(words: str) -> str:
    told = _OUTER.sub("", " ".join(words.split()[: _SHOWN + _MORE]))
    return _OUTER.sub("", balance(told))


def balance(words: str) -> str:
    """Return words without a mark whose other half is not among them."""
    for opening, closing in _MARK_PAIRS:
        while words.count(opening) > words.count(closing):
            words = "".join(words.rsplit(opening, 1))
        while words.count(closing) > words.count(opening):
            words = words.replace(closing, "", 1)
    return words if words.count('"') % 2 == 0 else words.replace('"', "", 1)
