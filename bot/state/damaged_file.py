"""Set a damaged state file aside, once, whichever processes find it damaged at the same time."""

from __future__ import annotations

import logging
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_PATIENCE = 5.0  # seconds for another process to do it; a mark that is older was left by a crash
_log = logging.getLogger(__name__)


def set_aside(file: Path, is_sound: Callable[[], bool]) -> None:
    """Rename a file and what SQLite keeps beside it, and leave an empty one in its place.

    Nothing is renamed where another process has done so meanwhile.
    """
    with _alone(file.with_name(f"{file.name}.repair")):
        if is_sound():
            return
        aside = file.with_name(f"{file.name}.damaged-{time.time_ns()}")
        for suffix in ("-wal", "-shm", ""):
            beside = file.with_name(file.name + suffix)
            if beside.exists():
                with suppress(OSError):  # renaming keeps the time, by which copies are removed
                    beside.touch()
                beside.rename(aside.with_name(aside.name + suffix))
        file.touch(mode=0o600)
        _log.warning("the state file was damaged: it is now %s, and %s is new", aside.name, file)


def remove_copies(file: Path, written_before: float) -> int:
    """Remove what was set aside and not written since; return how many copies that were."""
    beginning = f"{file.name}.damaged-"
    try:
        copies = [found for found in file.parent.iterdir() if found.name.startswith(beginning)]
    except FileNotFoundError:
        return 0
    old = [found for found in copies if _is_older(found, written_before)]
    for found in old:
        found.unlink(missing_ok=True)
    return sum(found.name.removeprefix(beginning).isdecimal() for found in old)


def _is_older(file: Path, moment: float) -> bool:
    try:
        return file.stat().st_mtime < moment
    except FileNotFoundError:  # another process removes them too
        return False


@contextmanager
def _alone(mark: Path) -> Iterator[None]:
    """Hold a mark that one process at a time can make."""
    end = time.monotonic() + _PATIENCE
    while not _made(mark):
        if time.monotonic() > end:
            mark.unlink(missing_ok=True)
        time.sleep(0.05)
    try:
        yield
    finally:
        mark.unlink(missing_ok=True)


def _made(mark: Path) -> bool:
    try:
        mark.touch(exist_ok=False)
    except FileExistsError:
        return False
    return True
