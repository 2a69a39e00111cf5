"""Changes of several entries that are made together: all of them, whatever happens in between.

What is to be written is first put down whole, in a journal beside the entries. Whoever finds a
journal that no living process holds finishes what it says.
"""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING, Final, NamedTuple

from knowledge.corpus.atomic_file import write_atomically
from knowledge.corpus.corpus_lock import hold_corpus
from knowledge.corpus.errors import FolderError
from knowledge.corpus.folder import read_entry_file
from knowledge.corpus.regular_file import MIB, read_regular_file

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

JOURNAL: Final = ".stancebook-change.json"  # hidden: nobody takes it for an entry
_LARGEST: Final = 1024 * MIB


class FileChange(NamedTuple):
    """The new text of a file, or None to remove it; `before` is the sha256 of what it replaces.

    The name is relative to the folder of entries. A file that is new has no `before`.
    """

    file: str
    content: str | None
    before: str | None


def write_jointly(folder: Path, changes: Iterable[FileChange]) -> None:
    """Write and remove entries, all or none; raise FolderError if one changed since it was read."""
    made = list(changes)
    with hold_corpus(folder):
        _finish(folder)
        if others := [c.file for c in made if _digest(folder, c.file) != c.before]:
            why = f"{others[0]} was changed meanwhile, so nothing is written."
            raise FolderError(folder, f"{why} Run the command again.")
        write_atomically(folder / JOURNAL, json.dumps(made, ensure_ascii=False))
        _finish(folder)


def finish_change(folder: Path) -> bool:
    """Finish a change that was cut short; return whether there was one."""
    if not (folder / JOURNAL).exists():
        return False
    with hold_corpus(folder):
        return _finish(folder)


def _finish(folder: Path) -> bool:
    journal = folder / JOURNAL
    if not journal.exists():
        return False
    changes = [FileChange(*row) for row in json.loads(read_regular_file(journal, _LARGEST))]
    _refuse_changed(folder, changes)
    for change in changes:
        if change.content is not None:
            write_atomically(folder / change.file, change.content)
    for change in changes:
        if change.content is None:
            (folder / change.file).unlink(missing_ok=True)
    journal.unlink()
    return True


def _refuse_changed(folder: Path, changes: Iterable[FileChange]) -> None:
    """Raise FolderError where somebody wrote what a change that was cut short is to write."""
    for change in changes:
        after = None if change.content is None else _hash(change.content.encode())
        if _digest(folder, change.file) not in {change.before, after}:
            why = f"A change of several entries was cut short, and {change.file} was written since."
            what_to_do = f"Restore that file, or remove {JOURNAL} to give up the rest."
            raise FolderError(folder, f"{why} {what_to_do}")


def _digest(folder: Path, name: str) -> str | None:
    try:
        return _hash(read_entry_file(folder / name, folder))
    except FileNotFoundError:
        return None


def _hash(content: bytes) -> str:
    return sha256(content).hexdigest()
