"""The names of a corpus as rows of the kb: as entered, generated, and what tells them apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from knowledge.check_corpus import namesakes
from knowledge.kb.native_names import native_parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.corpus.corpus_reader import Corpus


def name_rows(corpus: Corpus) -> Iterator[dict[str, Any]]:
    """Yield a row for each name; what namesakes share is weak, and their labels are not."""
    shared = namesakes.shared_keys(corpus)
    for entry in corpus.named():
        model = entry.model
        row = {"target": model.id, "kind": model.kind, "preferred": 0, "generated": 0}
        for name in namesakes.strong_names(model):
            weak = model.id in shared.get(namesakes.name_key(name), ())
            yield {**row, "text": name, "weak": weak, "preferred": name == model.name}
        yield from ({**row, "text": alias, "weak": 1} for alias in model.weak_aliases)
    person_row = {"kind": "person", "preferred": 0}
    for person, label in namesakes.labels(corpus, shared).items():
        yield {**person_row, "text": label, "target": person, "weak": 0, "generated": 0}
    for entry in corpus.people.values():
        row = {**person_row, "target": entry.model.id, "weak": 1, "generated": 1}
        yield from ({**row, "text": part} for part in native_parts(entry.model))
