"""What a killed process left half written is removed; what somebody writes is not."""

from __future__ import annotations

import os
import subprocess
import sys

from knowledge.corpus.partial_file import partial_file, remove_abandoned

WRITE = """
import sys
from pathlib import Path
from knowledge.corpus.partial_file import partial_file

with partial_file(Path(sys.argv[1])) as partial:
    partial.write_text("half")
    print("written", flush=True)
    sys.stdin.read()
"""


def test_it_is_there_while_it_is_written_and_then_gone(tmp_path):
    with partial_file(tmp_path) as partial, partial_file(tmp_path) as other:
        assert partial.read_bytes() == b""
        assert partial != other
        assert all(file.name.startswith(".") for file in (partial, other))
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_process_left_is_removed_and_not_before(tmp_path):
    command = [sys.executable, "-c", WRITE, str(tmp_path)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe) as writer:
        assert writer.stdout.readline() == b"written\n"
        remove_abandoned(tmp_path)
        assert [file.read_text() for file in tmp_path.iterdir()] == ["half"]
        writer.kill()
        writer.wait()
    assert [file.read_text() for file in tmp_path.iterdir()] == ["half"]
    remove_abandoned(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_only_files_of_that_name_are_removed_and_a_folder_may_be_missing(tmp_path):
    kept = {".stancebook-a.partial", "b.partial", ".c.0123abcd.partial"}
    os.mkfifo(tmp_path / ".stancebook-a.partial")  # nobody waits for its other end
    for name in ("b.partial", ".c.0123abcd.partial"):
        (tmp_path / name).touch()
    remove_abandoned(tmp_path / "missing", tmp_path)
    assert {file.name for file in tmp_path.iterdir()} == kept
