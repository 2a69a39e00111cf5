"""The files of entries that were read, so that those which others wrote since are found."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

from knowledge.corpus.folder import watched
from knowledge.corpus.stamps import stamp

if TYPE_CHECKING:
    from pathlib import Path

State = tuple[int, ...]


class ReadFiles:
    """What the folders of the entries looked like when they were read.

    Looking again is cheap where nothing was written: a folder of 10,000 files is listed only.
    """

    def __init__(self, entries: Path) -> None:
        self._folders = watched(entries)
        self._glance = self._look()
        self._files = self._list()

    def find_changed(self) -> list[str]:
        """Return the files that were written, or are gone, since the last look."""
        glance = self._look()
        if glance == self._glance:
            return []
        before, self._glance, self._files = self._files, glance, self._list()
        names = before.keys() | self._files.keys()
        return sorted(name for name in names if before.get(name) != self._files.get(name))

    def note_own(self, file: Path) -> None:
        """Take note of a file that this process wrote, while nobody else could."""
        found = file.stat()
        self._files[str(file)] = (found.st_ino, found.st_size, found.st_ctime_ns)
        self._glance = self._look()

    def _look(self) -> list[State]:
        """Return the time of each folder, which changes with every file that takes its place."""
        seen: list[State] = []
        for folder in self._folders:
            with suppress(OSError):
                seen.append((folder.stat().st_mtime_ns, sum(1 for _ in os.scandir(folder))))
        return seen

    def _list(self) -> dict[str, State]:
        found = stamp(self._folders)
        return {path: tuple(state) for path, *state in found if path.endswith(".yaml")}
