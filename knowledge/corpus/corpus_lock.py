"""One writer at a time: a corpus is held by a lock while its entries are read, chosen and written.

The lock is a hidden file beside the entries, which goes with its holder. A process that is killed
leaves the file without its lock, and the next writer takes it over.
"""

from __future__ import annotations

import os
import sys
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Final

from knowledge.corpus.joint_change import JOURNAL, finish_journal

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LOCK: Final = ".stancebook.lock"
_FLAGS: Final = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
_PAUSE: Final = 0.05  # seconds between two tries, where the system cannot wait by itself


@contextmanager
def hold_corpus(entries: Path) -> Iterator[None]:
    """Wait until nobody else writes to a corpus, and keep others waiting meanwhile.

    A change that was cut short is finished first; FolderError is raised where that cannot be. Hold
    it briefly, around reading what is on record, choosing ids and writing; never while somebody is
    asked. It cannot be held twice by one process.
    """
    file = entries / LOCK
    try:
        opened = _lock(file)
    except OSError:  # who cannot write here, or has no room, is told so by the file that fails
        finish_journal(entries)
        yield
        return
    try:
        finish_journal(entries)
        yield
    finally:
        _release(file, opened)


def finish_change(entries: Path) -> None:
    """Finish a change that was cut short, or wait for one that is being made."""
    if (entries / JOURNAL).exists():
        with hold_corpus(entries):
            pass


def _release(file: Path, opened: int) -> None:
    if sys.platform == "win32":  # an open file cannot be removed
        os.close(opened)
    with suppress(OSError):  # another is about to take it
        file.unlink()
    if sys.platform != "win32":
        os.close(opened)


def _lock(file: Path) -> int:
    """Return the descriptor of the lock's file, locked and still under its name."""
    while True:
        opened = os.open(file, _FLAGS, 0o666)
        try:
            _wait(opened)
            if _is_at(file, opened):
                return opened
        except BaseException:
            os.close(opened)
            raise
        os.close(opened)  # its last holder removed it while we waited


def _is_at(file: Path, opened: int) -> bool:
    try:
        return os.path.samestat(file.lstat(), os.fstat(opened))
    except FileNotFoundError:
        return False


def _wait(opened: int) -> None:
    """Lock an open file; where there are no locks, such as on some shares, go on without."""
    if sys.platform == "win32":
        while True:
            with suppress(OSError):
                msvcrt.locking(opened, msvcrt.LK_NBLCK, 1)
                return
            time.sleep(_PAUSE)
    with suppress(OSError):
        fcntl.flock(opened, fcntl.LOCK_EX)


_kept: dict[Path, int] = {}  # by this process, until it ends or lets go


def keep_lock(file: Path) -> bool:
    """Lock a file of its own until this process ends; return False where another has it."""
    if file in _kept or sys.platform == "win32":
        return True
    file.parent.mkdir(parents=True, exist_ok=True)
    opened = os.open(file, _FLAGS, 0o666)
    try:
        fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(opened)
        return False
    except OSError:  # where there are no locks
        os.close(opened)
        return True
    _kept[file] = opened
    return True


def let_go(file: Path) -> None:
    """Remove a lock that this process keeps."""
    if (opened := _kept.pop(file, None)) is not None:
        _release(file, opened)
