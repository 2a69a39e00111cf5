"""`stancebook build`: all or nothing."""

from __future__ import annotations

import os
import stat

import pytest


def test_a_broken_corpus_is_reported_and_exits_with_two(stancebook, tmp_path):
    people = tmp_path / "corpus" / "people"
    people.mkdir(parents=True)
    (people / "nobody.yaml").write_text("id: somebody\nnmae: Nobody\n")
    output = tmp_path / "kb.sqlite"
    result = stancebook("build", "--corpus", str(people.parent), "--output", str(output))
    assert result.exit_code == 2
    assert "nobody.yaml:" in result.stderr
    assert not output.exists()


def test_a_kb_is_written_to_a_new_file_and_over_a_kb(stancebook, tmp_path):
    output = tmp_path / "kb.sqlite"
    for _ in range(2):
        assert stancebook("build", "--output", str(output)).exit_code == 0
    assert output.read_bytes().startswith(b"SQLite format 3")


def write_text(file):
    file.write_text("The river is ours to share.\n")


def link_to_text(file):
    file.with_suffix(".txt").write_text("The river is ours to share.\n")
    file.symlink_to(file.with_suffix(".txt"))


def link_to_nothing(file):
    file.symlink_to("missing")


@pytest.mark.parametrize("make", [write_text, link_to_text, link_to_nothing, os.mkfifo])
def test_what_is_not_a_kb_is_not_replaced(stancebook, tmp_path, make):
    output = tmp_path / "kept"
    make(output)
    before = output.lstat()
    result = stancebook("build", "--output", str(output))
    assert result.exit_code == 2
    assert f"{output}: It cannot be read or written: what is there is not" in result.stderr
    assert "Name a new file" in result.stderr
    after = output.lstat()
    assert (after.st_ino, stat.S_IFMT(after.st_mode)) == (
        before.st_ino,
        stat.S_IFMT(before.st_mode),
    )
