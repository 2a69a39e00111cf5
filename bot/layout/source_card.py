"""An article as the corpus holds it: its head, whom it quotes, and what rests on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.phrases import in_marks, in_words
from bot.block_kit.block_elements import (
    bullets,
    header,
    line,
    link,
    paragraph,
    quotation,
    run,
    small_print,
)
from bot.block_kit.message import Part
from bot.layout.bars import withheld
from bot.layout.days_in_words import day, days
from bot.layout.signature import name_with_date, speaker_name
from bot.layout.wording import page
from knowledge.citations import whole_quotes
from knowledge.corpus import QuoteKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.answers.answer import Answer
    from bot.block_kit.block_elements import Block
    from knowledge.citations import CitedQuote, CitedStatement, SourceRecord

LISTED = 25  # articles that a list names, and statements that a card does


def source_card(answer: Answer, record: SourceRecord) -> list[Part]:
    """Lay out an article and who is quoted there on what; then, all words with curators' notes."""
    names = {ref.id: ref.name for ref in answer.topics}
    if answer.asked_for_more:
        return [_statement(s, names) for s in page(answer.statements, answer)]
    return [Part([*_head(record), *_quoted(answer.statements, names)])]


def source_list(answer: Answer) -> list[Part]:
    """List articles, the newest first."""
    records = answer.sources
    title = f"{len(records):,} article{'s' * (len(records) != 1)} on record, newest first"
    shown = records[answer.skip : answer.skip + LISTED]
    lines = [Part([paragraph(bullets([[*_listed(r)]]))], statement=True) for r in shown]
    ask = Part([small_print("Ask for one by its outlet, headline or month.")])
    head = [] if answer.skip else [Part([header(title)])]
    return [*head, *lines, *([ask] if len(records) > LISTED else [])]


def _listed(record: SourceRecord) -> Iterator[Block]:
    head = record.source
    yield run(name_with_date(head), bold=True)
    yield run(f"  {f'{in_marks(head.title)} · ' if head.title else ''}{head.id}")


def _head(record: SourceRecord) -> list[Block]:
    head = record.source
    address = link(head.url, head.url) if head.url else None
    printed = [in_marks(head.title) if head.title else "no headline printed"]
    printed += [head.byline or "no byline", *([head.form] if head.form else [])]
    small = [small_print(" · ".join(_facts(record)))]
    small += [small_print(address)] if address else []
    small += [small_print(f"Published: {head.published.basis}")] if head.published.inferred else []
    small += [small_print(f"Curator’s note: {record.note}")] if record.note else []
    return [header(name_with_date(head)), paragraph(line(run(" · ".join(printed)))), *small]


def _facts(record: SourceRecord) -> Iterator[str]:
    """Yield how much of an article is quoted, who curated it and when it was proved."""
    if record.link_only:
        yield f"{record.words:,} words, of which the publisher allows none to be shown"
    else:
        share = round(100 * record.quoted_words / record.words)
        yield f"{record.words:,} words, {share} % of them quoted here"
    if record.curator:
        yield f"curated by {record.curator}"
    proved = f"last proved on {day(record.proved)}" if record.proved else "not proved"
    yield f"{proved} on this machine"
    yield record.source.id


def _quoted(statements: Sequence[CitedStatement], names: dict[str, str]) -> list[Block]:
    """List whom an article quotes, and which positions rest on it."""
    if not statements:
        return []
    lines = [_heading(statement, names) for statement in statements[:LISTED]]
    left = len(statements) - LISTED
    more = [small_print(f"{left} more.")] if left > 0 else []
    return [paragraph(bullets(lines)), *more]


def _statement(statement: CitedStatement, names: dict[str, str]) -> Part:
    """Show a statement: who, its summary, its slices with their cuts, and the curator's note."""
    heading = line(*_heading(statement, names))
    quotes = [_slice(quote) for quote in whole_quotes(statement.quotes)]
    small = [statement.summary, *([f"Note: {statement.note}"] if statement.note else [])]
    if statement.withheld_reason:
        small.insert(0, withheld(statement.withheld_reason))
    foot = small_print(" · ".join([*small, *_inferred(statement), statement.id]))
    return Part([paragraph(heading, *quotes), foot], statement=True)


def _heading(statement: CitedStatement, names: dict[str, str]) -> list[Block]:
    who = speaker_name(statement.speaker) or "The outlet"
    on = "; ".join(_positions(statement, names))
    return [run(who, bold=True), run(f", {days(statement.said)}{f': {on}' if on else ''}")]


def _positions(statement: CitedStatement, names: dict[str, str]) -> Iterator[str]:
    yield from dict.fromkeys(f"{names[s.issue]}, {in_words(s.value)}" for s in statement.stances)
    yield from (names[issue] for issue in statement.about)


def _inferred(statement: CitedStatement) -> list[str]:
    """Return from what a day was inferred."""
    return [statement.said.basis] if statement.said.inferred else []


def _slice(quote: CitedQuote) -> Block:
    """Return a slice with all its cuts marked, those at its edges too."""
    words = f"“{quote.exact}”" if quote.kind is QuoteKind.DIRECT else quote.exact
    return quotation(words)
