"""/who NAME: posts and descriptions as attested, what was said, and on whose behalf."""

from __future__ import annotations

from dataclasses import replace
from operator import attrgetter
from typing import TYPE_CHECKING

from bot.answers.answer import Answer, Outcome
from bot.answers.command import Command
from bot.answers.governments import list_said_under, note_government
from bot.answers.leftovers import mention_unused
from bot.answers.not_measured import answer_not_measured
from bot.answers.phrases import listed
from bot.answers.positions import said_by, said_of, sorted_by_place, topics_of
from bot.answers.refusals import (
    NOT_NO_POSITION,
    near_choices,
    outlet_answer,
    refuse,
    stranger_answer,
    tell_another_time,
)
from bot.block_kit.buttons import Button
from bot.layout import wording
from bot.layout.issue_by_issue import bars_of
from bot.layout.timeline_days import timeline_days
from bot.layout.who_card import BARS, count_unnamed, post_list, who_card
from bot.layout.wording import page, settled_first
from knowledge.citations import within_budget
from knowledge.corpus import Kind
from knowledge.names import Certainty
from knowledge.questions import Intent, find_cast
from knowledge.text import LEADING, OFFICES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from bot.answers.answer import Choice, PersonRef
    from bot.answers.asked import Asked
    from bot.block_kit.message import Part
    from knowledge.citations import CitedStatement, Source
    from knowledge.kb import Entity
    from knowledge.names import HeldPost, Name
    from knowledge.questions import FoundName

_SEVERAL = 2  # statements that have an order


def answer(asked: Asked) -> Answer:
    """Answer about one person or organization; else offer a choice, or say what is nearest."""
    return answer_not_measured(asked, asked.topic) or _answer(asked)


def _answer(asked: Asked) -> Answer:
    cast = find_cast(asked.kb, asked.question)
    strangers = [actor.typed for actor in cast.subjects if actor.is_stranger]
    if strangers:
        return _who_else(asked, strangers) or stranger_answer(
            asked, strangers, _near(asked, strangers)
        )
    found = [actor.found for actor in cast.subjects if actor.found]
    names = list({n.target: n for f in found for n in f.names}.values())
    topic = asked.topic
    if len(names) == 1 and topic.intent is Intent.WHO_LEADS:
        return _leader(_drop_words(asked, LEADING), names[0].target)
    if len(names) == 1 and not topic.doubtful:
        # "what did Kono say in 2020" is not answered by what he said before
        asked = replace(asked, spoken=topic.intent is Intent.WORDS)
        answered = _about(_drop_words(asked, OFFICES), asked.kb.entities[names[0].target])
        noted = note_government(asked, answered, [names[0].target], ())
        return mention_unused(asked, topic, noted)
    return _offered(asked, found, topic.doubtful)


def _who_else(asked: Asked, strangers: Sequence[str]) -> Answer | None:
    """Offer those who held an office another time, where nobody did on the days asked about."""
    offices = [s for s in asked.question.strangers if s.is_office and s.typed in strangers]
    people = dict.fromkeys(post.person for office in offices for post in office.ever)
    if not people:
        return None
    choices = tuple(c for one in people for c in _of_all_days(asked, asked.kb.entities[one]))
    return stranger_answer(asked, strangers).model_copy(update={"choices": choices})


def _leader(asked: Asked, body: str) -> Answer:
    """Answer about who led a body on the day asked about: "who headed the central bank"."""
    ever = _led_by(asked, body)
    then = _of_the_days(asked, ever)
    people = list(dict.fromkeys(post.person for post in then))
    if len(people) == 1:
        return _put_asked_posts_first(
            _about(asked, asked.kb.entities[people[0]]), {p.title for p in then}
        )
    who = people or list(dict.fromkeys(post.person for post in ever))
    choices = tuple(asked.choice(asked.kb.name_as(one), f"/who {one}{asked.dated}") for one in who)
    if len(people) > 1:
        return asked.answer(Outcome.CHOICE, reason="Which of these?", choices=choices)
    name, another = asked.kb.name_of(body), tell_another_time(asked, ever)
    reason = f"Nobody on record is named as leading {name}{asked.when or ' then'}.{another}"
    return asked.answer(Outcome.NO_MATCH, reason=reason, choices=choices)


def _put_asked_posts_first(answer: Answer, titles: Collection[str]) -> Answer:
    """Return an answer that names posts of these titles first, as those asked about."""
    if not answer.person:
        return answer
    named = (p.model_copy(update={"asked": p.title in titles}) for p in answer.person.posts)
    person = answer.person.model_copy(update={"posts": tuple(named)})
    return answer.model_copy(update={"person": person})


def _led_by(asked: Asked, body: str) -> list[HeldPost]:
    """Return the posts at the head of a body, the latest first."""
    leaders = asked.kb.leaders_of(body)
    led = {(one.person, one.organization, one.title) for one in leaders}
    people = dict.fromkeys(one.person for one in leaders)
    held = (post for person in people for post in asked.kb.posts.of(person))
    return [post for post in held if (post.person, post.organization, post.title) in led]


def _of_the_days(asked: Asked, posts: Sequence[HeldPost]) -> Sequence[HeldPost]:
    """Return the posts certainly held in the days asked about, else those that may have been."""
    days = asked.question.asked_date
    if days is None or days.day is None:
        return posts
    first, last = days.first or days.day, days.last or days.day
    certain = [post for post in posts if post.on(first, last) is Certainty.CERTAIN]
    return certain or [post for post in posts if post.on(first, last) is Certainty.PERHAPS]


