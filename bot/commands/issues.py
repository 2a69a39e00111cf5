"""/issues: what can be asked: issues × holders, with the latest stance on record."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING

from bot.answers.answer import Answer, Outcome
from bot.answers.command import Command
from bot.answers.forecasts import answer_forecast
from bot.answers.issues_on_record import has_words, list_issues_of_the_days
from bot.answers.leftovers import mention_other_issues
from bot.answers.listed_stances import list_newest, read_stances
from bot.answers.named_parties import are_parties, keep_with
from bot.answers.phrases import count_of, in_words, listed, listed_few
from bot.answers.positions import issues_below
from bot.answers.refusals import NOT_NO_POSITION, near_choices, refuse, stranger_answer
from bot.answers.same_side import find_measure, keep_same_side
from bot.answers.side_doubts import list_side_doubts, name_what_is_held
from bot.answers.silent_holders import answer_who_is_silent
from bot.answers.topic_choices import choose_name, doubt_of_parties, list_names, offer_between
from bot.answers.uncertain_stances import list_uncertain, tell_uncertain
from bot.layout import wording
from bot.layout.issue_list import issue_list
from knowledge.corpus import Kind, Value
from knowledge.kb import LatestStance
from knowledge.questions import Intent, states_of, wanted_values
from knowledge.text import MEETING_EACH_OTHER, REVERSING, SIDES, TALKS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.answers.answer import Choice, UncertainStance
    from bot.answers.asked import Asked
    from bot.answers.same_side import Measure
    from bot.block_kit.message import Part
    from knowledge.corpus import Issue
    from knowledge.questions import Topic

ISSUES, STANCES = 40, 60  # on one screen
IN_A_LINE = 5  # holders of an issue; the others are counted
HOLDERS = 40  # on one screen of an issue that many hold
_TOLD = 6  # issues in a sentence on who is on which side

_Newest = Mapping[str, Sequence[LatestStance]]


def answer(asked: Asked) -> Answer:
    """List every issue, or those of the holders and issues named, or who takes a side."""
    found = asked.topic
    if told := answer_who_is_silent(asked, found) or answer_forecast(asked, found):
        return told
    if found.strangers:
        near = near_choices(asked, found.strangers, {Kind.ORGANIZATION}, "/issues {}")
        return stranger_answer(asked, found.strangers, near)
    if asked.question.not_understood and not (found.issues or found.asked_about):
        reason = "No issue and no holder of that name is on record."
        typed = [" ".join(asked.question.not_understood)]
        kinds = set(Kind)
        return refuse(asked, reason, near_choices(asked, typed, kinds, "/issues {}"))
    return (
        _of_other_parties(asked, found)
        or _in_doubt(asked, found)
        or _which_issue(asked, found)
        or _of_speakers(asked, found)
        or name_what_is_held(asked, found, mention_other_issues(asked, found, _list(asked, found)))
    )


def _in_doubt(asked: Asked, found: Topic) -> Answer | None:
    """Ask where a word may make another issue of it, or turn it: "who wants sanctions lifted"."""
    words = list_side_doubts(asked, found)
    if not words:
        return None
    told = listed([f"“{word}”" for word in words])
    reason = f"I did not understand {told}, and it may change the question. Did you mean this?"
    choices = [asked.choice(n, f"/issues {n.target}") for n in map(asked.kb.name_as, found.issues)]
    newest = _newest_of(asked, found) if REVERSING.issuperset(map(str.lower, words)) else {}
    if not newest:
        return refuse(asked, reason, choices)
    without = f"Without it, the issue is {list_names(asked, found.issues)}."
    turned = f"{told} turns the question round. {without} {_tell_sides(asked, newest)}"
    return asked.answer(Outcome.NO_RECORD, reason=turned, choices=tuple(choices))


def _of_other_parties(asked: Asked, found: Topic) -> Answer | None:
    """Say that no issue is between those named as its parties, and offer one that is."""
    if not found.of_other_parties:
        return None
    return offer_between(asked, found, doubt_of_parties(asked, found))


def _which_issue(asked: Asked, found: Topic) -> Answer | None:
    """Ask which of several issues a word means: without it, all of them would be listed."""
    return choose_name(asked, found) if found.issue_choices else None


def _of_speakers(asked: Asked, found: Topic) -> Answer | None:
    """Offer the issues of people and of bodies: a state's list is not theirs."""
    if found.ambiguous:
        return choose_name(asked, found)
    who = found.asked_about
    states = any(asked.kb.entities[one].state == one for one in who)
    if not who or states or found.intent is Intent.WHO_HOLDS:
        return None
    asked = asked.about(found)
    names = listed([asked.kb.name_of(one) for one in who])
    below = {issue.id for issue in issues_below(asked, found.issues)}
    choices = [
        _choice(asked, one, issue, alone=len(who) == 1)
        for one in who
        for issue in list_issues_of_the_days(asked, one)
        if not below or issue in below
    ]
    if not choices:
        on = f" on {list_names(asked, found.issues)}" if below else ""
        silence = f"Nothing on record from {names}{on}{asked.how_said}{asked.when}."
        reason = f"{silence} {NOT_NO_POSITION}"
        return refuse(asked, reason, ())
    reason = f"{names} on which issue?"
    return asked.answer(Outcome.CHOICE, reason=reason, choices=tuple(choices))


