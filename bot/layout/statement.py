"""A statement as the reader gets it: words, speaker, via whom, summary, dates, source line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.answer import SCREEN
from bot.layout import wording
from bot.layout.message import DIVIDER, Part, line, paragraph, quotation, run, small_print
from knowledge.corpus.model import QuoteKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bot.answers.answer import Answer
    from bot.layout.message import Block
    from knowledge.citations.citation import CitedQuote, CitedStatement

PAGE = 12  # statements tried on a further screen; Slack's limits leave fewer


def page(statements: Sequence[CitedStatement], answer: Answer) -> Sequence[CitedStatement]:
    """Return the statements of this screen, of all in the order they are shown."""
    size = PAGE if answer.more else SCREEN
    return statements[answer.skip : answer.skip + size]


def settled_first(statements: Iterable[CitedStatement], answer: Answer) -> list[CitedStatement]:
    """Let what may be later than the day asked about follow what is not."""
    return sorted(statements, key=lambda statement: statement.id in answer.maybe_later)


def laid_out(statements: Iterable[CitedStatement], answer: Answer) -> list[Part]:
    later = set(answer.maybe_later)
    return [statement_part(s, maybe_later=s.id in later) for s in statements]


def statement_part(statement: CitedStatement, *, maybe_later: bool = False) -> Part:
    """Lay one statement out; what may be later than the day asked about says so."""
    elements = [*_words(statement), line(*_speaker(statement)), line(run(statement.summary))]
    if maybe_later:
        elements.append(line(run("May be later than the day asked about.", italic=True)))
    if statement.note:
        elements.append(line(run(f"Curator’s note: {statement.note}", italic=True)))
    source = small_print(wording.source_line(statement))
    return Part([DIVIDER, paragraph(*elements), source], statement=True)


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
    """Leave out what stands inside another, and put the speaker's words before the outlet's."""
    once = list({(q.start, q.end): q for q in quotes}.values())
    whole = [q for q in once if not any(other.shows(q) for other in once if other is not q)]
    return sorted(whole, key=lambda quote: quote.kind is not QuoteKind.DIRECT)


def _speaker(statement: CitedStatement) -> list[Block]:
    who = wording.speaker(statement.speaker, statement.article)
    rest_of_line = f" · {wording.sourcing(statement)} · {wording.dated(statement.said)}"
    return [run("— "), run(who, bold=True), run(rest_of_line)]
