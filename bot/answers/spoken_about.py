"""Of whom or what statements are: of a person where they are named, of a state by the issue too."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.answers.called_in_words import list_lone_names
from bot.answers.positions import sorted_by_place
from knowledge.corpus import Kind
from knowledge.questions import states_of_actors
from knowledge.text import MARKING_A_TIME, are_among, tokenize

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.answers.asked import Asked
    from knowledge.citations import CitedStatement
    from knowledge.questions import Actor, Question, Topic

_MOST: Final = 50  # statements that are looked at for a name in their words
_CIRCUMSTANCES: Final = MARKING_A_TIME | {"at"}


def concerns(asked: Asked, statement: CitedStatement, objects: Iterable[Actor]) -> bool:
    """Return whether a statement names one of these, or is on an issue of a state that is one.

    Not all that concerns the state of a person is about the person.
    """
    return any(
        is_named_in(asked, statement, actor) or _is_party(asked, statement, actor)
        for actor in objects
    )


def is_named_in(asked: Asked, statement: CitedStatement, actor: Actor) -> bool:
    """Return whether the words of a statement, or the name of its occasion, name somebody.

    The occasion says to whom it was said: "Call between A and B".
    """
    occasion = asked.kb.event_names([statement.event] if statement.event else []).values()
    text = " ".join([*(quote.exact for quote in statement.quotes), *occasion])
    words = {token.folded for token in tokenize(text)}
    typed = are_among(actor.typed, text) and not _is_own(statement, actor)
    return typed or not words.isdisjoint(_words_for(asked, actor))


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
    """Return whether an issue of the statement has a state spoken of as a party, or is about it."""
    issues = (*(t.issue for t in statement.stances), *statement.about)
    states = states_of_actors(asked.kb, [actor])
    return not is_person(actor) and any(
        not states.isdisjoint(asked.kb.issues[issue].parties) or asks_about(asked, issue, actor)
        for issue in issues
    )


def asks_about(asked: Asked, issue: str, actor: Actor) -> bool:
    """Return whether the question of an issue names a state that is no party to it.

    "Should the allies act together on Sordia?" is about Sordia, and about none of the allies.
    """
    model = asked.kb.issues[issue]
    states = states_of_actors(asked.kb, [actor]) - set(model.parties)
    question = model.question or ""
    return any(are_among(asked.kb.name_of(state) or state, question) for state in states)


def list_accounts(asked: Asked, found: Topic) -> list[CitedStatement]:
    """Return what outlets say of those asked about, where people are spoken of: "concern in Tokyo".

    Of a state they would be too many, and are told by issue.
    """
    who = found.asked_about if any(map(is_person, found.objects)) else ()
    return [s for one in who for s in asked.kb.statements_for(one) if s.speaker is None]


def list_said_of(asked: Asked, objects: Iterable[Actor]) -> list[CitedStatement]:
    """Return what anybody else said that concerns one of these, the newest first."""
    objects = list(objects)
    states = states_of_actors(asked.kb, [actor for actor in objects if not is_person(actor)])
    issues = [i for i, own in asked.kb.issues.items() if not states.isdisjoint(own.parties)]
    said = {s.id: s for s in asked.kb.statements_on_any(issues)}
    for actor in objects:
        words = [token.folded for token in tokenize(actor.typed)]
        hits = asked.kb.search(words, limit=_MOST)
        said |= {hit.statement.id: hit.statement for hit in hits}
    about = (s for s in said.values() if concerns(asked, s, objects))
    own = {name.target for actor in objects for name in actor.names}
    kept = [s for s in about if own.isdisjoint({s.on_behalf_of, s.speaker and s.speaker.id})]
    return sorted_by_place(kept)
