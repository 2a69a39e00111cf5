"""Changes of several entries that are made together: all of them, whatever happens in between.

What is to be written is first put down whole, in a journal beside the entries. Whoever holds the
corpus next and finds a journal finishes what it says.
"""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING, Final, NamedTuple

from knowledge.corpus.atomic_file import (
    stage_together,
    sync_folder,
    take_place,
    write_atomically,
    write_together,
)
from knowledge.corpus.errors import FolderError
from knowledge.corpus.folder import read_entry_file
from knowledge.corpus.regular_file import MIB, read_regular_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
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


def write_jointly(
    folder: Path,
    changes: Iterable[FileChange],
    beside: Mapping[Path, str | bytes] | None = None,
) -> None:
    """Write and remove entries, all or none, and files that are no entries before them.

    The corpus is held meanwhile. Raises FolderError where an entry changed since it was read. What
    a crash leaves is nothing, the files beside, or a journal by which the rest is done.
    """
    made, beside = list(changes), beside or {}
    if others := [c.file for c in made if _digest(folder, c.file) != c.before]:
        why = f"{others[0]} was changed meanwhile, so nothing is written."
        raise FolderError(folder, f"{why} Run the command again.")
    contents = {folder / c.file: c.content for c in made if c.content is not None}
    if len(made) == len(contents) == 1:  # one file needs no journal
        write_together({**beside, **contents})
        return
    with stage_together(contents) as partials:  # so that a full disk is told before anything moves
        journal = json.dumps(made, ensure_ascii=False)
        write_together({**beside, folder / JOURNAL: journal})
        for file, partial in partials.items():
            take_place(partial, file)
    _end(folder, made)


def finish_journal(folder: Path) -> bool:
    """Finish what a journal says while the corpus is held; return whether there was one."""
    journal = folder / JOURNAL
    if not journal.exists():
        return False
    changes = [FileChange(*row) for row in json.loads(read_regular_file(journal, _LARGEST))]
    _refuse_changed(folder, changes)
    for change in changes:
        if change.content is not None:
            write_atomically(folder / change.file, change.content)
    _end(folder, changes)
    return True


def _end(folder: Path, changes: Iterable[FileChange]) -> None:
    """Remove the entries that go, and then the journal."""
    gone = [folder / change.file for change in changes if change.content is None]
    for file in gone:
        file.unlink(missing_ok=True)
    for parent in {file.parent for file in gone}:
        sync_folder(parent)
    (folder / JOURNAL).unlink()


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
