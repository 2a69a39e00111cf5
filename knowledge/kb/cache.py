"""The user's cache: the kbs that were built there, and notes beside them.

Where it cannot be written, a bot writes to a folder that stands in for it until the bot ends.
"""

from __future__ import annotations

import atexit
import hashlib
import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import user_cache_path

from knowledge.corpus.atomic_file import write_atomically
from knowledge.corpus.partial_file import partial_file, remove_abandoned

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

_KBS = 4  # kept besides those that a note names: another checkout may be asked of one of them
_NOTES = 20  # a corpus each
_OF_A_FOLDER = 2  # the index that is served until the new one is
_MEMORIES = 4  # likewise; one of ten thousand articles has a hundred megabytes
_STAND_IN = "STANCEBOOK_CACHE_STAND_IN"  # a variable, for the process that judges too


def write_elsewhere_if_needed() -> OSError | None:
    """Let a temporary folder stand in for a cache that cannot be written; return why it cannot.

    What is in the cache is still read. The folder goes with this process. A disk that is full lets
    an empty file be made: what then does not fit is for write_elsewhere().
    """
    try:
        cache_folder().mkdir(parents=True, exist_ok=True)
        with partial_file(cache_folder()):
            return None
    except OSError as error:
        error.filename = str(cache_folder())
        write_elsewhere()
        return error


def write_elsewhere() -> bool:
    """Let a temporary folder stand in for the cache; return whether there is one that is new."""
    if _STAND_IN in os.environ:
        return False
    with suppress(OSError):  # no other place can be written either: building will say so
        made = tempfile.mkdtemp(prefix="stancebook-cache-")
        atexit.register(shutil.rmtree, made, ignore_errors=True)
        os.environ[_STAND_IN] = made
        return True
    return False


def find_fault(error: OSError) -> str:
    """Return why the cache could not be written, where that is what the error says; else ""."""
    named = Path(os.fsdecode(error.filename or ""))
    fault = error.strerror or type(error).__name__
    return fault if cache_folder() in (named, *named.parents) else ""


def to_write(file: Path) -> Path:
    """Return where a file of the cache is written, wherever it was found."""
    return _folders()[0] / file.name


def kb_file(digest: str) -> Path:
    """Return where the kb of entries with this digest belongs."""
    return _find(f"kb-{digest[:16]}.sqlite")


def note_file(entries: Path) -> Path:
    """Return where notes on these entries belong, whatever they say and wherever a link leads."""
    return _find(f"passed-{_place_of(entries)}.json")


def _place_of(entries: Path) -> str:
    return hashlib.sha256(os.path.abspath(entries).encode()).hexdigest()[:16]  # noqa: PTH100 (no link is followed)


def memory_file(entries: Path) -> Path:
    """Return where the memory of checks of these entries belongs."""
    return _find(f"checks-{_place_of(entries)}.sqlite")


def forget_memories() -> None:
    """Forget the memories of corpora that were not checked for long."""
    _forget(_newest_first("checks-*.sqlite")[_MEMORIES:])


def texts_file(folder: Path, name: str) -> Path:
    """Return where the index of the texts of a folder belongs; `name` is of what it has."""
    return _find(f"texts-{_place_of(folder)}-{name[:16]}.sqlite")


def texts_files(folder: Path) -> list[Path]:
    """Return the indexes of a folder of texts, the newest first."""
    return _newest_first(f"texts-{_place_of(folder)}-*.sqlite")


def forget_texts(folder: Path) -> None:
    """Keep the newest two indexes of a folder, and a few of others."""
    own = texts_files(folder)
    others = [file for file in _newest_first("texts-*.sqlite") if file not in own]
    _forget([*own[_OF_A_FOLDER:], *others[_MEMORIES:]])


def proofs_file() -> Path:
    """Return where the note belongs that says when which words were proved."""
    return _find("proved.json")


def notes() -> list[Path]:
    """Return all notes, the newest first."""
    return _newest_first("passed-*.json")


def write_note(entries: Path, text: str) -> None:
    """Write notes whole or not at all, and forget those of corpora long unused."""
    write_atomically(to_write(note_file(entries)), text)
    _forget(notes()[_NOTES:])


def forget_kbs(kept: Collection[Path]) -> None:
    """Keep these and the newest few."""
    _forget([file for file in _newest_first("kb-*.sqlite") if file not in kept][_KBS:])


def remove_partials() -> None:
    """Remove what a process that was killed left half written."""
    remove_abandoned(*_folders())


def _forget(files: Iterable[Path]) -> None:
    for file in files:
        with suppress(OSError):  # somebody else's, or gone: what was written is there all the same
            file.unlink()


def _find(name: str) -> Path:
    """Return where a file is, or where it is to be written."""
    found = [folder / name for folder in _folders()]
    return next((file for file in found if os.path.lexists(file)), found[0])


def _folders() -> list[Path]:
    """Return the folders that are looked in; the first is written to."""
    stand_in = os.environ.get(_STAND_IN)
    return [Path(stand_in), cache_folder()] if stand_in else [cache_folder()]


def cache_folder() -> Path:
    """Return the user's cache, whether or not it can be written."""
    return user_cache_path("stancebook")


def _newest_first(pattern: str) -> list[Path]:
    files = [(_modified(file), file) for folder in _folders() for file in _list(folder, pattern)]
    return [file for _, file in sorted(files, reverse=True)]


def _list(folder: Path, pattern: str) -> list[Path]:
    try:
        return list(folder.glob(pattern))
    except OSError:  # a folder that may not be listed, or none
        return []


def _modified(file: Path) -> float:
    try:
        return file.lstat().st_mtime
    except OSError:  # another process has forgotten it
        return 0
