"""What speakers said who are only described: "diplomatic sources", "officials in Seoul"."""

from __future__ import annotations

from dataclasses import replace
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from bot.answers.answer import Answer, Outcome
from bot.answers.phrases import listed, listed_few
from bot.answers.positions import issues_below, sorted_by_place, topics_of
from bot.answers.refusals import NOT_NO_POSITION, list_typed, refuse
from bot.answers.spoken_about import is_between, is_named_in, is_person
from bot.answers.spoken_answer import answer_with, keep_in_time
from knowledge.corpus import Kind
from knowledge.questions import PLAIN, Intent, Use, states_of, states_of_actors
from knowledge.text import (
    ARTICLES,
    AUXILIARIES,
    BEFORE_A_TOPIC,
    DESCRIBED,
    GOVERNMENTS,
    GRAMMAR,
    RANKS,
    SAYING,
    SOURCES,
    tokenize,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from bot.answers.asked import Asked
    from knowledge.citations import CitedStatement
    from knowledge.kb import KnowledgeBase
    from knowledge.questions import Actor, FoundName, Question, Topic

# What tells which speakers, behind them: where they are, what they are of, how near they are.
_PLACES = frozenset({"in", "at", "from"})
_BEHIND = _PLACES | frozenset("of within inside with who that which whose".split())
_NEAR = frozenset("familiar close closest closer near briefed knowledgeable".split())
_OF_A_GOVERNMENT = GOVERNMENTS | {"gov"}
_ENDING = BEFORE_A_TOPIC | AUXILIARIES | {"think", "believe", "want", "expect"}
_PARTICIPLES = ("ed", "ing")  # "linked to", "based in", where an auxiliary stands in front


class _Described(NamedTuple):
    """Speakers as typed, and what a description on record must have to be theirs.

    `last` is the number of the first word behind them. `words` are those it must have, `near` all
    that may follow its "close to". `states` is named by it, or is whose speaker it describes;
    `places` must stand in it as typed, or as another name behind its "in".
    """

    first: int
    last: int
    typed: str
    words: tuple[str, ...]
    near: frozenset[str]
    states: frozenset[str]
    places: frozenset[str]


def answer_described(asked: Asked, found: Topic) -> Answer | None:
    """Answer what speakers said who are told by a description; None where none are asked about.

    Whoever and whatever they are asked about is what their words must be about.
    """
    described = _find_described(asked.kb, asked.question, found)
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
    return _find_described(kb, question, found) is not None


def _list_told(asked: Asked, described: _Described) -> list[CitedStatement]:
    """Return what such speakers said or passed on, one or several."""
    hits = asked.kb.search(list(described.words))
    return [hit.statement for hit in hits if _is_by(asked, hit.statement, described)]


def _keep_about(
    asked: Asked,
    found: Topic,
    described: _Described,
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
    as_many = [s for s in having if _is_by(asked, s, described, as_many=True)]
    return as_many or having


def _list_objects(found: Topic, described: _Described) -> list[Actor]:
    """Return those spoken of behind the speakers, and those before a comma: "…, what did Japan"."""
    actors = sorted((*found.subjects, *found.objects), key=attrgetter("first"))
    return [a for a in actors if a.first >= described.last or a.last <= described.first]


def _list_sought(found: Topic, described: _Described) -> tuple[str, ...]:
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
    described: _Described,
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


def _find_described(kb: KnowledgeBase, question: Question, found: Topic) -> _Described | None:
    """Return the speakers who are asked about, where nothing but a description says who."""
    if found.intent not in {Intent.WORDS, Intent.POSITION}:
        return None
    for role, word in enumerate(question.words):
        if word in DESCRIBED and question.uses[role] not in {Use.NAME, Use.STRANGER, Use.POST}:
            return _describe(kb, question, role)
    return None


def _names_issue_beside(asked: Asked, found: Topic, described: _Described) -> bool:
    """Return whether an issue is named by other words than those that describe speakers."""
    spans = (f for f in asked.question.found if f.names[0].kind is Kind.ISSUE)
    read = {i for f in spans for i in range(f.first, f.last)} | found.read_words
    return not read <= set(range(described.first, described.last))


def _describe(kb: KnowledgeBase, question: Question, role: int) -> _Described | None:
    first = role
    while first > 0 and not question.parsed[first].broken and _tells_which(question, first - 1):
        first -= 1
    telling = [w for w in question.words[first:role] if w not in RANKS]
    is_source = question.words[role] in SOURCES
    of = _find_state_before(kb, question, first, role) if is_source else None
    ranked = not RANKS.isdisjoint(question.words[first:role])
    opening = _skip_ranks(question, of.first) if of else first
    if not (telling or is_source or ranked) or not _is_asked(question, opening, role):
        return None
    return _require(kb, question, opening, _end(question, opening, role + 1))


def _skip_ranks(question: Question, first: int) -> int:
    """Return where words that rank speakers begin: "senior" of "senior Japanese sources"."""
    while first > 0 and question.words[first - 1] in RANKS:
        first -= 1
    return first


def _require(kb: KnowledgeBase, question: Question, first: int, last: int) -> _Described:
    """Return what a description must have to be that of the words of this span."""
    states = [f for f in question.found if first <= f.first < last and _is_state(kb, f)]
    named = {i for f in states for i in range(f.first, f.last)}
    located = [f for f in states if _is_located(question, f)]
    own = {f.name.target for f in states if f not in located}
    start = first + _start_of_near(question.words[first:last])
    return _Described(
        first,
        last,
        question.typed_between(first, last),
        tuple(_list_content(question, range(first, last), set() if start < last else named)),
        frozenset(_list_content(question, range(start + 1, last), set())),
        frozenset(own) if start == last else frozenset(),
        frozenset(f.name.target for f in located) if start == last else frozenset(),
    )


def _list_content(question: Question, span: range, named: Collection[int]) -> Iterator[str]:
    """Yield the words of a description, without small ones, ranks and names of states."""
    for i in span:
        word = question.words[i]
        if word in _OF_A_GOVERNMENT:
            yield _plain(word)
        elif i not in named and question.uses[i] is not Use.DATE and not _is_small(word):
            yield word


def _is_small(word: str) -> bool:
    return word in RANKS or (word in GRAMMAR and word not in DESCRIBED)


def _plain(word: str) -> str:
    """Return a word of a government in full: "govt"."""
    return "government" if word in {"govt", "gov"} else word


def _is_state(kb: KnowledgeBase, found: FoundName) -> bool:
    bodies = (n for n in found.names if n.kind is Kind.ORGANIZATION)
    return any(kb.entities[name.target].state == name.target for name in bodies)


def _is_located(question: Question, found: FoundName) -> bool:
    """Return whether speakers are in a state rather than of it: "in Seoul"."""
    words = question.words
    of_it = found.first == 0 or words[found.first - 1] not in _PLACES
    return not (of_it or words[found.last - 1] in _OF_A_GOVERNMENT)


def _find_state_before(
    kb: KnowledgeBase, question: Question, first: int, role: int
) -> FoundName | None:
    """Return the state that speakers are of: "Japanese government sources"."""
    named = (f for f in question.found if f.first < first <= f.last <= role and f.clear)
    bodies = (f for f in named if f.name.kind is Kind.ORGANIZATION)
    return next((f for f in bodies if kb.entities[f.name.target].state == f.name.target), None)


def _is_asked(question: Question, at: int, role: int) -> bool:
    """Return whether speakers stand where those do who are asked: "did …", "according to …".

    Sources may open a question too: "diplomatic sources on talks".
    """
    before = at - 1
    while before >= 0 and question.words[before] in ARTICLES:
        before -= 1
    if before < 0:
        return question.words[role] in SOURCES
    told = question.words[before - 1 : before + 1] == ("according", "to")
    return told or question.words[before] in AUXILIARIES


def _end(question: Question, first: int, at: int) -> int:
    """Return where words end that tell which speakers: "in Seoul", "familiar with the matter"."""
    last = len(question.words)
    if at == last or question.parsed[at].broken or question.uses[at] is Use.DATE:
        return at
    asked = first > 0 and question.words[first - 1] in AUXILIARIES | ARTICLES
    said = next((i for i in range(at, last) if _is_saying(question, i)), last)
    word = question.words[at]
    telling = word in _BEHIND | _NEAR or (asked and said < last and word.endswith(_PARTICIPLES))
    if said == at or not telling:
        return at
    end = next((i for i in range(at, said) if question.parsed[i].broken), said)
    if end == said < last:
        return end
    return next((i for i in range(at + 1, end) if question.words[i] in _ENDING), end)


def _is_saying(question: Question, at: int) -> bool:
    """Return whether a word is a verb of saying, and no part of a name: "State Department"."""
    return question.words[at] in SAYING and question.uses[at] not in {Use.NAME, Use.STRANGER}


def _tells_which(question: Question, at: int) -> bool:
    """Return whether a word says which speakers: one of no name, or of an issue alone."""
    word = question.words[at]
    if word in ARTICLES | AUXILIARIES:
        return False
    issue = any(f.first == at and f.names[0].kind is Kind.ISSUE for f in question.found)
    return issue or question.uses[at] in PLAIN or word in RANKS | _OF_A_GOVERNMENT


def _is_by(
    asked: Asked, statement: CitedStatement, described: _Described, *, as_many: bool = False
) -> bool:
    """Return whether words are of such speakers, or are passed on by them; by as many if asked.

    Whoever the words are about tells nothing of who passes them on.
    """
    speaker = statement.speaker
    own = {*states_of(asked.kb, speaker.of)} if speaker and speaker.of else set[str]()
    texts = [(statement.via or "", set[str]()), ((speaker and speaker.description) or "", own)]
    end = "" if as_many else "s"
    return any(_fits(asked.kb, text, of, described, end) for text, of in texts if text)


def _fits(
    kb: KnowledgeBase, text: str, of: Collection[str], described: _Described, end: str
) -> bool:
    """Return whether a description on record has all that is asked for."""
    tokens = [token.folded for token in tokenize(text)]
    start = _start_of_near(tokens)
    wanted = {word.removesuffix(end) for word in described.words}
    named = dict(_list_states(kb, tokens[:start]))
    located = {state for at, state in named.items() if at and tokens[at - 1] in _PLACES}
    near = {token for token in tokens[start + 1 :] if not _is_small(token)}
    return (
        wanted <= {token.removesuffix(end) for token in tokens}
        and described.near in (frozenset(), near)
        and described.states <= {*named.values(), *of}
        and described.places <= located
    )


def _start_of_near(words: Sequence[str]) -> int:
    """Return where a description begins to tell what its speakers are close to, else its end."""
    return next((i for i, word in enumerate(words) if word in _NEAR), len(words))


def _list_states(kb: KnowledgeBase, tokens: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield each state that a description on record names, by where its name begins."""
    at = 0
    while at < len(tokens):
        lengths = (n for n in (3, 2, 1) if kb.names.exact(tokens[at : at + n]))
        length = next(lengths, 0)
        for name in kb.names.exact(tokens[at : at + length]) if length else ():
            if name.kind is Kind.ORGANIZATION:
                yield from ((at, state) for state in states_of(kb, name.target))
        at += length or 1


def _list_issues(statement: CitedStatement) -> set[str]:
    return {*(stance.issue for stance in statement.stances), *statement.about}
