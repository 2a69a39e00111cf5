"""Statements that were found by their words: how many, by what, each with the words in bold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.answer import Outcome
from bot.answers.phrases import day_in_words
from bot.answers.refusals import NOT_ALL_SEARCHED
from bot.block_kit.block_elements import line, paragraph, run
from bot.block_kit.message import Part, refusal_part
from bot.layout import wording
from bot.layout.issue_by_issue import bars_of
from bot.layout.sought_words import tell_notes, words_in
from bot.layout.wording import page

if TYPE_CHECKING:
    from bot.answers.answer import Answer


def found_parts(answer: Answer) -> list[Part]:
    """Lay an answer out whose statements have all of the sought words, or are near."""
    shown = bars_of(page(answer.statements, answer), answer)
    if answer.skip:
        return shown
    head = _heading(answer) if answer.outcome is Outcome.ANSWER else wording.not_answered(answer)
    near = answer.outcome is not Outcome.ANSWER and shown
    return [head, *([Part([paragraph(line(run("Near:", bold=True)))])] if near else []), *shown]


def _heading(answer: Answer) -> Part:
    count = answer.found_count or len(answer.statements)
    has = "1 statement has" if count == 1 else f"{count:,} statements have"
    notes = tell_notes(answer, count)
    beside = f", {notes}" if notes else ""
    return refusal_part(f"{has} {words_in(answer)}{scope_in(answer)}{beside}")


def not_found(answer: Answer) -> str:
    """Return that nothing on record has all of the sought words."""
    every = "all of " if len(answer.sought) > 1 else ""
    return (
        f"No statement on record has {every}{words_in(answer)}{scope_in(answer)}."
        f" {NOT_ALL_SEARCHED}"
    )


def scope_in(answer: Answer) -> str:
    """Return whose words were searched, on what and of which days, as a sentence goes on."""
    who, issue = answer.person or answer.organization, answer.issue
    first, last = answer.first_day, answer.as_of
    days = [f"from {day_in_words(first)}"] if first else []
    days += [f"to {day_in_words(last)}"] if last else []
    parts = [
        f"by {who.name}" if who else "",
        f"on {issue.name}" if issue else "",
        " ".join(days),
        "on the record" if answer.on_record_alone else "",
    ]
    return "".join(f", {part}" for part in parts if part)
