"""/stance HOLDER ISSUE [as of DATE]: where a holder stands, statement by statement."""

from __future__ import annotations

from dataclasses import replace
from operator import attrgetter
from typing import TYPE_CHECKING

from bot.answers.agreeing import ask_on_which_issue
from bot.answers.answer import Answer, Outcome
from bot.answers.command import Command
from bot.answers.described_speakers import answer_described
from bot.answers.doubtful_words import words_beside
from bot.answers.forecasts import answer_forecast
from bot.answers.foreign_questions import answer_other_language
from bot.answers.governments import call_government, note_government
from bot.answers.issues_on_record import (
    has_record,
    has_several,
    has_spoken,
    keep_of_the_days,
    list_issues,
)
from bot.answers.leftovers import mention_unused
from bot.answers.narrowed_issues import name_narrowed, widen
from bot.answers.not_measured import answer_not_measured
from bot.answers.nothing_named import ask_for_a_name
from bot.answers.order_asked import read_newest
from bot.answers.outlets_asked import answer_by_outlet
from bot.answers.people_spoken_of import is_on_a_person
from bot.answers.phrases import listed, with_article
from bot.answers.positions import (
    Record,
    answer_fields,
    find_records,
    has_stance,
    issues_below,
    other_holders,
    said_naming,
    said_of,
    who_fields,
)
from bot.answers.refusals import (
    NOT_NO_POSITION,
    near_choices,
    nothing_on_record,
    outlet_answer,
    refuse,
)
from bot.answers.said_about_somebody import OF_OTHER_DAYS, list_other_days
from bot.answers.seen_by_others import answer_seen_by_others
from bot.answers.side_doubts import list_object_doubts, list_reversing, name_what_is_held
from bot.answers.spoken_about import concerns, is_person, is_typed_in
from bot.answers.spoken_in_order import answer_all_in_order, answer_in_order, find_order
from bot.answers.spoken_words import answer_by_words, has_words
from bot.answers.states_spoken_of import list_issues_about, list_states_spoken_of
from bot.answers.topic_choices import (
    ask_of,
    choose_name,
    doubt_of_parties,
    list_names,
    name_stranger,
    offer_between,
)
from bot.answers.words_of_issue import answer_by_issue_words
from bot.layout.issue_by_issue import lay_out
from bot.layout.issue_sections import leading_buttons
from bot.layout.stance_card import position
from knowledge.citations import within_budget
from knowledge.corpus import Kind
from knowledge.names import Name
from knowledge.questions import Intent, states_of
from knowledge.text import EXCEPTING, REVERSING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.answers.answer import Choice
    from bot.answers.asked import Asked
    from bot.answers.example_questions import Sample
    from bot.answers.ref import Ref
    from knowledge.citations import CitedStatement
    from knowledge.corpus import Issue
    from knowledge.kb import Entity
    from knowledge.questions import Topic


def answer(asked: Asked) -> Answer:
    """Answer about one holder or one person; else offer a choice, or say what is nearest."""
    found = asked.topic
    answered = _answer(asked.about(found), found)
    noted = note_government(asked, answered, found.asked_about, found.issues)
    named = name_narrowed(asked, found, name_what_is_held(asked, found, noted))
    return mention_unused(asked, found, named)


def _answer(asked: Asked, found: Topic) -> Answer:
    return (
        answer_other_language(asked)
        or answer_described(asked, found)
        or answer_by_outlet(asked, found)
        or answer_seen_by_others(asked, found)
        or answer_not_measured(asked, found)
        or answer_forecast(asked, found)
        or ask_on_which_issue(asked, found)
        or name_stranger(asked, found, _ask(found))
        or _between_others(asked, found)
        or _which_name(asked, found)
        or _whose_words(asked, found)
        or _which_issue(asked, found)
        or _which_holder(asked, found)
        or _about_words(asked, found)
        or _in_doubt(asked, found)
        or _on_record(asked, found)
    )


def _between_others(asked: Asked, found: Topic) -> Answer | None:
    """Say that no issue is between the sides that are asked about."""
    doubt = doubt_of_parties(asked, found) if len(found.subjects) > 1 and found.apart else None
    return offer_between(asked, found, doubt) if doubt else None


