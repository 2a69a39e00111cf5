"""Which printed words a bar shows of a statement, and how they are set."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.answers.phrases import in_marks
from bot.block_kit.block_elements import quotation
from knowledge.corpus import QuoteKind

if TYPE_CHECKING:
    from bot.block_kit.block_elements import Block
    from knowledge.citations import CitedQuote, CitedStatement

_EDGES = re.compile(r"^\[…\]\s*|\s*\[…\]$")  # what is left off there is marked with the source
_PRONOUNS = ("he", "she", "it", "they")


@dataclass(frozen=True, slots=True)
class Slice:
    """Words of one quote; `is_own_words` where a speaker's own words are all that is shown."""

    words: str
    is_own_words: bool

    def bar(self) -> Block:
        return quotation(self.words)


def has_own_words(statement: CitedStatement) -> bool:
    """Return whether a statement has words of a speaker that are shown by themselves."""
    return any(q.kind.is_own_words and q.context is None for q in statement.quotes)


def make_slice(statement: CitedStatement, quote: CitedQuote, about: str | None) -> Slice:
    """Set a quote: own words between marks where the article prints them, the outlet's bare.

    A few words between marks are shown in their clause.

    `about` names whom the outlet's words are on where no speaker is named.
    """
    if quote.context is not None:
        clause = next(q for q in statement.quotes if q.exact == quote.context)
        return make_slice(statement, clause, about)
    if quote.kind is QuoteKind.DIRECT:
        return Slice(f"“{quote.exact}”", is_own_words=True)
    if quote.kind is QuoteKind.LABELED:  # bare as it is printed: the signature says whose it is
        return Slice(quote.exact, is_own_words=True)
    return Slice(_EDGES.sub("", _named(statement, quote, about)), is_own_words=False)


def as_quoted(statement: CitedStatement, quote: CitedQuote, about: str | None) -> str:
    """Return a quote between marks, those inside it single, with all its cuts marked."""
    return in_marks(_named(statement, quote, about))


def _named(statement: CitedStatement, quote: CitedQuote, about: str | None) -> str:
    """Return the words of a quote, saying in our brackets who a pronoun is: "it [China]"."""
    who, words = statement.speaker, quote.exact
    name = (who and who.name) or about
    if not (name and quote.refers_to):
        return words
    if quote.attribution and quote.attribution.casefold() not in _PRONOUNS:
        return words
    pronoun = re.escape(quote.attribution) if quote.attribution else "|".join(_PRONOUNS)
    return re.sub(rf"\b({pronoun})\b", rf"\1 [{name}]", words, count=1, flags=re.IGNORECASE)