def _drop_words(asked: Asked, answered: Collection[str]) -> Asked:
    """Return the question without words that the card answers among those not read: *headed*."""
    left = tuple(w for w in asked.question.not_understood if w.lower() not in answered)
    return replace(asked, question=replace(asked.question, left=left))


def _near(asked: Asked, typed: Iterable[str]) -> list[Choice]:
    return near_choices(asked, typed, {Kind.PERSON, Kind.ORGANIZATION}, "/who {}")


def _offered(asked: Asked, found: Sequence[FoundName], doubtful: Sequence[str]) -> Answer:
    """Offer those found; `doubtful` are the words that may make it another question."""
    left = asked.question.not_understood or doubtful
    if not found:
        reason = f"Nobody on record has that name. {NOT_NO_POSITION}"
        typed = " ".join(left)
        return outlet_answer(asked, [typed]) or refuse(asked, reason, _near(asked, [typed]))
    choices = {n.target: _choice(asked, f, n) for f in found for n in f.names}
    if len(choices) == 1:
        words = listed([f"“{word}”" for word in left])
        return refuse(asked, f"I did not understand {words}.", choices.values())
    return asked.answer(Outcome.CHOICE, reason="Which of these?", choices=tuple(choices.values()))


def _choice(asked: Asked, found: FoundName, name: Name) -> Choice:
    return asked.choice(name, f"/who {name.target}{asked.dated}", asked.label_of(found, name))


def _about(asked: Asked, entity: Entity) -> Answer:
    person = entity.kind is Kind.PERSON
    own = asked.in_office(entity.id, said_by(asked, entity))
    under = sorted_by_place(list_said_under(asked, entity.id))
    from_bodies = bool(under) and not any(asked.select(own))
    said = asked.select(under if from_bodies else own)
    beside = [] if from_bodies else _of_bodies(asked, [s for s in under if s not in own])
    told = {statement.id for statement in under}
    naming = [] if own else [s for s in said_of(asked, entity.id) if s.id not in told]
    every = [*said.settled, *said.maybe_later]
    ref = asked.ref(entity.id)
    named = asked.person_ref(entity.id) if person else None
    return asked.answer(
        Outcome.ANSWER,
        asked=f"/who {asked.as_asked(entity.id)}{asked.dated}",
        person=named,
        named_in=_named_in(asked, named) if named and not every else (),
        organization=None if person else ref,
        holder=_spoken_for(asked, entity, own),
        said_under=within_budget(beside),
        from_bodies=from_bodies,
        statements=sorted(within_budget(every), key=attrgetter("place")),
        naming=within_budget(naming),
        maybe_later=tuple(s.id for s in said.maybe_later),
        topics=tuple(asked.issue_ref(i) for i in topics_of([*every, *beside])),
        choices=_of_all_days(asked, entity) if not every and (own or under) else (),
    )


def _named_in(asked: Asked, person: PersonRef) -> tuple[Source, ...]:
    """Return the articles that attest the posts and descriptions of a person, each once."""
    attested = [*(a for post in person.posts for a in post.attested), *person.descriptions]
    records = (asked.kb.source(article) for article in dict.fromkeys(a.article for a in attested))
    return tuple(record.source for record in records if record)


def _of_all_days(asked: Asked, entity: Entity) -> tuple[Choice, ...]:
    """Return the question of what somebody said on other days than those asked about."""
    choice = asked.choice(asked.kb.name_as(entity.id), f"/who {entity.id}")
    return (choice.model_copy(update={"label": f"{choice.label}, all days"}),)


def _of_bodies(asked: Asked, under: Sequence[CitedStatement]) -> list[CitedStatement]:
    """Return what bodies said in the days asked about; what was before these is beside them."""
    first = asked.first_day
    return [s for s in asked.until(under).settled if first is None or s.said.to >= first]


def _spoken_for(asked: Asked, entity: Entity, said: Iterable[CitedStatement]) -> object:
    """Return the state that an organization belongs to, or that a person always spoke for."""
    states = {entity.state} if entity.state else {s.on_behalf_of for s in said}
    state = states.pop() if len(states) == 1 else None
    return asked.ref(state) if state else None


def parts(answer: Answer) -> list[Part]:
    """Lay an answer out as a card; as all posts and statements where more is asked for."""
    if answer.outcome is not Outcome.ANSWER:
        return [wording.not_answered(answer)]
    if not answer.asked_for_more:
        return who_card(answer)
    shown = bars_of(page(settled_first(answer.statements, answer), answer), answer)
    first = answer.person is not None and not answer.skip
    return [*(post_list(answer.person) if first and answer.person else []), *shown]


def leading_buttons(answer: Answer) -> list[Button]:
    """Return buttons to the order of time, and to all posts where no list of statements has them.

    Several statements alone have an order.
    """
    who = answer.person or answer.organization
    if not who or answer.asked_for_more:
        return []
    days = timeline_days(answer, (statement.said for statement in answer.statements))
    ordered = [Button("Timeline", f"/timeline {who.id}{days}")]
    posts = [Button("Posts", f"{answer.asked} more")]
    return [
        *(ordered if len(answer.statements) >= _SEVERAL else []),
        *(posts if count_unnamed(answer) and len(answer.statements) <= BARS else []),
    ]


COMMAND = Command(
    name="who",
    slack_name="whois",  # /who is built into Slack, which refuses a manifest that asks for it
    usage="NAME",
    about="Who somebody was on which date, as the articles say, and what they said for whom.",
    examples=lambda sample: (sample.speech.person if sample.speech else sample.holder,),
    kinds=frozenset({Kind.PERSON, Kind.ORGANIZATION}),
    answer=answer,
    parts=parts,
    buttons=leading_buttons,
)
