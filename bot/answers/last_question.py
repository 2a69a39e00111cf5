"""What a question was about, for the one that goes on from it: ids and days, and no words."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Final

from bot.answers.answer import Answer, Outcome
from bot.answers.follow_ups import list_cited
from bot.answers.positions import topics_of
from knowledge.corpus import Model
from knowledge.questions import read

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.answers.ref import Ref
    from knowledge.kb import KnowledgeBase
    from knowledge.text import AskedDate

_PARTS: Final = re.compile(r"[\s,]+")
_MOST: Final = 12  # ids of a kind
_LATELY: Final = 4  # of those asked about before
# Commands whose plainest question names ids, and nothing that somebody typed but days.
_BY_IDS: Final = frozenset({"stance", "who", "timeline", "compare"})
SEARCHING: Final = frozenset({"said", "check"})  # for words, which are not kept
_WITHOUT_ANSWER: Final = frozenset({Outcome.NO_RECORD, Outcome.NO_MATCH})
_LEAVING_TOPIC: Final = _WITHOUT_ANSWER | {Outcome.CHOICE}  # of nobody in particular
_ABOUT_THE_ANSWER: Final = frozenset({"cite", "source"})


class LastQuestion(Model):
    """The last question of a conversation that was about somebody or something, or a search."""

    command: str
    who: tuple[str, ...] = ()
    """The ids of those asked about."""
    issues: tuple[str, ...] = ()
    """The ids of the issues."""
    issues_unasked: bool = False
    """Whether they are only what a statement is on that was found by other words."""
    first_day: date | None = None
    """The first of the days asked about."""
    last_day: date | None = None
    """The last of them, or the day as of which it asked."""
    is_range: bool = False
    """Whether what was said on these days was asked for."""
    statements: tuple[str, ...] = ()
    """The ids of the statements that the answer showed first, with the numbers of the quotes."""
    left_open: bool = False
    """Whether the answer asked for a name."""
    earlier_issues: tuple[str, ...] = ()
    """The ids of the issues of a question before, where this one was about somebody on none."""
    lately: tuple[str, ...] = ()
    """The ids of those asked about in the conversation so far, the latest last."""

    @property
    def typed_days(self) -> str:
        """Return the days that it asked about, as they are typed."""
        first, last = self.first_day, self.last_day
        if self.is_range and first and last:
            return f"from {first} to {last}"
        if self.is_range and first:
            return f"since {first}"
        return f"as of {last}" if last else ""


def remember(
    kb: KnowledgeBase,
    answer: Answer,
    before: LastQuestion | None = None,
    shown: Sequence[str] = (),
) -> LastQuestion | None:
    """Return what an answered question was about; `before` is what was remembered until then.

    `shown` are the ids of the statements whose words the reply shows. What was remembered stays
    where help was given, where nobody and nothing on record was asked about, or where an answer
    was: its words, its articles.
    """
    if answer.command == "cite" and answer.statements:
        return _of_cited(answer, before)
    if answer.outcome is Outcome.HELP or answer.command in _ABOUT_THE_ANSWER:
        return before
    if answer.taken_over and answer.taken_over.was_a_search:
        return before
    who, issues = _find_topic(kb, answer)
    if not (who or issues or answer.command in SEARCHING):
        return before if answer.outcome in _LEAVING_TOPIC else None
    first, last, is_range = _find_days(kb, answer)
    return LastQuestion(
        command=answer.command,
        who=who[:_MOST],
        issues=issues[:_MOST],
        issues_unasked=bool(issues) and _is_found_by_words(answer),
        first_day=first,
        last_day=last,
        is_range=is_range,
        statements=tuple(list_cited(answer, shown)),
        left_open=answer.outcome is Outcome.CHOICE,
        lately=_list_lately(before, who),
        earlier_issues=_list_earlier(answer, before) if not issues else (),
    )


def _list_earlier(answer: Answer, before: LastQuestion | None) -> tuple[str, ...]:
    """Return the issues asked about before it was asked who somebody is, or on which issue."""
    names_no_issue = answer.command == "who" or answer.outcome is Outcome.CHOICE
    return (before.issues or before.earlier_issues) if before and names_no_issue else ()


def _list_lately(before: LastQuestion | None, who: Sequence[str]) -> tuple[str, ...]:
    """Return who was asked about last of all, in the order asked.

    One of the last two stays in place, so that "the former" and "the latter" are the same again.
    """
    lately = before.lately if before else ()
    if {*who} <= {*lately[-2:]}:
        return lately
    return tuple([*(one for one in lately if one not in who), *who][-_LATELY:])


def _of_cited(answer: Answer, before: LastQuestion | None) -> LastQuestion:
    """Return the question before, with the words that are cited now as those shown."""
    cited = (answer.asked or "").removeprefix("/cite ").rpartition(" as ")[0].split()
    topic = before or LastQuestion(command=answer.command)
    return topic.model_copy(update={"statements": tuple(cited)})


def _find_topic(kb: KnowledgeBase, answer: Answer) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the ids of whom and what an answer is about."""
    if answer.asked and answer.command in _BY_IDS:
        ids = _PARTS.split(answer.asked)
    elif answer.outcome is Outcome.CHOICE:
        ids = _list_shared([choice.question for choice in answer.choices])
    else:
        near = answer.outcome in _WITHOUT_ANSWER and answer.command not in SEARCHING
        ids = [*_list_named(answer), *(() if near else _list_of_statements(answer))]
    known = list(dict.fromkeys(_drop_unspoken(kb, answer, ids)))
    return (
        tuple(i for i in known if i in kb.entities),
        tuple(i for i in known if i in kb.issues),
    )


