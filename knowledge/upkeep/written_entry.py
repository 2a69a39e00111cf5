"""The text of an entry as upkeep writes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.check_corpus import comments
from knowledge.corpus import canonical
from knowledge.corpus.errors import IntakeError

if TYPE_CHECKING:
    from knowledge.corpus.model import Model


def write_anew(model: Model, old: str | None, *, file: str) -> str:
    """Return the text of an entry; raise IntakeError if a curator's comment would be lost."""
    if old is not None and comments.curators(old):
        msg = f"{file} has a comment that would be lost. Move it to `note` first."
        raise IntakeError(msg)
    return canonical.write(model)
