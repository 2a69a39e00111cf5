"""What entities and issues are called in a comparison of two corpora: by name, and id in doubt."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from knowledge.corpus.corpus_reader import Corpus


class Labels:
    """Names by id, of both corpora; the later corpus' name where the two differ."""

    def __init__(self, before: Corpus, now: Corpus) -> None:
        self._names = {e.model.id: e.model.name for corpus in (before, now) for e in corpus.named()}
        self._ids: dict[str, set[str]] = defaultdict(set)
        for corpus in (before, now):
            for entry in corpus.named():
                self._ids[entry.model.name].add(entry.model.id)

    def of(self, name: str) -> str:
        """Return the name of an id, with the id where others bear the name; else the id itself."""
        called = self._names.get(name)
        if called is None:
            return name
        return f"{called} ({name})" if self.same(name) else called

    def same(self, name: str) -> set[str]:
        """Return the other ids that are called the same, as one that was given another id is."""
        return self._ids.get(self._names.get(name, ""), set()) - {name}
