"""Files that are being written: each has a name of its own until it is whole.

It is locked as long as its writer lives. One without a lock is what a killed process left, and is
removed at the next start.
"""

from __future__ import annotations

import os
import secrets
import stat
import sys
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Final

if sys.platform != "win32":
    import fcntl

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_NAME: Final = ".stancebook-{}.partial"  # hidden: nobody takes it for an entry or a text
_OLD: Final = 24 * 3600  # seconds, after which nobody writes any more, where nothing can be locked
_FLAGS: Final = os.O_RDWR | getattr(os, "O_NOFOLLOW", 0)


@contextmanager
def partial_file(folder: Path) -> Iterator[Path]:
    """Yield the path of an empty file that no other writer has; it is removed if it is left."""
    partial, opened = _create(folder)
    try:
        yield partial
    finally:
        with suppress(OSError):  # what failed before says more
            partial.unlink(missing_ok=True)
        if opened is not None:
            os.close(opened)


def remove_abandoned(*folders: Path) -> None:
    """Remove what writers that were killed left in these folders, as far as that is possible."""
    for folder in folders:
        with suppress(OSError):
            for partial in folder.glob(_NAME.format("*")):
                with suppress(OSError):
                    _remove_if_abandoned(partial)


def _create(folder: Path) -> tuple[Path, int | None]:
    """Create a file, and return it with the descriptor that keeps it locked."""
    while True:
        partial = folder / _NAME.format(secrets.token_hex(8))
        opened = os.open(partial, _FLAGS | os.O_CREAT | os.O_EXCL, 0o666)
        locked = _lock(opened)
        if locked and os.fstat(opened).st_nlink:
            return partial, opened
        os.close(opened)
        if locked is None:
            return partial, None
        # Somebody took it for abandoned before it was locked: again.


def _remove_if_abandoned(partial: Path) -> None:
    if not stat.S_ISREG(partial.lstat().st_mode):  # opening a pipe would wait
        return
    opened = os.open(partial, _FLAGS)
    try:
        locked = _lock(opened)
        old = time.time() - os.fstat(opened).st_mtime > _OLD
        if locked or (locked is None and old):
            partial.unlink()
    finally:
        os.close(opened)


def _lock(opened: int) -> bool | None:
    """Lock an open file; return False where another has, and None where there are no locks."""
    if sys.platform == "win32":
        return None
    try:
        fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return None
    return True
