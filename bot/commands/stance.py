"""/stance HOLDER ISSUE [as of DATE]: where a holder stands, statement by statement."""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING

from bot.answers.answer import Answer, Outcome, StanceOnIssue
from bot.answers.command import Asked, Command
from bot.block_kit.message import Part, line, paragraph, refusal_part, run
from bot.layout import wording
from bot.layout.wording import laid_out, page, settled_first
from knowledge.citations import as_of, find_position, within_budget
from knowledge.corpus import Kind
from knowledge.names import Name
from knowledge.questions import Topic, find_topic

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.answers.answer import Choice, IssueRef
    from bot.answers.example_questions import Sample
    from knowledge.citations import CitedStatement
    from knowledge.corpus import Issue
    from knowledge.kb import Entity
    from knowledge.questions import FoundName


def answer(asked: Asked) -> Answer:
    """Answer about one holder or one person; else offer a choice, or say what is nearest."""
    found = find_topic(asked.kb, asked.question)
    return (
        _which_name(asked, found)
        or _which_issue(asked, found)
        or _which_holder(asked, found)
        or _on_record(asked, found)
    )


def _which_name(asked: Asked, found: Topic) -> Answer | None:
    """Offer what ambiguous words could mean."""
    for ambiguous in asked.question.ambiguous:
        choices = [_instead(asked, found, ambiguous, name) for name in ambiguous.names]
        reason = f"'{ambiguous.typed}' could be any of these."
        return asked.answer(Outcome.CHOICE, reason=reason, choices=tuple(choices))
    return None


def _instead(asked: Asked, found: Topic, ambiguous: FoundName, name: Name) -> Choice:
    others = [
        _asked_of(asked, f)
        for f in asked.question.found
        if f is not ambiguous and f.clear and f.name.kind is not name.kind
    ]
    words = [name.target, *others] if name.kind is not Kind.ISSUE else [*others, name.target]
    label = asked.kb.name_of(name.target)
    if found.issues and name.kind is not Kind.ISSUE:
        label = f"{label} on {_listed(asked, found.issues)}"
    return asked.choice(name, f"/stance {' '.join(words)}{asked.dated}", label)


def _asked_of(asked: Asked, found: FoundName) -> str:
    entity = asked.kb.entities.get(found.name.target)
    return (entity and entity.state) or found.name.target


def _listed(asked: Asked, issues: Iterable[str]) -> str:
    return wording.listed([asked.kb.name_of(issue) for issue in issues])


def _which_issue(asked: Asked, found: Topic) -> Answer | None:
    """Never answer about another issue than the one asked for."""
    if found.issues:
        return None
    holders = found.holders if not found.speakers else ()
    if asked.question.not_understood or not (holders or found.speakers):
        return _no_match(asked, found)
    rows = [row for holder in holders for row in asked.kb.stances(holder=holder)]
    issues = list(dict.fromkeys(row.issue for row in rows)) or [
        stance.issue for s in _said_by(asked, found.speakers) for stance in s.stances
    ]
    who = (found.speakers or holders)[0]
    if not issues:
        return _nothing(asked, who, [])
    choices = [_about(asked, who, issue) for issue in dict.fromkeys(issues)]
    reason = f"{asked.kb.name_of(who)} on which issue?"
    return asked.answer(Outcome.CHOICE, reason=reason, choices=tuple(choices))


def _said_by(asked: Asked, people: Iterable[str]) -> list[CitedStatement]:
    return [s for person in people for s in asked.kb.statements_by(person)]


def _about(asked: Asked, who: str, issue: str) -> Choice:
    model = asked.kb.issues[issue]
    name = Name(model.name, issue, Kind.ISSUE)
    return asked.choice(name, f"/stance {who} {issue}{asked.dated}")


def _no_match(asked: Asked, found: Topic) -> Answer:
    nearest = asked.nearest({Kind.ISSUE} if found.holders or found.speakers else set(Kind))
    holder = asked.ref(found.holders[0]) if found.holders else None
    reason = "I have no record of that name. That does not mean they took no position."
    if holder:
        reason = f"I did not understand which issue about {holder.name} you mean."
    return asked.answer(Outcome.NO_MATCH, reason=reason, nearest=nearest, holder=holder)


