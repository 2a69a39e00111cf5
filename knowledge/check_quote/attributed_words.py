"""Printed words with the statements that quote them, and whether these are the speaker's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.check_quote.speaker_match import select_by_speaker
from knowledge.check_quote.verdict import Verdict
from knowledge.check_quote.verified_words import Verification
from knowledge.text.article_text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from knowledge.check_quote.asked_words import AskedWords
    from knowledge.check_quote.printed_matches import PrintedMatch
    from knowledge.check_quote.verdict import Comparison
    from knowledge.citations.citation import CitedStatement
    from knowledge.kb.knowledge_base import KnowledgeBase
    from knowledge.kb.quote_index import Printed


def attribute(asked: AskedWords, comparison: Comparison, found: Sequence[Printed]) -> Verification:
    """Return the words with their speaker; the one asked about first."""
    statements = asked.kb.statements(printed.source for printed in found)
    spoken = list_spoken(found)
    if asked.speaker is None:
        return Verification(comparison, found[0], tuple(statements), spoken=spoken)
    own, theirs = select_by_speaker(asked.kb, statements, asked.speaker)
    if theirs is False and comparison.verdict is Verdict.EXACT:
        comparison = comparison.model_copy(update={"verdict": Verdict.NOT_THEIRS})
    ids = {s.id for s in own}
    printed = next(p for p in found if p.source in ids)
    others = len(statements) - len(own)
    whose = Verification(comparison, printed, tuple(own), theirs=theirs, others=others)
    return whose._replace(spoken=spoken)


def list_spoken(found: Iterable[Printed]) -> frozenset[str]:
    """Return the ids of statements whose speaker's own words these are."""
    return frozenset(printed.source for printed in found if printed.kind.is_own_words)


def verify_in_text(asked: AskedWords, match: PrintedMatch) -> Verification:
    """Return words of a text with the statements that quote them; their speaker is unknown."""
    beside = list_statements_beside(asked.kb, match.printed)
    return Verification(match.comparison, match.printed, tuple(beside), of_text=True)


def list_statements_beside(kb: KnowledgeBase, printed: Printed) -> list[CitedStatement]:
    """Return the statements that quote some of the words of a text."""
    start, end = printed.start, printed.start + len(fold(printed.words))
    return [
        statement
        for statement in kb.statements_in(printed.source)
        if any(quote.start < end and start < quote.end for quote in statement.quotes)
    ]
