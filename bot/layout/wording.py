"""Statements as the reader gets them: dates, ages and sourcing in words, the same everywhere."""

from __future__ import annotations

from calendar import monthrange
from typing import TYPE_CHECKING

from bot.answers.answer import SCREEN
from bot.answers.attribution import sourcing
from bot.answers.phrases import day_in_words, listed
from bot.block_kit.message import (
    DIVIDER,
    Part,
    highlighted,
    line,
    paragraph,
    quotation,
    refusal_part,
    run,
    small_print,
)
from knowledge.corpus import Basis, Kind, QuoteKind, Sourcing
from knowledge.text import MONTHS, find_matches

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence
    from datetime import date

    from bot.answers.answer import Answer, Days
    from bot.block_kit.message import Block
    from knowledge.citations import CitedQuote, CitedSpeaker, CitedStatement, Source
    from knowledge.corpus import Interval

PAGE = 12  # statements tried on a further screen; Slack's limits leave fewer


def interval(value: Interval | Days) -> str:
    """Return an interval as one reads it: a day, a month, or both ends."""
    first, last = value.from_, value.to
    if first == last:
        return day_in_words(first)
    if first.year != last.year:
        return f"{day_in_words(first)} – {day_in_words(last)}"
    if first.month != last.month:
        return f"{first.day} {MONTHS[first.month - 1]} – {day_in_words(last)}"
    if (first.day, last.day) == (1, monthrange(last.year, last.month)[1]):
        return f"{MONTHS[last.month - 1]} {last.year}"
    return f"{first.day}–{day_in_words(last)}"


def dated(value: Interval) -> str:
    """Return the interval, and what of it is inferred."""
    return f"{interval(value)} ({value.inferred})" if value.inferred else interval(value)


def years(latest: date, today: date) -> int:
    """Count whole calendar years between two days."""
    return today.year - latest.year - ((today.month, today.day) < (latest.month, latest.day))


def age_warning(latest: Interval | Days, today: date, as_of: date | None) -> str | None:
    """Return a warning where evidence is over a year old on the day asked about.

    It counts from the middle of the days on which it can have been said.
    """
    middle = latest.from_ + (latest.to - latest.from_) // 2
    old = years(middle, today)
    if old < 1 or (old == 1 and (middle.month, middle.day) == (today.month, today.day)):
        return None
    if as_of:
        return f"more than a year before {day_in_words(as_of)}"
    return f"{old} year{'s' * (old > 1)} old: not evidence of today’s position"


def outlet(source: Source) -> str:
    """Return who printed it, as far as the text says."""
    names = [name for name in (source.agency, source.publisher) if name]
    return ", ".join(names) or "outlet not named in the text"


def head_line(source: Source) -> str:
    """Return the head of an article."""
    parts = [
        outlet(source),
        f"“{source.title}”" if source.title else "no headline printed",
        source.byline or "no byline",
        f"published {dated(source.published)}",
        *([source.form] if source.form else []),
    ]
    return " · ".join(parts)


def source_line(statement: CitedStatement) -> str:
    return f"{head_line(statement.article)} · {statement.id}"


def basis(stance: Basis, statement: CitedStatement) -> str:
    """Return who says that the holder stands there; a relay always with who relayed it."""
    if stance is Basis.DECLARED:
        return "declared"
    if stance is Basis.ASCRIBED:
        return "ascribed by the outlet"
    if statement.sourcing is not Sourcing.RELAYED:
        return "relayed, from a speaker not named"
    return f"relayed by {statement.via}"


def speaker(who: CitedSpeaker | None, source: Source) -> str:
    """Return a speaker as printed that day."""
    if who is None:
        return outlet(source)
    if who.id is None or who.name is None:
        return who.description or "speaker not named"
    as_what = who.as_ or who.description
    if who.kind is Kind.PERSON and not as_what:
        as_what = "post that day not certain"
    return f"{who.name}, {as_what}" if as_what and as_what != who.name else who.name


