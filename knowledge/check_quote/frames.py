"""What frames words in the sentence that prints them: a condition, a concession, an attitude.

The asker may have cut it off, or it stands outside the quotation marks.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from knowledge.check_quote.verdict import MeaningChange
from knowledge.text.article_text import Span, fold
from knowledge.text.english.frame_words import (
    ABBREVIATIONS,
    AFTER,
    BEFORE,
    JOINING,
    KINDS,
    LEADING_IN,
    LINKS,
    STRENGTH,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from knowledge.text.english.frame_words import FrameRule

_SHOWN = 8  # words of a frame that are told
_MORE = 4  # words before the first of it, if the clause begins there
_BREAK = re.compile(r"[,;:—]|\s[–-]\s")
_END = re.compile(r"[.!?][\"'”’)]*\s+(?=[\"'“‘(]*[A-Z])")
_CLAUSE = re.compile(r"[,;:—(]\s*|\s[–-]\s|[\"“”]")
_EDGES = " ,;:.!?\"“”‘’'()[]…–—-"


class Side(NamedTuple):
    """Printed words before or after those asked about, and the kinds of frames sought in them.

    `first` is the first asked word, which may join them to what is before: "plans" and "to go".
    """

    words: str
    before: bool
    kinds: frozenset[str] = KINDS
    first: str = ""


def find_frames(sides: Sequence[Side], left_out: Sequence[str]) -> Iterator[MeaningChange]:
    """Yield the frames on each side; `left_out` are words that the answer shows as such."""
    shown = fold(" ".join(left_out))
    for side in sides:
        for kind, words in _find(side):
            where = "left_out" if fold(words) in shown else "around"
            yield MeaningChange(kind=kind, word=words, where=where)


def _find(side: Side) -> Iterator[tuple[str, str]]:
    """Yield what frames on one side, each kind once, or the clause that leads into the words."""
    words = _same_sentence(side)
    if words.strip(_EDGES) and side.first.lower() in LINKS:
        words = f"{words.rstrip()} {side.first}"
    found: dict[str, str] = {}
    for rule in BEFORE if side.before else AFTER:
        if rule.kind not in found and (place := _find_place(rule, words, before=side.before)):
            write = _write_before if side.before else _write_after
            found[rule.kind] = write(words, place)
    if not found and side.before and LEADING_IN.search(words):
        found["clause"] = " ".join(words.split()[-_SHOWN:]).strip(_EDGES)
    if not side.before and words.rstrip(' "”’)').endswith("?") and words.strip(_EDGES + "?"):
        found["question"] = " ".join(words.split()[-_SHOWN:]).strip(' ,;:"“”')
    kept = {kind: told for kind, told in found.items() if kind in side.kinds}
    yield from ((kind, told) for kind, told in kept.items() if not _is_told(kind, kept))


def _is_told(kind: str, found: dict[str, str]) -> bool:
    """Return whether the words of a stronger frame tell this one too."""
    stronger = STRENGTH[: STRENGTH.index(kind)]
    return any(found[kind] in found[other] for other in stronger if other in found)


def ends_sentence(words: str) -> bool:
    """Return whether a sentence ends in these words, so that what follows is another."""
    return any(not _is_abbreviation(words, m.start()) for m in _END.finditer(words))


def _same_sentence(side: Side) -> str:
    """Return the words of the side that belong to the sentence of those asked about."""
    marks = _END.finditer(side.words)
    ends = [mark.end() for mark in marks if not _is_abbreviation(side.words, mark.start())]
    if side.before:
        return side.words[ends[-1] :] if ends else side.words
    return side.words[: ends[0]].rstrip() if ends else side.words


def _is_abbreviation(words: str, at: int) -> bool:
    last = re.split(r"[\s\"“(]", words[:at])[-1].lower()
    return words[at] == "." and (last in ABBREVIATIONS or (len(last) == 1 and last.isalpha()))


def _find_place(rule: FrameRule, words: str, *, before: bool) -> Span | None:
    """Return the frame nearest to the words asked about, where it is near enough."""
    places = [
        Span(*match.span())
        for match in rule.pattern.finditer(words)
        if not (before and _joins(words, match))
    ]
    if not places:
        return None
    nearest = places[-1] if before else places[0]
    between = words[nearest.end :] if before else words[: nearest.start]
    if rule.governs and _BREAK.search(between) and not LEADING_IN.search(between):
        return None
    opens = before and not words[: nearest.start].strip(_EDGES)
    return nearest if opens or len(between.split()) < rule.reach else None


def _joins(words: str, match: re.Match[str]) -> bool:
    """Return whether a word at the begin of a sentence only joins it to the one before."""
    return match[0].lower() in JOINING and not words[: match.start()].strip(_EDGES)


def _write_before(words: str, at: Span) -> str:
    """Return the frame to the end of the words, with the begin of its clause if that is near."""
    clause = max((m.end() for m in _CLAUSE.finditer(words, 0, at.start)), default=0)
    start = clause if len(words[clause : at.start].split()) <= _MORE else at.start
    return _clip(words[start:])


def _write_after(words: str, at: Span) -> str:
    """Return the frame to the end of its clause."""
    clause = next((m.start() for m in _CLAUSE.finditer(words, at.end)), len(words))
    return _clip(words[at.start : clause])


def _clip(words: str) -> str:
    return " ".join(words.split()[: _SHOWN + _MORE]).strip(_EDGES)
