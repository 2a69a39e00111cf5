"""An id for what is entered next: one that nothing has, or had before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.intake.add.drafts import make_slug

if TYPE_CHECKING:
    from knowledge.corpus.corpus_reader import Corpus


def make_free_id(corpus: Corpus, name: str, otherwise: str = "") -> str:
    """Return an id for a name that no entry has or had; of `otherwise` where it gives none."""
    made = make_slug(name) or otherwise
    taken = {entry.model.id for entry in corpus.entries()}
    taken |= {former for entry in corpus.entries() for former in entry.model.former_ids}
    numbered = (f"{made}-{number}" for number in range(2, len(taken) + 3))
    return next(i for i in numbered if i not in taken) if made in taken else made
