"""In which order the statements of one position are told: own words before what is said of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.corpus.model import Sourcing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from knowledge.citations.citation import CitedQuote, CitedStatement

_OWN, _RELAYED, _OF_A_SPEAKER, _ACCOUNT = range(4)
_FIRST_HAND = frozenset({Sourcing.ON_RECORD, Sourcing.STATE_MEDIA, Sourcing.DOCUMENT})


def in_telling_order(
    statements: Iterable[CitedStatement], holder: str, issue: str
) -> list[CitedStatement]:
    """Return statements, given newest first, in the order in which a reader should meet them.

    Own words on the record lead, then own words that were relayed, then what the outlet says of
    a speaker, then the outlet's account. Within one of these the newest is first.
    """
    return sorted(statements, key=lambda statement: telling_rank(statement, holder, issue))


def telling_rank(statement: CitedStatement, holder: str, issue: str) -> int:
    """Return how soon a reader should meet a statement: own words on the record have 0."""
    if statement.sourcing is Sourcing.OUTLET or statement.speaker is None:
        return _ACCOUNT
    if not _has_own_words(statement, holder, issue):
        return _OF_A_SPEAKER
    return _OWN if statement.sourcing in _FIRST_HAND else _RELAYED


def _has_own_words(statement: CitedStatement, holder: str, issue: str) -> bool:
    """Return whether the words that decide a stance are the speaker's, or hold some of them."""
    grounds = [s.grounds for s in statement.stances if (s.holder, s.issue) == (holder, issue)]
    deciding = [statement.quotes[i] for i in grounds if i < len(statement.quotes)]
    return any(_is_own(statement, quote) for quote in deciding or statement.quotes)


def _is_own(statement: CitedStatement, quote: CitedQuote) -> bool:
    spoken = [q for q in statement.quotes if q.kind.is_own_words]
    return quote in spoken or any(quote.shows(own) for own in spoken)
