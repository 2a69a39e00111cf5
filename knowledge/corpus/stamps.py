"""How to see that files were written, without reading any."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

from knowledge.corpus.folder import entry_like, is_hidden, watched
from knowledge.corpus.joint_change import JOURNAL

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

Stamp = frozenset[tuple[str, int, int, int]]


def stamp_entries(entries: Path) -> Stamp:
    """Return what differs whenever a check can say something else of the entries.

    That is so too where a folder is no folder any more, and where a file comes or goes that is not
    an entry, wherever that is, and where a change of several entries begins or ends.
    """
    kinds = watched(entries)
    beside = (file for file in entry_like(entries) if file.parent not in kinds)
    return stamp(kinds) | frozenset(map(_stamp_place, [*kinds, *beside, entries / JOURNAL]))


def _stamp_place(place: Path) -> tuple[str, int, int, int]:
    """Return what differs whenever something else is at a place, or nobody may read it."""
    try:
        found = place.lstat()
    except OSError:
        return str(place), 0, 0, 0
    return str(place), found.st_ino, found.st_mode, 0


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
                if not is_hidden(entry.name):
                    yield entry, _status(entry)


def _status(entry: os.DirEntry[str]) -> os.stat_result:
    """Return what is known of a file; of a link to nothing, what is known of the link."""
    try:
        return entry.stat()
    except OSError:
        return entry.stat(follow_symlinks=False)
