"""What was said of somebody, where nothing but their name was typed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.answers.answer import Answer, Outcome
from bot.answers.done_to import find_urged, list_doing
from bot.answers.named_speakers import name_speakers, tell_by_whom
from bot.answers.phrases import listed
from bot.answers.positions import said_of, sorted_by_place
from bot.answers.refusals import NOT_NO_POSITION, list_typed, stranger_answer
from bot.answers.speakers_asked_for import list_only_spoken_of, list_whose, type_whose
from bot.answers.spoken_about import (
    concerns,
    is_among_parties,
    is_circumstance,
    is_named_in,
    is_person,
    list_accounts,
    list_said_of,
)
from bot.answers.spoken_answer import answer_with, keep_in_time, list_spoken
from bot.answers.word_search import having_sought
from knowledge.corpus import Kind
from knowledge.questions import Intent

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.answers.answer import Choice
    from bot.answers.asked import Asked
    from knowledge.citations import CitedStatement
    from knowledge.questions import Actor, Topic

OF_OTHER_DAYS = "Words of other days about it are on record."
_NEAR = 3  # statements near what was asked


def answer_about_somebody(asked: Asked, found: Topic) -> Answer | None:
    """Answer with what was said of somebody, where nothing but their name was typed."""
    of_position = found.intent is Intent.POSITION
    if found.speaking_for and not found.issues:
        return _answer_who_of_them(asked, found)
    objects = tuple(a for a in found.objects if not is_circumstance(asked.question, a))
    if found.objects and not objects:
        if found.intent is Intent.WHO_SAID and not found.issues:
            return _answer_who_was_there(asked, found)
        return None if of_position else answer_with_all(asked, found)
    found = replace(found, objects=objects)
    named = bool(objects) and all(actor.names for actor in objects)
    if found.intent is Intent.WHO_SAID and named and not (found.asked_about or found.issues):
        return _answer_who_spoke_of(asked, found)
    of_people = all(map(is_person, found.objects))
    if not (found.objects and found.asked_about) or (of_position and not of_people):
        return None
    said = keep_in_time(asked, found.asked_about, list_spoken(asked, found.asked_about))
    accounts = keep_in_time(asked, (), list_accounts(asked, found))
    if about := _list_about(asked, found, said, accounts):
        return _answer_about(asked, found, about)
    return None if of_position else _answer_nothing_about(asked, found, said)


def _answer_nothing_about(asked: Asked, found: Topic, said: Sequence[CitedStatement]) -> Answer:
    """Answer that those asked about said nothing about somebody, and list what is nearest."""
    who = name_speakers(asked, found)
    naming = [] if said else said_of(asked, found.asked_about[0])
    nothing = f"Nothing on record from {who}{asked.when}." if naming else ""
    among = [s for s in said if is_among_parties(asked, s, found.objects)]
    not_about = _tell_not_named if among else _tell_nothing_about
    reason = f"{nothing or not_about(found, who, asked.when)} {NOT_NO_POSITION}"
    elsewhen = list_other_days(asked, found)
    near = among or said or [s for s in naming if concerns(asked, s, found.objects)] or naming
    return answer_with(
        asked,
        found,
        Outcome.NO_RECORD,
        near[:_NEAR],
        reason=f"{reason} {OF_OTHER_DAYS}" if elsewhen else reason,
        choices=tuple(elsewhen),
    )


def _answer_who_spoke_of(asked: Asked, found: Topic) -> Answer:
    """Answer who said anything about somebody: "who talked about Sordia"."""
    names = listed([_name_of(asked, actor) for actor in found.objects])
    if said := keep_in_time(asked, (), list_said_of(asked, found.objects)):
        reason = f"On record about {names}:"
        return answer_with(asked, found, Outcome.ANSWER, said, reason=reason)
    reason = f"{_tell_not_named(found, 'others', asked.when)} {NOT_NO_POSITION}"
    return answer_with(asked, found, Outcome.NO_RECORD, (), reason=reason)


def _answer_who_of_them(asked: Asked, found: Topic) -> Answer | None:
    """Answer who of a state or an office spoke of somebody: "who in Sordia mentioned Lutha"."""
    if strangers := [a.typed for a in found.speaking_for if not a.names]:
        return stranger_answer(asked, strangers)
    objects = list_only_spoken_of(found)
    about = any(not is_circumstance(asked.question, actor) for actor in objects)
    if about and len(list_whose(found)) == 1:
        theirs = replace(found, subjects=found.speaking_for, objects=objects, speaking_for=())
        return answer_about_somebody(asked, theirs)
    said = list_spoken(asked, list_whose(found))
    kept = [s for s in said if not about or concerns(asked, s, objects)]
    typed = list_typed([type_whose(asked, found)])
    names = f" about {listed([_name_of(asked, a) for a in objects])}" if about else ""
    if kept:
        reason = f"On record from {typed}{names}:"
        return answer_with(asked, found, Outcome.ANSWER, kept, reason=reason)
    names = f" about {list_typed(actor.typed for actor in objects)}" if about else ""
    reason = f"No statement on record from {typed}{names}{asked.when}. {NOT_NO_POSITION}"
    return answer_with(asked, found, Outcome.NO_RECORD, (), reason=reason)


def _answer_who_was_there(asked: Asked, found: Topic) -> Answer:
    """Answer who spoke at a place, or in somebody's time, with the words that name it."""
    typed = list_typed(actor.typed for actor in found.objects)
    said = keep_in_time(asked, (), list_said_of(asked, found.objects))
    if named := [s for s in said if any(is_named_in(asked, s, a) for a in found.objects)]:
        reason = f"On record with {typed} in the words or the occasion:"
        return answer_with(asked, found, Outcome.ANSWER, named, reason=reason)
    reason = f"I cannot tell who spoke there or then: no words on record{asked.when} name {typed}."
    return asked.answer(Outcome.NO_MATCH, reason=reason, not_understood=())


