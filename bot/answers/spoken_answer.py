"""What answers with spoken words are made of: all that somebody said, the days, and the fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.answer import Answer, Outcome
from bot.answers.governments import list_said_under
from bot.answers.positions import sorted_by_place, topics_of, who_fields
from knowledge.citations import within_budget
from knowledge.corpus import Kind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from bot.answers.asked import Asked
    from knowledge.citations import CitedStatement
    from knowledge.questions import Topic


def list_spoken(asked: Asked, who: Iterable[str]) -> list[CitedStatement]:
    """Return what somebody said, and who spoke for a body or a state.

    Of a person who said nothing, and of a government, it is what was said under this person too.
    """
    said = [s for one in who for s in _said_by_or_under(asked, one)]
    settled, later = asked.select(sorted_by_place(said))
    return [*settled, *later]


def _said_by_or_under(asked: Asked, who: str) -> list[CitedStatement]:
    own = _said_by(asked, who)
    alone = own and not asked.is_about_government(who)
    return own if alone else [*own, *list_said_under(asked, who)]


def list_voiced(asked: Asked, who: Iterable[str]) -> Iterator[CitedStatement]:
    """Yield what somebody said, also in a body's name, and all that bodies said under a leader."""
    for one in who:
        yield from (*_said_by(asked, one), *list_said_under(asked, one))


def _said_by(asked: Asked, who: str) -> list[CitedStatement]:
    return asked.kb.statements_by_bodies(asked.kb.bodies_of(who))


def _is_person(asked: Asked, who: str) -> bool:
    return asked.kb.entities[who].kind is Kind.PERSON


def keep_in_time(
    asked: Asked, who: Collection[str], said: Sequence[CitedStatement]
) -> list[CitedStatement]:
    """Return what may be of the days asked about, and of people what they said in that office."""
    settled, later = asked.select(said)
    kept = [*settled, *later]
    for one in who:
        if _is_person(asked, one):
            kept = asked.in_office(one, kept)
    return kept


def answer_with(
    asked: Asked,
    found: Topic,
    outcome: Outcome,
    statements: Sequence[CitedStatement],
    **fields: object,
) -> Answer:
    """Return an answer of statements with whom and what they are of; `fields` are set as given."""
    who = found.asked_about[:1]
    state = who and asked.kb.entities[who[0]].state == who[0]
    topics = topics_of(statements)
    under = {s.id for one in who for s in list_said_under(asked, one)}
    holders = dict.fromkeys(stance.holder for s in statements for stance in s.stances)
    answered = asked.answer(
        outcome,
        holder=asked.ref(who[0]) if state else None,
        issue=asked.issue_ref(found.issues[0]) if len(found.issues) == 1 else None,
        statements=within_budget(statements),
        from_bodies=bool(statements) and under.issuperset(s.id for s in statements),
        topics=tuple(map(asked.issue_ref, topics)),
        topic_holders=tuple(map(asked.ref, holders)),
        **(who_fields(asked, who[0]) if who else {}),
        **fields,
    )
    return _without_another_issue(asked, answered)


def _without_another_issue(asked: Asked, answered: Answer) -> Answer:
    """Return an answer of words found with the issue that they are on, which may be another.

    "Charm diplomacy" is found in what is on no dialogue, "allies talking" in what is on others'.
    """
    issue = answered.issue
    if issue is None or not (answered.sought and answered.outcome is Outcome.ANSWER):
        return answered
    own = _find_above(asked, issue.id, topics_of(answered.statements))
    if own == issue.id:
        return answered
    read = tuple(read for read in answered.read_as if read.name != issue.name)
    ref = asked.issue_ref(own) if own else None
    return answered.model_copy(update={"issue": ref, "read_as": read})


def _find_above(asked: Asked, issue: str, topics: Collection[str]) -> str | None:
    """Return the issue, or the next one above it, that any of these topics is, or is below."""
    at: str | None = issue
    while at is not None and not {own.id for own in asked.kb.under(at)} & {*topics}:
        at = asked.kb.issues[at].parent
    return at
