"""/compare HOLDER HOLDER… ISSUE [as of DATE]: where several stand, or one on several issues."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.answers.answer import Answer, Outcome
from bot.answers.command import Command
from bot.answers.compared_positions import compare
from bot.answers.governments import call_government, note_government
from bot.answers.issues_on_record import has_record, has_words, list_issues
from bot.answers.phrases import listed, with_article
from bot.answers.positions import find_records, issues_below, other_holders, said_naming
from bot.answers.refusals import (
    NOT_NO_POSITION,
    clip_typed,
    near_choices,
    nothing_on_record,
    refuse,
    stranger_answer,
)
from bot.answers.reply import help_answer
from bot.answers.uncertain_stances import list_uncertain
from bot.layout.comparison_parts import comparison_buttons, comparison_parts
from bot.layout.issue_by_issue import not_answered_parts
from knowledge.citations import within_budget
from knowledge.corpus import Kind
from knowledge.questions import find_comparison, states_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from bot.answers.answer import Choice
    from bot.answers.asked import Asked
    from bot.answers.example_questions import Sample
    from bot.block_kit.message import Part
    from knowledge.names import Name
    from knowledge.questions import Actor, AskedComparison

_HOLDERS = 12  # that are compared
_ISSUES = 12  # likewise
_OFFERED = 8  # choices
_ECHOED = 5  # words that are named as not read


def answer(asked: Asked) -> Answer:
    """Answer with a cell for each of those compared on each issue, or ask what was meant."""
    found = find_comparison(asked.kb, asked.question, asked.today)
    asked = _having_read(asked, found)
    return note_government(asked, _answer(asked, found), found.targets, found.issues)


def _answer(asked: Asked, found: AskedComparison) -> Answer:
    return (
        _stranger(asked, found)
        or _which_name(asked, found)
        or _which_issue(asked, found)
        or _in_doubt(asked, found)
        or _which_holder(asked, found)
        or _compared(asked, found)
    )


def _having_read(asked: Asked, found: AskedComparison) -> Asked:
    """Return the question with the words that were read as neither names nor issues."""
    left = [word for topic in found.topics for word in topic.not_understood]
    return replace(asked, question=replace(asked.question, left=tuple(left[:_ECHOED])))


def ask_to_compare(asked: Asked, holders: Iterable[str], issues: Iterable[str]) -> str:
    """Return the question that compares these, on the days asked about."""
    who, on = ", ".join(holders), ", ".join(issues)
    return " ".join(filter(None, ["/compare", who, f"on {on}" if on else ""])) + asked.dated


def _stranger(asked: Asked, found: AskedComparison) -> Answer | None:
    """Say who is not on record; offer to compare the others."""
    typed = [actor.typed for actor in found.actors if actor.is_stranger]
    typed += [name for topic in found.topics for name in topic.topic.strangers]
    if not typed:
        return None
    ask = ask_to_compare(asked, [*found.targets, "{}"], found.issues).removesuffix(asked.dated)
    near = near_choices(asked, typed, {Kind.PERSON, Kind.ORGANIZATION}, ask)
    told = stranger_answer(asked, typed, near)
    return told.model_copy(update={"choices": (*told.choices, *_of_the_others(asked, found))})


def _of_the_others(asked: Asked, found: AskedComparison) -> Iterator[Choice]:
    """Yield the comparison of those who are on record."""
    if found.targets and found.issues:
        yield _offer(asked, found.targets, found.issues)


def _offer(asked: Asked, holders: Sequence[str], issues: Sequence[str]) -> Choice:
    names = listed([asked.kb.name_of(who) for who in holders])
    label = f"{names} on {listed([asked.kb.name_of(issue) for issue in issues])}"
    name = asked.kb.name_as((*holders, *issues)[0])
    return asked.choice(name, ask_to_compare(asked, holders, issues), label)


def _which_name(asked: Asked, found: AskedComparison) -> Answer | None:
    """Offer what an ambiguous name could mean; the others stay as they are."""
    for actor in found.actors:
        edited = bool(actor.found and actor.found.edited)
        if len(actor.names) > 1 or edited:
            choices = tuple(_instead(asked, found, actor, name) for name in actor.names)
            lone = edited and len(choices) == 1
            reason = f"Did you mean {choices[0].name}?" if lone else _could_be(actor.typed)
            return asked.answer(Outcome.CHOICE, reason=reason, choices=choices)
    return None


def _could_be(typed: str) -> str:
    return f"“{typed}” could be any of these."


def _instead(asked: Asked, found: AskedComparison, actor: Actor, name: Name) -> Choice:
    others = [name.target if a is actor else a.target or a.typed for a in found.actors]
    question = ask_to_compare(asked, others, found.issues)
    return asked.choice(name, question, asked.label_of(actor.found, name))


def _which_issue(asked: Asked, found: AskedComparison) -> Answer | None:
    """Offer what words of an issue could mean; say which are no issue on record."""
    for topic in found.topics:
        if choices := topic.topic.issue_choices:
            others = [i for i in found.issues if i not in choices]
            offered = tuple(_of_issue(asked, found, [*others, issue], issue) for issue in choices)
            return asked.answer(Outcome.CHOICE, reason="Which of these?", choices=offered)
    words = " ".join(found.topics[0].not_understood) if found.topics else ""
    if not found.topics or found.issues:
        return None
    ask = ask_to_compare(asked, found.targets, ["{}"]).removesuffix(asked.dated)
    near = near_choices(asked, [words], {Kind.ISSUE}, ask) if words else []
    echoed = clip_typed(words or asked.question.typed)
    reason = f"No issue on record goes by “{echoed}”. {NOT_NO_POSITION}"
    return refuse(asked, reason, near)


def _of_issue(asked: Asked, found: AskedComparison, issues: Sequence[str], issue: str) -> Choice:
    question = ask_to_compare(asked, found.targets, issues)
    return asked.choice(asked.kb.name_as(issue), question)


def _in_doubt(asked: Asked, found: AskedComparison) -> Answer | None:
    """Ask where a word may make it another question."""
    doubtful = [word for topic in found.topics for word in topic.topic.doubtful]
    if not doubtful:
        return None
    words = listed([f"“{word}”" for word in dict.fromkeys(doubtful)])
    reason = f"I did not understand {words}, and it may change the question. Did you mean this?"
    choices = tuple(_of_the_others(asked, found))
    return asked.answer(Outcome.NO_MATCH, reason=reason, choices=choices)


def _which_holder(asked: Asked, found: AskedComparison) -> Answer | None:
    """Ask what one holder is to be compared on, or with whom; offer what there is."""
    if found.issues or len(found.targets) > 1:
        return None
    if not found.targets:
        return help_answer(asked, COMMAND)
    who = found.targets[0]
    own = _issues_of(asked, [who], found.about)
    shared = [issue for issue in own if _is_shared(asked, who, issue)]
    choices = tuple(_of_issue(asked, found, [issue], issue) for issue in shared[:_OFFERED])
    name = with_article(asked.kb.name_of(who))
    if not choices:
        reason = f"Nobody else is on record on what {name} is on record on."
        return asked.answer(Outcome.NO_RECORD, reason=reason)
    reason = f"Compare {name} with others on which issue?"
    return asked.answer(Outcome.CHOICE, reason=reason, choices=choices)


def _is_shared(asked: Asked, who: str, issue: str) -> bool:
    """Return whether others are on record on an issue too, and any of them in the days asked."""
    others = other_holders(asked, [issue], {who})
    records = (r for one in (who, *others) for r in find_records(asked, one, [issue]))
    return bool(others) and any(record.statements for record in records)


def _issues_of(asked: Asked, holders: Iterable[str], about: Iterable[str] = ()) -> list[str]:
    """Return the issues that all of these are on record on, the newest of the first one first.

    Where there is none, those that several of them are on record on. `about` are those whose
    states must be parties to each issue.
    """
    own = _count_issues(asked, holders, about)
    most = [issue for issue, count in own.items() if count == len([*holders])]
    return most or [issue for issue, count in own.items() if count > 1]


def _count_issues(
    asked: Asked, holders: Iterable[str], about: Iterable[str] = ()
) -> dict[str, int]:
    """Return how many of these are on record on each issue that any of them is on record on."""
    counted = Counter(issue for who in holders for issue in list_issues(asked, who))
    parties = [{*states_of(asked.kb, who)} for who in about]
    return {i: n for i, n in counted.items() if all(_has_party(asked, i, one) for one in parties)}


def _has_party(asked: Asked, issue: str, states: Collection[str]) -> bool:
    return any(party in states for party in asked.kb.issues[issue].parties)


def _compared(asked: Asked, found: AskedComparison) -> Answer:
    """Compare those named; one on one issue, or nobody, with all who are on record on it."""
    holders, issues = list(found.targets), found.issues
    if not issues:
        return _on_what_they_share(asked, holders, found.about)
    alone = len(holders) == 1 and len(issues) == 1
    if not holders or alone:
        holders += other_holders(asked, issues, set(holders))
        below = {issue.id for issue in issues_below(asked, issues)}
        holders += [one.holder.id for one in list_uncertain(asked, below)]
    return _answer_of(asked, list(dict.fromkeys(holders)), issues, found.about)


def _on_what_they_share(asked: Asked, holders: Sequence[str], about: Sequence[str]) -> Answer:
    """Compare holders on all that they have in common, and name what some have alone."""
    issues = _issues_of(asked, holders, about)
    answered = _answer_of(asked, holders, issues, about)
    told = {cell.issue.id for cell in answered.compared}
    apart = [issue for issue in _count_issues(asked, holders, about) if issue not in told]
    kept = [i for i in apart if any(has_record(asked, who, [i]) for who in holders)]
    if answered.outcome is not Outcome.ANSWER:
        return answered
    return answered.model_copy(update={"issues_apart": tuple(map(asked.issue_ref, kept))})


def _answer_of(
    asked: Asked, holders: Sequence[str], issues: Sequence[str], about: Sequence[str]
) -> Answer:
    reason = _too_many(holders, issues)
    holders, issues = holders[:_HOLDERS], issues[:_ISSUES]
    compared = compare(asked, holders, issues) if holders else None
    if not compared or not compared.cells:
        return _nothing(asked, holders, issues, about)
    return asked.answer(
        Outcome.ANSWER,
        asked=ask_to_compare(asked, holders, issues),
        reason=reason,
        issue=asked.issue_ref(issues[0]) if len(issues) == 1 else None,
        stances=tuple(cell.stance for cell in compared.cells if cell.stance),
        compared=compared.cells,
        statements=compared.statements,
        issues_without_record=tuple(asked.issue_ref(issue.id) for issue in compared.empty),
    )


def _too_many(holders: Sequence[str], issues: Sequence[str]) -> str | None:
    """Return that not all of those named are compared."""
    if len(holders) <= _HOLDERS and len(issues) <= _ISSUES:
        return None
    return f"I compare at most {_HOLDERS} holders on {_ISSUES} issues, the first of those named."


def _nothing(
    asked: Asked, holders: Sequence[str], issues: Sequence[str], about: Sequence[str]
) -> Answer:
    """Return that none of those compared has anything on record, and who has."""
    names = listed([call_government(asked, who) for who in holders], "or")
    on = listed([asked.kb.name_of(issue) for issue in issues], "or")
    others = other_holders(asked, issues, set(holders))[:_OFFERED]
    choices = tuple(_offer(asked, [other], issues[:1]) for other in others)
    if not issues:
        names = listed([with_article(asked.kb.name_of(who)) for who in holders])
        on = _one_issue(asked, about)
    below = issues_below(asked, issues)
    near = said_naming(asked, holders, below) if below else []
    return asked.answer(
        Outcome.NO_RECORD,
        asked=ask_to_compare(asked, holders, issues),
        reason=_uncoded(asked, holders, issues)
        or nothing_on_record(asked, names, f" on {on}{asked.how_said}", near),
        issue=asked.issue_ref(issues[0]) if len(issues) == 1 else None,
        holders_on_record=tuple(asked.ref(other) for other in others),
        choices=choices,
        statements=within_budget(near),
    )


def _uncoded(asked: Asked, holders: Sequence[str], issues: Sequence[str]) -> str | None:
    """Return that what is on record on issues takes no side, where nobody holds a position."""
    below = [issue.id for issue in issues_below(asked, issues)]
    if holders or not has_words(asked, (), below):
        return None
    on = listed([asked.kb.name_of(issue) for issue in issues], "or")
    about = f"on {on}{asked.how_said}{asked.when}"
    return f"No position is coded {about}, though words are on record. {NOT_NO_POSITION}"


def _one_issue(asked: Asked, about: Sequence[str]) -> str:
    names = listed([with_article(asked.kb.name_of(who)) for who in about])
    return f"one and the same issue about {names}" if names else "one and the same issue"


def parts(answer: Answer) -> list[Part]:
    """Lay a comparison out as a table."""
    if answer.outcome is not Outcome.ANSWER:
        return not_answered_parts(answer)
    return comparison_parts(answer)


def _examples(sample: Sample) -> tuple[str, ...]:
    return (f"{sample.holder} {sample.issue}", sample.issue)


COMMAND = Command(
    name="compare",
    usage="HOLDER HOLDER… ISSUE [as of DATE]",
    about="Where several stand on an issue, or one on several issues, side by side.",
    examples=_examples,
    kinds=frozenset(Kind),
    answer=answer,
    parts=parts,
    buttons=comparison_buttons,
    daily=False,
)
