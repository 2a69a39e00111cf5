"""What somebody said, found by words or by whom it is about: each under its issue and its value."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from bot.answers.phrases import in_words
from bot.block_kit.block_elements import header, line, paragraph, run, small_print
from bot.block_kit.message import Part
from bot.layout.ages import age_of, first_upper, is_old, tell_latest, years_old
from bot.layout.bars import source_parts, statement_bars
from bot.layout.days_in_words import head_days
from bot.layout.sought_words import tell_notes, words_in
from bot.layout.wording import doubt_of, page
from knowledge.corpus import Basis

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bot.answers.answer import Answer
    from bot.block_kit.block_elements import Block
    from knowledge.citations import CitedStance, CitedStatement


def spoken_parts(answer: Answer) -> list[Part]:
    """Lay out statements under how they were found, each with the side that it takes."""
    shown = page(answer.statements, answer)
    sections = [_section(answer, statement) for statement in shown]
    head = [] if answer.skip else [Part(_head(answer))]
    return [*head, *sections, *source_parts(sections, shown)]


def _head(answer: Answer) -> list[Block]:
    who = answer.person or answer.organization or answer.holder
    names = [ref.name for ref in (who, answer.issue) if ref]
    found = (answer.reason or "On record").removesuffix(":")
    title = f"{' · '.join(names)}: {found[:1].lower()}{found[1:]}" if names else found
    age, notes = _age(answer), _notes(answer)
    told = [run(age, bold=True)] if age else []
    told += [run(f" {notes}" if age else notes)] if notes else []
    return [header(title), *([small_print(*told)] if told else [])]


def _notes(answer: Answer) -> str:
    """Return whose words they are, and that the words sought stand in our notes only."""
    only = tell_notes(answer, len(answer.statements))
    person = answer.person if answer.from_bodies else None
    told = [f"Said by bodies under {person.name}."] if person else []
    told += [f"{first_upper(words_in(answer))}: {only}."] if only and answer.sought else []
    return " ".join(told)


def _age(answer: Answer) -> str:
    """Return how old the newest statement is, where that is more than a year."""
    said, today = answer.statements, answer.as_of or answer.today
    newest = min(said, key=lambda statement: statement.place).said
    if not is_old(newest, today):
        return ""
    age, then = age_of(newest, today), bool(answer.as_of)
    told = tell_latest(age, then=then) if len(said) > 1 else years_old(age, then=then)
    return first_upper(f"{told}.")


def _section(answer: Answer, statement: CitedStatement) -> Part:
    about = answer.holder.name if answer.holder else answer.told_of.get(statement.id)
    bar = statement_bars(statement, about, doubt_of(statement, answer))
    told = _told_on(answer, statement)
    heading = [paragraph(line(run(told, bold=True)))] if told else []
    return bar.under(*heading)


def _told_on(answer: Answer, statement: CitedStatement) -> str:
    """Return the issues of a statement, each with the side that it takes there."""
    names = {ref.id: ref.name for ref in answer.topics}
    stances = _sides(answer, statement)
    if not stances:
        return " · ".join(names[issue] for issue in statement.about if issue in names)
    ascribed = {stance.basis is Basis.ASCRIBED for stance in stances}
    told = defaultdict(list)
    for stance in stances:
        told[stance.issue].append(_side(stance, _holders(answer, stances), one=len(ascribed) == 1))
    on = " · ".join(f"{names.get(issue, issue)}: {', '.join(told[issue])}" for issue in told)
    account = ", by an outlet’s account" if ascribed == {True} else ""
    about = [] if _is_on_the_issue(answer, told) else _name_about(answer, statement)
    beside = f" · about {' and '.join(about)}" if about else ""
    return f"{on} as of {head_days(statement.said)}{account}{beside}"


def _is_on_the_issue(answer: Answer, issues: Iterable[str]) -> bool:
    """Return whether one of these is the issue asked about, or below it."""
    return not _of_the_issue(answer).keys().isdisjoint(issues)


def _name_about(answer: Answer, statement: CitedStatement) -> list[str]:
    """Return the issues asked about that a statement with a side on others is about too."""
    names = _of_the_issue(answer)
    return [names[issue] for issue in statement.about if issue in names]


def _of_the_issue(answer: Answer) -> dict[str, str]:
    """Return the names of the issue asked about and of those below it, by their ids."""
    asked = answer.issue.id if answer.issue else None
    return {ref.id: ref.name for ref in answer.topics if asked in {ref.id, ref.parent}}


def _holders(answer: Answer, stances: Iterable[CitedStance]) -> dict[str, str]:
    """Return the names of those whose sides are told, where the head does not name them."""
    asked_about = answer.person or answer.organization or answer.holder
    several = len({stance.holder for stance in stances}) > 1
    return {} if asked_about and not several else {h.id: h.name for h in answer.topic_holders}


def _sides(answer: Answer, statement: CitedStatement) -> Sequence[CitedStance]:
    """Return the sides of the holder asked about, else those of the one spoken for, else all."""
    for holder in (answer.holder.id if answer.holder else None, statement.on_behalf_of):
        if own := [stance for stance in statement.stances if stance.holder == holder]:
            return own
    return statement.stances


def _side(stance: CitedStance, holders: Mapping[str, str], *, one: bool) -> str:
    """Return a side, and whose it is; that it is an outlet's account, where not all are."""
    whose = [holders[stance.holder]] if stance.holder in holders else []
    account = [] if one or stance.basis is not Basis.ASCRIBED else ["(by an outlet’s account)"]
    return " ".join([*whose, in_words(stance.value), *account])
