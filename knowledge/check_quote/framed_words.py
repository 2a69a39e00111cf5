"""Verified words with what their sentence adds: its frames, its quotations, what is not held."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.check_quote import surroundings
from knowledge.check_quote.frames import find_frames
from knowledge.check_quote.quotations_within import find_quotations_within, has_quotation
from knowledge.corpus.model import QuoteKind
from knowledge.kb.quote_index import is_cut

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.check_quote.asked_words import AskedWords
    from knowledge.check_quote.surroundings import Around
    from knowledge.check_quote.verdict import MeaningChange
    from knowledge.check_quote.verified_words import Verification
    from knowledge.kb.knowledge_base import KnowledgeBase
    from knowledge.kb.quote_index import Printed


def add_frames(asked: AskedWords, found: Verification) -> Verification:
    """Add what frames the words in their sentence, where that does not differ as it is."""
    printed, comparison = found.printed, found.comparison
    if printed is None or not printed.words:
        return found
    statement = next((s for s in found.statements if s.id == printed.source), None)
    outside = surroundings.find_outside(asked.kb, printed, statement)
    added = _find_added(asked, found, printed, outside)
    changes = {
        "meaning_changes": (*comparison.meaning_changes, *added),
        "fragment": _is_fragment(asked.kb, found, printed, outside),
        **({} if comparison.within_quotations else _place_in_quotations(asked.words, printed)),
    }
    return found._replace(comparison=comparison.model_copy(update=changes))


def _find_added(
    asked: AskedWords, found: Verification, printed: Printed, outside: Around | None
) -> Iterator[MeaningChange]:
    """Yield the frames that the comparison does not name already."""
    comparison, spoken = found.comparison, any(s.id == printed.source for s in found.statements)
    sides = surroundings.list_sides(asked.words, printed, outside, spoken=spoken)
    if len(asked.parts) > 1:
        sides += surroundings.list_gaps(asked.words, printed, comparison.left_out)
    for frame in find_frames(sides, comparison.left_out):
        if not any(known.names(frame) for known in comparison.meaning_changes):
            yield frame


def _place_in_quotations(asked: str, printed: Printed) -> dict[str, object]:
    """Return what of the words stands in quotations within the outlet's sentence."""
    if printed.kind is not QuoteKind.NARRATION or not has_quotation(printed.words):
        return {}
    within = find_quotations_within(asked, printed.words)
    return {
        "within_quotations": within.number,
        "between_quotations": within.between,
        "all_in_quotations": within.whole,
    }


def _is_fragment(
    kb: KnowledgeBase, found: Verification, printed: Printed, outside: Around | None
) -> bool:
    """Return whether our record lacks some of the sentence: it has cuts, or begins amid it."""
    if printed.kind.is_own_words:
        return outside is None and printed.words[:1].islower()
    own = next((s.article.id for s in found.statements if s.id == printed.source), printed.source)
    return is_cut(printed) and kb.passages.text(own) is None
