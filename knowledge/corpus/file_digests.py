"""The sha256 of files that were read before: one is read again only where it may have changed.

A file that was changed after it was read has another time of change (ctime), which no tool can set
back. One that had just been changed when it was read is read again: a clock has its steps.
"""

from __future__ import annotations

import hashlib
import stat
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple

from knowledge.corpus.regular_file import read_regular_file

if TYPE_CHECKING:
    from pathlib import Path

_STEP: Final = 2_000_000_000  # nanoseconds; file systems count in two seconds at most


class FileState(NamedTuple):
    """What differs whenever a file was written; all times are in nanoseconds."""

    inode: int
    size: int
    changed: int


@dataclass
class FileDigests:
    """What is known of files by their path, and of those that were asked for since."""

    known: dict[str, tuple[FileState, str]] = field(default_factory=dict)
    asked: dict[str, tuple[FileState, str]] = field(default_factory=dict)

    def find(self, file: Path, most: int, within: Path | None) -> str:
        """Return the sha256 of a file, read as read_regular_file() reads it; raise OSError."""
        state = _find_state(file)
        kept = self.known.get(str(file))
        if kept is None or kept[0] != state:
            before = time.time_ns()
            digest = hashlib.sha256(read_regular_file(file, most, within)).hexdigest()
            if state is None or state.changed + _STEP > before:
                return digest
            kept = state, digest
        self.known[str(file)] = self.asked[str(file)] = kept
        return kept[1]


def _find_state(file: Path) -> FileState | None:
    """Return the state of a file that is one, and no link."""
    found = file.lstat()
    if not stat.S_ISREG(found.st_mode):
        return None
    return FileState(found.st_ino, found.st_size, found.st_ctime_ns)
