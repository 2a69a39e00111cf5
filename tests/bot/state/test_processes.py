"""Several processes on one database: one gets each thing, and a killed one keeps none for long."""

from __future__ import annotations

import subprocess
import sys
from contextlib import ExitStack, contextmanager

import pytest

from bot.state import Claim
from tests.bot.process import environment
from tests.places import ROOT

PROCESSES, THINGS = 3, 100


@contextmanager
def claiming(folder, url, things, then):
    """Start a process that is ready to claim."""
    command = [sys.executable, "-m", "tests.bot.state.claiming", url, str(things), then]
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env=environment(folder),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def begin(process):
    """Let a process claim as soon as it is ready."""
    process.stdin.write("go\n")
    process.stdin.flush()


@pytest.mark.slow(seconds=4)
def test_of_several_processes_that_open_one_database_at_once_one_gets_each_thing(tmp_path, url):
    with ExitStack() as stack:
        started = [
            stack.enter_context(claiming(tmp_path, url, THINGS, "finish")) for _ in range(PROCESSES)
        ]
        assert [process.stdout.readline() for process in started] == ["ready\n"] * PROCESSES
        for process in started:
            begin(process)
        got = [process.communicate(timeout=60)[0].strip() for process in started]
    assert [len(each) for each in got] == [THINGS] * PROCESSES
    assert [sorted(each).count("O") for each in zip(*got, strict=True)] == [1] * THINGS


@pytest.mark.slow(seconds=4)
def test_what_a_killed_process_had_is_taken_over_after_its_lease(tmp_path, url, store):
    with claiming(tmp_path, url, 1, "die") as process:
        begin(process)
        assert [process.stdout.readline() for _ in range(2)] == ["ready\n", "O\n"]
        assert store.claim("event", ["C1:0"]) is Claim.UNDER_WAY
        process.kill()
        process.wait()
        assert store.claim("event", ["C1:0"]) is Claim.UNDER_WAY
        assert store.wait("event", ["another id", "C1:0"], 30) is Claim.TAKEN_OVER
