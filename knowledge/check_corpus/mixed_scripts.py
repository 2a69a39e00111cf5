"""Refuse a name with a word in letters of two scripts: it looks like another name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.corpus.errors import Fault
from knowledge.text.scripts import find_mixed_word
from knowledge.text.unseen_letters import describe

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.corpus.corpus_reader import Corpus
    from knowledge.corpus.errors import Location, Problem
    from knowledge.corpus.model import Named


def problems(corpus: Corpus) -> Iterator[Problem]:
    """Yield each name and alias with a mixed word, and the letter that does not belong."""
    for entries in (corpus.people, corpus.organizations, corpus.issues):
        for entry in entries.values():
            yield from map(entry.problem, _faults(entry.model))


def _faults(model: Named) -> Iterator[Fault]:
    for where, name in _names(model):
        if mixed := find_mixed_word(name):
            letter = describe(mixed.letter)
            why = f"{mixed.word!r} mixes letters of several scripts, among them {letter}."
            yield Fault(where, why, "Type the word again in one script.")


def _names(model: Named) -> Iterator[tuple[Location, str]]:
    yield ("name",), model.name
    for field in ("aliases", "weak_aliases"):
        for i, name in enumerate(getattr(model, field)):
            yield (field, i), name
