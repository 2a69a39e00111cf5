"""The text of an entry as upkeep writes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.check_corpus.kept_comments import keep_comments
from knowledge.corpus import canonical

if TYPE_CHECKING:
    from knowledge.corpus.model import Model


def write_anew(model: Model, old: str | None) -> str:
    """Return the text of an entry, with the comments that a curator wrote in its old one."""
    made = canonical.write(model)
    return made if old is None else keep_comments(old, made)
