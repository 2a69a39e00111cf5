"""Refuse what nobody sees in an entry: control characters, marks of direction, zero width."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from knowledge.corpus.errors import Fault
from knowledge.text.unseen_letters import describe, find_unseen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.corpus.corpus_reader import Corpus
    from knowledge.corpus.errors import Location, Problem
    from knowledge.corpus.model import Model

_NAMES: Final = {"name", "aliases", "weak_aliases", "title", "agency", "publisher", "byline", "url"}
_NO_LETTER: Final = re.compile(r"[^\x20-\x7e]|\\[^\"\\]")  # in JSON
_AGAIN: Final = "Type the words again without it."


def problems(corpus: Corpus) -> Iterator[Problem]:
    """Yield each field with a character that nobody sees, and name the first one."""
    for entry in corpus.entries():
        yield from map(entry.problem, faults(entry.model))


def faults(model: Model) -> Iterator[Fault]:
    """Yield each field of one entry with such a character."""
    # Most entries are plain, which one look at all of their words shows.
    if _NO_LETTER.search(model.model_dump_json()):
        yield from _faults(model.model_dump(by_alias=True), ())


def _faults(data: Any, where: Location) -> Iterator[Fault]:  # noqa: ANN401 (any field)
    if isinstance(data, dict):
        for name, value in data.items():
            yield from _faults(value, (*where, name))
    elif isinstance(data, (list, tuple)):
        for number, value in enumerate(data):
            yield from _faults(value, (*where, number))
    elif isinstance(data, str):
        field = next(step for step in reversed(where) if isinstance(step, str))
        if letter := find_unseen(data, name=field in _NAMES):
            yield Fault(
                where, f"There is a character that nobody sees: {describe(letter)}.", _AGAIN
            )
