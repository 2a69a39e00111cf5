"""What is wrong beside the entries: folders that are not listed, files that nothing reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.corpus.errors import Problem
from knowledge.corpus.folder import (
    KINDS,
    entry_files,
    entry_like,
    find_endless,
    find_unlisted,
    is_entry_file,
)
from knowledge.corpus.joint_change import JOURNAL

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_FOLDERS = ", ".join(f"{kind}/" for kind in KINDS)


def find_folder_faults(folder: Path, unlisted: list[Problem] | None = None) -> list[Problem]:
    """Return what is wrong beside the entries, none of which is opened: names and folders tell.

    `unlisted` is what find_unlisted() has found, where it was asked already.
    """
    if unlisted is None:
        unlisted = list(find_unlisted(folder))
    return [*unlisted] or [*_cut_short(folder), *_passed_over(folder)]


def _cut_short(folder: Path) -> Iterator[Problem]:
    if (folder / JOURNAL).exists():
        why = "A change of several entries was cut short."
        yield Problem(JOURNAL, 0, "", why, "Run 'stancebook check --fix' to finish it.")


def _explain_empty(folder: Path) -> Problem:
    """Return what is wrong with a folder without entries: it is gone, or how to begin."""
    why = "This folder has no entries yet."
    if not folder.is_dir():
        why, what_to_do = "This folder is gone.", "Put it back"
    elif any((place / "templates").is_dir() for place in (folder, folder.parent)):
        what_to_do = "Copy a template, such as templates/person.yaml, to entries/people/ID.yaml"
    elif any(folder.iterdir()) or folder.name == "entries":
        what_to_do = "'stancebook init NEW-FOLDER' makes a corpus with templates of entries"
    else:
        what_to_do = f"'stancebook init {folder}' makes a corpus of it"
    return Problem(str(folder.absolute()), 0, "", why, f"{what_to_do}, or name another folder.")


def _passed_over(folder: Path) -> Iterator[Problem]:
    """Find files that would be passed over in silence, and a folder without any entry."""
    if not entry_files(folder):
        yield _explain_empty(folder)
    yield from find_endless(folder)
    for file in entry_like(folder):
        if not is_entry_file(file, folder):
            name = file.relative_to(folder).as_posix()
            kind = name.partition("/")[0]
            home = f"or name it {kind}/ID.yaml" if kind in KINDS else f"for example to {_FOLDERS}"
            why = "This file is not an entry, so nothing reads it."
            yield Problem(name, 1, "", why, f"Move it away, {home}.")
