"""`stancebook local`: what is wrong with its options is said in one line."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from slack_sdk import WebClient

from bot.cli.local import _make_example, _make_usage_hint, _make_usage_hints
from bot.commands import registry
from local_slack import running
from tests.bot.process import STANCEBOOK, environment, wait_until_it_listens
from tests.places import MANIFEST


def test_a_manifest_that_is_not_there_is_one_clear_line(stancebook, tmp_path):
    result = stancebook("local", "--manifest", tmp_path / "none.yml")
    assert result.exit_code == 2
    assert result.stderr == f"{tmp_path / 'none.yml'}: There is no such file.\n"


def test_a_record_in_a_folder_that_is_not_there_blames_that_folder(stancebook, tmp_path):
    result = stancebook("local", "--record", tmp_path / "none" / "x.jsonl")
    assert result.exit_code == 2
    assert result.stderr == (
        f"{tmp_path / 'none'}: There is no such folder. Name another file with --record.\n"
    )


@pytest.mark.slow(seconds=3)
def test_an_app_reads_from_a_private_file_how_it_connects(tmp_path):
    told = tmp_path / "slack.env"
    words = ["local", "--manifest", MANIFEST, "--allow-builtin", "--env", told]
    with subprocess.Popen(
        [STANCEBOOK, *words], env=environment(tmp_path), cwd=tmp_path, stdout=subprocess.DEVNULL
    ) as running_slack:
        until = time.monotonic() + 30
        while not (told.exists() and told.read_text()) and time.monotonic() < until:
            time.sleep(0.05)
        given = dict(re.findall(r"^export (\w+)=(.*)$", told.read_text(), re.MULTILINE))
        web = WebClient(token=given["SLACK_BOT_TOKEN"], base_url=given["SLACK_API_URL"])
        assert web.auth_test()["ok"]
        running_slack.terminate()
    assert running_slack.returncode == 0
    assert told.stat().st_mode & 0o077 == 0


STOPS = [signal.SIGTERM, signal.SIGINT, signal.SIGHUP]
needs_proc = pytest.mark.skipif(
    not Path("/proc/self/status").exists(), reason="this system has no /proc"
)

# A signal may come where a library opens a socket: Python then closes it, with a word to developers.
_WARNINGS = "error,ignore::ResourceWarning"


@pytest.fixture
def start(tmp_path):
    """Start a local Slack as a process of its own, and kill what is left of it."""
    begun = []

    def started(*words):
        process = subprocess.Popen(
            [STANCEBOOK, "local", "--no-browser", *words],
            env=environment(tmp_path, PYTHONWARNINGS=_WARNINGS),
            cwd=tmp_path,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
        begun.append(process)
        return process

    yield started
    for process in begun:
        process.kill()
        process.communicate()


@needs_proc
@pytest.mark.slow(seconds=12)
@pytest.mark.parametrize("number", STOPS)
def test_a_signal_while_it_starts_ends_it_quietly_with_code_0(start, number):
    """As Ctrl-C does, it goes to all that the terminal has started."""
    processes = []
    for later in (0, 0.5, 2):
        processes.append(start())
        wait_until_it_listens(processes[-1])
        time.sleep(later)
        os.killpg(processes[-1].pid, number)
    for process in processes:
        _, errors = process.communicate(timeout=60)
        assert process.returncode == 0, errors
        assert b"Traceback" not in errors
        assert b"Aborted" not in errors


@needs_proc
@pytest.mark.slow(seconds=10)
@pytest.mark.parametrize("number", STOPS)
def test_a_signal_while_it_serves_ends_it_in_order(start, number):
    process = start("--manifest", MANIFEST, "--record", "all.jsonl")
    assert b"A local Slack for" in process.stdout.readline()
    process.send_signal(number)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 0
    assert errors == b""


def test_a_manifest_of_broken_yaml_is_named_once_with_the_line(stancebook, tmp_path):
    broken = tmp_path / "bad.yml"
    broken.write_text("features:\n  - [\n", encoding="utf-8")
    result = stancebook("local", "--manifest", broken)
    assert result.exit_code == 2
    assert result.stderr.startswith(f"{broken}: line 3: This is not YAML: ")
    assert result.stderr.count("bad.yml") == 1
    assert "unicode string" not in result.stderr


def test_without_its_libraries_it_says_what_to_install(stancebook, monkeypatch):
    for name in [n for n in sys.modules if n.startswith("local_slack")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.delitem(sys.modules, "bot.cli.local", raising=False)
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    result = stancebook("local")
    assert result.exit_code == 2
    assert result.stderr == "`stancebook local` needs uvicorn: pip install 'stancebook[local]'\n"


def test_a_usage_hint_is_an_example_and_what_others_add_to_it():
    assert _make_usage_hint("/stance japan talks", "/stance japan talks as of 2021") == (
        "japan talks [as of 2021]"
    )
    assert _make_usage_hint("/issues", "/issues japan", "/issues talks") == "[japan or talks]"
    assert _make_usage_hint('/check "so"', '/check Vehl "so"') == '"so"'


def test_what_to_type_first_is_a_question_of_the_corpus_by_the_name_set_or_help():
    hints = {"/position": "japan talks [as of 2021]", "/issues": "[japan]"}
    assert _make_example("/position", hints) == "/position japan talks"
    assert _make_example("/stance", {}) == "/stance help"


def test_the_page_shows_examples_of_the_corpus_that_is_served(kb):
    hints = _make_usage_hints(kb, registry().values())
    with running(MANIFEST) as slack:
        slack.show_usage(hints)
        commands = slack.core.manifest.part("features", "slash_commands")
    assert {c["command"]: c["usage_hint"] for c in commands} == hints
    assert hints["/stance"] == "south-tarsk river-treaty [as of 2025-06]"
    assert hints["/whois"] == "Ilse Marrow"
