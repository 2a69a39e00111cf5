"""What speakers said who are only described: "diplomatic sources", "officials in Seoul"."""

from __future__ import annotations

from dataclasses import replace
from operator import attrgetter
from typing import TYPE_CHECKING

from bot.answers.answer import Answer, Outcome
from bot.answers.described_on_record import is_described_so
from bot.answers.phrases import listed, listed_few
from bot.answers.positions import issues_below, sorted_by_place, topics_of
from bot.answers.refusals import NOT_NO_POSITION, list_typed, refuse
from bot.answers.spoken_about import is_between, is_named_in, is_person
from bot.answers.spoken_answer import answer_with, keep_in_time
from bot.answers.typed_descriptions import SpeakerDescription, find_description
from knowledge.corpus import Kind
from knowledge.questions import states_of_actors
from knowledge.text import RANKS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.answers.asked import Asked
    from knowledge.citations import CitedStatement
    from knowledge.kb import KnowledgeBase
    from knowledge.questions import Actor, Question, Topic


def answer_described(asked: Asked, found: Topic) -> Answer | None:
    """Answer what speakers said who are told by a description; None where none are asked about.

    Whoever and whatever they are asked about is what their words must be about.
    """
    described = find_description(asked.kb, asked.question, found)
    if described is None:
        return None
    issues = found.issues if _names_issue_beside(asked, found, described) else ()
    told = _list_told(asked, described)
    about = _keep_about(asked, found, described, issues, told)
    sought = _list_sought(found, described)
    if kept := keep_in_time(asked, (), sorted_by_place(about)):
        nobody = replace(found, subjects=(), issues=issues)
        typed = list_typed([described.typed])
        read = {"sought": sought, "not_understood": ()}
        words = f" with {listed([f'“{word}”' for word in sought])}" if sought else ""
        reason = f"On record from {typed}{words}:"
        return answer_with(asked, nobody, Outcome.ANSWER, kept, reason=reason, **read)
    return _nothing_from(asked, found, described, issues, told)


def asks_described(kb: KnowledgeBase, question: Question, found: Topic) -> bool:
    """Return whether a question asks what speakers said who are only described."""
    return find_description(kb, question, found) is not None


def _list_told(asked: Asked, described: SpeakerDescription) -> list[CitedStatement]:
    """Return what such speakers said or passed on, one or several."""
    hits = asked.kb.search(list(described.words))
    return [hit.statement for hit in hits if is_described_so(asked, hit.statement, described)]


def _keep_about(
    asked: Asked,
    found: Topic,
    described: SpeakerDescription,
    issues: Sequence[str],
    told: Sequence[CitedStatement],
) -> list[CitedStatement]:
    """Keep what is on the issue, of those spoken of, and has the words that are asked for.

    Of that it is what as many said as are typed, one or several, where there is any.
    """
    below = {issue.id for issue in issues_below(asked, issues)}
    objects = _list_objects(found, described)
    on_it = [s for s in told if not below or not below.isdisjoint(_list_issues(s))]
    about = [s for s in on_it if all(_is_about(asked, s, actor) for actor in objects)]
    sought = _list_sought(found, described)
    hits = asked.kb.search(list(sought)) if sought else []
    whole = {hit.statement.id for hit in hits if len(hit.matched) == len(sought)}
    having = [s for s in about if not sought or s.id in whole]
    as_many = [s for s in having if is_described_so(asked, s, described, as_many=True)]
    return as_many or having


def _list_objects(found: Topic, described: SpeakerDescription) -> list[Actor]:
    """Return those spoken of behind the speakers, and those before a comma: "…, what did Japan"."""
    actors = sorted((*found.subjects, *found.objects), key=attrgetter("first"))
    return [a for a in actors if a.first >= described.last or a.last <= described.first]


def _list_sought(found: Topic, described: SpeakerDescription) -> tuple[str, ...]:
    """Return the words that are asked for, without those that only describe the speakers."""
    own = {*described.typed.lower().split(), *described.words, *RANKS, "according"}
    return tuple(dict.fromkeys(word for word in found.words if word not in own))


def _is_about(asked: Asked, statement: CitedStatement, actor: Actor) -> bool:
    """Return whether words are of somebody: they name them, or tell of their position.

    So are those on what is between two, of whom one is spoken of.
    """
    holders = {statement.on_behalf_of, *(stance.holder for stance in statement.stances)}
    if actor.target in holders or is_named_in(asked, statement, actor):
        return True
    states = set() if is_person(actor) else states_of_actors(asked.kb, [actor])
    return any(is_between(asked, issue, states) for issue in _list_issues(statement))


def _nothing_from(
    asked: Asked,
    found: Topic,
    described: SpeakerDescription,
    issues: Sequence[str],
    told: Iterable[CitedStatement],
) -> Answer:
    """Return that such speakers have nothing on record about it, and what they have it on."""
    typed = list_typed([described.typed])
    on = f" on {asked.kb.name_of(issues[0])}" if issues else ""
    named = [a.typed for a in _list_objects(found, described)]
    named += _list_sought(found, described)
    about = f" about {list_typed(named)}" if named else ""
    reason = f"No statement on record is attributed to {typed}{on}{about}{asked.when}."
    topics = [asked.kb.name_of(issue) for issue in topics_of(told)]
    elsewhere = f" Theirs are on {listed_few(topics)}." if topics else ""
    refused = refuse(asked, f"{reason} {NOT_NO_POSITION}{elsewhere}", ())
    return refused.model_copy(update={"not_understood": ()})


def _names_issue_beside(asked: Asked, found: Topic, described: SpeakerDescription) -> bool:
    """Return whether an issue is named by other words than those that describe speakers."""
    spans = (f for f in asked.question.found if f.names[0].kind is Kind.ISSUE)
    read = {i for f in spans for i in range(f.first, f.last)} | found.read_words
    return not read <= set(range(described.first, described.last))


def _list_issues(statement: CitedStatement) -> set[str]:
    return {*(stance.issue for stance in statement.stances), *statement.about}
