"""What can be asked: a line an issue, each holder with the latest value on record and its year."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from bot.answers.phrases import in_words, listed
from bot.answers.uncertain_stances import tell_uncertain
from bot.block_kit.block_elements import bullets, header, paragraph, run, small_print
from bot.block_kit.message import Part
from bot.layout.ages import age_of, is_old
from bot.layout.days_in_words import day, head_years
from bot.layout.stance_card import from_before_days, perhaps_newer
from knowledge.corpus import Basis

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from bot.answers.answer import Answer, Days, IssueRef, StanceOnIssue
    from bot.block_kit.block_elements import Block

_NAME = 23  # characters of a name that a line begins with; a longer one is shortened


def issue_list(answer: Answer) -> list[Part]:
    """Lay out the issues of a screen, the newest first, or the holders of one that many hold."""
    lines = _holder_lines(answer) if answer.holder_count else _issue_lines(answer)
    ask = f"Ask {answer.typed('stance')} HOLDER ISSUE, such as {answer.as_typed(_example(answer))}"
    head = [] if answer.skip else [Part(_head(answer))]
    return [*head, *lines, Part([small_print(ask)])]


def _issue_lines(answer: Answer) -> list[Part]:
    by_issue: dict[str, list[StanceOnIssue]] = {}
    for stance in sorted(answer.stances, key=_newest_first):
        by_issue.setdefault(stance.issue.id, []).append(stance)
    return [_listed(_line(answer, own)) for own in by_issue.values()]


def _holder_lines(answer: Answer) -> list[Part]:
    """Lay out holders in a line each, so that a screen leaves out no more than it must."""
    return [_listed([_told(answer, [stance])]) for stance in answer.stances]


def _listed(runs: Sequence[Block]) -> Part:
    return Part([paragraph(bullets([runs]))], statement=True)


def _head(answer: Answer) -> list[Block]:
    today = answer.as_of or answer.today
    age = _tell_old([stance.latest for stance in answer.stances], today)
    accounts = any(stance.basis is Basis.ASCRIBED for stance in answer.stances)
    unsure = tell_uncertain(answer.stances_uncertain, answer.issue)
    notes = ["In parentheses: an outlet’s account only."] if accounts else []
    notes += [f"Nothing certain by then: {unsure}."] if unsure else []
    note = " ".join(notes)
    until = f", by {day(answer.as_of)}" if answer.as_of else ""
    small = [run(age, bold=True), f" {note}" if note else ""] if age else [note]
    title = f"{_counted(answer)}, latest on record{until}"
    return [header(title), *([small_print(*small)] if age or note else [])]


def _tell_old(every: Sequence[Days], today: date) -> str:
    """Return how many of the newest stances are older than a year, or may be."""
    old = [latest for latest in every if is_old(latest, today)]
    certain = [latest for latest in old if age_of(latest, today).least]
    perhaps = "" if certain else "perhaps "
    if len(certain or old) == len(every):
        return f"All {perhaps}older than a year."
    return f"Some {perhaps}older than a year." if old else ""


def _counted(answer: Answer) -> str:
    """Return how many issues are listed, or whose stances on which one."""
    if answer.holder_count:
        return f"{_called(answer.stances[0].issue)}: {answer.holder_count:,} holders"
    count = answer.issue_count or 0
    return f"{count:,} issue{'s' * (count != 1)}"


def _newest_first(stance: StanceOnIssue) -> int:
    return -stance.latest.from_.toordinal()


def _called(issue: IssueRef) -> str:
    return issue.name if len(issue.name) <= _NAME else issue.short


def _line(answer: Answer, held: Sequence[StanceOnIssue]) -> list[Block]:
    left = answer.holders_left_out.get(held[0].issue.id, 0)
    more = [run(f" · and {left:,} more")] if left else []
    return [run(_called(held[0].issue), bold=True), run("  "), *_holders(answer, held), *more]


def _holders(answer: Answer, held: Sequence[StanceOnIssue]) -> Iterator[Block]:
    """Yield who stands where; holders side by side with the same value and year are told as one."""
    for i, (_, same) in enumerate(groupby(held, key=lambda s: _told_together(answer, s))):
        if i:
            yield run(" · ")
        yield _told(answer, list(same))


def _told(answer: Answer, same: Sequence[StanceOnIssue]) -> Block:
    """Return where holders with the same value and year stand."""
    value, years, basis = _told_together(answer, same[0])
    verb = _plural(value) if len(same) > 1 else value
    told = f"{listed([stance.holder.name for stance in same])} {verb} {years}"
    account = basis is Basis.ASCRIBED
    return run(f"({told})" if account else told, italic=account)


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
