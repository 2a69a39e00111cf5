"""Positions as they are laid out: issue by issue, each statement under the first it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.answer import Answer, Outcome, StanceOnIssue
from bot.answers.phrases import day_in_words, listed
from bot.block_kit.message import Part, line, paragraph, refusal_part, run
from bot.layout import wording
from bot.layout.wording import laid_out, page, settled_first

if TYPE_CHECKING:
    from bot.answers.answer import IssueRef
    from knowledge.citations import CitedStatement


def lay_out(answer: Answer) -> list[Part]:
    """Lay an answer out: issue by issue, each statement under the first issue it is about."""
    if answer.outcome is not Outcome.ANSWER:
        near = page(settled_first(answer.statements, answer), answer)
        heading = [] if answer.sought or not near else [refusal_part("Others on it:")]
        return [wording.not_answered(answer), *heading, *laid_out(near, answer)]
    about = _by_stance(answer)
    order = _in_order(answer, about)
    shown = {statement.id for statement in page(order, answer)}
    laid: list[Part] = []
    for stance in answer.stances:
        behind = about[stance.holder.id, stance.issue.id]
        own = [s for s in behind if s.id in shown]
        if own or not answer.skip:
            laid.append(_heading(answer, stance, behind[0]))
        shown -= {s.id for s in own}
        laid += laid_out(own, answer)
    for issue in answer.uncertain_issues:
        own = [s for s in order if s.id in shown and any(t.issue == issue.id for t in s.stances)]
        if own or not answer.skip:
            laid.append(_unsettled(answer, issue))
        shown -= {s.id for s in own}
        laid += laid_out(own, answer)
    left = [s for s in order if s.id in shown]
    return [*laid, *_without_position(answer, left), *_silence(answer)]


def _without_position(answer: Answer, left: list[CitedStatement]) -> list[Part]:
    """Lay out what is about the issue, or has the words, without a position coded."""
    if not left:
        return []
    also = "Also on record" if answer.stances else "On record"
    heading = answer.reason or f"{also} about it, no position coded:"
    newest = max(left, key=lambda statement: statement.said.to)
    stale = wording.age_warning(newest.said, answer.as_of or answer.today, answer.as_of)
    if stale and not answer.stances:
        heading = f"{heading.removesuffix(':')} — {stale}:"
    return [refusal_part(heading), *laid_out(left, answer)]


def _unsettled(answer: Answer, issue: IssueRef) -> Part:
    """Head what may be later than the day asked about, where nothing is settled by it."""
    holder = answer.holder.name if answer.holder else ""
    day = day_in_words(answer.as_of or answer.today)
    return refusal_part(
        f"{holder} on {issue.name}: nothing certain by {day}; what follows may be later"
    )


def _by_stance(answer: Answer) -> dict[tuple[str, str], list[CitedStatement]]:
    """Return the statements behind each holder's stance on each issue, as they are shown."""
    found: dict[tuple[str, str], list[CitedStatement]] = {}
    for statement in answer.statements:
        for stance in statement.stances:
            found.setdefault((stance.holder, stance.issue), []).append(statement)
    return {pair: settled_first(statements, answer) for pair, statements in found.items()}


def _in_order(
    answer: Answer, about: dict[tuple[str, str], list[CitedStatement]]
) -> list[CitedStatement]:
    """Return every statement once, under the first issue it is about; undecided ones last."""
    behind = (s for t in answer.stances for s in about[t.holder.id, t.issue.id])
    others = settled_first(answer.statements, answer)
    return list({s.id: s for s in (*behind, *others)}.values())


def _heading(answer: Answer, stance: StanceOnIssue, latest: CitedStatement) -> Part:
    day = answer.as_of or answer.today
    stale = wording.age_warning(stance.latest, day, answer.as_of)
    speaker = answer.person or answer.organization
    by = "bodies under " if answer.from_bodies else ""
    who = f", as said by {by}{speaker.name}" if speaker else ""
    first = [run(f"{stance.holder.name} on {stance.issue.name}{who}: {stance.value}", bold=True)]
    if answer.as_of:
        first.append(run(f" as of {day_in_words(answer.as_of)}"))
    if stale:
        first.append(run(f" — {stale}"))
    record = (
        f"{wording.basis(stance.basis, latest)} · on record since {wording.interval(stance.since)}"
        f" · latest on record {wording.interval(stance.latest)}"
    )
    question = [line(run(stance.issue.question, italic=True))] if stance.issue.question else []
    lines = [line(*first), *question, line(run(record))]
    if stance.condition:
        lines.insert(-1, line(run(f"Condition: “{stance.condition}”")))
    return Part([paragraph(*lines)])


def _silence(answer: Answer) -> list[Part]:
    if not answer.issues_without_record:
        return []
    names = listed([ref.name for ref in answer.issues_without_record], "or")
    return [Part([paragraph(line(run(f"Nothing on record on {names}.", italic=True)))])]
