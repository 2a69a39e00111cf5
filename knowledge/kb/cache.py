"""The user's cache: the kbs that were built there, and notes beside them."""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from typing import TYPE_CHECKING

from platformdirs import user_cache_path

from knowledge.corpus.atomic_file import write_atomically
from knowledge.corpus.partial_file import remove_abandoned

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
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


def proofs_file() -> Path:
    """Return where the note belongs that says when which words were proved."""
    return _folder() / "proved.json"


def notes() -> list[Path]:
    """Return all notes, the newest first."""
    return _newest_first("passed-*.json")


def write_note(entries: Path, text: str) -> None:
    """Write notes whole or not at all, and forget those of corpora long unused."""
    write_atomically(note_file(entries), text)
    _forget(notes()[_NOTES:])


def forget_kbs(kept: Collection[Path]) -> None:
    """Keep these and the newest few."""
    _forget([file for file in _newest_first("kb-*.sqlite") if file not in kept][_KBS:])


def remove_partials() -> None:
    """Remove what a process that was killed left half written."""
    remove_abandoned(_folder())


def _forget(files: Iterable[Path]) -> None:
    for file in files:
        with suppress(OSError):  # somebody else's, or gone: what was written is there all the same
            file.unlink()


def _folder() -> Path:
    return user_cache_path("stancebook")


def _newest_first(pattern: str) -> list[Path]:
    files = [(_modified(file), file) for file in _folder().glob(pattern)]
    return [file for _, file in sorted(files, reverse=True)]


def _modified(file: Path) -> float:
    try:
        return file.lstat().st_mtime
    except OSError:  # another process has forgotten it
        return 0
