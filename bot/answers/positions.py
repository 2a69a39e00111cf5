"""Where a holder, or somebody who speaks for one, stands on issues on the day asked about."""

from __future__ import annotations

from dataclasses import dataclass, replace
from operator import attrgetter
from typing import TYPE_CHECKING

from bot.answers.called_in_words import is_called_in, list_lone_names
from bot.answers.governments import list_said_under
from knowledge.citations import find_position, within_budget
from knowledge.corpus import Kind, Sourcing

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bot.answers.answer import StanceOnIssue
    from bot.answers.asked import Asked
    from knowledge.citations import AsOf, CitedQuote, CitedStatement, Position
    from knowledge.corpus import Issue
    from knowledge.kb import Entity


_NOBODY = ""  # the holder under which the kb keeps words of nobody who is named
_OTHERS = 3  # statements of others that are shown where somebody has none


@dataclass(frozen=True, slots=True)
class Record:
    """Statements, settled by the day asked about or perhaps later, and the stance they give."""

    issue: Issue
    holder: str
    statements: list[CitedStatement]
    maybe_later: list[CitedStatement]
    stance: StanceOnIssue | None
    from_bodies: bool = False


def find_records(asked: Asked, who: str, issues: Iterable[str]) -> list[Record]:
    """Return what somebody has on record on issues and on those below them."""
    read = _held_by if _is_state(asked, who) else _said_about
    return [read(asked, who, issue) for issue in issues_below(asked, issues)]


def issues_below(asked: Asked, issues: Iterable[str]) -> list[Issue]:
    """Return the issues and those below them that ask a question, each once."""
    return list({i.id: i for issue in issues for i in asked.kb.under(issue)}.values())


def other_holders(asked: Asked, issues: Iterable[str], known: Iterable[str]) -> list[str]:
    """Return who else certainly had a position by the day asked about, the newest first."""
    below = [issue.id for issue in issues_below(asked, issues)]
    return [h for h in asked.kb.places.list_holders(below, asked.day) if h not in known]


def answer_fields(asked: Asked, who: str, records: Sequence[Record]) -> dict[str, object]:
    """Return the fields of an answer made of records, of which one has statements at least."""
    spoken = [record for record in records if record.statements]
    statements = {s.id: s for record in spoken for s in record.statements}
    stances = sorted(filter(None, (r.stance for r in spoken)), key=_latest_first)
    return {
        "holder": asked.ref(spoken[0].holder),
        "stances": tuple(stances),
        "issues_without_record": tuple(
            asked.issue_ref(r.issue.id) for r in records if not r.statements
        ),
        "uncertain_issues": tuple(
            asked.issue_ref(r.issue.id) for r in spoken if not r.stance and has_stance(r)
        ),
        "issues_without_position": tuple(
            asked.issue_ref(r.issue.id) for r in spoken if stances and not has_stance(r)
        ),
        "statements": _shown(statements, stances),
        "from_bodies": any(record.from_bodies for record in spoken),
        "maybe_later": tuple({s.id for record in spoken for s in record.maybe_later}),
        **who_fields(asked, who),
    }


def _shown(
    statements: Mapping[str, CitedStatement], stances: Iterable[StanceOnIssue]
) -> list[CitedStatement]:
    """Return statements, newest first; those told first are the last to lose their words."""
    newest = sorted(statements, key=lambda i: statements[i].place)
    told = dict.fromkeys([*(i for s in stances for i in s.statements if i in statements), *newest])
    return sorted(within_budget(statements[i] for i in told), key=attrgetter("place"))


def who_fields(asked: Asked, who: str) -> dict[str, object]:
    """Return the fields of an answer that say who is asked about."""
    entity = asked.kb.entities[who]
    if entity.kind is Kind.PERSON:
        return {"person": asked.person_ref(who)}
    return {} if _is_state(asked, who) else {"organization": asked.ref(who)}


def said_of(asked: Asked, who: str, issues: Iterable[Issue] = ()) -> list[CitedStatement]:
    """Return what others said that names somebody who has nothing on record there.

    Without issues it is what they said on any.
    """
    names, below = [asked.kb.name_of(who), *list_lone_names(asked, who)], [i.id for i in issues]
    hits = (hit for name in names for hit in asked.kb.search([name], issues=below))
    said = {hit.statement.id: hit.statement for hit in hits}
    said |= {s.id: s for issue in below for s in asked.kb.statements_about(issue, [_NOBODY])}
    naming = [s for s in said.values() if any(_names(asked, who, s, q) for q in s.quotes)]
    settled, _ = asked.select(naming)
    # A stance of somebody else is offered as a choice; of a person it may be the only record.
    person = asked.kb.entities[who].kind is Kind.PERSON
    return [s for s in settled if person or not s.stances][:_OTHERS]


