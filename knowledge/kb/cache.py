"""The user's cache: the kbs that were built there, and notes beside them."""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING

from platformdirs import user_cache_path

from knowledge.corpus.atomic_file import write_atomically

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

_KBS = 4  # kept besides those that a note names: another checkout may be asked of one of them
_NOTES = 20  # a corpus each


def kb_file(digest: str) -> Path:
    """Return where the kb of entries with this digest belongs."""
    return _folder() / f"kb-{digest[:16]}.sqlite"


def note_file(entries: Path) -> Path:
    """Return where notes on these entries belong, whatever they say and wherever a link leads."""
    place = hashlib.sha256(os.path.abspath(entries).encode()).hexdigest()  # noqa: PTH100 (no link is followed)
    return _folder() / f"passed-{place[:16]}.json"


def notes() -> list[Path]:
    """Return all notes, the newest first."""
    return _newest_first("passed-*.json")


def write_note(entries: Path, text: str) -> None:
    """Write notes whole or not at all, and forget those of corpora long unused."""
    write_atomically(note_file(entries), text)
    for old in notes()[_NOTES:]:
        old.unlink(missing_ok=True)


def forget_kbs(kept: Collection[Path]) -> None:
    """Keep these and the newest few."""
    for file in [f for f in _newest_first("kb-*.sqlite") if f not in kept][_KBS:]:
        file.unlink(missing_ok=True)


def _folder() -> Path:
    return user_cache_path("stancebook")


def _newest_first(pattern: str) -> list[Path]:
    files = [(file.stat().st_mtime, file) for file in _folder().glob(pattern)]
    return [file for _, file in sorted(files, reverse=True)]