def _which_name(asked: Asked, found: Topic) -> Answer | None:
    """Offer what ambiguous words could mean; of whoever said something, all are meant."""
    return None if found.intent is Intent.WHO_SAID else choose_name(asked, found)


def _ask(found: Topic) -> str:
    """Return the question to ask of somebody else, with a place for who."""
    return f"/stance {{}} {' '.join(found.issues)}" if found.issues else "/who {}"


def _whose_words(asked: Asked, found: Topic) -> Answer | None:
    """Answer who said something, or what somebody said where no issue is meant."""
    left_out = [word for word in found.doubtful if word.lower() in EXCEPTING]
    if left_out and not found.issues and found.intent is not Intent.WHO_SAID:
        return refuse(asked, f"I did not understand “{left_out[0]}” here.", ())
    if is_on_a_person(asked, found):
        found = replace(found, intent=Intent.WORDS)
    person = any(_is_person(asked, who) for who in found.asked_about)
    said = found.intent in {Intent.WHO_SAID, Intent.WORDS}
    if found.intent is Intent.WHO_SAID or (
        not found.issues and has_words(found) and (said or person or found.asked_about)
    ):
        return answer_by_words(asked, found, as_answer=said or person)
    return None


def _which_issue(asked: Asked, found: Topic) -> Answer | None:
    """Never answer about another issue than the one asked for."""
    if found.issues:
        return None
    if found.asked_about and not found.words and (order := find_order(asked, found)):
        return answer_all_in_order(replace(asked, spoken=True), order)
    if not found.asked_about or asked.question.not_understood:
        return _no_match(asked, found)
    if len(found.asked_about) > 1:
        return _of_several(asked, found.asked_about)
    who = found.asked_about[0]
    ever = list_issues_about(asked, found, list_issues(asked, who))
    if not ever and list_states_spoken_of(asked, found):
        return _nothing_about(asked, found, who)
    issues = keep_of_the_days(asked, [who], ever)
    if not issues:
        return _nothing(asked, who, [asked.kb.issues[issue] for issue in ever])
    if len(issues) == 1 or _is_one_statement(asked, who, issues):
        return _on_record(asked, found, issues)
    choices = tuple(_about(asked, who, issue) for issue in issues)
    reason = f"{asked.kb.name_of(who)} on which issue?"
    return asked.answer(Outcome.CHOICE, reason=reason, choices=choices)


def _is_one_statement(asked: Asked, who: str, issues: Sequence[str]) -> bool:
    """Return whether one statement is all that is on record on several issues."""
    if has_several(asked, who, issues):
        return False
    records = find_records(asked, who, issues)
    return len({said.id for record in records for said in record.statements}) == 1


def _of_several(asked: Asked, who: Sequence[str]) -> Answer:
    """Offer to set several side by side, on each issue that one of them has on record."""
    ever = dict.fromkeys(issue for one in who for issue in list_issues(asked, one))
    issues = keep_of_the_days(asked, who, ever)
    names = listed([asked.kb.name_of(one) for one in who])
    if not issues:
        return refuse(asked, f"Nothing on record from {names}{asked.when}. {NOT_NO_POSITION}", ())
    ask = f"/compare {', '.join(who)} on"
    choices = [asked.choice(asked.kb.name_as(i), f"{ask} {i}{asked.dated}") for i in issues]
    reason = f"{names} on which issue?"
    return asked.answer(Outcome.CHOICE, reason=reason, choices=tuple(choices))


def _nothing_about(asked: Asked, found: Topic, who: str) -> Answer:
    """Return that nothing on record is about a state that is spoken of."""
    states = list_states_spoken_of(asked, found)
    names = listed([f"“{a.typed}”" for a in states])
    speaker = with_article(asked.kb.name_of(who))
    reason = f"No statement on record by {speaker} is about {names}{asked.when}."
    near = [s for s in said_of(asked, who) if concerns(asked, s, states)]
    elsewhen = list_other_days(asked, found)
    return asked.answer(
        Outcome.NO_RECORD,
        reason=" ".join([reason, NOT_NO_POSITION, *([OF_OTHER_DAYS] if elsewhen else [])]),
        statements=within_budget(near),
        choices=tuple(elsewhen or _all_said(asked, asked.kb.entities[who])),
        **who_fields(asked, who),
    )


