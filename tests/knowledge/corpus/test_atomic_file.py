"""Tests that a file is written whole or not at all."""

from __future__ import annotations

import os

import pytest

from knowledge.corpus import atomic_file
from knowledge.corpus.atomic_file import replace_when_written, write_atomically


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


def test_what_a_killed_process_left_is_written_over(tmp_path):
    file = tmp_path / "kb.sqlite"
    (tmp_path / f".kb.sqlite.{os.getpid()}.partial").write_text("half of something longer")
    with replace_when_written(file) as partial:
        assert not partial.exists()
        partial.write_text("new")
    assert file.read_text() == "new"


def test_the_file_is_on_the_disk_before_it_takes_its_name(tmp_path, monkeypatch):
    file, seen = tmp_path / "a.yaml", []
    monkeypatch.setattr(atomic_file.os, "fsync", lambda _: seen.append(file.exists()))
    write_atomically(file, "new")
    assert seen == [False, True][: len(seen)]
    assert seen
