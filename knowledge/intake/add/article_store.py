"""Writing articles: the text to the folder of texts, the entry to the corpus."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from knowledge.check_corpus import comments
from knowledge.check_corpus.proof import read_texts
from knowledge.corpus import canonical
from knowledge.corpus.atomic_file import write_atomically
from knowledge.corpus.errors import IntakeError
from knowledge.text.article_text import Text

if TYPE_CHECKING:
    from pathlib import Path

    from knowledge.corpus.model import Model


class AddOutcome(StrEnum):
    ADDED = "added"
    SAME = "same"
    CHANGED = "changed"


@dataclass(frozen=True)
class AddedText:
    """The result of adding one text.

    `changes` are sentences that differ, word by word, and `lost` are words that only an earlier
    text prints; `notes` say how the text was read.
    """

    outcome: AddOutcome
    article: str
    statements: int = 0
    left_out: tuple[str, ...] = ()
    changes: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def keep_text(folder: Path, name: str, raw: str, text: Text) -> Path:
    """Write a text under its article's id and fingerprint, so that none replaces another."""
    file = folder / f"{name}-{text.fingerprint[:8]}.txt"
    write_atomically(file, raw)
    return file


def write_entry(folder: Path, kind: str, entry: Model, name: str) -> Path:
    """Write an entry; raise IntakeError if a curator's comment in its file would be lost."""
    file = folder / kind / f"{name}.yaml"
    if file.exists() and comments.curators(file.read_text(encoding="utf-8")):
        msg = f"{kind}/{name}.yaml has a comment that would be lost. Move it to `note` first."
        raise IntakeError(msg)
    write_atomically(file, canonical.write(entry))
    return file


def find_text(folder: Path, fingerprint: str) -> Text | None:
    """Return the text with a fingerprint, whatever its file's name; None if it is not there."""
    for file in folder.glob(f"*-{fingerprint[:8]}.txt"):
        text = Text(file.read_text(encoding="utf-8", errors="replace"))
        if text.fingerprint == fingerprint:
            return text
    return read_texts(folder).get(fingerprint)
