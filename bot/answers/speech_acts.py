"""Who "warned Sordia", or "urged" what is at issue: only words that have the verb answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.answer import Outcome
from bot.answers.done_to import find_act, find_act_at, list_doing, list_written_to, refuse_act
from bot.answers.first_and_last import asks_of_an_issue, said_on_issue
from bot.answers.phrases import listed
from bot.answers.refusals import NOT_ALL_SEARCHED, list_typed
from bot.answers.speakers_asked_for import keep_theirs, type_whose
from bot.answers.spoken_about import list_said_of
from bot.answers.spoken_answer import answer_with, keep_in_time
from bot.answers.verbs_said import has_verb
from bot.answers.word_search import having_sought
from knowledge.questions import find_speech_act

if TYPE_CHECKING:
    from bot.answers.answer import Answer
    from bot.answers.asked import Asked
    from bot.answers.done_to import Act
    from knowledge.citations import CitedStatement
    from knowledge.questions import Topic

_NEAR = 3  # statements on the issue without the verb


def answer_who_acted(asked: Asked, found: Topic) -> Answer | None:
    """Answer who did something to somebody, or "pledged" what is at issue; None for no such act."""
    if act := find_act(asked, found):
        return _answer_who_did(asked, found, act)
    verb = find_speech_act(asked.question)
    of_an_issue = verb is not None and asks_of_an_issue(asked, found)
    return _answer_speech_act(asked, found, verb) if verb and of_an_issue else None


def _answer_who_did(asked: Asked, found: Topic, act: Act) -> Answer:
    """Answer who did something to somebody by the words that say so, and by no others."""
    of_them = keep_in_time(asked, (), list_said_of(asked, [act.actor]))
    said = keep_theirs(asked, found, of_them)
    if told := list_doing(asked, act, said):
        reason = f"On record with {list_typed([act.typed])}:"
        read = having_sought(asked, [act.verb])
        return answer_with(asked, found, Outcome.ANSWER, told, reason=reason, **read)
    if near := list_written_to(act, said):
        reason = f"No words on record have {list_typed([act.typed])}. Near:"
        read = having_sought(asked, [act.verb])
        return answer_with(asked, found, Outcome.NO_RECORD, near, reason=reason, **read)
    return refuse_act(asked, act)


def _answer_speech_act(asked: Asked, found: Topic, verb: str) -> Answer:
    """Answer who "pledged" or "urged" what is at issue by the statements on it with that verb."""
    on_it = list_on_issue(asked, found)
    act = find_act_at(asked, found)  # "urged Sordia to dig"
    told = list_doing(asked, act, on_it) if act else []
    told = told if act else [s for s in on_it if has_verb(asked, s, verb)]
    read, verb = having_sought(asked, [verb]), act.typed if act else verb
    if told:
        reason = f"On record with {list_typed([verb])}:"
        return answer_with(asked, found, Outcome.ANSWER, told, reason=reason, **read)
    issues = listed([asked.kb.name_of(issue) for issue in found.issues])
    whose = f" from {list_typed([type_whose(asked, found)])}" if found.speaking_for else ""
    none = f"No statement on record{whose} on {issues} has {list_typed([verb])}{asked.when}."
    reason = f"{none} {'Near:' if on_it else NOT_ALL_SEARCHED}"
    return answer_with(asked, found, Outcome.NO_RECORD, on_it[:_NEAR], reason=reason, **read)


def list_on_issue(asked: Asked, found: Topic) -> list[CitedStatement]:
    """Return what was said on the issues of a question, of the days asked about."""
    return keep_in_time(asked, (), said_on_issue(asked, found))
