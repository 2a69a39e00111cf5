"""Whom an outlet's own words are on: the holder of their position, or whom "it" stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.text import find_whole

if TYPE_CHECKING:
    from collections.abc import Iterable

    from knowledge.citations import CitedStatement
    from knowledge.kb import KnowledgeBase


def name_all_told_of(kb: KnowledgeBase, said: Iterable[CitedStatement]) -> dict[str, str]:
    """Return whom the accounts among some statements are on, by the ids of the statements."""
    named = ((statement.id, name_told_of(kb, statement)) for statement in said)
    return {own: name for own, name in named if name}


def name_told_of(kb: KnowledgeBase, statement: CitedStatement) -> str | None:
    """Return whom an account is on, where that is one holder alone."""
    holders = {stance.holder for stance in statement.stances}
    if not holders and statement.speaker is None and statement.on_behalf_of is None:
        holders = _list_meant(kb, statement)
    return kb.name_of(holders.pop()) if len(holders) == 1 else None


def _list_meant(kb: KnowledgeBase, statement: CitedStatement) -> set[str]:
    """Return the states that the printed words name which say who a pronoun is."""
    meant = " ".join(quote.refers_to or "" for quote in statement.quotes)
    states = (e.id for e in kb.entities.values() if meant and e.state == e.id)
    return {one for one in states if any(_stands_in(name, meant) for name in kb.names_of(one))}


def _stands_in(name: str, text: str) -> bool:
    return next(find_whole(name, text), None) is not None
