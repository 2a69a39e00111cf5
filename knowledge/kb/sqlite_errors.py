"""What SQLite says of a disk, as the error that the system itself would have raised."""

from __future__ import annotations

import errno
import os
import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_NUMBERS: Final = {
    sqlite3.SQLITE_FULL: errno.ENOSPC,
    sqlite3.SQLITE_IOERR: errno.EIO,
    sqlite3.SQLITE_CANTOPEN: errno.EACCES,
    sqlite3.SQLITE_READONLY: errno.EROFS,
}
_PRIMARY: Final = 0xFF  # of an error's code


@contextmanager
def as_os_errors(file: Path | str) -> Iterator[None]:
    """Raise OSError where SQLite could not write a file; leave its other errors as they are."""
    try:
        yield
    except sqlite3.OperationalError as error:
        number = _NUMBERS.get(error.sqlite_errorcode & _PRIMARY)
        if number is None:
            raise
        raise OSError(number, os.strerror(number), str(file)) from error
