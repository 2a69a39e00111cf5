"""The corpus as files: where entries lie, and the digest that tells a kb is up to date."""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from knowledge.errors import FolderError
from knowledge.schema import schema_digest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ENTRIES = Path(__file__).parent / "entries"
KINDS = ("articles", "events", "issues", "organizations", "people")
_KINDS = [(kind,) for kind in KINDS]
_YAML = (".yaml", ".yml")
_TEMPLATES = "templates"  # of a corpus without entries/, which keeps them beside its entries


def entry_files(folder: Path) -> list[Path]:
    found = (file for kind in KINDS for file in (folder / kind).glob("*.yaml"))
    return sorted(file for file in found if not _is_hidden(file.name))


def entry_like(folder: Path) -> Iterator[Path]:
    """Yield what somebody may take for an entry: all in the five folders, YAML anywhere else."""
    for parent, folders, files in os.walk(folder):
        here = Path(parent)
        kept = (name for name in sorted(folders) if not _is_hidden(name))
        folders[:] = [name for name in kept if here != folder or name != _TEMPLATES]
        inside = here.relative_to(folder).parts[:1]
        for name in sorted(files):
            if not _is_hidden(name) and (inside in _KINDS or name.endswith(_YAML)):
                yield here / name


def _is_hidden(name: str) -> bool:
    """Editors keep locks and swap files beside what they write, such as .#ID.yaml."""
    return name.startswith(".")


def kb_digest(folder: Path) -> str:
    """Return the sha256 of all entries, names and bytes, and of the schema."""
    total = hashlib.sha256(schema_digest().encode())
    for file in entry_files(folder):
        name = file.relative_to(folder).as_posix()
        content = hashlib.sha256(file.read_bytes()).hexdigest()
        total.update(f"{name}\0{content}\n".encode())
    return total.hexdigest()


def entries_in(corpus: Path) -> Path:
    """Return where a corpus keeps its entries: below entries/, or in itself.

    Raises FolderError where there is no such folder.
    """
    if not corpus.is_dir():
        raise FolderError(corpus, f"there is no such folder; 'stancebook init {corpus}' makes one")
    below = corpus / "entries"
    return below if below.is_dir() else corpus


def watched(entries: Path, articles: Path) -> list[Path]:
    """Return the folders in which a change can change what the check says."""
    return [*(entries / kind for kind in KINDS), articles]


Stamp = frozenset[tuple[str, int, int, int]]


def stamp(folders: Iterable[Path]) -> Stamp:
    """Return what differs whenever a file of the folders was written, without reading any.

    The time of change (ctime) is the system's own: no tool that copies files can set it back.
    """
    return frozenset(
        (entry.path, status.st_ino, status.st_size, status.st_ctime_ns)
        for folder in folders
        for entry, status in _files(folder)
    )


def _files(folder: Path) -> Iterator[tuple[os.DirEntry[str], os.stat_result]]:
    """List what is there; what is gone, or going, differs from before by not being listed."""
    with suppress(OSError), os.scandir(folder) as found:
        for entry in found:
            with suppress(OSError):
                if not _is_hidden(entry.name):
                    yield entry, entry.stat()
