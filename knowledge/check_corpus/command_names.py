"""Find names that are a command's word too: they work, but a reader may mean the command."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.check_corpus.namesakes import name_key
from knowledge.corpus.errors import Fault
from knowledge.text.english.command_words import COMMAND_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.corpus.corpus_reader import Corpus
    from knowledge.corpus.errors import Location, Problem
    from knowledge.corpus.model import Named


def warnings(corpus: Corpus) -> Iterator[Problem]:
    for entry in corpus.named():
        for where, name in _names(entry.model):
            if name_key(name) in COMMAND_WORDS:
                why = f"{name!r} is also what Stancebook is told to do."
                what_to_do = "It is found; give a longer name too, for whoever means this one."
                yield entry.problem(Fault(where, why, what_to_do))


def _names(model: Named) -> Iterator[tuple[Location, str]]:
    yield ("name",), model.name
    for field in ("aliases", "weak_aliases"):
        yield from (((field, i), name) for i, name in enumerate(getattr(model, field)))
