"""Whether one says "he" or "she" of somebody on record, as far as that is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.names.personal_names import split_name
from knowledge.names.surnames import find_surnames
from knowledge.speech.given_name_pronouns import load_given_names
from knowledge.text.english.gendered_titles import PRONOUNS
from knowledge.text.english.pronouns import CALLED_HE, CALLED_SHE
from knowledge.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.kb.knowledge_base import KnowledgeBase


def find_pronoun(kb: KnowledgeBase, person: str) -> str | None:
    """Return "he" or "she": as the articles have it, else as the given name does; None if unknown.

    Where articles have both, it is not known.
    """
    told = set(_list_printed(kb, person))
    if told:
        return told.pop() if len(told) == 1 else None
    parts = split_name(kb.name_of(person))
    surnames = find_surnames(kb.world, parts)
    given_first = len(parts) > 1 and surnames[0] is parts[-1]
    return load_given_names().get(parts[0].folded) if given_first else None


def _list_printed(kb: KnowledgeBase, person: str) -> Iterator[str]:
    """Yield the pronouns printed for who says something, and those of what they are called."""
    for statement in kb.statements_by(person):
        for quote in statement.quotes:
            yield from PRONOUNS.intersection(fold(quote.attribution or "").split()[:1])
    posts = (text for post in kb.posts.of(person) for text in (post.title, *post.printed))
    described = (attested.as_ for attested in kb.person(person).descriptions)
    ends = {word for text in (*posts, *described) for word in _list_ends(text)}
    yield from ["he"] * (not CALLED_HE.isdisjoint(ends))
    yield from ["she"] * (not CALLED_SHE.isdisjoint(ends))


def _list_ends(text: str) -> list[str]:
    """Return the words that say what somebody is: "sister" in "sister of Dask", "Dask's sister"."""
    words = fold(text).partition(" of ")[0].split()
    return words[-1:]
