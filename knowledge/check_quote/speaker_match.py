"""The match of printed words with the speaker asked about: a person or an organization."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.corpus.model import Kind
from knowledge.questions.reader import read

if TYPE_CHECKING:
    from collections.abc import Iterable

    from knowledge.citations.citation import CitedStatement
    from knowledge.kb.knowledge_base import KnowledgeBase


def is_said_by(kb: KnowledgeBase, statement: CitedStatement, who: str) -> bool | None:
    """Return whether a person said it, or somebody spoke for an organization.

    None if somebody of the same state said it, and it is unknown for which of its bodies; of a
    person, if an organization did that is described by them, as their administration.
    """
    said = statement.speaker.id if statement.speaker else None
    entity = kb.entities[who]
    if said == who:
        return True
    if entity.kind is Kind.PERSON:
        is_body = said in kb.entities and kb.entities[said].kind is Kind.ORGANIZATION
        return None if is_body and _is_named(kb, statement, who) else False
    states = {statement.on_behalf_of, kb.entities[said].state if said in kb.entities else None}
    if who in states or entity.state not in states or statement.speaker is None:
        return who in states
    return True if _is_named(kb, statement, who) else None


def _is_named(kb: KnowledgeBase, statement: CitedStatement, who: str) -> bool:
    """Return whether a name describes the speaker: "a senior Foreign Ministry official"."""
    speaker = statement.speaker
    described = (speaker.description, speaker.as_) if speaker else ()
    kinds = {kb.entities[who].kind}
    found = (f for words in described if words for f in read(kb, words, kinds).found)
    return any(who == name.target for f in found for name in f.names)


def select_by_speaker(
    kb: KnowledgeBase, statements: Iterable[CitedStatement], who: str
) -> tuple[list[CitedStatement], bool | None]:
    """Return the statements of the one asked about, or else all, and whether they match."""
    said = [(statement, is_said_by(kb, statement, who)) for statement in statements]
    for theirs in (True, None):
        if own := [statement for statement, by in said if by is theirs]:
            return own, theirs
    return [statement for statement, _ in said], False
