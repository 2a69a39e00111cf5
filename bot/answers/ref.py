"""An id of the corpus with the name that answers show for it."""

from __future__ import annotations

from knowledge.corpus import Model


class Ref(Model):
    id: str
    """The id in the corpus."""
    name: str
    """The name that answers show."""
