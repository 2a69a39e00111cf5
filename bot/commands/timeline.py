"""/timeline HOLDER ISSUE [from DATE] [to DATE]: what is on record day by day, and what changed."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.answers.answer import Answer, Outcome
from bot.answers.command import Command
from bot.answers.governments import call_government, note_government
from bot.answers.lanes import find_lanes
from bot.answers.leftovers import mention_unused
from bot.answers.narrowed_issues import name_narrowed
from bot.answers.nothing_named import ask_for_a_name
from bot.answers.phrases import listed
from bot.answers.positions import issues_below, said_naming, who_fields
from bot.answers.refusals import NOT_NO_POSITION, near_choices, nothing_on_record, refuse
from bot.answers.topic_choices import (
    ask_of,
    choose_name,
    doubt_of_parties,
    list_names,
    name_stranger,
)
from bot.layout.timeline_card import lay_out, timeline_buttons
from knowledge.citations import within_budget
from knowledge.corpus import Kind
from knowledge.questions import states_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answers.answer import Choice
    from bot.answers.asked import Asked
    from bot.answers.example_questions import Sample
    from bot.answers.lanes import Lanes
    from knowledge.questions import Topic
    from knowledge.text import AskedDate

_UP_TO = re.compile(r"(?<!\S)to\s+$", re.IGNORECASE)
_AS_OF = ("as of", "as at")


def answer(asked: Asked) -> Answer:
    """Answer with lanes of holders and issues; else offer a choice, or say what is nearest."""
    asked = _over_days(asked)
    found = asked.topic
    answered = _answer(asked.about(found), found)
    noted = note_government(asked, answered, found.asked_about, found.issues)
    return mention_unused(asked, found, name_narrowed(asked, found, noted))


def _over_days(asked: Asked) -> Asked:
    """Read a lone date as all of its days, and "to 2019" as all days up to the end of 2019."""
    days = asked.question.asked_date
    if days is None or days.day is None or days.is_range:
        return asked
    days = _up_to(days) if _is_end(asked, days) else replace(days, is_range=days.first is not None)
    return replace(asked, question=replace(asked.question, asked_date=days))


def _is_end(asked: Asked, days: AskedDate) -> bool:
    typed = asked.question.typed
    as_of = typed[days.start : days.end].lower().startswith(_AS_OF)
    return as_of or bool(_UP_TO.search(typed[: days.start]))


def _up_to(days: AskedDate) -> AskedDate:
    return replace(days, first=None)


def _answer(asked: Asked, found: Topic) -> Answer:
    return (
        name_stranger(asked, found, f"/timeline {{}} {' '.join(found.issues)}".strip())
        or choose_name(asked, found)
        or _not_named(asked, found)
        or _in_doubt(asked, found)
        or _on_record(asked, found)
    )


def _not_named(asked: Asked, found: Topic) -> Answer | None:
    """Say that no issue, or nobody, goes by the words typed."""
    left = asked.question.not_understood
    if found.issues or (found.asked_about and not left):
        return None
    who = found.asked_about[:1]
    ask = f"/timeline {who[0]} {{}}" if who else "/timeline {}"
    near = near_choices(asked, [" ".join(left)], {Kind.ISSUE} if who else set(Kind), ask)
    if not who:
        unknown = refuse(asked, f"I have no record of that name. {NOT_NO_POSITION}", near)
        return ask_for_a_name(asked) or unknown
    reason = f"No issue on record goes by “{' '.join(left)}”. {NOT_NO_POSITION}"
    return refuse(asked, reason, near)


def _in_doubt(asked: Asked, found: Topic) -> Answer | None:
    """Ask where a word may make it another question, or a party is not the issue's."""
    words = listed([f"“{word}”" for word in found.doubtful])
    unclear = f"I did not understand {words}, and it may change the question." if words else None
    reason = doubt_of_parties(asked, found) or unclear
    if reason is None:
        return None
    return refuse(
        asked, f"{reason} Did you mean this?", [_choice(asked, found.asked_about, found.issues)]
    )


def _choice(asked: Asked, who: Sequence[str], issues: Sequence[str]) -> Choice:
    names = listed([asked.kb.name_of(one) for one in who])
    label = " on ".join(filter(None, [names, list_names(asked, issues)]))
    question = ask_of(asked, " ".join(who), issues)
    return asked.choice(asked.kb.name_as((*who, *issues)[0]), question, label)


