"""What belongs to the government of a leader: what was said for a state while they certainly led.

Of other days the articles do not say whose government it was: an answer says so, and leads to all
that is on record of the state.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from bot.answers.answer import Outcome
from bot.answers.phrases import listed, with_article
from knowledge.corpus import Kind, first_day, last_day
from knowledge.questions import states_of_actors

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bot.answers.answer import Answer, Choice
    from bot.answers.asked import Asked
    from knowledge.citations import CitedStatement, LedBody

_TELLING = {Outcome.ANSWER, Outcome.NO_RECORD}


def list_said_under(asked: Asked, leader: str, issue: str | None = None) -> list[CitedStatement]:
    """Return what bodies said under somebody; of a government also what was said for its state.

    With an issue it is what they said on that one, and what outlets say of the state's position.
    """
    if asked.kb.entities[leader].kind is not Kind.PERSON:
        return []
    under = [s for s in asked.kb.statements_under(leader) if issue is None or _is_about(s, issue)]
    if asked.is_about_government(leader):
        under = [*under, *_list_said_for_states(asked, leader, issue)]
    return list({s.id: s for s in under}.values())


def _list_said_for_states(asked: Asked, leader: str, issue: str | None) -> Iterator[CitedStatement]:
    """Yield what was said for the states that somebody led, on days when they certainly did."""
    for led in asked.kb.led_by(leader):
        for said in _list_of_state(asked, led.organization, issue):
            if led.covers(said.said.from_, said.said.to):
                yield said


def _list_of_state(asked: Asked, state: str, issue: str | None) -> list[CitedStatement]:
    if issue is not None:
        return asked.kb.statements_about(issue, [state])
    return [s for s in asked.kb.statements_for(state) if s.on_behalf_of == state]


def _is_about(statement: CitedStatement, issue: str) -> bool:
    stances = (stance.issue for stance in statement.stances)
    return issue in (*stances, *statement.about)


def note_government(
    asked: Asked, answer: Answer, who: Iterable[str], issues: Sequence[str]
) -> Answer:
    """Return an answer that says where more of a state may be of the government asked about.

    `who` are those asked about, `issues` what they are asked about; without any it is everything.
    """
    if answer.outcome not in _TELLING:
        return answer
    led = [led for one in who for led in _list_led(asked, answer, one)]
    more = [one for one in led if _has_more(asked, answer, one, issues)]
    if not more:
        return answer
    offered = (_offer(asked, one.organization, issues) for one in more)
    choices = {choice.question: choice for choice in (*answer.choices, *offered)}
    return answer.model_copy(
        update={
            "governments": tuple(asked.ref(one.person) for one in more),
            "not_told_apart": tuple(asked.ref(one.organization) for one in more),
            "choices": tuple(choices.values()),
        }
    )


def tell_governments(answer: Answer) -> Iterator[str]:
    """Yield that more of a state may be of the government asked about, which no day tells."""
    for leader, state in zip(answer.governments, answer.not_told_apart, strict=True):
        whose = f"perhaps of {leader.name}’s government: the articles do not say"
        yield f"{with_article(state.name)} has more on record, {whose}"


def offer_government(asked: Asked, leader: str) -> list[Choice]:
    """Return the question of a leader's government, where no article dates their time in office.

    It is none of whoever led another state than the one that is asked about.
    """
    states = {one.organization for one in _list_states_led(asked, leader)}
    named = states_of_actors(asked.kb, asked.topic.subjects)
    if not states or (named and states.isdisjoint(named)):
        return []
    issues = asked.topic.issues
    on = f" on {listed([asked.kb.name_of(issue) for issue in issues])}" if issues else ""
    ask = (
        f"/stance {leader} government {' '.join(issues)}" if issues else f"/who {leader} government"
    )
    label = f"{asked.kb.name_of(leader)}’s government{on}"
    return [asked.choice(asked.kb.name_as(leader), ask, label)]


def call_government(asked: Asked, who: str) -> str:
    """Return how a sentence on what is not on record calls somebody, or their government."""
    name = asked.kb.name_of(who)
    by_name = f"the government of {name} by name"
    return by_name if asked.is_about_government(who) else with_article(name)


def _list_led(asked: Asked, answer: Answer, who: str) -> list[LedBody]:
    """Return the states that somebody led, where words said under them are asked for or told."""
    under = answer.from_bodies or asked.is_about_government(who)
    return _list_states_led(asked, who) if under else []


def _list_states_led(asked: Asked, who: str) -> list[LedBody]:
    led = asked.kb.led_by(who)
    return [one for one in led if asked.kb.entities[one.organization].state == one.organization]


def _has_more(asked: Asked, answer: Answer, led: LedBody, issues: Sequence[str]) -> bool:
    """Return whether a state has words on record that may be of a leader's days, and not shown."""
    below = {issue.id for one in issues for issue in asked.kb.under(one)}
    said = [s for i in below or [None] for s in _list_of_state(asked, led.organization, i)]
    told = {statement.id for statement in (*answer.statements, *answer.said_under)}
    settled, later = asked.select(said)
    others = [one for one in asked.kb.leaders_of(led.organization) if one.person != led.person]
    return any(
        s.id not in told and _may_be_of(asked, led, s) and not _is_of_any(others, s)
        for s in (*settled, *later)
    )


def _may_be_of(asked: Asked, led: LedBody, said: CitedStatement) -> bool:
    """Return whether no beginning and no end of a time in office leaves a statement out."""
    posts = [p for p in asked.kb.posts.of(led.person) if p.organization == led.organization]
    spans = [(first_day(p.start) or date.min, last_day(p.end) or date.max) for p in posts]
    return any(first <= said.said.to and said.said.from_ <= last for first, last in spans)


def _is_of_any(leaders: Iterable[LedBody], said: CitedStatement) -> bool:
    return any(one.covers(said.said.from_, said.said.to) for one in leaders)


def _offer(asked: Asked, state: str, issues: Sequence[str]) -> Choice:
    """Return the question of all that a state has on record there."""
    on = f" on {asked.kb.name_of(issues[0])}" if issues else ", all statements"
    ask = f"/stance {state} {' '.join(issues)}" if issues else f"/timeline {state}"
    label = f"{asked.kb.name_of(state)}{on}"
    return asked.choice(asked.kb.name_as(state), f"{ask}{asked.dated}", label)
