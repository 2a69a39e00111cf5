"""Positions as they are laid out: a card for one issue, sections for several, or all statements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.answer import Answer, Outcome
from bot.answers.phrases import in_words, listed, with_article
from bot.block_kit.block_elements import header, line, paragraph, run, small_print
from bot.block_kit.message import Part, refusal_part
from bot.layout import wording
from bot.layout.ages import age_of, first_upper, is_old, years_old
from bot.layout.bars import source_parts, statement_bars
from bot.layout.days_in_words import day
from bot.layout.issue_sections import issue_sections
from bot.layout.spoken_statements import spoken_parts
from bot.layout.stance_card import stance_card
from bot.layout.wording import page, settled_first
from knowledge.text import are_among

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from knowledge.citations import CitedStatement


def lay_out(answer: Answer) -> list[Part]:
    """Lay an answer out: what decides each position first, every statement where more is asked."""
    if answer.outcome is not Outcome.ANSWER:
        return not_answered_parts(answer)
    if answer.asked is None:
        return spoken_parts(answer)
    if answer.asked_for_more:
        return _all_statements(answer)
    if not answer.stances:
        return _without_position(answer)
    if len(answer.stances) == 1:
        laid = stance_card(answer, answer.stances[0])
    else:
        laid = issue_sections(answer)
    return [*laid[:1], *_no_position(answer), *laid[1:], *_unsettled(answer), *_silence(answer)]


def not_answered_parts(answer: Answer) -> list[Part]:
    """Say why there is no answer, and show what was said near it."""
    near = page(settled_first(answer.statements, answer), answer)
    heading = [] if answer.sought or not near else [refusal_part(_whose_words(near, answer))]
    return [wording.not_answered(answer), *heading, *bars_of(near, answer)]


def _whose_words(near: Iterable[CitedStatement], answer: Answer) -> str:
    """Return whether words near what was asked are of those asked about, or of others."""
    who = {ref.id for ref in (answer.person, answer.organization, answer.holder) if ref}
    voices = {s.speaker.id for s in near if s.speaker} | {s.on_behalf_of for s in near}
    if who & voices:
        return "Otherwise on record:"
    return "Named by others:"


def bars_of(statements: Sequence[CitedStatement], answer: Answer) -> list[Part]:
    """Show every slice of each statement, and the articles that the signatures do not name."""
    bars = [statement_bars(s, _whom(s, answer), wording.doubt_of(s, answer)) for s in statements]
    return [*bars, *source_parts(bars, statements)]


def _whom(statement: CitedStatement, answer: Answer) -> str | None:
    """Return whom a sentence of an outlet is on: not one of whom nothing is on record."""
    if not answer.holder:
        return answer.told_of.get(statement.id)
    held = (stance.holder for stance in statement.stances)
    name = answer.holder.name
    own = answer.holder.id in {statement.on_behalf_of, *held} or _calls_it(statement, name)
    return name if own or answer.outcome is Outcome.ANSWER else None


def _calls_it(statement: CitedStatement, name: str) -> bool:
    """Return whether an outlet's pronoun stands for somebody: "it is thinking of the talks"."""
    if statement.speaker is not None:
        return False
    return any(are_among(name, quote.refers_to or "") for quote in statement.quotes)


def _all_statements(answer: Answer) -> list[Part]:
    """Lay out a page of all statements, those of each position as they are told."""
    count = len(answer.statements)
    title = f"{_title(answer)}: {f'all {count} statements' if count > 1 else '1 statement'}"
    shown = page(_in_order(answer), answer)
    bars = _under_headings(shown, bars_of(shown, answer), answer)
    return [*([] if answer.skip else [Part([header(title)])]), *bars, *_silence(answer)]


def _under_headings(
    shown: Sequence[CitedStatement], bars: Sequence[Part], answer: Answer
) -> Iterator[Part]:
    """Yield bars, and above those of one issue and one value what they say."""
    above, names = "", {(s.holder.id, s.issue.id): s.issue.name for s in answer.stances}
    for statement, bar in zip(shown, bars, strict=False):
        told = _side(statement, names)
        heading = [paragraph(line(run(told, bold=True)))] if told != above else []
        yield bar.under(*heading)
        above = told
    yield from bars[len(shown) :]


def _side(statement: CitedStatement, names: Mapping[tuple[str, str], str]) -> str:
    """Return the side that the holder takes in a statement, on the first of the issues."""
    for stance in statement.stances:
        if name := names.get((stance.holder, stance.issue)):
            return f"{name}: {in_words(stance.value)}"
    return "On record about it"


def _without_position(answer: Answer) -> list[Part]:
    """Lay out what is on record where no position is: none is coded, or none is certain by then."""
    day_asked = answer.as_of or answer.today
    why = f"nothing certain by {day(day_asked)}" if answer.uncertain_issues else "no position coded"
    shown = page(_in_order(answer), answer)
    newest = max((s.said for s in shown), key=lambda said: said.to, default=None)
    old = newest is not None and is_old(newest, day_asked)
    then = bool(answer.as_of)
    told = years_old(age_of(newest, day_asked), then=then) if newest and old else ""
    age = f"{first_upper(told)}. " if told else ""
    head = [
        header(f"{_title(answer)}: {why}"),
        small_print(run(age, bold=True), "On record about it:"),
    ]
    return [Part(head), *bars_of(shown, answer), *_silence(answer)]


def _title(answer: Answer) -> str:
    who = answer.person or answer.organization or answer.holder
    issue = answer.issue.name if answer.issue else None
    return " · ".join(filter(None, [who.name if who else None, issue]))


def _in_order(answer: Answer) -> list[CitedStatement]:
    """Return every statement once: those of each position as they are told, then the others."""
    by_id = {s.id: s for s in answer.statements}
    told = [by_id[i] for stance in answer.stances for i in stance.statements if i in by_id]
    others = settled_first(answer.statements, answer)
    return list({s.id: s for s in (*told, *others)}.values())


def _unsettled(answer: Answer) -> list[Part]:
    """Say what is not certain by the day asked about, and what may be of other days."""
    until, told = day(answer.as_of or answer.today), []
    if answer.uncertain_issues:
        names = listed([ref.name for ref in answer.uncertain_issues])
        told.append(f"Nothing certain by {until} on {names}.")
    told += wording.count_doubts(answer)
    return [Part([small_print(" ".join(told))])] if told else []


def _no_position(answer: Answer) -> list[Part]:
    """Say on which of the issues asked about nothing takes a side, though others are answered."""
    if not answer.issues_without_position:
        return []
    names = listed([ref.name for ref in answer.issues_without_position], "or")
    return [Part([small_print(f"On {names}: no position coded.")])]


def _silence(answer: Answer) -> list[Part]:
    if not answer.issues_without_record:
        return []
    names = listed([ref.name for ref in answer.issues_without_record], "or")
    is_state = answer.holder and not (answer.person or answer.organization)
    whose = f" from {with_article(answer.holder.name)}" if answer.holder and is_state else ""
    return [Part([small_print(f"Nothing on record{whose} on {names}.")])]
