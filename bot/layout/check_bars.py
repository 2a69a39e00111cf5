"""The statements behind a check: the quote that has the words, and who signs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.layout.bars import quote_bar, signature_part
from bot.layout.check_result import is_side_by_side
from knowledge.citations import whole_quotes
from knowledge.text import fold

if TYPE_CHECKING:
    from bot.answers.answer import Check
    from bot.block_kit.message import Part
    from knowledge.citations import CitedStatement


def check_bar(check: Check, statement: CitedStatement) -> Part:
    """Show the quotes that have the words; of one that stands printed above, who signs it."""
    quotes = whole_quotes(statement.quotes)
    if is_side_by_side(check) and any(quote.exact == check.printed for quote in quotes):
        own = check.kind is not None and check.kind.is_own_words
        return signature_part(statement, is_own_words=own)
    asked = fold(check.asked).strip(" .,;:!?")
    having = [quote for quote in quotes if asked in fold(quote.exact)]
    return quote_bar(statement, having or quotes)
