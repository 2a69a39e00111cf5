"""Posts that people hold on record: whether a printed one is among them, and given where not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.check_corpus.printed_posts import is_other_post, read_post
from knowledge.corpus.model import Membership
from knowledge.text.article_text import fold

if TYPE_CHECKING:
    from knowledge.corpus.model import Attestation, Person


def attest_post(person: Person, title: str, organization: str, words: Attestation) -> Person:
    """Return a person with a post as printed, or with further words for the one they have."""
    held = list(person.memberships)
    found = (i for i, m in enumerate(held) if is_same_post(m, title, organization, words.as_))
    at = next(found, None)
    if at is None:
        held.append(Membership(title=title, organization=organization, attested=(words,)))
    elif words not in held[at].attested:
        held[at] = held[at].model_copy(update={"attested": (*held[at].attested, words)})
    return person.model_copy(update={"memberships": tuple(held)})


def is_same_post(held: Membership, title: str, organization: str, printed: str) -> bool:
    """Return whether a post on record is a printed one, though in other words."""
    one, other = read_post(held.title), read_post(title)
    same_office = one is not None and other is not None and one.role == other.role
    return (
        held.organization == organization
        and (same_office or fold(held.title) == fold(title))
        and not is_other_post(held.title, printed)
    )