def _which_holder(asked: Asked, found: Topic) -> Answer | None:
    if found.doubtful or found.strangers:
        return _did_you_mean(asked, found)
    if len(found.speakers) == 1 or (not found.speakers and len(found.holders) == 1):
        return None
    who = [*found.speakers, *found.holders] or _on_record_about(asked, found.issues[0])
    choices = tuple(_of(asked, one, found.issues) for one in who)
    reason = f"Who on {_listed(asked, found.issues)}?"
    issue = asked.issue_ref(found.issues[0])
    return asked.answer(Outcome.CHOICE, reason=reason, choices=choices, issue=issue)


def _on_record_about(asked: Asked, issue: str) -> list[str]:
    """Return who has a stance on an issue or on one below it: each once, the newest first."""
    rows = (row for below in asked.kb.under(issue) for row in asked.kb.stances(issue=below.id))
    return list(dict.fromkeys(row.holder for row in rows))


def _did_you_mean(asked: Asked, found: Topic) -> Answer:
    reason = (
        "I did not understand a word beside the issue, and it may change the question."
        " Did you mean this?"
    )
    if found.strangers:
        names = _listed(asked, found.strangers)
        reason = f"No issue on record has {names} as a party there. Did you mean this?"
    who = [*found.speakers, *found.holders][:1] or _on_record_about(asked, found.issues[0])
    choices = tuple(_of(asked, one, found.issues) for one in who)
    return asked.answer(Outcome.CHOICE, reason=reason, choices=choices)


def _of(asked: Asked, who: str, issues: Sequence[str]) -> Choice:
    entity = asked.kb.entities[who]
    label = f"{entity.name} on {_listed(asked, issues)}"
    question = f"/stance {who} {' '.join(issues)}{asked.dated}"
    return asked.choice(Name(entity.name, who, entity.kind), question, label)


def _on_record(asked: Asked, found: Topic) -> Answer:
    """Read by key what the holder, or the person, has on record on each issue asked about."""
    issues = _issues(asked, found.issues)
    who = (found.speakers or found.holders)[0]
    read = _said_about if found.speakers else _held_by
    records = [read(asked, who, issue) for issue in issues]
    spoken = [record for record in records if record.statements]
    if not spoken:
        return _nothing(asked, who, issues, found.issues)
    statements = {s.id: s for record in spoken for s in record.statements}
    later = {s.id for record in spoken for s in record.maybe_later}
    return asked.answer(
        Outcome.ANSWER,
        asked=f"/stance {who} {' '.join(found.issues)}{asked.dated}",
        holder=asked.ref(spoken[0].holder),
        issue=asked.issue_ref(found.issues[0]),
        person=asked.person_ref(who) if _is_person(asked, who) else None,
        organization=asked.ref(who) if found.speakers and not _is_person(asked, who) else None,
        stances=tuple(sorted(filter(None, (r.stance for r in spoken)), key=_latest_first)),
        issues_without_record=tuple(
            asked.issue_ref(r.issue.id) for r in records if not r.statements
        ),
        uncertain_issues=tuple(asked.issue_ref(r.issue.id) for r in spoken if not r.stance),
        statements=within_budget(sorted(statements.values(), key=attrgetter("place"))),
        maybe_later=tuple(later),
    )


@dataclass(frozen=True, slots=True)
class Record:
    """Statements, settled by the day asked about or perhaps later, and the stance they give."""

    issue: Issue
    holder: str
    statements: list[CitedStatement]
    maybe_later: list[CitedStatement]
    stance: StanceOnIssue | None


def _held_by(asked: Asked, holder: str, issue: Issue) -> Record:
    """Return what gives a holder its stance."""
    return _record(asked, holder, issue, asked.kb.statements_on(holder, issue.id))


def _said_about(asked: Asked, speaker: str, issue: Issue) -> Record:
    """Return what a speaker said about the issue, on behalf of whom the first stance says."""
    said = [s for s in asked.kb.statements_by(speaker) if _is_about(s, issue)]
    holders = (t.holder for s in said for t in s.stances if t.issue == issue.id)
    return _record(asked, next(holders, speaker), issue, said)


