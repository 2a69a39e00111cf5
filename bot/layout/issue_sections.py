"""Positions on several issues: the question of each as a heading, its value and one bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.phrases import count_of
from bot.block_kit.block_elements import header, line, paragraph, run, small_print
from bot.block_kit.buttons import Button
from bot.block_kit.message import Part
from bot.layout.ages import first_upper, tell_ages
from bot.layout.bars import source_parts, stance_bar
from bot.layout.days_in_words import asked_days
from bot.layout.stance_card import from_before_days, is_of_days, list_told, perhaps_newer, position
from bot.layout.timeline_days import timeline_days
from knowledge.citations import find_changes, find_occasions
from knowledge.corpus import Basis, Sourcing

if TYPE_CHECKING:
    from bot.answers.answer import Answer, StanceOnIssue
    from knowledge.citations import CitedStatement, Occasion

_SECTIONS = 4  # issues that are told; the others have a button each
_BUTTONS = 4


def issue_sections(answer: Answer) -> list[Part]:
    """Lay out positions on several issues, newest first, with one bar each."""
    told = answer.stances[:_SECTIONS]
    today, then = answer.as_of or answer.today, bool(answer.as_of)
    ages = tell_ages((s.latest for s in answer.stances), today, then=then)
    head = Part([header(_title(answer)), small_print(run(f"{ages} ", bold=True), _count(answer))])
    shown = [(stance, statement) for stance in told for statement in _decides(answer, stance)]
    sections = [_section(answer, stance, stance_bar(s, stance)) for stance, s in shown]
    return [head, *sections, *source_parts(sections, [s for _, s in shown])]


def _decides(answer: Answer, stance: StanceOnIssue) -> list[CitedStatement]:
    """Return the statement that dates a position; none of an outlet's account where others are."""
    told = list_told(answer, stance)
    newest = sorted(told, key=lambda statement: statement.place)
    return ([s for s in newest if s.sourcing is not Sourcing.OUTLET] or newest)[:1]


def leading_buttons(answer: Answer) -> list[Button]:
    """Return buttons to how positions came about, and to each of several issues.

    From a speaker's position they lead to whom it is held for. A button says how many statements
    a position has.
    """
    return [*_over_time(answer), *(issue_buttons(answer) or _speaker_buttons(answer))]


def _over_time(answer: Answer) -> list[Button]:
    """Return a button to the timeline of positions that changed, or of one whose condition did."""
    if not answer.asked or answer.asked_for_more:
        return []
    occasions = [_occasions(answer, stance) for stance in answer.stances]
    changed = any(map(find_changes, occasions))
    conditions = {words for found in occasions for o in found for words in o.conditions}
    if not changed and (len(answer.stances) != 1 or len(conditions) < 2):  # noqa: PLR2004 (one is no change)
        return []
    label = "How it changed" if changed else "Timeline"
    about = answer.asked.removeprefix("/stance").removesuffix(answer.dated)
    days = timeline_days(answer, (stance.latest for stance in answer.stances))
    return [Button(label, f"/timeline{about}{days}")]


def _occasions(answer: Answer, stance: StanceOnIssue) -> list[Occasion]:
    settled = (s for s in answer.statements if s.id not in answer.maybe_later)
    return find_occasions(settled, stance.holder.id, stance.issue.id)


def _speaker_buttons(answer: Answer) -> list[Button]:
    if not answer.person or len(answer.stances) != 1 or answer.asked_for_more:
        return []
    who, stance = answer.person, answer.stances[0]
    held = f"/stance {stance.holder.id} {stance.issue.id}{answer.dated}"
    return [
        Button(f"{stance.holder.name} on {stance.issue.short}", held),
        Button(f"Who is {who.name}", f"/who {who.id}{answer.dated}"),
    ]


def issue_buttons(answer: Answer) -> list[Button]:
    """Return a button to each issue, with the number of statements of its position."""
    if len(answer.stances) < 2 or answer.asked_for_more or not answer.holder:  # noqa: PLR2004 (one is told whole)
        return []
    who, dated = (answer.person or answer.organization or answer.holder).id, answer.dated
    return [
        Button(f"{s.issue.short} ({len(s.statements)})", f"/stance {who} {s.issue.id}{dated}")
        for s in answer.stances[:_BUTTONS]
    ]


def _is_alone(answer: Answer) -> bool:
    """Return whether no other issue was asked about: all are this one, or below it."""
    asked = answer.issue and answer.issue.id
    return all(asked in {s.issue.id, s.issue.parent} for s in answer.stances)


def _title(answer: Answer) -> str:
    who = answer.person or answer.organization or answer.holder
    about = f" · {answer.issue.name}" if answer.issue and _is_alone(answer) else ""
    return f"{who.name if who else ''}{about}: latest on record"


def _count(answer: Answer) -> str:
    inside = all(is_of_days(answer, stance) for stance in answer.stances)
    days = asked_days(answer.first_day if inside else None, answer.as_of)
    recorded = f" On record{days}." if days else ""
    count = len(answer.stances)
    left = f", of which {_SECTIONS} are told here" if count > _SECTIONS else ""
    return f"{first_upper(count_of(count, 'question'))}, newest first{left}.{recorded}"


def _section(answer: Answer, stance: StanceOnIssue, bar: Part) -> Part:
    name = stance.issue.question or stance.issue.name
    account = "by an outlet’s account" if stance.basis is Basis.ASCRIBED else ""
    order = perhaps_newer(stance)
    told = filter(None, [position(stance), order, from_before_days(answer, stance), account])
    heading = line(run(name, bold=True), run(f" {', '.join(told)}"))
    return bar.under(paragraph(heading))
