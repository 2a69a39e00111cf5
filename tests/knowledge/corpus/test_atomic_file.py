"""Tests that a file is written whole or not at all."""

from __future__ import annotations

import errno

import pytest

from knowledge.corpus import atomic_file
from knowledge.corpus.atomic_file import replace_when_written, write_atomically, write_together
from tests.disks import PAGE, fill, largest_file, small_disk


def test_text_and_bytes_are_written_as_they_are_and_folders_are_made(tmp_path):
    write_atomically(tmp_path / "a" / "b.yaml", "é\n")
    write_atomically(tmp_path / "a" / "c.yaml", b"\xff\r\n")
    assert (tmp_path / "a" / "b.yaml").read_bytes() == b"\xc3\xa9\n"
    assert (tmp_path / "a" / "c.yaml").read_bytes() == b"\xff\r\n"


def test_a_failure_leaves_the_old_file_and_no_partial_one(tmp_path):
    file = tmp_path / "kept.yaml"
    write_atomically(file, "old")
    with pytest.raises(UnicodeEncodeError), replace_when_written(file) as partial:
        partial.write_text("half \udc80", encoding="utf-8")
    assert file.read_text() == "old"
    assert list(tmp_path.iterdir()) == [file]


def test_the_file_is_on_the_disk_before_it_takes_its_name(tmp_path, monkeypatch):
    file, seen = tmp_path / "a.yaml", []
    monkeypatch.setattr(atomic_file.os, "fsync", lambda _: seen.append(file.exists()))
    write_atomically(file, "new")
    assert seen == [False, True][: len(seen)]
    assert seen


def test_a_full_disk_keeps_the_old_file_and_is_told_with_its_name(tmp_path):
    with small_disk(tmp_path / "disk", pages=8) as disk:
        file = disk / "kept.yaml"
        write_atomically(file, "old")
        fill(disk)
        with pytest.raises(OSError, match=r"No space left .*kept\.yaml") as raised:
            write_atomically(file, "new")
        assert raised.value.errno == errno.ENOSPC
        assert file.read_text() == "old"
        assert {found.name for found in disk.iterdir()} == {"kept.yaml", "filler"}


def test_of_two_files_none_is_written_where_one_has_no_room(tmp_path):
    with small_disk(tmp_path / "disk", pages=8) as disk:
        fill(disk, pages_left=1)
        with pytest.raises(OSError, match=r"No space left .*b\.yaml"):
            write_together({disk / "a.txt": "fits", disk / "b.yaml": "does not"})
        assert [found.name for found in disk.iterdir()] == ["filler"]


def test_of_two_files_none_is_written_where_one_is_too_large(tmp_path):
    files = {tmp_path / "a.txt": "fits", tmp_path / "b.yaml": "x" * (PAGE + 1)}
    with largest_file(PAGE), pytest.raises(OSError, match=r"too large.*b\.yaml"):
        write_together(files)
    assert list(tmp_path.iterdir()) == []


def test_a_file_is_taken_back_where_the_next_cannot_take_its_place(tmp_path):
    (tmp_path / "b.yaml").mkdir()
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    old.write_text("old")
    with pytest.raises(OSError, match=r"directory: .*b\.yaml"):
        write_together({old: "newer", new: "new", tmp_path / "b.yaml": "never"})
    assert {found.name for found in tmp_path.iterdir()} == {"old.txt", "b.yaml"}
