"""The seal of a kb: a checksum of the whole file, by which a damaged one is told from a whole one.

A power cut may leave a file empty, cut, or with zeros in its middle, and SQLite reads on until it
meets them. The seal stands in the header, in the four bytes that SQLite keeps for applications
(user_version, https://www.sqlite.org/fileformat.html#user_version_number).
"""

from __future__ import annotations

import zlib
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from knowledge.corpus.regular_file import open_regular_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import BinaryIO

_AT, _SIZE = 60, 4  # bytes of the header
_HEADER: Final = 100
_MAGIC: Final = b"SQLite format 3\0"
_CHUNK: Final = 1 << 20
_LARGEST: Final = 1 << 48  # SQLite's own limit: a pipe is to be refused, and not a size


def seal(file: Path) -> None:
    """Write the seal of a database that nobody has open."""
    with file.open("r+b") as opened:
        checksum = _make_checksum(opened)
        opened.seek(_AT)
        opened.write(checksum)


def is_sealed(file: Path) -> bool:
    """Return whether a file is a database as it was sealed; one that cannot be read is not."""
    try:
        status = file.stat()
        return _is_sealed(file, status.st_ino, status.st_size, status.st_ctime_ns)
    except OSError:
        return False


@lru_cache(maxsize=8)
def _is_sealed(file: Path, *_: int) -> bool:
    """Read a file once, as long as its number, size and time of change are the same."""
    with open_regular_file(file, _LARGEST) as opened:
        header = opened.read(_HEADER)
        sealed = header[_AT : _AT + _SIZE]
        return header.startswith(_MAGIC) and sealed == _make_checksum(opened)


def _make_checksum(opened: BinaryIO) -> bytes:
    """Return the checksum of all but the seal's own bytes."""
    checksum = 0
    for part in _parts(opened):
        checksum = zlib.crc32(part, checksum)
    return checksum.to_bytes(_SIZE, "big")


def _parts(opened: BinaryIO) -> Iterator[bytes]:
    opened.seek(0)
    yield opened.read(_AT)
    opened.seek(_AT + _SIZE)
    while part := opened.read(_CHUNK):
        yield part
