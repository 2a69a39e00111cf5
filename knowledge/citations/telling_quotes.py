"""Which quotes of a statement tell a stance, and which stand inside others."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from knowledge.citations.citation import CitedQuote, CitedStance, CitedStatement


def deciding_quotes(statement: CitedStatement, holder: str, issue: str) -> list[CitedQuote]:
    """Return the quote that decides a stance, and one with a condition where it has none.

    Where no stance is decided, it is the quote that says most.
    """
    quotes = statement.quotes
    own = [s for s in statement.stances if (s.holder, s.issue) == (holder, issue)]
    found = [quotes[s.grounds] for s in own if s.grounds < len(quotes)]
    for stance in own:
        if not any(_prints_condition(quote, stance) for quote in found):
            found += [quote for quote in quotes if _prints_condition(quote, stance)][:1]
    return found or list(whole_quotes(quotes))[:1]


def _prints_condition(quote: CitedQuote, stance: CitedStance) -> bool:
    return any(quote.prints(condition) for condition in stance.conditions)


def whole_quotes(quotes: Sequence[CitedQuote]) -> list[CitedQuote]:
    """Leave out what stands inside another, and put the speaker's words before the outlet's."""
    once = list({(q.start, q.end): q for q in quotes}.values())
    whole = [q for q in once if not any(other.shows(q) for other in once if other is not q)]
    return sorted(whole, key=lambda quote: not quote.kind.is_own_words)
