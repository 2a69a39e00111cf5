"""What can be asked: a line an issue, each holder with the latest value on record and its year."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from bot.answers.phrases import in_words, listed
from bot.block_kit.message import Part, bullets, header, paragraph, run, small_print
from bot.layout.ages import is_old
from bot.layout.days_in_words import day, head_years
from bot.layout.stance_card import from_before_days, perhaps_newer
from knowledge.corpus import Basis

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.answers.answer import Answer, IssueRef, StanceOnIssue
    from bot.block_kit.message import Block

_LISTED = 40  # issues on one screen
_NAME = 23  # characters of a name that a line begins with; a longer one is shortened


def issue_list(answer: Answer) -> list[Part]:
    """Lay out every issue, the newest first; an outlet's account stands in parentheses."""
    by_issue: dict[str, list[StanceOnIssue]] = {}
    for stance in sorted(answer.stances, key=_newest_first):
        by_issue.setdefault(stance.issue.id, []).append(stance)
    shown = list(by_issue.values())[answer.skip : answer.skip + _LISTED]
    lines = [Part([paragraph(bullets([_line(answer, own)]))], statement=True) for own in shown]
    ask = f"Ask {answer.typed('stance')} HOLDER ISSUE, such as {answer.as_typed(_example(answer))}"
    head = [] if answer.skip else [Part(_head(answer, len(by_issue)))]
    return [*head, *lines, Part([small_print(ask)])]


def _head(answer: Answer, count: int) -> list[Block]:
    today = answer.as_of or answer.today
    old = [is_old(stance.latest, today) for stance in answer.stances]
    age = "All older than a year." if all(old) else "Some older than a year." if any(old) else ""
    accounts = any(stance.basis is Basis.ASCRIBED for stance in answer.stances)
    note = "In parentheses: an outlet’s account only." if accounts else ""
    until = f", by {day(answer.as_of)}" if answer.as_of else ""
    title = f"{count} issue{'s' * (count != 1)}, latest on record{until}"
    small = [run(age, bold=True), f" {note}" if note else ""] if age else [note]
    return [header(title), *([small_print(*small)] if age or note else [])]


def _newest_first(stance: StanceOnIssue) -> int:
    return -stance.latest.from_.toordinal()


def _called(issue: IssueRef) -> str:
    return issue.name if len(issue.name) <= _NAME else issue.short


def _line(answer: Answer, held: Sequence[StanceOnIssue]) -> list[Block]:
    return [run(_called(held[0].issue), bold=True), run("  "), *_holders(answer, held)]


def _holders(answer: Answer, held: Sequence[StanceOnIssue]) -> Iterator[Block]:
    """Yield who stands where; holders side by side with the same value and year are told as one."""
    for i, (key, same) in enumerate(groupby(held, key=lambda s: _told_together(answer, s))):
        value, years, basis = key
        names = [stance.holder.name for stance in same]
        verb = _plural(value) if len(names) > 1 else value
        if i:
            yield run(" · ")
        told = f"{listed(names)} {verb} {years}"
        account = basis is Basis.ASCRIBED
        yield run(f"({told})" if account else told, italic=account)


def _told_together(answer: Answer, stance: StanceOnIssue) -> tuple[str, str, Basis | None]:
    ascribed = stance.basis if stance.basis is Basis.ASCRIBED else None
    told = [head_years(stance.latest), perhaps_newer(stance), from_before_days(answer, stance)]
    years = ", ".join(filter(None, told))
    return in_words(stance.value), years, ascribed


def _plural(value: str) -> str:
    return {"supports": "support", "opposes": "oppose"}.get(value, value)


def _example(answer: Answer) -> str:
    first = min(answer.stances, key=lambda s: (_newest_first(s), s.holder.id, s.issue.id))
    return f"/stance {first.holder.id} {first.issue.id}"
