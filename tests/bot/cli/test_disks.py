"""Disks and folders that do not take what a command writes: a sentence each, and nothing lost."""

from __future__ import annotations

import shutil

import pytest

from tests.disks import fill, small_disk
from tests.gazette import ARTICLE
from tests.places import CORPUS, TEXTS

STRAY = "people/orin-dask.yaml"  # a file that is not in its standard form yet


@pytest.fixture
def disk(tmp_path):
    """Return a disk of 1 MB with a corpus and its texts."""
    with small_disk(tmp_path / "disk", 256) as made:
        shutil.copytree(CORPUS, made / "entries")
        shutil.copytree(TEXTS, made / "articles")
        (made / "new").mkdir()
        (made / "new" / "a.txt").write_text(ARTICLE, encoding="utf-8")
        file = made / "entries" / STRAY
        file.write_bytes(file.read_bytes().replace(b": ", b":  "))
        yield made


def _files(folder):
    """Return what is in each file, but for the disk's filler and a journal of nothing."""
    found = {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()}
    return {file: held for file, held in found.items() if file.name != "filler" and held}


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["add", "new/a.txt", "--yes"], 2, "No space left on device. Make room on the disk"),
        (["add", "new"], 2, "No space left on device. Make room on the disk"),
        (["check", "--fix"], 1, "is as it was: No space left on device. Make room on the disk"),
        (
            ["build", "--output", "kb.sqlite"],
            2,
            "kb.sqlite: It cannot be read or written: No space",
        ),
        (["init", "made"], 2, "No space left on device"),
    ],
)
def test_a_full_disk_is_a_sentence_and_loses_nothing(
    stancebook, disk, monkeypatch, arguments, code, told
):
    monkeypatch.chdir(disk)
    fill(disk)
    before = _files(disk)
    command, *others = arguments
    where = [] if command == "init" else ["--corpus", str(disk)]
    done = stancebook(command, *others, *where)
    assert (done.exit_code, type(done.exception)) == (code, SystemExit)
    assert told in done.output.replace("\n", " ")
    assert _files(disk) == before
    assert not (disk / "made").exists()
