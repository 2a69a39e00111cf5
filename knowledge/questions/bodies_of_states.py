"""Whose parliament or ministry is meant: that of the state beside it, or of none on record."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from knowledge.corpus.model import Kind
from knowledge.questions.question import FoundName, Stranger

if TYPE_CHECKING:
    from collections.abc import Sequence

    from knowledge.kb.knowledge_base import KnowledgeBase
    from knowledge.questions.words import Word


def read_body(
    kb: KnowledgeBase,
    words: Sequence[Word],
    body: FoundName,
    named: Sequence[FoundName | Stranger],
) -> FoundName | Stranger:
    """Return a common body as that of the state beside it, or as a stranger where it has none here.

    A stranger holds the words of both: "the French parliament".
    """
    beside = _beside(words, body, named)
    if beside is None:
        return body
    if isinstance(beside, FoundName):
        if not _is_state(kb, beside):
            return body
        fitting = [n for n in body.names if kb.entities[n.target].state == beside.name.target]
        if fitting:
            return replace(body, names=tuple(fitting))
    return Stranger("", min(body.first, beside.first), max(body.last, beside.last))


def is_common(kb: KnowledgeBase, found: FoundName) -> bool:
    """Return whether words name a body that each state may have: "parliament"."""
    bodies = [kb.entities.get(n.target) for n in found.names if n.kind is Kind.ORGANIZATION]
    own = all(body and body.state and body.state != body.id for body in bodies)
    weak = all(name.weak for name in found.names)
    return own and weak and len(bodies) == len(found.names)


def _is_state(kb: KnowledgeBase, found: FoundName) -> bool:
    entity = kb.entities.get(found.name.target)
    return found.clear and entity is not None and entity.state == entity.id


def _beside(
    words: Sequence[Word], body: FoundName, named: Sequence[FoundName | Stranger]
) -> FoundName | Stranger | None:
    """Return what stands right before a body, or after "of" or "in"."""
    for other in named:
        before = other.last == body.first and not words[body.first].broken
        of = body.last < len(words) and words[body.last].folded in {"of", "in"}
        if before or (of and other.first == body.last + 1):
            return other
    return None