def _about(asked: Asked, who: str, issue: str) -> Choice:
    return asked.choice(asked.kb.name_as(issue), ask_of(asked, who, [issue]))


def _no_match(asked: Asked, found: Topic) -> Answer:
    who = found.asked_about[:1]
    kinds = {Kind.ISSUE} if who else set(Kind)
    ask = f"/stance {who[0]} {{}}" if who else "/stance {}"
    near = near_choices(asked, [" ".join(found.words)], kinds, ask)
    if who:
        words = " ".join(asked.question.not_understood)
        reason = f"No issue on record goes by “{words}”. {NOT_NO_POSITION}"
        return refuse(asked, reason, near, holder=asked.ref(who[0]))
    unknown = refuse(asked, f"I have no record of that name. {NOT_NO_POSITION}", near)
    outlet = outlet_answer(asked, [" ".join(asked.question.not_understood)])
    return outlet or ask_for_a_name(asked) or unknown


def _which_holder(asked: Asked, found: Topic) -> Answer | None:
    named = found.asked_about
    if len(named) == 1:
        return None
    if not named and not found.doubtful and (order := read_newest(asked.question, found)):
        return answer_in_order(replace(asked, spoken=True), order)
    of_all = named or _on_record_about(asked, found.issues)
    who = [one for one in of_all if has_record(asked, one, found.issues)]
    if len(who) == 1 and not (named or found.doubtful):
        return _offer_others(asked, who[0], found.issues)
    choices = tuple(_of(asked, one, found.issues) for one in who)
    issue = asked.issue_ref(found.issues[0])
    left = listed([asked.kb.name_of(one) for one in named if one not in who], "or")
    silence = f"Nothing on record{f' from {left}' if left else ''} on {issue.name}{asked.when}."
    if not choices:
        return _silent(asked, found, named, left)
    reason = f"Who on {list_names(asked, found.issues)}{asked.when}?{f' {silence}' if left else ''}"
    alone = issue if len(found.issues) == 1 else None
    return asked.answer(Outcome.CHOICE, reason=reason, choices=choices, issue=alone)


def _offer_others(asked: Asked, who: str, issues: Sequence[str]) -> Answer:
    """Answer for whoever alone has a position where nobody is named, and lead to others' words."""
    answered = _of_record(asked, who, issues)
    below = [issue.id for issue in issues_below(asked, issues)]
    settled, later = asked.select(asked.kb.statements_on_any(below))
    own = {said.id for issue in below for said in asked.kb.statements_about(issue, [who])}
    if own.issuperset(said.id for said in (*settled, *later)):
        return answered
    label = f"{asked.issue_ref(issues[0]).short}, all statements"
    question = f"/timeline {' '.join(issues)}{asked.dated}"
    every = asked.choice(asked.kb.name_as(issues[0]), question, label)
    return answered.model_copy(update={"choices": (*answered.choices, every)})


def _silent(asked: Asked, found: Topic, named: Sequence[str], names: str) -> Answer:
    """Return that nothing is on record from any of those asked about, and who else names them."""
    issue = asked.issue_ref(found.issues[0])
    near = said_naming(asked, named, issues_below(asked, found.issues)) if named else []
    reason = nothing_on_record(asked, names, f" on {issue.name}", near)
    if not near:
        return refuse(asked, reason, (), issue=issue)
    return asked.answer(
        Outcome.NO_RECORD, reason=reason, issue=issue, statements=within_budget(near)
    )


def _on_record_about(asked: Asked, issues: Iterable[str]) -> list[str]:
    """Return who has a stance on issues or on those below them: each once, the newest first."""
    below = issues_below(asked, issues)
    rows = (r for i in below for r in sorted(asked.kb.latest.on(i.id), key=attrgetter("place")))
    return list(dict.fromkeys(row.holder for row in rows))


