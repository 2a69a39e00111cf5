"""Where an article goes: its text to the folder of texts, its entry to the corpus."""

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
    """What adding one text came to.

    `changes` are sentences that differ, word by word, and `lost` are words that only an earlier
    text prints; `notes` say how the text was taken.
    """

    outcome: AddOutcome
    article: str
    statements: int = 0
    left_out: tuple[str, ...] = ()
    changes: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def keep_text(folder: Path, name: str, raw: str, text: Text) -> Path:
    """Write a text where it is matched by its fingerprint; one never takes another's place."""
    file = folder / f"{name}-{text.fingerprint[:8]}.txt"
    write_atomically(file, raw)
    return file


def write_entry(folder: Path, kind: str, entry: Model, name: str) -> Path:
    """Write an entry; raise IntakeError where a curator's comment in its file would be lost."""
    file = folder / kind / f"{name}.yaml"
    if file.exists() and comments.curators(file.read_text(encoding="utf-8")):
        msg = f"{kind}/{name}.yaml has a comment, which would be lost: move it to 'note', and go on"
        raise IntakeError(msg)
    write_atomically(file, canonical.write(entry))
    return file


def find_text(folder: Path, fingerprint: str) -> Text | None:
    """Return a text by its fingerprint; names that this tool gave are only where it looks first."""
    for file in folder.glob(f"*-{fingerprint[:8]}.txt"):
        text = Text(file.read_text(encoding="utf-8", errors="replace"))
        if text.fingerprint == fingerprint:
            return text
    return read_texts(folder).get(fingerprint)
