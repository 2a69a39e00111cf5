"""The outlet that a question names beside words which it prints: "Kyodo: “…”", "“…” (Kyodo)"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.text import OUTLETS_BESIDE_A_STATE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.citations import Source
    from knowledge.kb import KnowledgeBase


def names_outlet(source: Source, words: str) -> bool:
    """Return whether words name the agency or the publisher of an article, and nobody else."""
    return _bare(words) in _list_names(source.agency, source.publisher)


def names_any_outlet(kb: KnowledgeBase, words: str) -> bool:
    """Return whether words name the agency or the publisher of any article, and nobody else."""
    bare = _bare(words)
    return any(bare in _list_names(*outlet) for outlet in kb.outlets)


def _list_names(printed: str | None, publisher: str | None) -> Iterator[list[str]]:
    """Yield the names of both; an agency's also as it is called in short: "Kyodo"."""
    agency = _bare(printed or "")
    short = agency[:-1] if OUTLETS_BESIDE_A_STATE.intersection(agency[-1:]) else []
    yield from filter(None, (agency, short, _bare(publisher or "")))


def _bare(name: str) -> list[str]:
    words = name.lower().split()
    return words[1:] if words[:1] == ["the"] else words
