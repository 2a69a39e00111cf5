"""Of whom or what statements are: who is named, and of a state what is on an issue of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.answers.called_in_words import list_lone_names
from bot.answers.positions import sorted_by_place
from knowledge.corpus import Kind
from knowledge.questions import states_of_actors
from knowledge.text import (
    ARTICLES,
    BEFORE_A_TOPIC,
    JOINING,
    MARKING_A_TIME,
    are_among,
    find_whole,
    tokenize,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from bot.answers.asked import Asked
    from knowledge.citations import CitedStatement
    from knowledge.questions import Actor, Question, Topic

PAIR: Final = 2  # parties up to which an issue is about each of them
_BEFORE_A_TOPIC: Final = BEFORE_A_TOPIC | {"of", "mention", "mentions", "mentioned"}
_MOST: Final = 50  # statements that are looked at for a name in their words
_CIRCUMSTANCES: Final = MARKING_A_TIME | {"at"}


def concerns(asked: Asked, statement: CitedStatement, objects: Iterable[Actor]) -> bool:
    """Return whether a statement names one of these, or is on an issue of a state that is one.

    Not all that concerns the state of a person is about the person, and not all that is on an
    issue of several states is about each of them.
    """
    return any(
        is_named_in(asked, statement, actor) or _is_party(asked, statement, actor)
        for actor in objects
    )


def is_named_in(asked: Asked, statement: CitedStatement, actor: Actor) -> bool:
    """Return whether a statement names somebody, by whatever name it has for them."""
    text = _list_words(asked, statement, actor)
    called = is_typed_in(asked, statement, actor) or _names_body(asked, text, actor)
    return called or _is_account_of(asked, statement, actor)


def is_typed_in(asked: Asked, statement: CitedStatement, actor: Actor) -> bool:
    """Return whether a statement has the name that was typed, or a person's by itself."""
    text = _list_words(asked, statement, actor)
    words = {token.folded for token in tokenize(text)}
    typed = are_among(actor.typed, text) and not _is_own(statement, actor)
    return typed or not words.isdisjoint(_words_for(asked, actor))


def _list_words(asked: Asked, statement: CitedStatement, actor: Actor) -> str:
    """Return the words of a statement, and the name of its occasion unless a topic is asked for.

    The occasion says to whom it was said: "Call between A and B" is not about B.
    """
    said = [quote.exact for quote in statement.quotes]
    if not statement.event or _is_topic(asked.question, actor):
        return " ".join(said)
    return " ".join([*said, *asked.kb.event_names([statement.event]).values()])


def _is_topic(question: Question, actor: Actor) -> bool:
    """Return whether somebody stands where a topic does: "about Sordia and Lutha"."""
    named = {at for found in question.found for at in range(found.first, found.last)}
    at = actor.first - 1
    while at >= 0 and (at in named or question.words[at] in ARTICLES | JOINING):
        at -= 1
    return at >= 0 and question.words[at] in _BEFORE_A_TOPIC


def _names_body(asked: Asked, text: str, actor: Actor) -> bool:
    """Return whether a text has any name of a state or another body: "DPRK" for "Pyongyang".

    Letters are compared as printed, for "us" is not "US".
    """
    names = _list_names(asked, actor)
    return any(next(find_whole(name, text), None) is not None for name in names)


def _list_names(asked: Asked, actor: Actor) -> list[str]:
    bodies = [name.target for name in actor.names if name.kind is Kind.ORGANIZATION]
    return [name for body in bodies for name in asked.kb.names_of(body)]


def _is_account_of(asked: Asked, statement: CitedStatement, actor: Actor) -> bool:
    """Return whether an outlet tells of a state: its position, or whom "it" is in a quotation."""
    if statement.speaker is not None or statement.on_behalf_of is not None:
        return False
    holders = {stance.holder for stance in statement.stances}
    meant = " ".join(quote.refers_to or "" for quote in statement.quotes)
    bodies = {name.target for name in actor.names if name.kind is Kind.ORGANIZATION}
    return not holders.isdisjoint(bodies) or _names_body(asked, meant, actor)