def _on_record(asked: Asked, found: Topic) -> Answer:
    drawn = find_lanes(asked, found.asked_about, found.issues)
    if not drawn.lanes:
        return _nothing(asked, found)
    days = asked.question.asked_date
    return asked.answer(
        Outcome.ANSWER,
        asked=ask_of(asked, " ".join(map(asked.as_asked, found.asked_about)), found.issues),
        issue=asked.issue_ref(found.issues[0]) if len(found.issues) == 1 else None,
        lanes=drawn.lanes,
        statements=tuple(drawn.statements),
        maybe_later=drawn.maybe_outside,
        from_bodies=drawn.from_bodies,
        first_day=days.first if days else None,
        **_whose(asked, drawn),
    )


def _whose(asked: Asked, drawn: Lanes) -> dict[str, object]:
    """Return the fields that say who is asked about, and of whom of them nothing is on record."""
    holders = {lane.holder.id: lane.holder for lane in drawn.lanes if lane.holder}
    several: dict[str, object] = {"asked_about": tuple(asked.ref(one) for one in drawn.who)}
    own = who_fields(asked, drawn.who[0]) if len(drawn.who) == 1 else several
    of_one = len(holders) == 1 and (drawn.who or all(lane.holder for lane in drawn.lanes))
    holder = next(iter(holders.values())) if of_one else None
    return {**own, "holder": holder, "silent": tuple(asked.ref(one) for one in drawn.silent)}


def _nothing(asked: Asked, found: Topic) -> Answer:
    """Return that nothing is on record of those days, and where else to look."""
    who = listed([call_government(asked, one) for one in found.asked_about])
    issues = list_names(asked, found.issues)
    about = f" on {issues}" if issues else ""
    people = [w for w in found.asked_about if asked.kb.entities[w].kind is Kind.PERSON]
    near = said_naming(asked, people, issues_below(asked, found.issues))
    return asked.answer(
        Outcome.NO_RECORD,
        asked=ask_of(asked, " ".join(map(asked.as_asked, found.asked_about)), found.issues),
        reason=nothing_on_record(asked, who, f"{about}{asked.how_said}", near),
        issue=asked.issue_ref(found.issues[0]) if len(found.issues) == 1 else None,
        choices=tuple(_elsewhere(asked, found)),
        statements=within_budget(near),
    )


def _elsewhere(asked: Asked, found: Topic) -> list[Choice]:
    """Offer the same of all days, all issues, and the states spoken for, where on record."""
    whole = asked.however_said()
    same_days = _same_days(whole, found) if asked.on_record else []
    always = replace(whole, question=replace(whole.question, asked_date=None))
    states = dict.fromkeys(s for who in found.asked_about for s in states_of(asked.kb, who))
    tried = [(found.asked_about, found.issues)]
    tried += [(found.asked_about, ())] if found.asked_about else []
    tried += [((state,), found.issues) for state in states if found.issues]
    on_record = [(who, issues) for who, issues in tried if find_lanes(always, who, issues).lanes]
    choices = [_choice(always, who, issues) for who, issues in on_record]
    if asked.dated:
        choices = [c.model_copy(update={"label": f"{c.label}, all days"}) for c in choices]
    return list({choice.question: choice for choice in (*same_days, *choices)}.values())


def _same_days(whole: Asked, found: Topic) -> list[Choice]:
    """Offer all that is on record of the days asked about, where only a part was asked for."""
    lanes = find_lanes(whole, found.asked_about, found.issues).lanes
    return [_choice(whole, found.asked_about, found.issues)] if lanes and whole.dated else []


def _examples(sample: Sample) -> tuple[str, ...]:
    question = f"{sample.holder} {sample.issue}"
    spoken = [sample.speech.person] if sample.speech else []
    return (question, f"{sample.holder} to {sample.month}", *spoken)


COMMAND = Command(
    name="timeline",
    usage="HOLDER or ISSUE [ISSUE] [from DATE] [to DATE]",
    about="What is on record in order of time, and what changed: old words beside new ones.",
    examples=_examples,
    kinds=frozenset(Kind),
    answer=answer,
    parts=lay_out,
    buttons=timeline_buttons,
    daily=False,
)
