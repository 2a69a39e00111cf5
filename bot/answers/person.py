"""A person as an answer tells it: posts and descriptions, each as attested."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.answer import Attested, PersonRef, Post
from knowledge.corpus.model import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from knowledge.corpus.model import Attestation, Membership
    from knowledge.kb.knowledge_base import Entity, KnowledgeBase


def person_ref(kb: KnowledgeBase, person: str) -> PersonRef:
    """Return a person with all that the articles attest, the latest first."""
    model = kb.person(person)
    posts = [_post(kb, membership) for membership in model.memberships]
    return PersonRef(
        id=model.id,
        name=model.name,
        posts=tuple(sorted(posts, key=lambda post: post.attested[0].to, reverse=True)),
        descriptions=tuple(_attested(model.descriptions)),
        note=model.note,
    )


def _post(kb: KnowledgeBase, membership: Membership) -> Post:
    return Post(
        title=membership.title,
        organization=kb.name_of(membership.organization),
        start=membership.start,
        end=membership.end,
        attested=tuple(_attested(membership.attested)),
        note=membership.note,
    )


def _attested(found: Iterable[Attestation]) -> list[Attested]:
    dated = [(a, a.date) for a in found if a.date]
    return [
        Attested(article=a.article, as_=a.as_, from_=d.from_, to=d.to, inferred=d.inferred)
        for a, d in sorted(dated, key=lambda pair: pair[1].to, reverse=True)
    ]


def states_of(kb: KnowledgeBase, entity: Entity) -> list[str]:
    """Return the states that somebody spoke for, or an organization belongs to."""
    if entity.kind is not Kind.PERSON:
        return [entity.state] if entity.state else []
    posts = kb.person(entity.id).memberships
    states = (kb.entities[post.organization].state for post in posts)
    return list(dict.fromkeys(state for state in states if state))