def _choice(asked: Asked, who: str, issue: str, *, alone: bool) -> Choice:
    own = asked.kb.name_of(issue)
    label = own if alone else f"{asked.kb.name_of(who)} on {own}"
    return asked.choice(asked.kb.name_as(issue), f"/stance {who} {issue}{asked.dated}", label)


def _list(asked: Asked, found: Topic) -> Answer:
    measure = find_measure(asked, found)
    issues = _issues_of(asked, found)
    newest = _newest_of(asked, found, () if measure else _named_holders(asked, found))
    same = keep_same_side(asked, newest, measure) if measure else None
    if measure and same is not None:
        return _on_a_side(asked, found, newest, same, measure)
    whoever = found.intent is Intent.WHO_HOLDS and are_parties(asked, found, issues)
    wanted = wanted_values(asked.question.words) if whoever else None
    kept = newest if wanted is None else _keep_values(newest, wanted)
    uncertain = _uncertain(asked, found, issues)
    return asked.answer(
        Outcome.ANSWER if kept else Outcome.NO_RECORD,
        asked=None if whoever or measure else _asked(asked, found),
        reason=None if kept else _nobody(asked, found, newest, uncertain),
        issue=asked.issue_ref(found.issues[0]) if len(found.issues) == 1 else None,
        choices=() if kept else (*_however_said(asked, found), *_words_of(asked, found, newest)),
        **_one_page(asked, kept),
        stances_uncertain=uncertain,
        **({} if wanted is None else _without_sides(asked, found)),
        **(_not_measured(asked, measure) if measure else {}),
    )


def _issues_of(asked: Asked, found: Topic) -> list[Issue]:
    roots = found.issues or tuple(i.id for i in asked.kb.issues.values() if i.parent is None)
    return keep_with(asked, found, [issue for root in roots for issue in asked.kb.under(root)])


def _newest_of(asked: Asked, found: Topic, holders: Collection[str] = ()) -> _Newest:
    """Return the newest stances on what is asked about, but for those who are left out of it."""
    issues = [issue.id for issue in _issues_of(asked, found)]
    return _leave_out(list_newest(asked, issues, holders), found.excluded)


def _uncertain(asked: Asked, found: Topic, issues: Iterable[Issue]) -> tuple[UncertainStance, ...]:
    """Return who of those asked about may have spoken only after the days asked about."""
    below = {issue.id for issue in issues}
    listed_ones = list_uncertain(asked, below, _named_holders(asked, found))
    return tuple(one for one in listed_ones if one.holder.id not in found.excluded)


def _not_measured(asked: Asked, measure: Measure) -> dict[str, object]:
    """Return the words not read, with whoever has nothing on record to be measured by."""
    return {"not_understood": (*asked.question.not_understood, measure.actor.typed)}


def _named_holders(asked: Asked, found: Topic) -> tuple[str, ...]:
    return tuple(s for who in found.asked_about for s in states_of(asked.kb, who))


def _on_a_side(
    asked: Asked, found: Topic, newest: _Newest, kept: _Newest, measure: Measure
) -> Answer:
    """List those who are on somebody's side, or on another, beside that one."""
    side = "another side than" if measure.turned else "the side of"
    reason = f"Nobody else is on record on {side} {asked.kb.name_of(measure.actor.target or '')}."
    told = _tell_sides(asked, newest) if newest else NOT_NO_POSITION
    return asked.answer(
        Outcome.ANSWER if kept else Outcome.NO_RECORD,
        reason=None if kept else f"{reason} {told}",
        issue=asked.issue_ref(found.issues[0]) if len(found.issues) == 1 else None,
        **_one_page(asked, kept),
        **_without_sides(asked, found),
    )


def _leave_out(newest: _Newest, excluded: Collection[str]) -> _Newest:
    """Return the stances without those of some holders, and no issue that nobody else holds."""
    if not excluded:
        return newest
    left = {on: [row for row in rows if row.holder not in excluded] for on, rows in newest.items()}
    return {issue: rows for issue, rows in left.items() if rows}


def _keep_values(newest: _Newest, wanted: Collection[str]) -> _Newest:
    kept = {on: [row for row in rows if row.value in wanted] for on, rows in newest.items()}
    return {issue: rows for issue, rows in kept.items() if rows}