def _names(asked: Asked, who: str, said: CitedStatement, quote: CitedQuote) -> bool:
    """Return whether a quote names somebody, or an outlet's sentence is on them: "it thinks of"."""
    if is_called_in(asked, who, quote.exact):
        return True
    of_nobody = said.speaker is None and said.on_behalf_of is None
    is_on = quote.refers_to or quote.attribution or ""
    return of_nobody and said.sourcing is Sourcing.OUTLET and is_called_in(asked, who, is_on)


def said_naming(asked: Asked, who: Iterable[str], issues: Sequence[Issue]) -> list[CitedStatement]:
    """Return what others said that names any of those who have nothing on record there."""
    return sorted_by_place(s for one in who for s in said_of(asked, one, issues))


def said_by(asked: Asked, entity: Entity) -> list[CitedStatement]:
    """Return what somebody said; in a body's name its officials speak too.

    Of a state it is all that is on record: what was said for it, and what an outlet says of it.
    """
    if entity.state == entity.id:
        return asked.kb.statements_for(entity.id)
    if entity.kind is Kind.ORGANIZATION:
        return asked.kb.statements_by_bodies(asked.kb.bodies_of(entity.id))
    return asked.kb.statements_by(entity.id)


def topics_of(said: Iterable[CitedStatement]) -> list[str]:
    """Return the issues that statements are on, each once."""
    on = (i for s in said for i in (*(stance.issue for stance in s.stances), *s.about))
    return list(dict.fromkeys(on))


def sorted_by_place(said: Iterable[CitedStatement]) -> list[CitedStatement]:
    """Return statements once each, newest first."""
    return sorted({s.id: s for s in said}.values(), key=attrgetter("place"))


def has_stance(record: Record) -> bool:
    """Return whether any of the statements takes a side on the issue."""
    return any(s.issue == record.issue.id for said in record.statements for s in said.stances)


def _is_state(asked: Asked, who: str) -> bool:
    return asked.kb.entities[who].state == who


def _held_by(asked: Asked, holder: str, issue: Issue) -> Record:
    """Return what gives a holder its stance, and what else was said about the issue for it."""
    return _record(asked, holder, issue, asked.kb.statements_about(issue.id, [holder]))


def _said_about(asked: Asked, speaker: str, issue: Issue) -> Record:
    """Return what a speaker said about the issue, on behalf of whom the first stance says.

    What the bodies said that a person led is returned where there is nothing of their own, and
    beside that where their government is asked about.
    """
    own = asked.kb.statements_about(issue.id, asked.kb.bodies_of(speaker))
    own = asked.in_office(speaker, own)
    alone = own and not asked.is_about_government(speaker)
    under = [] if alone else list_said_under(asked, speaker, issue.id)
    said = sorted_by_place([*own, *under])
    holders = (t.holder for s in said for t in s.stances if t.issue == issue.id)
    record = _record(asked, next(holders, speaker), issue, said)
    return replace(record, from_bodies=bool(under) and not own)


def _record(asked: Asked, holder: str, issue: Issue, said: Sequence[CitedStatement]) -> Record:
    (settled, maybe_later), held = _find_held(asked, holder, issue, said)
    stance = asked.stance(holder, issue.id, held) if held else None
    known = {s.id for s in settled}
    if stance and held_earlier(asked, stance, [s for s in said if s.id not in known]):
        stance = stance.model_copy(update={"earlier": True})
    return Record(issue, holder, [*settled, *maybe_later], maybe_later, stance)


def held_earlier(asked: Asked, stance: StanceOnIssue, others: Iterable[CitedStatement]) -> bool:
    """Return whether others of before the days asked about take a side for the holder too."""
    first, own = asked.first_day, (stance.holder.id, stance.issue.id)
    before = (s for s in others if first and s.said.to < first)
    return any((one.holder, one.issue) == own for s in before for one in s.stances)


def _find_held(
    asked: Asked, holder: str, issue: Issue, said: Sequence[CitedStatement]
) -> tuple[AsOf, Position | None]:
    """Return the statements asked for and their position; one from before holds on the days."""
    inside = asked.select(said)
    held = find_position(inside.settled, holder, issue.id)
    if held is None and not asked.spoken:
        until = asked.until(said)
        if before := find_position(until.settled, holder, issue.id):
            return until, before
    return inside, held


def _latest_first(stance: StanceOnIssue) -> int:
    return -stance.latest.from_.toordinal()