def _in_doubt(asked: Asked, found: Topic) -> Answer | None:
    """Ask where a word may make it another question, or a party is not the issue's."""
    who = found.asked_about[0]
    parties = None if _are_named_together(asked, found) else doubt_of_parties(asked, found)
    if parties:
        reason = f"{parties} Did you mean this?"
    elif doubt := _doubt_of_words(asked, found):
        reason = doubt
    else:
        return None
    between = [[issue] for issue in found.between if found.apart]
    near = [_of(asked, who, issues) for issues in between or [list(found.issues)]]
    near += _all_said(asked, asked.kb.entities[who])
    if len(near) > 1:
        return asked.answer(Outcome.CHOICE, reason=reason, choices=tuple(near))
    return refuse(asked, reason, near)


def _doubt_of_words(asked: Asked, found: Topic) -> str | None:
    """Return which words may make it another question, or turn it: "support easing pressure"."""
    doubtful = tuple(dict.fromkeys([*found.doubtful, *list_object_doubts(asked, found)]))
    beside = words_beside(asked, replace(found, doubtful=doubtful))
    if unread := [word for word in beside if word.lower() not in REVERSING]:
        told = listed([f"“{word}”" for word in unread])
        return f"I did not understand {told}, and it may change the question. Did you mean this?"
    if turning := list(dict.fromkeys([*beside, *list_reversing(asked, found)])):
        told = f"{listed([f'“{word}”' for word in turning])} turns the question round."
        return f"{told} Without it, the issue is {list_names(asked, found.issues)}."
    return None


def _are_named_together(asked: Asked, found: Topic) -> bool:
    """Return whether all that somebody said names whoever no issue is about with them."""
    if found.foreign or not found.apart or not found.objects:
        return False
    records = find_records(asked, found.asked_about[0], found.issues)
    said = [statement for record in records for statement in record.statements]
    return bool(said) and all(is_typed_in(asked, s, a) for s in said for a in found.objects)


def _about_words(asked: Asked, found: Topic) -> Answer | None:
    """Prefer the statements that have all of the words, where somebody's words are asked for.

    A word that may make another issue of it is sought in what a state said too: its "allies".
    """
    who = found.asked_about[0]
    doubtful = {word.lower() for word in found.doubtful}
    owned = bool(doubtful) and doubtful <= set(found.words)
    if not found.words or (_is_state(asked, who) and not owned):
        return None
    answered = answer_by_words(asked, found, as_answer=True)
    return answered if answered and answered.outcome is Outcome.ANSWER else None


def _of(asked: Asked, who: str, issues: Sequence[str]) -> Choice:
    label = f"{asked.kb.name_of(who)} on {list_names(asked, issues)}"
    return asked.choice(asked.kb.name_as(who), ask_of(asked, who, issues), label)


def _on_record(asked: Asked, found: Topic, issues: Sequence[str] = ()) -> Answer:
    """Read by key what the one asked about has on record on each issue."""
    who = found.asked_about[0]
    return _of_record(asked, who, issues or widen(asked, found, who))


def _of_record(asked: Asked, who: str, issues: Sequence[str]) -> Answer:
    records = find_records(asked, who, issues)
    if not any(record.statements for record in records):
        worded = answer_by_issue_words(asked, who, issues)
        return worded or _nothing(asked, who, [r.issue for r in records], issues)
    return asked.answer(
        Outcome.ANSWER,
        asked=ask_of(asked, who, issues),
        issue=asked.issue_ref(issues[0]),
        reason=_no_position(asked, who, records),
        holders_on_record=_others_on_record(asked, records),
        **answer_fields(asked, who, records),
    )


def _others_on_record(asked: Asked, records: Iterable[Record]) -> tuple[Ref, ...]:
    """Return who else has a position, where one issue is told."""
    stances = [record.stance for record in records if record.stance]
    if len(stances) != 1:
        return ()
    held = stances[0]
    return tuple(map(asked.ref, other_holders(asked, [held.issue.id], [held.holder.id])))


