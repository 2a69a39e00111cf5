"""Files that are written whole or not at all, even if the power goes."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def write_atomically(file: Path, content: str | bytes) -> None:
    """Write a file and its folders; text is written as UTF-8, its line ends as they are."""
    with replace_when_written(file) as partial:
        partial.write_bytes(content.encode() if isinstance(content, str) else content)


@contextmanager
def replace_when_written(file: Path) -> Iterator[Path]:
    """Yield the path of a partial file, which takes the file's place if nothing is raised.

    Its name carries the process, so that two writers of one file do not mix.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    partial = file.with_name(f".{file.name}.{os.getpid()}.partial")
    partial.unlink(missing_ok=True)
    try:
        yield partial
        _sync(partial, os.O_RDWR)  # else a crash may leave the new name on an empty file
        partial.replace(file)
        if os.name != "nt":  # Windows opens no folders
            _sync(file.parent, os.O_RDONLY)
    finally:
        partial.unlink(missing_ok=True)


def _sync(path: Path, flags: int) -> None:
    opened = os.open(path, flags)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
