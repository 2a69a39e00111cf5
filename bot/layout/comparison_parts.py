"""A comparison as a table: a row for each holder on one issue, else for each issue."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.answers.answer import CellRecord, Outcome
from bot.answers.compared_positions import TOO_MANY_WORDS, WORDS_OF_AN_ANSWER, values_differ
from bot.answers.phrases import count_of, in_words, listed, with_article
from bot.block_kit.block_elements import header, run, small_print
from bot.block_kit.buttons import Button
from bot.block_kit.message import Part
from bot.block_kit.safe_text import escape
from bot.block_kit.table_block import table, table_lines
from bot.layout.ages import tell_ages
from bot.layout.bar_words import as_quoted
from bot.layout.bars import source_parts, withheld
from bot.layout.days_in_words import day, head_days
from bot.layout.signature import AlreadyShown, outlet_or_headline, sign
from bot.layout.stance_card import from_before_days, perhaps_newer, position
from bot.layout.wording import count_doubts
from knowledge.corpus import Basis

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.answers.answer import Answer, ComparedPosition, IssueRef, StanceOnIssue
    from bot.answers.ref import Ref
    from bot.block_kit.block_elements import Block
    from knowledge.citations import CitedQuote, CitedStatement

_ROOM = 3_000  # characters of a table, which the top-level text says too
_NOTIFIED = 60  # characters that a notification shows
_NAMED = 4  # holders in a title
_BUTTONS = 2

_Row = list[list["Block"]]  # cells of runs


def comparison_parts(answer: Answer) -> list[Part]:
    """Lay out positions side by side; what does not fit is named below."""
    made = _Table(answer)
    rows, left = made.fit()
    more = [answer.reason] if answer.reason else []
    notes = [*more, *_left_out(answer, left), *_without_words(answer)]
    notes += [*count_doubts(answer), *_apart(answer), *_silence(answer)]
    return [
        Part([header(_title(answer)), _small_print(answer)], notified=_notified(answer)),
        Part([table(rows)], told=len(answer.statements), shows=made.list_shown()),
        *([Part([small_print(" ".join(notes))])] if notes else []),
        *source_parts([], answer.statements),
    ]


def holders_of(answer: Answer) -> list[Ref]:
    """Return those compared, in the order asked."""
    return list({cell.holder.id: cell.holder for cell in answer.compared}.values())


def issues_of(answer: Answer) -> list[IssueRef]:
    """Return the issues compared, those first on which the values differ."""
    return list({cell.issue.id: cell.issue for cell in answer.compared}.values())


@dataclass(slots=True)
class _Table:
    """Makes the cells; words that a cell has already are not shown again."""

    answer: Answer
    shown: dict[tuple[str, ...], ComparedPosition] = field(default_factory=dict)

    def fit(self) -> tuple[list[_Row], int]:
        """Return the head and the rows that fit, and how many do not.

        One that does not fit in full has no words, and is signed all the same.
        """
        head, made = self._list_rows()
        rows = [head]
        for name, cells in made:
            before = dict(self.shown)
            row = [name, *map(self._cell, cells)]
            if _length([*rows, row]) > _ROOM:
                self.shown, row = before, [name, *map(self._signed, cells)]
            if _length([*rows, row]) > _ROOM:
                break
            rows.append(row)
        return rows, len(made) + 1 - len(rows)

    def _list_rows(self) -> tuple[_Row, list[tuple[list[Block], list[ComparedPosition]]]]:
        """Return the head, and what each row is on or of, with its cells."""
        issues, holders = issues_of(self.answer), holders_of(self.answer)
        if len(issues) == 1:
            head = [[_bold("Who")], [_bold(issues[0].name)]]
            return head, [([_bold(cell.holder.name)], [cell]) for cell in self.answer.compared]
        head = [[_bold("Question")], *([_bold(holder.name)] for holder in holders)]
        return head, [(_question(issue), self._cells(issue)) for issue in issues]

    def list_shown(self) -> tuple[str, ...]:
        """Return the ids of the statements whose words the cells made until now show."""
        return tuple(filter(None, (cell.cites for cell in self.shown.values())))

    def _cells(self, issue: IssueRef) -> list[ComparedPosition]:
        return [cell for cell in self.answer.compared if cell.issue.id == issue.id]

    def _cell(self, cell: ComparedPosition) -> list[Block]:
        """Return value and day, then the words and who signs them."""
        return [*self._value(cell), *(run(f"\n{told}") for told in self._words(cell))]

    def _signed(self, cell: ComparedPosition) -> list[Block]:
        """Return value and day, and who signs the words that are left out."""
        statement = self._statement(cell.statement)
        signature = [run(f"\n{_signature(statement, (), cell.holder.name)}")] if statement else []
        return [*self._value(cell), *signature]

    def _value(self, cell: ComparedPosition) -> list[Block]:
        stance = cell.stance
        if stance is None:
            return [run(_silence_of(self.answer, cell))]
        value = in_words(stance.value)
        account = self._account(cell) if stance.basis is Basis.ASCRIBED else ""
        before = from_before_days(self.answer, stance)
        told = [position(stance).removeprefix(value), perhaps_newer(stance), before]
        when = ", ".join(filter(None, told))
        return [_bold(value), run(f"{when}{account}{self._other_time(cell, stance)}")]

    def _other_time(self, cell: ComparedPosition, stance: StanceOnIssue) -> str:
        """Return of when a cell's statement is, where it is not of its position's time.

        It signs the cell where its words are left out, too.
        """
        statement = self._statement(cell.statement)
        when = head_days(statement.said) if statement else ""
        what = "words" if cell.quotes else "statement"
        return f"; {what} of {when}" if when and when != head_days(stance.latest) else ""

    def _account(self, cell: ComparedPosition) -> str:
        """Return on whose account alone a position is of its day."""
        dating = self._statement(cell.dated_by)
        outlet = outlet_or_headline(dating.article) if dating else "an outlet"
        return f", by the account of {outlet}"

    def _statement(self, name: str | None) -> CitedStatement | None:
        return next((s for s in self.answer.statements if s.id == name), None)

    def _words(self, cell: ComparedPosition) -> Iterator[str]:
        statement = self._statement(cell.statement)
        if statement is None:
            return
        quotes, about = [statement.quotes[i] for i in cell.quotes], cell.holder.name
        key = (statement.article.id, *(quote.exact for quote in quotes))
        if cell.quotes and key in self.shown:
            yield f"same words as for {self._whose(cell, self.shown[key])}"
            return
        if cell.quotes:
            self.shown[key] = cell
        elif cell.withheld_reason and not _is_crowded(cell):
            yield withheld(cell.withheld_reason)
        yield from (as_quoted(statement, quote, about) for quote in quotes)
        yield _signature(statement, quotes, about)

    def _whose(self, cell: ComparedPosition, before: ComparedPosition) -> str:
        whose = [] if cell.holder.id == before.holder.id else [with_article(before.holder.name)]
        on = [] if cell.issue.id == before.issue.id else [before.issue.name]
        return " on ".join([*whose, *on])


def _silence_of(answer: Answer, cell: ComparedPosition) -> str:
    """Return what is said in place of a position."""
    named = "; named by others" if cell.named_by_others else ""
    return {
        CellRecord.NO_RECORD: f"no record{named}",
        CellRecord.NO_POSITION: "no position coded",
        CellRecord.UNCERTAIN: f"nothing certain by {day(answer.as_of or answer.today)}",
    }[cell.record]


def _bold(text: str) -> Block:
    return run(text, bold=True)


def _question(issue: IssueRef) -> list[Block]:
    asked = [run(f"\n{issue.question}")] if issue.question else []
    return [_bold(issue.name), *asked]


def _signature(statement: CitedStatement, quotes: Sequence[CitedQuote], about: str) -> str:
    own = all(quote.kind.is_own_words for quote in quotes)
    beside = AlreadyShown(words=" ".join(quote.exact for quote in quotes))
    signed = sign(statement, about, is_own_words=own, beside=beside)
    return "".join(part["text"] for part in signed)


def _is_crowded(cell: ComparedPosition) -> bool:
    """Return whether words are left out only because others are shown."""
    return cell.withheld_reason == TOO_MANY_WORDS


def _length(rows: Sequence[_Row]) -> int:
    return sum(len(escape(told)) + 1 for told in table_lines(table(rows)))


def _title(answer: Answer) -> str:
    holders, issues = holders_of(answer), issues_of(answer)
    several = len(holders) > _NAMED
    who = f"{len(holders)} holders" if several else listed([h.name for h in holders])
    alone = issues[0].name if len(issues) == 1 else ""
    return f"{who} · {alone or (answer.issue.name if answer.issue else _count(issues))}"


def _count(issues: Sequence[IssueRef]) -> str:
    return count_of(len(issues), "question")


def _small_print(answer: Answer) -> Block:
    """Return how old the positions are, and the question, or on how many the values differ."""
    today = answer.as_of or answer.today
    latest, then = [stance.latest for stance in answer.stances], bool(answer.as_of)
    ages = tell_ages(latest, today, then=then) if latest else ""
    until = f"On record by {day(answer.as_of)}. " if answer.as_of else ""
    first = [_bold(f"{ages} ")] if ages else []
    return small_print(*first, until, _what_is_asked(answer))


def _what_is_asked(answer: Answer) -> str:
    issues = issues_of(answer)
    if len(issues) == 1:
        return issues[0].question or issues[0].name
    differ = sum(values_differ(c.stance for c in _on(answer, i)) for i in issues)
    if not differ:
        return f"{_count(issues).capitalize()}, {_order(answer, issues)}."
    first = ", which come first" if differ < len(issues) else ""
    return f"The values differ on {differ} of {len(issues)} questions{first}."


def _order(answer: Answer, issues: Sequence[IssueRef]) -> str:
    """Return in which order issues stand on which the values do not differ."""
    held = [sum(cell.stance is not None for cell in _on(answer, issue)) for issue in issues]
    several = [count > 1 for count in held]
    return (
        "newest first" if all(several) or not any(several) else "those with several on record first"
    )


def _on(answer: Answer, issue: IssueRef) -> list[ComparedPosition]:
    return [cell for cell in answer.compared if cell.issue.id == issue.id]


def _notified(answer: Answer) -> str:
    """Return the values and days of the first issue, for a notification."""
    first, *others = issues_of(answer)
    told = [_in_brief(answer, cell) for cell in _on(answer, first)]
    more = [count_of(len(others), "more question")] if others else []
    name = first.name if len(f"{first.name}: {told[0]}") <= _NOTIFIED else first.short
    return f"{name}: {' · '.join([*told, *more])}"


def _in_brief(answer: Answer, cell: ComparedPosition) -> str:
    if cell.stance is None:
        return f"{cell.holder.name} {_silence_of(answer, cell)}"
    return f"{cell.holder.name} {in_words(cell.stance.value)} {head_days(cell.stance.latest)}"


def _left_out(answer: Answer, count: int) -> Iterator[str]:
    """Yield which rows do not fit."""
    if count:
        one = len(issues_of(answer)) == 1
        named = holders_of(answer) if one else issues_of(answer)
        alone = "it" if count == 1 else "them"
        names = listed([ref.name for ref in named[-count:]])
        yield f"Not shown here: {names}. Ask for {alone} alone."


def _without_words(answer: Answer) -> Iterator[str]:
    count = sum(map(_is_crowded, answer.compared))
    if count:
        whose = f"{count} position{'s' * (count > 1)}"
        yield f"A comparison quotes {WORDS_OF_AN_ANSWER} words at most: {whose} without them."


def _apart(answer: Answer) -> Iterator[str]:
    if answer.issues_apart:
        names = listed([ref.name for ref in answer.issues_apart])
        yield f"Also on record from at least one of them: {names}."


def _silence(answer: Answer) -> Iterator[str]:
    if answer.issues_without_record:
        names = listed([ref.name for ref in answer.issues_without_record], "or")
        yield f"Nothing on record from {_any_of(holders_of(answer))} on {names}."


def _any_of(holders: Sequence[Ref]) -> str:
    """Return whom nothing is on record from: the one compared, or any of several."""
    if len(holders) == 1:
        return with_article(holders[0].name)
    return "either of them" if len(holders) == 2 else "any of them"  # noqa: PLR2004 (two)


def comparison_buttons(answer: Answer) -> list[Button]:
    """Return buttons to a card for each holder on one issue, else to each issue by itself."""
    if answer.outcome is not Outcome.ANSWER:
        return []
    dated = answer.dated
    issues, holders = issues_of(answer), holders_of(answer)
    if len(issues) == 1:
        return [
            Button(f"{cell.holder.name} on {cell.issue.short}", _card(cell, dated))
            for cell in answer.compared
            if cell.record is not CellRecord.NO_RECORD
        ][:_BUTTONS]
    if len(holders) == 1:
        return [Button(c.issue.short, _card(c, dated)) for c in answer.compared][:_BUTTONS]
    who = ", ".join(holder.id for holder in holders)
    left = {issue.id for issue in issues[len(issues) - _Table(answer).fit()[1] :]}
    told = sorted(
        issues, key=lambda i: (i.id not in left, not any(map(_is_crowded, _on(answer, i))))
    )
    return [Button(i.short, f"/compare {who} on {i.id}{dated}") for i in told[:_BUTTONS]]


def _card(cell: ComparedPosition, dated: str) -> str:
    return f"/stance {cell.holder.id} {cell.issue.id}{dated}"
