"""Offices beside a name that nothing on record gives to whoever has it: "Ambassador Kono"."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from knowledge.text import tokenize

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.kb import KnowledgeBase
    from knowledge.questions import FoundName, Question

# Words of descriptions, which may be right though no title on record has them.
_DESCRIBING: Final = frozenset(
    "designate diplomat elect envoy negotiator nominee official representative spokesman"
    " spokesperson spokeswoman".split()
)


def list_offices_not_held(kb: KnowledgeBase, question: Question) -> Iterator[str]:
    """Yield the offices as typed; "Secretary Tillerson" is short for what he is on record as."""
    for found in question.found:
        if found.described and not found.posts:
            known = _list_title_words(kb, found)
            for typed in filter(partial(_is_beside, question, found), question.posts_beside(found)):
                words = _fold(typed)
                if words.isdisjoint(_DESCRIBING) and not any(words <= title for title in known):
                    yield typed


def _is_beside(question: Question, found: FoundName, office: str) -> bool:
    """Return whether an office stands right before a name or behind it, and is no other's."""
    start, end = question.place(found.first, found.last)
    behind = question.typed[end:].lstrip(" ,").removeprefix("the ")
    return question.typed[:start].rstrip().endswith(office) or behind.startswith(office)


def _list_title_words(kb: KnowledgeBase, found: FoundName) -> list[set[str]]:
    """Return the words of each title that somebody of that name is on record with."""
    held = [post for name in found.names for post in kb.posts.of(name.target)]
    return [_fold(title) for post in held for title in (post.title, *post.printed)]


def _fold(words: str) -> set[str]:
    return {token.folded for token in tokenize(words)}
