"""A check in a process of its own: its verdict, or why there is none."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from datetime import date

import pytest

from knowledge.corpus.errors import JudgingError
from knowledge.kb.judging_process import read_verdict, start_judging

TODAY = date(2026, 11, 21)


def begin(code):
    pipe = subprocess.PIPE
    return subprocess.Popen([sys.executable, "-c", code], stdout=pipe, stderr=pipe, text=True)


@pytest.fixture(autouse=True)
def _own_cache(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def test_entries_that_pass_are_served(curator, texts_folder):
    verdict = read_verdict(start_judging(curator.folder, texts_folder, TODAY))
    assert verdict.problems == ()
    assert verdict.served
    assert verdict.served.kb.is_file()


def test_a_check_that_does_not_end_is_ended_and_told():
    process = begin("import time; time.sleep(600)")
    with pytest.raises(JudgingError, match=r"longer than 0\.001 minutes, and was ended\. Run"):
        read_verdict(process, minutes=0.001)
    assert process.returncode
    assert process.stdout.closed


def test_a_check_that_nobody_waits_for_any_more_is_ended(monkeypatch):
    process = begin("import time; time.sleep(600)")

    def stop(**_):
        raise KeyboardInterrupt

    monkeypatch.setattr(process, "communicate", stop)
    with pytest.raises(KeyboardInterrupt):
        read_verdict(process)
    assert process.returncode


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("raise KeyError('x')", "KeyError: 'x'"),
        ("raise SystemExit(3)", "Its process ended with code 3 and gave no reason."),
        ("import os; os.kill(os.getpid(), 9)", "The system ended its process, perhaps because"),
    ],
)
def test_a_check_that_breaks_off_is_told_with_its_reason(code, told):
    with pytest.raises(JudgingError) as raised:
        read_verdict(begin(code))
    assert told in str(raised.value)


def test_a_check_that_cannot_begin_is_told(curator, texts_folder, tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone"))
    with pytest.raises(JudgingError, match="No such file or directory"):
        start_judging(curator.folder, texts_folder, TODAY)
