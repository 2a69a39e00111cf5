"""Read the entries of a git revision into a temporary folder."""

from __future__ import annotations

import io
import shutil
import subprocess
import tarfile
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from knowledge.corpus.errors import RevisionError
from knowledge.corpus.folder import KINDS, entry_files

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def entries_at(rev: str, folder: Path) -> Iterator[Path]:
    """Yield a folder with the entries as they were at `rev`; raise RevisionError."""
    commit = _commit(rev, folder)
    packed = run_git(folder, "archive", "--format=tar", commit)  # of this folder alone
    with tempfile.TemporaryDirectory() as copy:
        _unpack(packed or b"", Path(copy))
        if not entry_files(Path(copy)):
            why = f"Revision '{rev}' has no entries in {folder}."
            raise RevisionError(why, "Name a later one, or commit the entries first.")
        yield Path(copy)


def _unpack(packed: bytes, copy: Path) -> None:
    """Write the entries' files and nothing else, whatever an archive may name."""
    if not packed:
        return
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        for member in archive:
            kind, _, name = member.name.partition("/")
            content = archive.extractfile(member) if member.isfile() else None
            if content and kind in KINDS and name.endswith(".yaml") and "/" not in name:
                (copy / kind).mkdir(exist_ok=True)
                (copy / kind / name).write_bytes(content.read())


def _commit(rev: str, folder: Path) -> str:
    if run_git(folder, "rev-parse", "--show-toplevel") is None:
        why = f"{folder} is not in a git checkout."
        raise RevisionError(why, "Use --corpus to name a folder inside a git checkout.")
    query = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{rev}^{{commit}}")
    commit = run_git(folder, *query)
    if commit is None:
        why = f"Git does not know the revision '{rev}'."
        raise RevisionError(
            why,
            "Name a commit, a tag or a branch; where there is none yet, commit the entries first.",
        )
    return commit.decode().split()[-1]


def run_git(folder: Path, *words: str) -> bytes | None:
    """Return what git prints, or None where it refuses."""
    git = shutil.which("git")
    if git is None:
        why = "Git is not installed."
        raise RevisionError(why, "Install it: the comparison reads revisions with it.")
    if not folder.is_dir():
        why = f"There is no folder {folder}."
        raise RevisionError(why, "Name one with --corpus.")
    command = [git, "-C", str(folder), *words]
    done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 (git itself)
    return done.stdout if done.returncode == 0 else None
