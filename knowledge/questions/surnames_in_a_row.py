"""Names side by side where several are asked for: "compare Kishida Suga" names no one person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from knowledge.corpus.model import Kind
from knowledge.names.personal_names import split_name
from knowledge.names.surnames import find_surnames
from knowledge.questions.actors import Actor

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.kb.knowledge_base import KnowledgeBase
    from knowledge.names.resolver import Name
    from knowledge.questions.question import Question

_LONGEST: Final = 4  # words of a name in such a row


def part_row(kb: KnowledgeBase, question: Question, stranger: Actor) -> tuple[Actor, ...]:
    """Return those on record whose names are all that a stranger's is made of; else the stranger.

    A given name in it makes it one name, of somebody else: "Fumio Suga".
    """
    found = list(_list_names(kb, question, stranger))
    whole = bool(found) and found[-1].last == stranger.last
    return tuple(found) if whole and len(found) > 1 else (stranger,)


def _list_names(kb: KnowledgeBase, question: Question, stranger: Actor) -> Iterator[Actor]:
    """Yield the names from the left, the longest at each place, up to a word that is none."""
    at = stranger.first
    while at < stranger.last:
        end = min(at + _LONGEST, stranger.last)
        lasts = (last for last in range(end, at, -1) if _bearers(kb, question.words[at:last]))
        last = next(lasts, None)
        if last is None:
            return
        names = _bearers(kb, question.words[at:last])
        yield Actor(question.typed_between(at, last), at, last, names)
        at = last


def _bearers(kb: KnowledgeBase, words: tuple[str, ...]) -> tuple[Name, ...]:
    """Return whom words name by a surname or a whole name; none where they name an issue too."""
    found = kb.names.exact(words)
    kept = tuple(name for name in found if _is_meant(kb, words, name))
    return kept if not any(name.kind is Kind.ISSUE for name in found) else ()


def _is_meant(kb: KnowledgeBase, words: tuple[str, ...], name: Name) -> bool:
    if name.kind is Kind.PERSON:
        return (len(words) == 1 or not name.weak) and _has_surname(kb, words, name)
    return not name.weak


def _has_surname(kb: KnowledgeBase, words: tuple[str, ...], name: Name) -> bool:
    """Return whether words have the last part of a person's name, or the first where that is one.

    Of two, as in Kim Jong Un, a word alone may be either; several have the likeliest.
    """
    surnames = find_surnames(kb.world, split_name(kb.name_of(name.target)))
    told = surnames if len(words) == 1 else surnames[:1]
    return not {part.folded for part in told}.isdisjoint(words)