def _is_own(statement: CitedStatement, actor: Actor) -> bool:
    """Return whether the typed name may be that of the speaker, who is told in the words too."""
    own = statement.speaker.id if statement.speaker else None
    return any(name.target == own for name in actor.names)


def _words_for(asked: Asked, actor: Actor) -> Iterator[str]:
    """Yield the words that name a person by themselves, and nobody else on record."""
    for name in actor.names if is_person(actor) else ():
        yield from list_lone_names(asked, name.target)


def is_person(actor: Actor) -> bool:
    """Return whether a name that is spoken of may be a person's."""
    return any(name.kind is Kind.PERSON for name in actor.names)


def is_circumstance(question: Question, actor: Actor) -> bool:
    """Return whether a name says where or when words were said: "at the UN", "under Biden"."""
    at = actor.first - 1
    while at > 0 and question.words[at] == "the":
        at -= 1
    return at >= 0 and question.words[at] in _CIRCUMSTANCES


def _is_party(asked: Asked, statement: CitedStatement, actor: Actor) -> bool:
    """Return whether an issue of the statement is of a state spoken of, or asks about it."""
    issues = (*(t.issue for t in statement.stances), *statement.about)
    states = states_of_actors(asked.kb, [actor])
    return not is_person(actor) and any(
        is_between(asked, issue, states) or asks_about(asked, issue, actor) for issue in issues
    )


def is_between(asked: Asked, issue: str, states: Collection[str]) -> bool:
    """Return whether an issue is of one of these alone, or between it and one other."""
    parties = asked.kb.issues[issue].parties
    return len(parties) <= PAIR and not set(parties).isdisjoint(states)


def is_among_parties(asked: Asked, statement: CitedStatement, objects: Iterable[Actor]) -> bool:
    """Return whether a statement is on an issue of several states of which one is spoken of."""
    states = states_of_actors(asked.kb, [actor for actor in objects if not is_person(actor)])
    issues = (*(t.issue for t in statement.stances), *statement.about)
    return any(not states.isdisjoint(asked.kb.issues[issue].parties) for issue in issues)


def asks_about(asked: Asked, issue: str, actor: Actor) -> bool:
    """Return whether the question of an issue names a state that is no party to it.

    "Should the allies act together on Sordia?" is about Sordia, and about none of the allies.
    """
    model = asked.kb.issues[issue]
    states = states_of_actors(asked.kb, [actor]) - set(model.parties)
    question = model.question or ""
    return any(are_among(asked.kb.name_of(state) or state, question) for state in states)


def list_accounts(asked: Asked, found: Topic) -> list[CitedStatement]:
    """Return what outlets say of those asked about: "there is concern in Tokyo"."""
    told = (s for one in found.asked_about for s in asked.kb.statements_for(one))
    return [s for s in told if s.speaker is None]


def list_said_of(asked: Asked, objects: Iterable[Actor]) -> list[CitedStatement]:
    """Return what anybody else said that concerns one of these, the newest first."""
    objects = list(objects)
    states = states_of_actors(asked.kb, [actor for actor in objects if not is_person(actor)])
    issues = [i for i, own in asked.kb.issues.items() if not states.isdisjoint(own.parties)]
    said = {s.id: s for s in asked.kb.statements_on_any(issues)}
    names = (name for actor in objects for name in (actor.typed, *_list_names(asked, actor)))
    for name in dict.fromkeys(names):
        words = [token.folded for token in tokenize(name)]
        hits = asked.kb.search(words, limit=_MOST)
        said |= {hit.statement.id: hit.statement for hit in hits}
    said |= {s.id: s for state in states for s in asked.kb.statements_for(state)}
    about = (s for s in said.values() if concerns(asked, s, objects))
    own = {name.target for actor in objects for name in actor.names}
    kept = [s for s in about if own.isdisjoint({s.on_behalf_of, s.speaker and s.speaker.id})]
    return sorted_by_place(kept)