def _one_page(asked: Asked, newest: _Newest) -> dict[str, object]:
    """Return the stances of one screen: so many issues, or holders where many hold one issue."""
    ((_, alone),) = newest.items() if len(newest) == 1 else [("", ())]
    if len(alone) > IN_A_LINE:
        shown = alone[asked.skip : asked.skip + HOLDERS]
        return {"stances": tuple(read_stances(asked, shown)), "holder_count": len(alone)}
    lines = {issue: rows[:IN_A_LINE] for issue, rows in newest.items()}
    further = list(lines)[asked.skip : asked.skip + ISSUES]
    sizes = accumulate(len(lines[issue]) for issue in further)
    issues = [issue for issue, size in zip(further, sizes, strict=True) if size <= STANCES]
    rows = [row for issue in issues for row in lines[issue]]
    left_out = {issue: len(newest[issue]) - len(lines[issue]) for issue in issues}
    return {
        "stances": tuple(read_stances(asked, rows)),
        "issue_count": len(newest),
        "holders_left_out": {issue: count for issue, count in left_out.items() if count > 0},
    }


def _however_said(asked: Asked, found: Topic) -> Iterator[Choice]:
    """Yield the list of all that is on record, where nothing in it was said on the record."""
    named = (*found.asked_about, *found.issues)
    if asked.on_record and named:
        names = (list_names(asked, ids) for ids in (found.asked_about, found.issues))
        label = " on ".join(filter(None, names))
        yield asked.choice(asked.kb.name_as(named[0]), _asked(asked, found), label)


def _words_of(asked: Asked, found: Topic, newest: _Newest) -> Iterator[Choice]:
    """Yield what is on record in order of time, where all of it takes no side."""
    named = (*found.asked_about, *found.issues)
    issues = [issue.id for issue in _issues_of(asked, found)]
    if named and not newest and has_words(asked, found.asked_about, issues):
        names = (list_names(asked, ids) for ids in (found.asked_about, found.issues))
        question = " ".join(["/timeline", *named]) + asked.dated
        label = f"Words: {' on '.join(filter(None, names))}"
        yield asked.choice(asked.kb.name_as(named[0]), question, label)


def _without_sides(asked: Asked, found: Topic) -> dict[str, object]:
    """Return the words that were not read, but for those that name the side asked for.

    What those do between whom talks are is read with them: "Sordia and Lutha holding talks".
    """
    read = SIDES | TALKS | MEETING_EACH_OTHER if found.sides else SIDES
    unread = asked.question.not_understood
    return {"not_understood": tuple(word for word in unread if word.lower() not in read)}


def _asked(asked: Asked, found: Topic) -> str:
    return " ".join(["/issues", *found.asked_about, *found.issues]) + asked.dated


def _nobody(
    asked: Asked, found: Topic, newest: _Newest, uncertain: Sequence[UncertainStance]
) -> str:
    """Return that nobody is on record on that side, and who is on which, or may be."""
    alone = asked.issue_ref(found.issues[0]) if len(found.issues) == 1 else None
    unsure = f"{asked.when}: {tell_uncertain(uncertain, alone)}." if uncertain else ""
    if newest:
        told = f"Nobody is on record on that side. {_tell_sides(asked, newest)}"
        return f"{told} Nothing certain{unsure}" if unsure else told
    if unsure:
        return f"Nothing certain{asked.how_said}{unsure} {NOT_NO_POSITION}"
    return _nothing(asked, found)


def _nothing(asked: Asked, found: Topic) -> str:
    """Return that nothing is on record, or only words that take no side."""
    names = listed([asked.kb.name_of(who) for who in found.asked_about])
    on = f" on {list_names(asked, found.issues)}" if found.issues else ""
    about = f"{f' from {names}' if names else ''}{on}{asked.how_said}{asked.when}"
    issues = [issue.id for issue in _issues_of(asked, found)]
    if has_words(asked, found.asked_about, issues):
        return f"No position is coded{about}, though words are on record. {NOT_NO_POSITION}"
    return f"Nothing on record{about}. {NOT_NO_POSITION}"


def _tell_sides(asked: Asked, newest: _Newest) -> str:
    """Return who is on which side of each issue, as a sentence."""
    sides = [(asked.kb.name_of(on), listed_few(_sides(asked, rows))) for on, rows in newest.items()]
    held = f" are: {sides[0][1]}." if len(sides) == 1 else f": {_told(sides)}."
    return f"On record{held}"


def _told(sides: Sequence[tuple[str, str]]) -> str:
    told = "; ".join(f"{on}: {held}" for on, held in sides[:_TOLD])
    left = len(sides) - _TOLD
    return f"{told}; {count_of(left, 'more issue')}" if left > 0 else told


def _sides(asked: Asked, rows: Iterable[LatestStance]) -> list[str]:
    return [f"{asked.kb.name_of(row.holder)} ({in_words(Value(row.value))})" for row in rows]


def parts(answer: Answer) -> list[Part]:
    """One line an issue: each holder with its latest stance on record and that year."""
    if answer.outcome is not Outcome.ANSWER:
        return [wording.not_answered(answer)]
    return issue_list(answer)


COMMAND = Command(
    name="issues",
    usage="[HOLDER or ISSUE]",
    about="What can be asked: every issue, and who has a stance on record.",
    examples=lambda sample: ("", sample.holder, sample.issue),
    kinds=frozenset(Kind),
    answer=answer,
    parts=parts,
    takes_nothing=True,
)
