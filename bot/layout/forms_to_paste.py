"""Statements in the form to paste: the words in marks, who said them, when, and the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.answer import CitationStyle
from bot.answers.attribution import how, is_from_transcript
from bot.answers.quotes_shown import keep_shown, read_shown
from bot.block_kit.block_elements import paragraph, run
from bot.block_kit.buttons import Button
from bot.block_kit.message import Part
from bot.layout.ages import first_upper
from bot.layout.bar_words import as_quoted
from bot.layout.bars import withheld
from bot.layout.citation_styles import written
from bot.layout.signature import name_and_post, name_subject
from knowledge.citations import whole_quotes
from knowledge.corpus import Sourcing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.answers.answer import Answer
    from bot.block_kit.block_elements import Block
    from bot.layout.citation_styles import WrittenStyle
    from knowledge.citations import CitedStatement

_NAMES = {
    CitationStyle.PLAIN: "Plain",
    CitationStyle.CHICAGO: "Chicago",
    CitationStyle.AP: "AP",
    CitationStyle.APA: "APA",
}


def citation_parts(citations: Iterable[str]) -> list[Part]:
    """Lay out each citation by itself, set so that it can be copied whole."""
    return [Part([_block(citation)], statement=True) for citation in citations]


def style_buttons(answer: Answer) -> list[Button]:
    """Return a button to the same citations in each other style that writes them otherwise."""
    if answer.citation_style is None or answer.asked_for_more:
        return []
    ids = (answer.asked or "").removeprefix("/cite ").rpartition(" as ")[0]
    first = [answer.citation_style, *CitationStyle]
    apart = {tuple(_all_in(answer, ids, style)): style for style in reversed(first)}
    others = (s for s in CitationStyle if s in apart.values() and s is not answer.citation_style)
    return [Button(_NAMES[style], f"/cite {ids} as {style}") for style in others]


def _all_in(answer: Answer, names: str, style: CitationStyle) -> Iterator[str]:
    """Yield all citations of an answer in a style, to tell the styles apart.

    `names` are the statements' ids, with the numbers of the quotes that are cited.
    """
    numbers = dict(map(read_shown, names.split()))
    for statement in answer.statements:
        cited = keep_shown(statement, numbers.get(statement.id, ()))
        yield from list_citations(cited, None, style)


def _block(citation: str) -> Block:
    return paragraph({"type": "rich_text_preformatted", "elements": [run(citation)]})


def list_citations(
    statement: CitedStatement, about: str | None, style: CitationStyle = CitationStyle.PLAIN
) -> Iterator[str]:
    """Yield a citation of each quote; of words that may not be shown, why, and the article.

    `about` names whom the outlet's words are on where no speaker is named.
    """
    how_written = written(style)
    reference = how_written.reference(statement.article)
    for said in _said(statement, about, how_written):
        yield "\n".join(filter(None, [said, reference]))


def _said(statement: CitedStatement, about: str | None, style: WrittenStyle) -> Iterator[str]:
    if statement.withheld_reason:
        yield f"{style.within(statement.article)}. {withheld(statement.withheld_reason)}"
    for quote in whole_quotes(statement.quotes):
        words = as_quoted(statement, quote, about)
        if quote.kind.is_own_words:
            yield _of_speaker(statement, words, style)
        else:
            on = name_subject(statement, about, beside=words)
            yield _of_outlet(statement, f", on {on}: {words}" if on else f": {words}", style)


def _of_speaker(statement: CitedStatement, words: str, style: WrittenStyle) -> str:
    """Return own words, given to their speaker."""
    who = name_and_post(statement.speaker) or "a speaker not named"
    plain = statement.sourcing is Sourcing.ON_RECORD and not statement.via
    way = "" if plain and not is_from_transcript(statement) else _way(statement)
    source = f"{style.source}{style.within(statement.article)}." if style.source else ""
    said = f"{who}, {style.days(statement.said)}: {words}"
    return " ".join(filter(None, [said, f"{way}." if way else "", source]))


def _of_outlet(statement: CitedStatement, words: str, style: WrittenStyle) -> str:
    """Return the outlet's sentence, given to the outlet."""
    printed = f"{style.within(statement.article)}{words}"
    if statement.sourcing is Sourcing.OUTLET:
        return f"{printed} {_way(statement)}."
    way, day = how(statement), style.days(statement.said)
    if way.startswith(("said ", "in ")):
        return f"{printed} {first_upper(way)}, {day}."
    return f"{printed} Said {day}; {way}."


def _way(statement: CitedStatement) -> str:
    return first_upper(how(statement))
