"""Whose printed words are: the speaker's, an organization's, another's, or not to be told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.corpus.model import Kind
from knowledge.questions.question import read

if TYPE_CHECKING:
    from collections.abc import Iterable

    from knowledge.citations.citation import CitedStatement
    from knowledge.kb.knowledge_base import KnowledgeBase


def is_said_by(kb: KnowledgeBase, statement: CitedStatement, who: str) -> bool | None:
    """Tell whether a person said it, or somebody did for an organization.

    None where somebody of the same state said it, and nothing says for which of its bodies.
    """
    said = statement.speaker.id if statement.speaker else None
    entity = kb.entities[who]
    if said == who or entity.kind is Kind.PERSON:
        return said == who
    states = {statement.on_behalf_of, kb.entities[said].state if said in kb.entities else None}
    if who in states or entity.state not in states or statement.speaker is None:
        return who in states
    return True if _is_named(kb, statement, who) else None


def _is_named(kb: KnowledgeBase, statement: CitedStatement, who: str) -> bool:
    """Tell whether the speaker is described by a body: "a senior Foreign Ministry official"."""
    speaker = statement.speaker
    described = (speaker.description, speaker.as_) if speaker else ()
    found = (
        f for words in described if words for f in read(kb.names, words, {Kind.ORGANIZATION}).found
    )
    return any(who == name.target for f in found for name in f.names)


def select_by_speaker(
    kb: KnowledgeBase, statements: Iterable[CitedStatement], who: str
) -> tuple[list[CitedStatement], bool | None]:
    """Return the statements of the one asked about, and whether they are; else all of them."""
    said = [(statement, is_said_by(kb, statement, who)) for statement in statements]
    for theirs in (True, None):
        if own := [statement for statement, by in said if by is theirs]:
            return own, theirs
    return [statement for statement, _ in said], False