def _no_position(asked: Asked, who: str, records: Iterable[Record]) -> str | None:
    """Return that statements are about an issue without a stance on it."""
    spoken = [record for record in records if record.statements]
    if any(map(has_stance, spoken)):
        return None
    issues = list_names(asked, [record.issue.id for record in spoken])
    return f"{asked.kb.name_of(who)} on {issues}: no position coded. On record about it:"


def _is_person(asked: Asked, who: str) -> bool:
    return asked.kb.entities[who].kind is Kind.PERSON


def _is_state(asked: Asked, who: str) -> bool:
    return asked.kb.entities[who].state == who


def _nothing(asked: Asked, who: str, issues: Sequence[Issue], named: Sequence[str] = ()) -> Answer:
    """Return that nothing is on record, who does have a stance, and where else to look."""
    known = asked.kb.places.list_holders([issue.id for issue in issues], asked.day)
    holders = tuple(asked.ref(holder) for holder in known if holder != who)
    near = said_of(asked, who, issues) or _said_of_both(asked, who)
    about = f"{f' on {list_names(asked, named)}' if named else ''}{asked.how_said}"
    entity = asked.kb.entities[who]
    first = [state for state in states_of(asked.kb, who) if state != who]
    others = dict.fromkeys([*first, *(holder.id for holder in holders)])
    choices = [_of(asked, one, named) for one in others if has_record(asked, one, named)]
    if asked.on_record:
        choices.insert(0, _of(asked, who, named))
    fields = who_fields(asked, who)
    other_days = _tell_other_days(asked, who, named)
    reason = nothing_on_record(asked, call_government(asked, who), about, near)
    return asked.answer(
        Outcome.NO_RECORD,
        reason=" ".join([reason, *other_days]),
        holder=asked.ref(who) if entity.kind is Kind.ORGANIZATION else None,
        issue=asked.issue_ref(named[0]) if named else None,
        holders_on_record=holders if named else (),
        choices=(
            *([_of_all_days(asked, who, named)] if other_days else ()),
            *(choices if named else ()),
            *_all_said(asked, entity),
        ),
        statements=within_budget(near),
        **fields,
    )


def _said_of_both(asked: Asked, who: str) -> list[CitedStatement]:
    """Return what others said that names a person and whom they met: "did Blau meet Rahn"."""
    objects = [actor for actor in asked.topic.objects if is_person(actor)]
    near = said_of(asked, who) if objects and _is_person(asked, who) else []
    return [s for s in near if any(is_typed_in(asked, s, actor) for actor in objects)]


def _tell_other_days(asked: Asked, who: str, named: Sequence[str]) -> list[str]:
    """Return the positions that were taken before and after the days asked about, in sentences."""
    if not asked.dated:
        return []
    records = find_records(_of_any_day(asked), who, named)
    held = [record.stance for record in records if record.stance]
    told = [position(s) if len(held) == 1 else f"{s.issue.short} {position(s)}" for s in held]
    is_later = [stance.latest.from_ > asked.day for stance in held]
    sides = (
        (word, [words for words, is_after in zip(told, is_later, strict=True) if is_after is after])
        for word, after in (("Earlier", False), ("Later", True))
    )
    return [f"{word}: {listed(found)}." for word, found in sides if found]


def _of_any_day(asked: Asked) -> Asked:
    return replace(asked, question=replace(asked.question, asked_date=None))


def _of_all_days(asked: Asked, who: str, named: Sequence[str]) -> Choice:
    choice = _of(_of_any_day(asked), who, named)
    return choice.model_copy(update={"label": f"{choice.label}, all days"})


def _all_said(asked: Asked, entity: Entity) -> list[Choice]:
    """Offer all statements of somebody who spoke on the days asked about, on whatever."""
    if not has_spoken(asked, entity):
        return []
    name = Name(entity.name, entity.id, entity.kind)
    question, label = f"/who {entity.id}{asked.dated}", f"All that {entity.name} said"
    return [asked.choice(name, question, label)]


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
    parts=lay_out,
    buttons=leading_buttons,
)
