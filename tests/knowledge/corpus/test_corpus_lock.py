"""One writer at a time: who comes second waits, and a killed writer keeps nobody waiting."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from multiprocessing.pool import ThreadPool

import pytest

from knowledge.corpus.corpus_lock import LOCK, hold_corpus

HOLD = """
import sys, time
from pathlib import Path
from knowledge.corpus.corpus_lock import hold_corpus
with hold_corpus(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""
COUNT = """
import sys
from pathlib import Path
from knowledge.corpus.corpus_lock import hold_corpus
folder = Path(sys.argv[1])
for _ in range(100):
    with hold_corpus(folder):
        counted = int((folder / "count").read_text())
        (folder / "count").write_text(str(counted + 1))
"""


def test_several_processes_write_one_after_another(tmp_path):
    (tmp_path / "count").write_text("0")
    running = [subprocess.Popen([sys.executable, "-c", COUNT, str(tmp_path)]) for _ in range(3)]
    assert [process.wait(60) for process in running] == [0, 0, 0]
    assert (tmp_path / "count").read_text() == "300"
    assert not (tmp_path / LOCK).exists()


def test_threads_of_one_process_write_one_after_another(tmp_path):
    inside = []

    def enter(number):
        with hold_corpus(tmp_path):
            inside.append(number)
            assert inside == [number]
            inside.remove(number)

    with ThreadPool(4) as pool:
        pool.map(enter, range(200))


@pytest.mark.skipif(os.name == "nt", reason="no kill -9")
def test_a_writer_that_was_killed_keeps_nobody_waiting(tmp_path):
    command = [sys.executable, "-c", HOLD, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as running:
        assert running.stdout.readline() == b"held\n"
        os.kill(running.pid, signal.SIGKILL)
    assert (tmp_path / LOCK).exists()
    with hold_corpus(tmp_path):
        pass
    assert not (tmp_path / LOCK).exists()


def test_where_nothing_can_be_written_the_writing_says_so(tmp_path):
    with hold_corpus(tmp_path / "nowhere"), pytest.raises(FileNotFoundError):
        (tmp_path / "nowhere" / "entry.yaml").write_text("")
