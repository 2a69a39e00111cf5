"""Which of many namesakes are meant, by every word typed: "Kim Ji" among two hundred Kims."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from knowledge.corpus.model import Kind
from knowledge.text.folding import tokenize

if TYPE_CHECKING:
    from collections.abc import Sequence

    from knowledge.kb.knowledge_base import KnowledgeBase
    from knowledge.names.resolver import Name
    from knowledge.questions.question import FoundName


def join_people(
    kb: KnowledgeBase, one: FoundName, other: FoundName, typed: str
) -> FoundName | None:
    """Return two choices of people side by side as those whose names have the words of both."""
    wider = max(one, other, key=lambda found: len(found.names))
    people = all(name.kind is Kind.PERSON for f in (one, other) for name in f.names)
    if not people or one.clear or other.clear:
        return None
    shared = {n.target for n in one.names} & {n.target for n in other.names}
    names = narrow(kb, wider.names, [token.folded for token in tokenize(typed)])
    names = names or tuple(name for name in wider.names if name.target in shared)
    return replace(one, typed=typed, names=names, last=other.last, read_as=True) if names else None


def narrow(kb: KnowledgeBase, names: Sequence[Name], typed: Sequence[str]) -> tuple[Name, ...]:
    """Return those whose names have a word that begins with each of those typed, the best first.

    Where some have the words whole, those alone are meant.
    """
    tokens = {name.target: _tokens(kb, name) for name in names}
    whole = [n for n in names if set(typed) <= set(tokens[n.target])]
    begun = [n for n in names if all(_begins(word, tokens[n.target]) for word in typed)]
    kept = whole or begun
    return tuple(
        sorted(kept, key=lambda n: (_place(typed, tokens[n.target]), kb.name_of(n.target)))
    )


def _tokens(kb: KnowledgeBase, name: Name) -> list[str]:
    return [token.folded for token in tokenize(kb.name_of(name.target))]


def _begins(word: str, tokens: Sequence[str]) -> bool:
    return any(token.startswith(word) for token in tokens)


def _place(typed: Sequence[str], tokens: Sequence[str]) -> list[int]:
    """Return where in a name the words typed stand: in the order typed goes first."""
    places = [[i for i, token in enumerate(tokens) if token.startswith(word)] for word in typed]
    return [found[0] if found else len(tokens) for found in places]
