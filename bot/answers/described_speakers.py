"""What speakers said who are only described: "diplomatic sources", "officials in Seoul"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from bot.answers.answer import Answer, Outcome
from bot.answers.positions import issues_below, sorted_by_place
from bot.answers.refusals import NOT_NO_POSITION, clip_typed, refuse
from bot.answers.spoken_answer import answer_with, keep_in_time
from knowledge.corpus import Kind
from knowledge.questions import PLAIN, Intent, Use, states_of
from knowledge.text import ARTICLES, AUXILIARIES, DESCRIBED, RANKS, SAYING, SOURCES, tokenize

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.answers.asked import Asked
    from knowledge.citations import CitedStatement
    from knowledge.questions import FoundName, Question, Topic

_PLACES = frozenset({"in", "at", "from"})
_NEAR = frozenset({"familiar", "close", "briefed", "knowledgeable"})


class _Described(NamedTuple):
    """Speakers as typed, the words that describe them, and the states they are in.

    `last` is the number of the first word behind them.
    """

    first: int
    last: int
    typed: str
    words: tuple[str, ...]
    states: frozenset[str]


def answer_described(asked: Asked, found: Topic) -> Answer | None:
    """Answer what speakers said who are told by a description; None where none are asked about."""
    described = _find_described(asked, found)
    if described is None:
        return None
    hits = asked.kb.search(list(described.words))
    said = [hit.statement for hit in hits if _is_by(asked, hit.statement, described)]
    issues = found.issues if _names_issue_beside(asked, found, described) else ()
    below = {issue.id for issue in issues_below(asked, issues)}
    about = [s for s in said if not below or not below.isdisjoint(_list_issues(s))]
    typed = f"“{clip_typed(described.typed)}”"
    if kept := keep_in_time(asked, (), sorted_by_place(about)):
        nobody = replace(found, subjects=(), issues=issues)
        return answer_with(asked, nobody, Outcome.ANSWER, kept, reason=f"On record from {typed}:")
    on = f" on {asked.kb.name_of(issues[0])}" if issues else ""
    reason = f"No statement on record is attributed to {typed}{on}{asked.when}."
    return refuse(asked, f"{reason} {NOT_NO_POSITION}", ())


def _find_described(asked: Asked, found: Topic) -> _Described | None:
    """Return the speakers who are asked about, where nothing but a description says who."""
    question = asked.question
    if found.intent not in {Intent.WORDS, Intent.POSITION}:
        return None
    for role, word in enumerate(question.words):
        if word in DESCRIBED and question.uses[role] not in {Use.NAME, Use.STRANGER, Use.POST}:
            return _describe(asked, role)
    return None


def _names_issue_beside(asked: Asked, found: Topic, described: _Described) -> bool:
    """Return whether an issue is named by other words than those that describe speakers."""
    spans = (f for f in asked.question.found if f.names[0].kind is Kind.ISSUE)
    read = {i for f in spans for i in range(f.first, f.last)} | found.read_words
    return not read <= set(range(described.first, described.last))


def _describe(asked: Asked, role: int) -> _Described | None:
    question, first = asked.question, role
    while first > 0 and not question.parsed[first].broken and _tells_which(question, first - 1):
        first -= 1
    telling = [w for w in question.words[first:role] if w not in RANKS]
    if not telling and question.words[role] not in SOURCES:
        return None
    before = first - 1
    while before >= 0 and question.words[before] in ARTICLES:
        before -= 1
    if before < 0 or question.words[before] not in AUXILIARIES:
        return None
    place = _find_place(question, role + 1)
    last = place.last if place else _end_of_nearness(question, role + 1)
    telling += [question.words[i] for i in range(role + 1, last) if question.uses[i] in PLAIN]
    states = frozenset(states_of(asked.kb, place.name.target)) if place else frozenset[str]()
    words = (*telling, question.words[role])
    return _Described(first, last, question.typed_between(first, last), words, states)


def _end_of_nearness(question: Question, at: int) -> int:
    """Return where words end that tell how near sources are: "familiar with the matter"."""
    if question.words[at : at + 1] and question.words[at] in _NEAR:
        while at < len(question.words) and question.words[at] not in SAYING:
            at += 1
    return at


def _tells_which(question: Question, at: int) -> bool:
    """Return whether a word says which speakers: one of no name, or of an issue alone."""
    word = question.words[at]
    if word in ARTICLES | AUXILIARIES:
        return False
    issue = any(f.first == at and f.names[0].kind is Kind.ISSUE for f in question.found)
    return issue or question.uses[at] in PLAIN or word in RANKS | {"government"}


def _find_place(question: Question, at: int) -> FoundName | None:
    """Return the state in which the speakers are said to be: "in Seoul"."""
    if question.words[at : at + 1] and question.words[at] in _PLACES:
        at += 1 + (question.words[at + 1 : at + 2] == ("the",))
        named = (f for f in question.found if f.first == at and f.clear)
        return next((f for f in named if f.name.kind is Kind.ORGANIZATION), None)
    return None


def _is_by(asked: Asked, statement: CitedStatement, described: _Described) -> bool:
    """Return whether words are of such speakers, or are passed on by them."""
    speaker = statement.speaker
    texts = [statement.via or "", (speaker and speaker.description) or ""]
    wanted = {word.removesuffix("s") for word in described.words}
    told = any(wanted <= {t.folded.removesuffix("s") for t in tokenize(text)} for text in texts)
    return told and (not described.states or bool(described.states & {*_states(asked, statement)}))


def _states(asked: Asked, statement: CitedStatement) -> Iterator[str]:
    for body in (statement.on_behalf_of, statement.speaker and statement.speaker.of):
        if body:
            yield from states_of(asked.kb, body)


def _list_issues(statement: CitedStatement) -> set[str]:
    return {*(stance.issue for stance in statement.stances), *statement.about}