def answer_with_all(asked: Asked, found: Topic) -> Answer | None:
    """Answer with all that somebody said, where the names beside only say where or when."""
    if not found.asked_about:
        return None
    if said := keep_in_time(asked, found.asked_about, list_spoken(asked, found.asked_about)):
        reason = "On record, whatever the place or time:"
        return answer_with(asked, found, Outcome.ANSWER, said, reason=reason)
    who = name_speakers(asked, found)
    reason = f"Nothing on record from {who}{asked.when}. {NOT_NO_POSITION}"
    return answer_with(asked, found, Outcome.NO_RECORD, (), reason=reason)


def _answer_about(asked: Asked, found: Topic, about: Sequence[CitedStatement]) -> Answer:
    """Answer with what is about somebody, or has the verb that they stand behind: "urge Sordia"."""
    act = find_urged(asked, found)
    if act is None:
        reason = _heading_about(asked, found, about)
        return answer_with(asked, found, Outcome.ANSWER, about, reason=reason)
    if told := list_doing(asked, act, about):
        reason = f"On record with {list_typed([act.typed])}:"
        read = having_sought(asked, [act.verb])
        return answer_with(asked, found, Outcome.ANSWER, told, reason=reason, **read)
    if not act.is_urging:  # whoever asks for something seldom says so with that verb
        names = _heading_about(asked, found, about).removesuffix(":")
        reason = f"{names}, not with {list_typed([act.typed])}:"
        return answer_with(asked, found, Outcome.ANSWER, about, reason=reason)
    by = tell_by_whom(asked, found)
    opening = f"No statement on record{by} has {list_typed([act.typed])}{asked.when}."
    reason = f"{opening} {NOT_NO_POSITION}"
    return answer_with(asked, found, Outcome.NO_RECORD, about[:_NEAR], reason=reason)


def _list_about(
    asked: Asked, found: Topic, said: Iterable[CitedStatement], accounts: Iterable[CitedStatement]
) -> list[CitedStatement]:
    """Return what was said of somebody; accounts of outlets count for a state where all else fails.

    Beside its own words they would be too many, and are told by issue.
    """
    own, told = ([s for s in of if concerns(asked, s, found.objects)] for of in (said, accounts))
    beside = told if any(map(is_person, found.objects)) or not own else []
    return sorted_by_place([*own, *beside])


def list_other_days(asked: Asked, found: Topic) -> list[Choice]:
    """Return the question of all days, where words about whoever is spoken of are of others."""
    if not asked.dated or not found.asked_about:
        return []
    always = replace(asked, question=replace(asked.question, asked_date=None))
    who = found.asked_about[0]
    if not any(concerns(always, said, found.objects) for said in list_spoken(always, [who])):
        return []
    person = asked.kb.entities[who].kind is Kind.PERSON
    label = f"All that {asked.kb.name_of(who)} said"
    question = f"/who {who}" if person else f"/timeline {who}"
    return [asked.choice(asked.kb.name_as(who), question, label)]


def _heading_about(asked: Asked, found: Topic, about: Sequence[CitedStatement]) -> str:
    """Return of whom statements are, and of whom else they were asked for and are not."""
    told = [a for a in found.objects if any(concerns(asked, said, [a]) for said in about)]
    names, others = (
        [_name_of(asked, actor) for actor in found.objects if (actor in told) is is_told]
        for is_told in (True, False)
    )
    but = f", not about {listed(others, 'or')}" if others else ""
    return f"On record about {listed(names)}{but}:"


def _tell_nothing_about(found: Topic, whose: str, when: str = "") -> str:
    """Return that nobody is named in somebody's words, or that no statement is about a state.

    What the record leaves off a sentence may name them.
    """
    if all(map(is_person, found.objects)):
        return _tell_not_named(found, whose, when)
    typed = list_typed(actor.typed for actor in found.objects)
    return f"No statement on record by {whose} is about {typed}{when}."


def _tell_not_named(found: Topic, whose: str, when: str = "") -> str:
    """Return that nobody is named; of a party to what the words are on no more can be told."""
    typed = list_typed((actor.typed for actor in found.objects), "or")
    return f"The words on record by {whose} do not name {typed}{when}."


def _name_of(asked: Asked, actor: Actor) -> str:
    return asked.kb.name_of(actor.target) if actor.target else actor.typed
