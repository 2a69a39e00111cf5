"""Speakers who are only described in a question, and what a description on record must have."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from knowledge.corpus import Kind
from knowledge.questions import PLAIN, Intent, Use
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
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from knowledge.kb import KnowledgeBase
    from knowledge.questions import FoundName, Question, Topic


# What tells which speakers, behind them: where they are, what they are of, how near they are.
PLACES = frozenset({"in", "at", "from"})
_BEHIND = PLACES | frozenset("of within inside with who that which whose".split())
_NEAR = frozenset("familiar close closest closer near briefed knowledgeable".split())
_OF_A_GOVERNMENT = GOVERNMENTS | {"gov"}
_ENDING = BEFORE_A_TOPIC | AUXILIARIES | {"think", "believe", "want", "expect"}
_PARTICIPLES = ("ed", "ing")  # "linked to", "based in", where an auxiliary stands in front


class SpeakerDescription(NamedTuple):
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


def find_description(
    kb: KnowledgeBase, question: Question, found: Topic
) -> SpeakerDescription | None:
    """Return the speakers who are asked about, where nothing but a description says who."""
    if found.intent not in {Intent.WORDS, Intent.POSITION}:
        return None
    for role, word in enumerate(question.words):
        if word in DESCRIBED and question.uses[role] not in {Use.NAME, Use.STRANGER, Use.POST}:
            return _describe(kb, question, role)
    return None


def _describe(kb: KnowledgeBase, question: Question, role: int) -> SpeakerDescription | None:
    first = role
    while first > 0 and not question.parsed[first].broken and _tells_which(question, first - 1):
        first -= 1
    telling = [w for w in question.words[first:role] if w not in RANKS]
    is_source = question.words[role] in SOURCES
    of = _find_state_before(kb, question, first, role) if is_source else None
    named = None if of or telling else _find_ranked_body(question, first)
    opening = _skip_ranks(question, of.first if of else named or first)
    ranked = not RANKS.isdisjoint(question.words[opening:role])
    told = telling or is_source or ranked or _is_one_in_a_place(kb, question, role)
    if not told or not _is_asked(question, opening, role, ranked=bool(named)):
        return None
    return _require(kb, question, opening, _end(question, opening, role + 1))


def _find_ranked_body(question: Question, at: int) -> int | None:
    """Return where a body's name begins that a rank stands before: "senior Foreign Ministry"."""
    bodies = (f for f in question.found if f.names[0].kind is Kind.ORGANIZATION)
    first = next((f.first for f in bodies if f.last == at), 0)
    return first if first and question.words[first - 1] in RANKS else None


def _is_one_in_a_place(kb: KnowledgeBase, question: Question, role: int) -> bool:
    """Return whether one speaker of a place is meant, and not all of a state: "an official in"."""
    one = not question.words[role].endswith("s")
    state = (f for f in question.found if f.first == role + 2 and _is_state(kb, f))
    return one and question.words[role + 1 : role + 2] == ("in",) and next(state, None) is not None


def _skip_ranks(question: Question, first: int) -> int:
    """Return where words that rank speakers begin: "senior" of "senior Japanese sources"."""
    while first > 0 and question.words[first - 1] in RANKS:
        first -= 1
    return first


def _require(kb: KnowledgeBase, question: Question, first: int, last: int) -> SpeakerDescription:
    """Return what a description must have to be that of the words of this span."""
    states = [f for f in question.found if first <= f.first < last and _is_state(kb, f)]
    named = {i for f in states for i in range(f.first, f.last)}
    located = [f for f in states if _is_located(question, f)]
    own = {f.name.target for f in states if f not in located}
    start = first + find_nearness(question.words[first:last])
    return SpeakerDescription(
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
        elif i not in named and question.uses[i] is not Use.DATE and not is_small(word):
            yield word


def is_small(word: str) -> bool:
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
    of_it = found.first == 0 or words[found.first - 1] not in PLACES
    return not (of_it or words[found.last - 1] in _OF_A_GOVERNMENT)


def _find_state_before(
    kb: KnowledgeBase, question: Question, first: int, role: int
) -> FoundName | None:
    """Return the state that speakers are of: "Japanese government sources"."""
    named = (f for f in question.found if f.first < first <= f.last <= role and f.clear)
    bodies = (f for f in named if f.name.kind is Kind.ORGANIZATION)
    return next((f for f in bodies if kb.entities[f.name.target].state == f.name.target), None)


def _is_asked(question: Question, at: int, role: int, *, ranked: bool) -> bool:
    """Return whether speakers stand where those do who are asked: "did …", "according to …".

    Sources, and whoever is ranked, may open a question too: "diplomatic sources on talks".
    """
    before = at - 1
    while before >= 0 and question.words[before] in ARTICLES:
        before -= 1
    if before < 0:
        return ranked or question.words[role] in SOURCES
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


def find_nearness(words: Sequence[str]) -> int:
    """Return where a description begins to tell what its speakers are close to, else its end."""
    return next((i for i, word in enumerate(words) if word in _NEAR), len(words))