def _record(asked: Asked, holder: str, issue: Issue, said: Sequence[CitedStatement]) -> Record:
    settled, maybe_later = as_of(said, asked.day)
    held = find_position(settled, holder, issue.id)
    stance = asked.stance(holder, issue.id, held) if held else None
    return Record(issue, holder, [*settled, *maybe_later], maybe_later, stance)


def _is_about(statement: CitedStatement, issue: Issue) -> bool:
    return any(stance.issue == issue.id for stance in statement.stances)


def _is_person(asked: Asked, who: str) -> bool:
    return asked.kb.entities[who].kind is Kind.PERSON


def _latest_first(stance: StanceOnIssue) -> int:
    return -stance.latest.from_.toordinal()


def _issues(asked: Asked, issues: Iterable[str]) -> list[Issue]:
    return list({i.id: i for issue in issues for i in asked.kb.under(issue)}.values())


def _nothing(asked: Asked, who: str, issues: Sequence[Issue], named: Sequence[str] = ()) -> Answer:
    """Return that nothing is on record, who does have a stance, and where else to look."""
    rows = [row for issue in issues for row in asked.kb.stances(issue=issue.id)]
    known = [row.holder for row in rows if row.said_from <= str(asked.day)]
    holders = tuple(asked.ref(holder) for holder in dict.fromkeys(known) if holder != who)
    by = f" by {wording.day(asked.day)}" if asked.question.as_of else ""
    about = f" on {_listed(asked, named)}" if named else ""
    entity = asked.kb.entities[who]
    first = [state for state in asked.states_of(entity) if state != who]
    choices = [_of(asked, one, named) for one in dict.fromkeys([*first, *(h.id for h in holders)])]
    return asked.answer(
        Outcome.NO_RECORD,
        reason=(
            f"Nothing on record from {entity.name}{about}{by}."
            " That does not mean they took no position."
        ),
        holder=asked.ref(who) if entity.kind is Kind.ORGANIZATION else None,
        person=asked.person_ref(who) if entity.kind is Kind.PERSON else None,
        issue=asked.issue_ref(named[0]) if named else None,
        holders_on_record=holders,
        choices=(*(choices if named else ()), *_all_said(asked, entity)),
    )


def _all_said(asked: Asked, entity: Entity) -> list[Choice]:
    """Offer all statements of somebody who has some, on whatever."""
    if not asked.kb.statements_by(entity.id):
        return []
    name = Name(entity.name, entity.id, entity.kind)
    question, label = f"/who {entity.id}{asked.dated}", f"All that {entity.name} said"
    return [asked.choice(name, question, label)]


def parts(answer: Answer) -> list[Part]:
    """Lay an answer out: issue by issue, each statement under the first issue it is about."""
    if answer.outcome is not Outcome.ANSWER:
        return [wording.not_answered(answer)]
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
    return [*laid, *_silence(answer)]


def _unsettled(answer: Answer, issue: IssueRef) -> Part:
    """Head what may be later than the day asked about, where nothing is settled by it."""
    holder = answer.holder.name if answer.holder else ""
    day = wording.day(answer.as_of or answer.today)
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
    who = f", as said by {speaker.name}" if speaker else ""
    first = [run(f"{stance.holder.name} on {stance.issue.name}{who}: {stance.value}", bold=True)]
    if answer.as_of:
        first.append(run(f" as of {wording.day(answer.as_of)}"))
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
    names = wording.listed([ref.name for ref in answer.issues_without_record], "or")
    return [Part([paragraph(line(run(f"Nothing on record on {names}.", italic=True)))])]


def _examples(sample: Sample) -> tuple[str, ...]:
    question = f"{sample.holder} {sample.issue}"
    spoken = [f"{sample.speech.person} {sample.speech.issue}"] if sample.speech else []
    return (question, f"{question} as of {sample.month}", *spoken)


COMMAND = Command(
    name="stance",
    usage="HOLDER ISSUE [as of DATE]",
    about="Where a government stands on an issue, since when, said by whom, per which source.",
    examples=_examples,
    kinds=frozenset(Kind),
    answer=answer,
    parts=parts,
)
