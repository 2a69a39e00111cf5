"""Files that are written whole or not at all, even if the power goes or the disk is full."""

from __future__ import annotations

import os
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from knowledge.corpus.partial_file import partial_file

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path


def write_atomically(file: Path, content: str | bytes) -> None:
    """Write a file and its folders; text is written as UTF-8, its line ends as they are."""
    write_together({file: content})


def write_together(contents: Mapping[Path, str | bytes]) -> None:
    """Write several files, or none of them where one cannot be written.

    All are on the disk before the first takes its place. If one then cannot, those before it that
    are new are taken back. What a crash between two leaves is the first without the others.
    """
    with stage_together(contents) as partials:
        _take_places(partials)


@contextmanager
def stage_together(contents: Mapping[Path, str | bytes]) -> Iterator[dict[Path, Path]]:
    """Yield the partial file of each file, all of them written and on the disk.

    Each waits for `take_place`; those that have not taken theirs are removed at the end.
    """
    with ExitStack() as stack:
        partials = {file: stack.enter_context(_beside(file)) for file in contents}
        for file, content in contents.items():
            with _naming(file):
                data = content if isinstance(content, bytes) else content.encode()
                partials[file].write_bytes(data)
                _sync(partials[file], os.O_RDWR)
        yield partials


@contextmanager
def replace_when_written(file: Path) -> Iterator[Path]:
    """Yield the path of a partial file, still empty, which takes the file's place at the end.

    If something is raised, the file stays as it was.
    """
    with _beside(file) as partial, _naming(file):
        yield partial
        _sync(partial, os.O_RDWR)  # else a crash may leave the new name on an empty file
        take_place(partial, file)


@contextmanager
def _beside(file: Path) -> Iterator[Path]:
    """Yield a partial file in the folder of a file, which is made if there is none."""
    with ExitStack() as stack:
        with _naming(file):
            file.parent.mkdir(parents=True, exist_ok=True)
            partial = stack.enter_context(partial_file(file.parent))
        yield partial


@contextmanager
def _naming(file: Path) -> Iterator[None]:
    """Let an error that names the partial file, or none, name the one that is written."""
    try:
        yield
    except OSError as error:
        if not error.filename or str(error.filename).endswith(".partial"):
            error.filename, error.filename2 = str(file), None
        raise


def _take_places(partials: Mapping[Path, Path]) -> None:
    new = [file for file in partials if not os.path.lexists(file)]
    try:
        for file, partial in partials.items():
            take_place(partial, file)
    except BaseException:
        for file in new:
            file.unlink(missing_ok=True)
        raise


def take_place(partial: Path, file: Path) -> None:
    """Let a partial file that is on the disk take the place of its file."""
    with _naming(file):
        partial.replace(file)
        sync_folder(file.parent)


def sync_folder(folder: Path) -> None:
    """Wait until the names in a folder are on the disk."""
    if os.name != "nt":  # Windows opens no folders
        _sync(folder, os.O_RDONLY)


def _sync(path: Path, flags: int) -> None:
    """Wait until a file, or the names in a folder, are on the disk."""
    opened = os.open(path, flags)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
