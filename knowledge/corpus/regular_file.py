"""Read a file that may be anything: only a regular one is opened, and no more is read than fits.

A named pipe would make its reader wait for ever, a device may have no end, and a link may lead to
what is not the reader's to show.
"""

from __future__ import annotations

import errno
import os
import stat
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

_KIB: Final = 1024
MIB: Final = _KIB * _KIB

# Opening a pipe does not wait for its other end, and no terminal becomes the process' own.
_FLAGS: Final = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_BINARY", 0)
)
_KINDS: Final = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a named pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


class OddFileError(OSError):
    """A file that is not read, though the system would let it be; `what_to_do` is for its owner."""

    def __init__(self, file: Path, why: str, what_to_do: str) -> None:
        super().__init__(errno.EINVAL, why, str(file))
        self.what_to_do = what_to_do


def read_regular_file(file: Path, most: int, within: Path | None = None) -> bytes:
    """Return the bytes of a file; raise OSError where it cannot or should not be read.

    It may have `most` bytes. If it is a link, that may not lead out of the folder `within`.
    """
    with open_regular_file(file, most, within) as opened:
        content = opened.read(most + 1)
    if len(content) > most:  # it grew
        raise _too_large(file, most)
    return content


@contextmanager
def open_regular_file(file: Path, most: int, within: Path | None = None) -> Iterator[BinaryIO]:
    """Open a file to read its bytes; raise OSError where it cannot or should not be read."""
    if within and leads_out(file, within):
        raise OddFileError(file, "it is a link that leads out of its folder", "Copy the file here.")
    _refuse_odd(file, file.stat(), most)  # some devices do something as soon as they are opened
    with os.fdopen(os.open(file, _FLAGS), "rb") as opened:
        _refuse_odd(file, os.fstat(opened.fileno()), most)
        yield opened


def leads_out(file: Path, within: Path) -> bool:
    """Return whether a file is elsewhere; most are not links, so that little is asked of most."""
    if not any(map(os.path.islink, _list_between(file, within))):
        return False
    real = Path(os.path.realpath(file, strict=True))
    return not real.is_relative_to(os.path.realpath(within))


def _list_between(file: Path, within: Path) -> list[Path]:
    """Return a file and the folders that it is in, up to the one that it should not leave."""
    between = [file]
    for parent in file.parents:
        if parent == within:
            return between
        between.append(parent)
    return [file]


def require_regular(file: Path) -> None:
    """Raise OSError where a path leads to what is not a file; one to nothing is none's yet."""
    with suppress(FileNotFoundError, NotADirectoryError):
        _refuse_kind(file, file.stat())


def _refuse_odd(file: Path, status: os.stat_result, most: int) -> None:
    _refuse_kind(file, status)
    if status.st_size > most:
        raise _too_large(file, most)


def _refuse_kind(file: Path, status: os.stat_result) -> None:
    if not stat.S_ISREG(status.st_mode):
        kind = next((words for is_one, words in _KINDS if is_one(status.st_mode)), "not a file")
        raise OddFileError(file, f"it is {kind}", "Move it away.")


def _too_large(file: Path, most: int) -> OddFileError:
    limit = f"{most // MIB} MiB" if most >= MIB else f"{most // _KIB} KiB"
    return OddFileError(file, f"it is larger than {limit}", "Make it smaller, or move it away.")
