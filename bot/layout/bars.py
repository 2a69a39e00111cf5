"""A bar and the small print under it: a slice of a statement, and who signs it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.answers.phrases import in_marks
from bot.answers.quotes_shown import name_shown
from bot.block_kit.block_elements import line, link, paragraph, run, small_print
from bot.block_kit.block_text import as_text
from bot.block_kit.message import Part
from bot.layout.bar_words import make_slice
from bot.layout.days_in_words import days
from bot.layout.signature import AlreadyShown, outlet_or_headline, sign, sign_again
from knowledge.citations import deciding_quotes, whole_quotes
from knowledge.corpus import Sourcing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bot.answers.answer import StanceOnIssue
    from bot.answers.ref import Ref
    from bot.block_kit.block_elements import Block
    from bot.layout.bar_words import Slice
    from knowledge.citations import CitedQuote, CitedStance, CitedStatement, Source

_WORDS = 50  # quoted on a card of one statement


def stance_bar(
    statement: CitedStatement,
    stance: StanceOnIssue,
    beside: AlreadyShown | None = None,
    *,
    alone: bool = False,
) -> Part:
    """Show the words of a statement that decide a stance; `alone`, one more of a speaker's too."""
    quotes = deciding_quotes(statement, stance.holder.id, stance.issue.id)
    if alone and len(quotes) == 1 and statement.sourcing is not Sourcing.OUTLET:
        elsewhere = _on_other_issues(statement, stance)
        others = [q for q in _beside(statement, [*quotes, *elsewhere]) if _fits(q, quotes[0])]
        quotes += others[:1]
    return _part(statement, quotes, stance.holder.name, beside=beside)


def _on_other_issues(statement: CitedStatement, stance: StanceOnIssue) -> list[CitedQuote]:
    """Return the quotes that decide what a statement says on other issues."""
    others = [s for s in statement.stances if s.issue != stance.issue.id]
    return [q for s in others for q in deciding_quotes(statement, s.holder, s.issue)]


def _fits(quote: CitedQuote, shown: CitedQuote) -> bool:
    return quote.words + shown.words <= _WORDS


def _beside(statement: CitedStatement, shown: Sequence[CitedQuote]) -> list[CitedQuote]:
    """Return the quotes of a statement that these do not show."""
    return [
        quote
        for quote in whole_quotes(statement.quotes)
        if not any(quote.shows(other) or other.shows(quote) for other in shown)
    ]


def words_bar(statement: CitedStatement, holder: Ref | None, issue: Ref | None) -> Part:
    """Show the words of a statement that decide where a holder stands, under a line with the day.

    Where no stance is decided, they are those that say most.
    """
    quotes = deciding_quotes(statement, holder.id if holder else "", issue.id if issue else "")
    dated = AlreadyShown(is_dated=True)
    return _part(statement, quotes, holder.name if holder else None, beside=dated)


def deciding_bar(
    statement: CitedStatement,
    stance: CitedStance | None,
    about: str | None,
    doubt: str = "",
    beside: AlreadyShown | None = None,
) -> Part:
    """Show the words of a statement that decide a stance; without one, those that say most."""
    holder, issue = (stance.holder, stance.issue) if stance else ("", "")
    return _part(statement, deciding_quotes(statement, holder, issue), about, doubt, beside)


def quote_bar(statement: CitedStatement, quotes: Sequence[CitedQuote]) -> Part:
    """Show these quotes of a statement."""
    return _part(statement, quotes, None)


def signature_part(statement: CitedStatement, *, is_own_words: bool) -> Part:
    """Sign words of a statement that are shown already."""
    signature = sign(statement, None, is_own_words=is_own_words)
    return Part([small_print(*signature)], statement=True, shows=(statement.id,))


def statement_bars(statement: CitedStatement, about: str | None = None, doubt: str = "") -> Part:
    """Show every slice of a statement; `about` names whom the outlet's own words are on."""
    return _part(statement, whole_quotes(statement.quotes), about, doubt)


def _part(
    statement: CitedStatement,
    quotes: Sequence[CitedQuote],
    about: str | None,
    doubt: str = "",
    beside: AlreadyShown | None = None,
) -> Part:
    slices = [make_slice(statement, quote, about) for quote in quotes]
    own = [shown for shown in slices if shown.is_own_words]
    outlets = [shown for shown in slices if not shown.is_own_words]
    words = " ".join(shown.words for shown in outlets)
    beside = replace(beside or AlreadyShown(), words=words)
    signature = sign(statement, about, is_own_words=bool(own), beside=beside)
    blocks = list(_bars(statement, own or outlets))
    blocks.append(small_print(*signature, *([f" · {doubt}"] if doubt else [])))
    if own and outlets:
        blocks += [*_bars(statement, outlets), small_print(*sign_again(statement, about))]
    return Part(blocks, statement=True, shows=(name_shown(statement, quotes),))


def _bars(statement: CitedStatement, slices: Sequence[Slice]) -> Iterator[Block]:
    if statement.withheld_reason:
        yield paragraph(line(run(withheld(statement.withheld_reason))))
    elif slices:
        yield paragraph(*(shown.bar() for shown in slices))


def withheld(reason: str) -> str:
    """Return that an article's words are not shown, and why."""
    return f"Words not shown: {reason}."


def source_parts(shown: Sequence[Part], statements: Iterable[CitedStatement]) -> list[Part]:
    """Return each article of the statements once, with its date; none where a lone bar has both."""
    lone = shown if len(shown) == 1 else ()
    signed = [text for part in lone for text in as_text(part.blocks).splitlines()]
    return list_sources([s.article for s in statements], signed)


def list_sources(articles: Iterable[Source], signed: Sequence[str] = ()) -> list[Part]:
    """Return each article once, with its date, but for those that lines of signatures name."""
    by_id = {source.id: source for source in articles}
    heads = sorted(by_id.values(), key=lambda source: source.published.to, reverse=True)
    named = [(outlet_or_headline(source), days(source.published), source.url) for source in heads]
    left = [(f"{who}, {day}", url) for who, day, url in named if not _is_signed(signed, who, day)]
    if not left:
        return []
    linked = [part for words, url in left for part in (" · ", link(words, url))]
    return [Part([small_print(f"Source{'s' * (len(left) > 1)}: ", *linked[1:])])]


def _is_signed(lines: Iterable[str], who: str, day: str) -> bool:
    return any(line.startswith(who) and day in line for line in lines)


def article_line(source: Source) -> str:
    """Return the head of an article as far as it is printed."""
    parts = [
        outlet_or_headline(source),
        in_marks(source.title) if source.title else "",
        source.byline or "",
    ]
    return " · ".join(filter(None, [*parts, days(source.published), source.form or ""]))
