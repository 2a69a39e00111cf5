"""Disks that are full or read-only, and people who may not read: the real thing where it may be had."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PAGE = 4096  # bytes: the least that a file takes


@contextmanager
def small_disk(folder: Path, pages: int, *options: str) -> Iterator[Path]:
    """Mount a disk of so many pages on a folder; skip the test where only root may mount."""
    folder.mkdir(exist_ok=True)
    chosen = ",".join([f"size={pages * PAGE}", *options])
    mount = ["mount", "-t", "tmpfs", "-o", chosen, "tmpfs", str(folder)]
    try:
        subprocess.run(mount, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("this user may not mount a disk")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def without_root() -> list[str]:
    """Return what to put before a command, so that it may not read what its user may not."""
    if os.geteuid():
        return []
    if not shutil.which("setpriv"):
        pytest.skip("root cannot give up being root here")
    return ["setpriv", "--bounding-set=-dac_override,-dac_read_search"]


@contextmanager
def largest_file(size: int) -> Iterator[None]:
    """Let the system refuse to write more into a file than so many bytes, as a quota does."""
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    before, sys.dont_write_bytecode = sys.dont_write_bytecode, True  # it would be cut
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        sys.dont_write_bytecode = before


def fill(disk: Path, pages_left: int = 0) -> None:
    """Fill a disk, but for so many pages."""
    with (disk / "filler").open("wb", buffering=0) as filler:
        written = 0
        try:
            while filler.write(b"x" * PAGE):
                written += 1
        except OSError:
            filler.truncate((written - pages_left) * PAGE)
