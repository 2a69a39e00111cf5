"""Whether words are printed in our articles: exactly, in part, with differences, or not at all.

The verdict is that of the contract alone: folded words are the same or they are not. Likeness
only says which printed words to hold them against, and proves nothing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from knowledge import turns
from knowledge.differing import compare
from knowledge.model import Kind, QuoteKind
from knowledge.question import FILLERS
from knowledge.quote_index import inner, tokens
from knowledge.quoting import Text, fold
from knowledge.verdict import Comparison, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from knowledge.base import KnowledgeBase
    from knowledge.citation import CitedStatement
    from knowledge.quote_index import Candidate, Printed

# From which share of words in common on printed words are held beside those asked for, and what
# these must weigh, a filler half of another: "nuclear banana" and "we will win" are near nothing.
_LIKE = ((0.6, 3.0), (0.75, 2.0), (0.95, 1.0))
_FILLER = 1 / 2
_FEW = 2  # words; fewer are a part of too much
_ELLIPSIS = re.compile(r"\[\.\.\.\]|\(\.\.\.\)|\.{3,}|\. \. \.")


class Verified(NamedTuple):
    """The verdict, what is printed, and the statements that quote it; none for a whole text."""

    comparison: Comparison
    printed: Printed | None = None
    statements: tuple[CitedStatement, ...] = ()
    theirs: bool | None = None


_EXACT = Comparison(verdict=Verdict.EXACT)
_NOT_FOUND = Comparison(verdict=Verdict.NOT_FOUND)


def verify(kb: KnowledgeBase, asked: str, speaker: str | None = None) -> Verified:
    """Say whether the words are printed, and whether they are the speaker's or a holder's."""
    return _exactly(kb, asked, speaker) or _nearly(kb, asked, speaker)


def _exactly(kb: KnowledgeBase, asked: str, speaker: str | None) -> Verified | None:
    if not tokens(asked):
        return None
    if same := _spoken_first(kb.quotes.same(asked)):
        return _attributed(kb, _EXACT, same, speaker)
    if printed := _spoken_first(kb.passages.same(asked)):
        return Verified(_EXACT, printed[0])
    return None


def _spoken_first(found: Iterable[Printed]) -> list[Printed]:
    """Put what stands between marks before what the outlet says itself."""
    return sorted(found, key=lambda printed: printed.kind is not QuoteKind.DIRECT)


def _attributed(
    kb: KnowledgeBase, comparison: Comparison, found: Sequence[Printed], speaker: str | None
) -> Verified:
    """Say whose the words are: where several said them, the one asked about comes first."""
    statements = kb.statements(printed.source for printed in found)
    if speaker is None:
        return Verified(comparison, found[0], tuple(statements))
    theirs = [s for s in statements if is_by(kb, s, speaker)]
    if not theirs and comparison.verdict is Verdict.EXACT:
        comparison = Comparison(verdict=Verdict.NOT_THEIRS)
    ids = {s.id for s in theirs}
    printed = next((p for p in found if p.source in ids), found[0])
    return Verified(comparison, printed, tuple(theirs or statements), theirs=bool(theirs))


def is_by(kb: KnowledgeBase, statement: CitedStatement, who: str) -> bool:
    """Tell whether a person said it, or somebody did for an organization."""
    said = statement.speaker.id if statement.speaker else None
    if said == who or kb.entities[who].kind is Kind.PERSON:
        return said == who
    state = kb.entities[said].state if said in kb.entities else None
    return who in {statement.on_behalf_of, state}


def _nearly(kb: KnowledgeBase, asked: str, speaker: str | None) -> Verified:
    """Hold the words against what is most like them: a part before what differs."""
    found = [(c, True) for c in kb.quotes.like(asked)]
    found += [(c, False) for c in kb.passages.like(asked)]
    for candidate, curated in sorted(found, key=_shortest_first):
        part = compare_part(asked, candidate.printed.words) if candidate.covers else None
        if part:
            return _told(kb, part, candidate, speaker, curated=curated)
    found = [(c, curated) for c, curated in found if _is_near(c)]
    best = max(found, key=lambda pair: _likest(*pair), default=None)
    if best is None or len(tokens(asked)) < _FEW:
        return Verified(_NOT_FOUND)
    found_words = compare(asked, best[0].printed.words, cut=best[1])
    return _told(kb, found_words, best[0], speaker, curated=best[1])


def _shortest_first(pair: tuple[Candidate, bool]) -> tuple[bool, bool, int]:
    candidate, curated = pair
    narration = candidate.printed.kind is QuoteKind.NARRATION
    return not curated, narration, len(candidate.printed.words)


def _is_near(candidate: Candidate) -> bool:
    weight = sum(_FILLER if word in FILLERS else 1 for word in candidate.shared)
    return any(candidate.likeness >= like and weight >= least for like, least in _LIKE)


def _likest(candidate: Candidate, curated: bool) -> tuple[float, bool, bool]:
    return round(candidate.score, 2), candidate.printed.kind is QuoteKind.DIRECT, curated


def _told(
    kb: KnowledgeBase,
    comparison: Comparison,
    candidate: Candidate,
    speaker: str | None,
    *,
    curated: bool,
) -> Verified:
    if not curated:
        return Verified(comparison, candidate.printed)
    return _attributed(kb, comparison, [candidate.printed], speaker)


def compare_part(asked: str, printed: str) -> Comparison | None:
    """Return what was left out, where all that is asked stands so in the printed words."""
    parts = [inner(part).strip() for part in _ELLIPSIS.split(fold(asked))]
    gaps = _gaps(Text(printed), [part for part in parts if tokens(part)])
    if gaps is None or all(word in FILLERS for word in tokens(asked)):
        return None
    left_out = tuple(gap for gap in gaps if tokens(gap))
    if not left_out or len(tokens(asked)) < _FEW:
        return None
    lost = tuple(turn for gap in left_out for turn in turns.left_out(gap))
    return Comparison(verdict=Verdict.PART, left_out=left_out, turns=lost)


def _gaps(text: Text, parts: Sequence[str]) -> list[str] | None:
    """Return what stands before, between and after the parts; None where one is not there."""
    gaps, at = [], 0
    for part in parts:
        place = next((s for s in text.occurrences(part) if at <= s.start), None)
        if place is None:
            return None
        gaps.append(text.folded[at : place.start].strip(" "))
        at = place.end
    return [*gaps, text.folded[at:].strip(" ")] if parts else None
