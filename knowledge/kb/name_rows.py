"""The names of a corpus as rows of the kb: as entered, and what tells namesakes apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from knowledge.check_corpus import namesakes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.corpus.corpus_reader import Corpus


def name_rows(corpus: Corpus) -> Iterator[dict[str, Any]]:
    """Yield a row for each name; what namesakes share is weak, and their labels are not."""
    shared = namesakes.shared_keys(corpus)
    for entry in corpus.named():
        model = entry.model
        row = {"target": model.id, "kind": model.kind, "preferred": 0}
        for name in namesakes.strong_names(model):
            weak = model.id in shared.get(namesakes.name_key(name), ())
            yield {**row, "text": name, "weak": weak, "preferred": name == model.name}
        yield from ({**row, "text": alias, "weak": 1} for alias in model.weak_aliases)
    for person, label in namesakes.labels(corpus, shared).items():
        yield {"text": label, "target": person, "kind": "person", "weak": 0, "preferred": 0}
