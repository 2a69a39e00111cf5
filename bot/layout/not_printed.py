"""A check of words that nothing prints: what is on record nearest to them, and on that question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.block_kit.block_elements import line, paragraph, run
from bot.block_kit.buttons import Button
from bot.block_kit.message import Part
from bot.layout.ages import age_of, is_old, years_old
from bot.layout.bars import quote_bar, source_parts, stance_bar
from bot.layout.check_result import not_found
from bot.layout.signature import speaker_name
from bot.layout.stance_card import list_told, position
from knowledge.citations import whole_quotes
from knowledge.text import tokenize

if TYPE_CHECKING:
    from bot.answers.answer import Answer, StanceOnIssue
    from knowledge.citations import CitedStatement


def not_printed(answer: Answer) -> list[Part]:
    """Lay out that nothing prints the words, then what comes nearest: it proves nothing."""
    asked = answer.checks[0].asked
    nearest = [_nearest(statement, asked) for statement in _near(answer)]
    position = [_on_record(answer, stance) for stance in answer.stances]
    shown = [*nearest, *position]
    return [not_found(answer.checks[0]), *shown, *source_parts(shown, answer.statements)]


def _near(answer: Answer) -> list[CitedStatement]:
    return [s for s in answer.statements if s.id == answer.checks[0].nearest]


def _nearest(statement: CitedStatement, asked: str) -> Part:
    """Show the quote of a statement that has most of the words."""
    words = _words(asked)
    quotes = sorted(whole_quotes(statement.quotes), key=lambda q: -len(words & _words(q.exact)))
    who = speaker_name(statement.speaker) or "them"
    heading = line(run(f"Nearest by {who}, not the same words:", bold=True))
    return quote_bar(statement, quotes[:1]).under(paragraph(heading))


def _words(text: str) -> set[str]:
    return {token.folded for token in tokenize(text)}


def _on_record(answer: Answer, stance: StanceOnIssue) -> Part:
    """Show what is on record on the question: the value, its age, and the words told first."""
    old = is_old(stance.latest, answer.today)
    age = f", {years_old(age_of(stance.latest, answer.today))}" if old else ""
    lead = f"On that question: {stance.holder.name} "
    heading = line(run(lead, bold=True), run(f"{position(stance)}{age}"))
    told = list_told(answer, stance)[:1]
    bar = stance_bar(told[0], stance) if told else Part([])
    return bar.under(paragraph(heading))


def nearest_buttons(answer: Answer) -> list[Button]:
    """Return a button to the position that words which nothing prints make a claim on."""
    asked = [(stance.holder, stance.issue) for stance in answer.stances]
    return [
        Button(f"{who.name} on {issue.short}", f"/stance {who.id} {issue.id}")
        for who, issue in asked
    ]
