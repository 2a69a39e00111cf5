"""A statement as the reader gets it: words, speaker, via whom, summary, dates, source line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot import wording
from bot.message import Part, line, paragraph, quotation, run, small_print
from knowledge.model import QuoteKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.answer import Answer
    from bot.message import Block
    from knowledge.citation import CitedQuote, CitedStatement

SCREEN = 3  # statements on the first screen; more behind a button or the word "more"


def hidden_statements(answer: Answer) -> int:
    """Count the statements that are not on the first screen."""
    return 0 if answer.more else max(0, len(answer.statements) - SCREEN)


def screen(answer: Answer, statements: Sequence[CitedStatement], shown: int) -> list[Part]:
    """Return the parts of these statements that still fit the first screen after `shown`."""
    room = len(statements) if answer.more else max(0, SCREEN - shown)
    later = set(answer.maybe_later)
    return [statement_part(s, maybe_later=s.id in later) for s in statements[:room]]


def rest(answer: Answer) -> list[Part]:
    """Say how many statements are not on this screen."""
    hidden = hidden_statements(answer)
    if not hidden:
        return []
    what = "1 more statement" if hidden == 1 else f"{hidden} more statements"
    text = f"{what}: press More, or ask again with the word 'more' at the end."
    return [Part([paragraph(line(run(text, italic=True)))])]


def statement_part(statement: CitedStatement, *, maybe_later: bool = False) -> Part:
    """Lay one statement out; what may be later than the day asked about says so."""
    elements = [*_words(statement), line(*_speaker(statement)), line(run(statement.summary))]
    if maybe_later:
        elements.append(line(run("May be later than the day asked about.", italic=True)))
    if statement.note:
        elements.append(line(run(f"Curator’s note: {statement.note}", italic=True)))
    return Part([paragraph(*elements), small_print(wording.source_line(statement))], statement=True)


def _words(statement: CitedStatement) -> Iterator[Block]:
    if statement.withheld:
        yield line(run(f"Words not shown: {statement.withheld}.", italic=True))
    for quote in _shown(statement.quotes):
        if quote.kind is QuoteKind.DIRECT:
            yield quotation(f"“{quote.exact}”")
        else:
            yield line(run(f"In the words of the outlet ({wording.outlet(statement.article)}):"))
            yield quotation(quote.exact)


def _shown(quotes: Sequence[CitedQuote]) -> list[CitedQuote]:
    """Leave out what stands inside another: a direct quote is read in its clause."""
    return [q for q in quotes if not any(_holds(other, q) for other in quotes)]


def _holds(outer: CitedQuote, inner: CitedQuote) -> bool:
    return outer is not inner and inner.exact in outer.exact


def _speaker(statement: CitedStatement) -> list[Block]:
    who = wording.speaker(statement.speaker, statement.article)
    rest_of_line = f" · {wording.sourcing(statement)} · {wording.dated(statement.said)}"
    return [run("— "), run(who, bold=True), run(rest_of_line)]
