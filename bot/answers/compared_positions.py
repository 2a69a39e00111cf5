"""Positions side by side: a cell for each of those compared on each issue, in few telling words."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.answers.answer import CellRecord, ComparedPosition
from bot.answers.positions import find_records, has_stance, said_of
from bot.answers.quotes_shown import name_shown
from knowledge.citations import deciding_quotes, telling_rank
from knowledge.corpus import WORDS_OF_ONE_ARTICLE, QuoteKind, Sourcing, Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bot.answers.answer import StanceOnIssue
    from bot.answers.asked import Asked
    from bot.answers.positions import Record
    from knowledge.citations import CitedQuote, CitedStance, CitedStatement
    from knowledge.corpus import Issue

WORDS_OF_A_SLICE = 40
WORDS_OF_AN_ANSWER = WORDS_OF_ONE_ARTICLE  # of all articles together: a table is read at a glance
_TOO_LONG = f"those that decide it have more than {WORDS_OF_A_SLICE} words"
_DATES = "a comparison shows one statement of each position"
TOO_MANY_WORDS = f"a comparison quotes {WORDS_OF_AN_ANSWER} words at most"


@dataclass(frozen=True, slots=True)
class Telling:
    """The statement that tells a position, and the quotes of it that do."""

    statement: CitedStatement
    quotes: tuple[CitedQuote, ...]

    @property
    def words(self) -> int:
        return sum(quote.words for quote in self.quotes)


@dataclass(slots=True)
class _Cell:
    who: str
    record: Record
    telling: Telling | None = None
    newest: CitedStatement | None = None
    withheld_reason: str | None = None

    @property
    def stance(self) -> StanceOnIssue | None:
        return self.record.stance


@dataclass(slots=True)
class Compared:
    """Cells issue by issue, and the statements that they show, cut down to the words shown."""

    cells: tuple[ComparedPosition, ...] = ()
    statements: tuple[CitedStatement, ...] = ()
    empty: list[Issue] = field(default_factory=list)
    """Issues on which none of those compared has anything on record."""


def compare(asked: Asked, holders: Sequence[str], issues: Iterable[str]) -> Compared:
    """Compare holders on issues, and on those below them; the issues on which they differ first."""
    records = [find_records(asked, who, issues) for who in holders]
    by_issue = zip(*records, strict=True)
    rows = [[_Cell(who, r) for who, r in zip(holders, row, strict=True)] for row in by_issue]
    empty = [row[0].record.issue for row in rows if not any(c.record.statements for c in row)]
    told = sorted((r for r in rows if any(c.record.statements for c in r)), key=_differing_first)
    cells = [cell for row in told for cell in row]
    _choose_words(cells)
    statements = _cut_down(cells)
    made = tuple(_make_cell(asked, cell, statements) for cell in cells)
    return Compared(made, tuple(sorted(statements.values(), key=lambda s: s.place)), empty)


def values_differ(stances: Iterable[StanceOnIssue | None]) -> bool:
    """Return whether positions have several values."""
    return len({stance.value for stance in stances if stance}) > 1


def _differing_first(row: Sequence[_Cell]) -> tuple[bool, bool, int]:
    """Return the key that sorts issues: the values differ, several are on record, the newest."""
    held = [cell.stance for cell in row if cell.stance]
    newest = max((stance.latest.from_.toordinal() for stance in held), default=0)
    return not values_differ(held), len(held) < 2, -newest  # noqa: PLR2004 (one is not several)


def _choose_words(cells: Sequence[_Cell]) -> None:
    """Choose the words of each cell; conditions get theirs first, then the cells as they stand."""
    shown: list[CitedQuote] = []
    for cell in sorted(cells, key=lambda cell: not _is_conditional(cell.stance)):
        run = _run(cell)
        cell.newest = min(run, key=lambda statement: statement.place, default=None)
        cell.telling = _tell(run, cell.stance) if cell.stance else None
        if cell.telling is None:
            continue
        cell.withheld_reason = _withheld(cell.telling)
        cost = _cost(shown, cell.telling.quotes)
        if not cell.withheld_reason and _cost([], shown) + cost > WORDS_OF_AN_ANSWER:
            cell.withheld_reason = TOO_MANY_WORDS
        if not cell.withheld_reason:
            shown += cell.telling.quotes


def _is_conditional(stance: StanceOnIssue | None) -> bool:
    return stance is not None and stance.value is Value.CONDITIONAL


def _withheld(telling: Telling) -> str | None:
    if telling.statement.withheld_reason or not telling.quotes:
        return telling.statement.withheld_reason
    return _TOO_LONG if any(q.words > WORDS_OF_A_SLICE for q in telling.quotes) else None


def _cost(shown: Iterable[CitedQuote], quotes: Iterable[CitedQuote]) -> int:
    """Count the words that are not shown already, each once."""
    known = {(quote.start, quote.exact) for quote in shown}
    new = {(q.start, q.exact): q.words for q in quotes if (q.start, q.exact) not in known}
    return sum(new.values())


def _run(cell: _Cell) -> list[CitedStatement]:
    """Return the statements of a position, in the order in which they are told."""
    by_id = {s.id: s for s in cell.record.statements}
    return [by_id[i] for i in cell.stance.statements if i in by_id] if cell.stance else []


def _tell(run: Sequence[CitedStatement], stance: StanceOnIssue) -> Telling | None:
    """Return the words that tell a position: of the time that it is dated by, where they can be."""
    told = [_telling(statement, stance) for statement in run]
    newest = min(run, key=lambda statement: statement.place, default=None)
    return min(told, key=lambda t: _least(t, stance, newest), default=None)


def _least(
    telling: Telling, stance: StanceOnIssue, newest: CitedStatement | None
) -> tuple[bool, bool, int, bool, int, int]:
    """Return the key by which words are chosen.

    Best are words that may be shown, are not the outlet's account and date the position; among
    these, those of the best speaker, and then the fewest.
    """
    statement = telling.statement
    outlets = statement.sourcing is Sourcing.OUTLET
    of_another_time = newest is not None and _months(statement) != _months(newest)
    rank = telling_rank(statement, stance.holder.id, stance.issue.id)
    hidden = _withheld(telling) is not None
    return hidden, outlets, rank, of_another_time, telling.words, statement.place


def _months(statement: CitedStatement) -> tuple[int, ...]:
    """Return the months on which something can have been said, from the first to the last."""
    first, last = statement.said.from_, statement.said.to
    return first.year, first.month, last.year, last.month


def _telling(statement: CitedStatement, stance: StanceOnIssue) -> Telling:
    """Return the words of a statement that decide a stance; a few of them stand in their clause."""
    found = deciding_quotes(statement, stance.holder.id, stance.issue.id)
    whole = [_in_context(statement, quote) for quote in found]
    return Telling(statement, tuple({(q.start, q.end): q for q in whole}.values()))


def _in_context(statement: CitedStatement, quote: CitedQuote) -> CitedQuote:
    if quote.kind is not QuoteKind.DIRECT or quote.context is None:
        return quote
    return next((q for q in statement.quotes if q.exact == quote.context), quote)


def _cut_down(cells: Sequence[_Cell]) -> dict[str, CitedStatement]:
    """Return the statements that cells show or are dated by, without what else is in them."""
    told: dict[str, list[_Cell]] = defaultdict(list)
    dated: dict[str, list[_Cell]] = defaultdict(list)
    whole: dict[str, CitedStatement] = {}
    for cell in cells:
        telling = cell.telling.statement if cell.telling else None
        for by, statement in ((told, telling), (dated, cell.newest)):
            if statement:
                by[statement.id].append(cell)
                whole[statement.id] = statement
    return {name: _cut(one, told[name], dated[name]) for name, one in whole.items()}


def _cut(whole: CitedStatement, told: Sequence[_Cell], dated: Sequence[_Cell]) -> CitedStatement:
    """Return a statement with the words that cells show; one that only dates them has none."""
    shown = [q for c in told if c.telling and not c.withheld_reason for q in c.telling.quotes]
    kept = tuple(quote for quote in whole.quotes if quote in shown)
    reasons = [_DATES] if not told else [c.withheld_reason for c in told if c.withheld_reason]
    return whole.model_copy(
        update={
            "quotes": kept,
            "stances": tuple(_stances(whole, told, dated, kept)),
            "withheld_reason": reasons[0] if reasons and not kept else None,
        }
    )


def _stances(
    statement: CitedStatement,
    told: Iterable[_Cell],
    dated: Iterable[_Cell],
    kept: Sequence[CitedQuote],
) -> Iterator[CitedStance]:
    """Yield the stances compared; one told in words that are shown has its place among these."""
    telling = {_pair(cell): cell.telling for cell in told if not cell.withheld_reason}
    meant = {_pair(cell) for cell in (*told, *dated)}
    for stance in statement.stances:
        pair = (stance.holder, stance.issue)
        words = telling.get(pair)
        if words and words.quotes:
            yield stance.model_copy(update={"grounds": kept.index(words.quotes[0])})
        elif pair in meant:
            yield stance.model_copy(update={"grounds": 0, "condition": None, "object": None})


def _pair(cell: _Cell) -> tuple[str, str] | None:
    return (cell.stance.holder.id, cell.stance.issue.id) if cell.stance else None


def _make_cell(
    asked: Asked, cell: _Cell, statements: dict[str, CitedStatement]
) -> ComparedPosition:
    told = cell.telling
    shown = told.quotes if told and not cell.withheld_reason else ()
    kept = statements[told.statement.id].quotes if told else ()
    return ComparedPosition(
        holder=asked.ref(cell.who),
        issue=asked.issue_ref(cell.record.issue.id),
        record=_what_is_on_record(cell.record),
        named_by_others=_is_named_by_others(asked, cell),
        stance=_without_condition(cell) if cell.withheld_reason else cell.stance,
        statement=told.statement.id if told else None,
        cites=name_shown(told.statement, shown) if told else None,
        dated_by=cell.newest.id if cell.newest else None,
        quotes=tuple(kept.index(quote) for quote in shown),
        withheld_reason=cell.withheld_reason,
    )


def _is_named_by_others(asked: Asked, cell: _Cell) -> bool:
    return not cell.record.statements and bool(said_of(asked, cell.who, [cell.record.issue]))


def _without_condition(cell: _Cell) -> StanceOnIssue | None:
    """Return a position without the words of its condition, which are the article's too."""
    return cell.stance.model_copy(update={"condition": None}) if cell.stance else None


def _what_is_on_record(record: Record) -> CellRecord:
    if record.stance:
        return CellRecord.POSITION
    if not record.statements:
        return CellRecord.NO_RECORD
    return CellRecord.UNCERTAIN if has_stance(record) else CellRecord.NO_POSITION
