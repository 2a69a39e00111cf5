"""Statements in the form to paste: the words in marks, who said them, when, and the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.attribution import how
from bot.block_kit.message import Part, paragraph, run
from bot.layout.ages import first_upper
from bot.layout.bar_words import as_quoted
from bot.layout.bars import withheld
from bot.layout.days_in_words import days
from bot.layout.signature import name_and_post, name_with_date
from knowledge.citations import whole_quotes
from knowledge.corpus import QuoteKind, Sourcing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.block_kit.message import Block
    from knowledge.citations import CitedStatement, Source


def citation_parts(statements: Iterable[CitedStatement], about: str | None) -> list[Part]:
    """Lay out each quote of each statement as one citation, set so that it can be copied whole.

    `about` names whom the outlet's words are on where no speaker is named.
    """
    return [
        Part([_block(citation)], statement=True)
        for statement in statements
        for citation in list_citations(statement, about)
    ]


def _block(citation: str) -> Block:
    return paragraph({"type": "rich_text_preformatted", "elements": [run(citation)]})


def list_citations(statement: CitedStatement, about: str | None) -> Iterator[str]:
    """Yield a citation of each quote; of words that may not be shown, why, and the article."""
    if statement.withheld_reason:
        yield f"{_source(statement.article)}. {withheld(statement.withheld_reason)}"
    for quote in whole_quotes(statement.quotes):
        words = as_quoted(statement, quote, about)
        own = quote.kind is QuoteKind.DIRECT
        yield _of_speaker(statement, words) if own else _of_outlet(statement, words)


def _of_speaker(statement: CitedStatement, words: str) -> str:
    """Return own words, given to their speaker."""
    who = name_and_post(statement.speaker) or "a speaker not named"
    way = "" if statement.sourcing is Sourcing.ON_RECORD and not statement.via else _way(statement)
    source = f"Source: {_source(statement.article)}."
    said = f"{who}, {days(statement.said)}: {words}"
    return " ".join(filter(None, [said, f"{way}." if way else "", source]))


def _of_outlet(statement: CitedStatement, words: str) -> str:
    """Return the outlet's sentence, given to the outlet."""
    printed = f"{_source(statement.article)}: {words}"
    if statement.sourcing is Sourcing.OUTLET:
        return f"{printed} {_way(statement)}."
    way = how(statement)
    if way.startswith("said "):
        return f"{printed} {first_upper(way)}, {days(statement.said)}."
    return f"{printed} Said {days(statement.said)}; {way}."


def _way(statement: CitedStatement) -> str:
    return first_upper(how(statement))


def _source(source: Source) -> str:
    """Return what an article is called where space is no matter, with its date and address."""
    if source.title and not (source.agency or source.publisher):
        name = f"“{source.title}”, {days(source.published)}"
    else:
        name = name_with_date(source)
    return f"{name}, {source.url}" if source.url else name
