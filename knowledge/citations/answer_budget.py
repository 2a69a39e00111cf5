"""The quotation budget of one answer: so many words of one article, and no more."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from knowledge.corpus.quotation_limits import WORDS_OF_ONE_ARTICLE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from knowledge.citations.citation import CitedQuote, CitedStatement

OVER_BUDGET = f"this answer would quote more than {WORDS_OF_ONE_ARTICLE} words of the article"


def within_budget(statements: Iterable[CitedStatement]) -> list[CitedStatement]:
    """Return the statements, those without their words that would go over the budget.

    A statement keeps all of its words or none; words inside others already shown cost nothing.
    """
    shown: dict[str, list[CitedQuote]] = defaultdict(list)
    used: dict[str, int] = defaultdict(int)
    allowed = []
    for statement in statements:
        article = statement.article.id
        cost = _cost(statement.quotes, shown[article])
        if used[article] + cost > WORDS_OF_ONE_ARTICLE:
            allowed.append(
                statement.model_copy(update={"quotes": (), "withheld_reason": OVER_BUDGET})
            )
            continue
        used[article] += cost
        shown[article] += statement.quotes
        allowed.append(statement)
    return allowed


def count_words(quotes: Iterable[CitedQuote]) -> int:
    """Count the words of quotes; those that stand inside another cost nothing."""
    return _cost(quotes, [])


def room(statements: Iterable[CitedStatement], article: str) -> int:
    """Return how many words of the article may be shown beside these statements."""
    own = [quote for s in statements if s.article.id == article for quote in s.quotes]
    return WORDS_OF_ONE_ARTICLE - _cost(own, [])


def _cost(quotes: Iterable[CitedQuote], shown: list[CitedQuote]) -> int:
    """Count the words that are not shown already, each once."""
    total, counted = 0, list(shown)
    for quote in sorted(quotes, key=lambda quote: -quote.words):
        if not any(other.shows(quote) for other in counted):
            total += quote.words
            counted.append(quote)
    return total