def page(statements: Sequence[CitedStatement], answer: Answer) -> Sequence[CitedStatement]:
    """Return the statements of this screen, of all in the order they are shown."""
    size = PAGE if answer.asked_for_more else SCREEN
    return statements[answer.skip : answer.skip + size]


def settled_first(statements: Iterable[CitedStatement], answer: Answer) -> list[CitedStatement]:
    """Return the statements with those last that may be later than the day asked about."""
    return sorted(statements, key=lambda statement: statement.id in answer.maybe_later)


def laid_out(statements: Sequence[CitedStatement], answer: Answer) -> list[Part]:
    uncertain, sought = set(answer.maybe_later), answer.sought
    doubts = [_doubt(s, answer) if s.id in uncertain else None for s in statements]
    return [
        statement_part(s, doubt=doubt, sought=sought)
        for s, doubt in zip(statements, doubts, strict=True)
    ]


def _doubt(statement: CitedStatement, answer: Answer) -> str:
    """Return how what was said may lie outside the days asked about."""
    early = answer.first_day is not None and statement.said.from_ < answer.first_day
    late = answer.as_of is not None and statement.said.to > answer.as_of
    if not early:
        return "May be later than the day asked about."
    return f"May be earlier {'or later ' if late else ''}than the days asked about."


def statement_part(
    statement: CitedStatement, *, doubt: str | None = None, sought: Collection[str] = ()
) -> Part:
    """Lay one statement out, with sought words in bold and with what is doubtful of its days."""
    summary = highlighted(statement.summary, find_matches(statement.summary, sought))
    elements = [*_words(statement, sought), line(*_speaker(statement)), line(*summary)]
    if doubt:
        elements.append(line(run(doubt, italic=True)))
    if statement.note:
        elements.append(curators_note(statement.note))
    source = small_print(source_line(statement))
    return Part([DIVIDER, paragraph(*elements), source], statement=True)


def _words(statement: CitedStatement, sought: Collection[str]) -> Iterator[Block]:
    if statement.withheld_reason:
        yield line(run(withheld(statement.withheld_reason), italic=True))
    for quote in _shown(statement.quotes):
        direct = quote.kind is QuoteKind.DIRECT
        if not direct:
            yield line(run(f"In the words of the outlet ({outlet(statement.article)}):"))
        words = f"“{quote.exact}”" if direct else quote.exact
        yield quotation(words, find_matches(words, sought))


def _shown(quotes: Sequence[CitedQuote]) -> list[CitedQuote]:
    """Leave out what stands inside another, and put the speaker's words before the outlet's."""
    once = list({(q.start, q.end): q for q in quotes}.values())
    whole = [q for q in once if not any(other.shows(q) for other in once if other is not q)]
    return sorted(whole, key=lambda quote: quote.kind is not QuoteKind.DIRECT)


def _speaker(statement: CitedStatement) -> list[Block]:
    who = speaker(statement.speaker, statement.article)
    rest_of_line = f" · {sourcing(statement)} · {dated(statement.said)}"
    return [run("— "), run(who, bold=True), run(rest_of_line)]


def curators_note(note: str) -> Block:
    return line(run(f"Curator’s note: {note}", italic=True))


def withheld(reason: str) -> str:
    """Return that an article's words are not shown, and why."""
    return f"Words not shown: {reason}."


def not_answered(answer: Answer) -> Part:
    """Return why a question is not answered, who is on record on it, and the nearest names."""
    sentences = [answer.reason or "Nothing on record."]
    if answer.holders_on_record:
        names = listed([ref.name for ref in answer.holders_on_record])
        sentences.append(f"On record on it: {names}.")
    if answer.nearest:
        names = listed([ref.name for ref in answer.nearest], "or")
        sentences.append(f"Nearest names: {names}.")
    return refusal_part(*sentences)