def _drop_unspoken(kb: KnowledgeBase, answer: Answer, ids: Iterable[str]) -> list[str]:
    """Drop an issue as which words were read where none of those found with them are on it."""
    issue, own = answer.issue, list(ids)
    if not (issue and answer.sought and answer.statements):
        return own
    spoken = set(topics_of(answer.statements))
    if not spoken.isdisjoint(below.id for below in kb.under(issue.id)):
        return own
    return [*(i for i in own if i != issue.id), *(spoken if len(spoken) == 1 else ())]


def _list_shared(questions: Sequence[str]) -> list[str]:
    """Return what all of several questions name."""
    parts = [_PARTS.split(question) for question in questions]
    return [part for part in parts[0] if all(part in other for other in parts)] if parts else []


def _list_named(answer: Answer) -> list[str]:
    return [ref.id for ref in (_whom(answer), answer.issue) if ref]


def _whom(answer: Answer) -> Ref | None:
    return answer.person or answer.organization or answer.holder


def _list_of_statements(answer: Answer) -> Iterable[str]:
    """Return whom and what statements are about, where it is one, and no field says so."""
    stances = [stance for statement in answer.statements for stance in statement.stances]
    holders = {stance.holder for stance in stances}
    issues = {stance.issue for stance in stances}
    if _whom(answer) is None or answer.command == "check":
        yield from holders if len(holders) == 1 else ()
    if answer.issue is None:
        yield from issues if len(issues) == 1 else ()


def _is_found_by_words(answer: Answer) -> bool:
    """Return whether statements were found by words, or by whom they are about, and by no issue."""
    named = answer.asked or answer.issue or answer.outcome is Outcome.CHOICE
    return answer.command == "stance" and not named


def _find_days(kb: KnowledgeBase, answer: Answer) -> tuple[date | None, date | None, bool]:
    """Return the days asked about, as they were typed or taken over."""
    days: AskedDate | None = None
    if answer.command == "said":
        return answer.first_day, answer.as_of, answer.first_day is not None
    if answer.command in _BY_IDS:
        days = read(kb, answer.asked or answer.question, today=answer.today).asked_date
    if days and not days.problem:
        return (days.first, days.last, True) if days.is_range else (None, days.last, False)
    taken = answer.taken_over
    if taken is None or answer.as_of is None:
        return None, answer.as_of, False
    return taken.first_day, taken.last_day, taken.first_day is not None
