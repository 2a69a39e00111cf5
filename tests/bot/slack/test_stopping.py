"""`stancebook run` stops on a signal at any moment, with its own exit code, whoever reads its log."""

from __future__ import annotations

import fcntl
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from threading import Event

import pytest

from bot.slack import runner
from bot.slack.outgoing.ending import Ending
from bot.slack.stopping import stop_at_once
from local_slack import people, running
from tests.bot.process import STANCEBOOK, environment, signals, wait_until_it_listens

pytestmark = [
    pytest.mark.slow(20),
    pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="this system has no /proc"),
]

STOPS = [signal.SIGTERM, signal.SIGINT, signal.SIGHUP]
NOBODY = {
    "SLACK_BOT_TOKEN": "xoxb-local",
    "SLACK_APP_TOKEN": "xapp-local",
    "SLACK_API_URL": "http://127.0.0.1:9/api/",
}


@pytest.fixture
def slack():
    with running("manifest.yml", rates=False) as server:
        yield server


@pytest.fixture
def start(tmp_path):
    """Start the bot as a process of its own, and kill what is left of it."""
    begun = []

    def started(settings, *, stderr=subprocess.PIPE, **more):
        process = subprocess.Popen(
            [STANCEBOOK, "run"],
            env=environment(tmp_path, **settings),
            cwd=tmp_path,
            stderr=stderr,
            **more,
        )
        begun.append(process)
        return process

    yield started
    for process in begun:
        process.kill()
        process.communicate()


def settings_of(slack):
    return {
        "SLACK_BOT_TOKEN": slack.bot_token,
        "SLACK_APP_TOKEN": slack.app_token,
        "SLACK_API_URL": slack.base_url,
    }


def wait_until_connected(slack):
    slack.wait_until_connected(2, within=60)


@pytest.mark.parametrize("number", STOPS)
def test_a_signal_before_it_serves_ends_it_with_code_0_and_a_line(start, number):
    processes = []
    for later in (0, 0.2, 0.6, 1.2):
        processes.append(start(NOBODY))
        wait_until_it_listens(processes[-1])
        time.sleep(later)
        processes[-1].send_signal(number)
    for process in processes:
        _, log = process.communicate(timeout=60)
        assert process.returncode == 0, log
        assert b"topped before it served" in log
        assert b"Traceback" not in log


def test_what_nohup_starts_stays_when_the_terminal_is_closed(start):
    # Popen hands on what the parent ignores.
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        process = start(NOBODY)
    finally:
        signal.signal(signal.SIGHUP, before)
    wait_until_it_listens(process, signal.SIGTERM)
    assert signal.SIGHUP in signals(process, "SigIgn")


def test_a_closed_terminal_lets_the_post_that_has_begun_end(slack, start):
    process = start(settings_of(slack))
    wait_until_connected(slack)
    slack.faults.delay(2, "chat.postMessage", times=1)
    asked = people.write(
        slack.core, "@stancebook japan end-of-war", user=slack.user, channel=slack.channel, wait=0
    )
    slack.look(lambda: slack.core.start(asked))
    time.sleep(1)
    process.send_signal(signal.SIGHUP)
    assert process.wait(60) == 0
    log = process.stderr.read()
    assert b"too many wait" not in log
    posted = [call for call in slack.calls() if call.name == "chat.postMessage"]
    assert [call.reply["ok"] for call in posted] == [True]


def full():
    return Path("/dev/full").open("wb")


def broken():
    reads, writes = os.pipe()
    os.close(reads)
    return os.fdopen(writes, "wb")


@pytest.mark.parametrize("unwritable", [full, broken])
def test_its_exit_code_stays_where_its_log_cannot_be_written(slack, start, unwritable):
    with unwritable() as stderr:
        without_tokens = start({}, stderr=stderr)
        assert without_tokens.wait(60) == 2
        stopped = start(settings_of(slack), stderr=stderr)
        wait_until_connected(slack)
        stopped.terminate()
        assert stopped.wait(60) == 0
        early = start(NOBODY, stderr=stderr)
        wait_until_it_listens(early)
        early.terminate()
        assert early.wait(60) == 0
        withdrawn = start(settings_of(slack), stderr=stderr)
        wait_until_connected(slack)
        slack.revoke_token()
        assert withdrawn.wait(60) == 3


def test_a_log_that_nobody_reads_holds_up_neither_answers_nor_the_end(slack, start):
    reads, writes = os.pipe()
    fcntl.fcntl(writes, fcntl.F_SETPIPE_SZ, 4096)
    process = start(settings_of(slack), stderr=writes)
    wait_until_connected(slack)
    slack.faults.error("chat.postMessage", "restricted_action", times=80)
    for _ in range(40):  # each leaves a line of some 200 bytes
        slack.dm("japan end-of-war", wait=0)
    slack.wait_for(lambda: len(posts(slack)) >= 80, within=60)
    slack.faults.clear()
    assert "reluctant" in slack.dm("japan end-of-war").text
    process.terminate()
    assert process.wait(60) == 0
    os.close(reads)
    os.close(writes)


def posts(slack):
    return [call for call in slack.calls() if call.name == "chat.postMessage"]


def test_a_log_that_nobody_reads_does_not_hold_up_the_end_of_a_start(start):
    reads, writes = os.pipe()
    fcntl.fcntl(writes, fcntl.F_SETPIPE_SZ, 4096)
    os.set_blocking(writes, False)
    os.write(writes, b"x" * 4096)
    os.set_blocking(writes, True)
    process = start(NOBODY, stderr=writes)
    wait_until_it_listens(process)
    process.terminate()
    assert process.wait(60) == 0
    os.close(reads)
    os.close(writes)


@pytest.mark.parametrize("number", STOPS)
def test_a_signal_after_an_error_was_told_leaves_the_errors_exit_code(tmp_path, number):
    quoted = {**NOBODY, "SLACK_BOT_TOKEN": '"xoxb-local"'}
    with subprocess.Popen(
        [STANCEBOOK, "run"],
        env=environment(tmp_path, **quoted),
        cwd=tmp_path,
        stderr=subprocess.PIPE,
    ) as process:
        assert b"quotation marks" in process.stderr.readline()
        time.sleep(0.03)  # into the interpreter's end
        process.send_signal(number)
        assert process.wait(60) == 2


def test_a_stop_that_nobody_could_be_told_of_is_not_printed(capfd):
    """What runs while an object is deleted swallows errors, and the interpreter prints them."""
    before, stops = sys.unraisablehook, (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)
    handlers = {number: signal.getsignal(number) for number in stops}
    told = Event()
    try:
        stop_at_once(told)

        class Deleted:
            def __del__(self):
                signal.raise_signal(signal.SIGTERM)

        Deleted()
    finally:
        sys.unraisablehook = before
        for number, handler in handlers.items():
            signal.signal(number, handler)
    assert told.is_set()
    assert capfd.readouterr().err == ""


def test_what_serves_is_ready_only_once_a_signal_ends_it_in_order(monkeypatch):
    """A process told to stop in between would end at once, where a balancer sends requests."""
    order = []

    class Served:
        def begin(self):
            order.append("ready")
            ending.ended.set()

        def close(self):
            order.append("closed")

    ending = Ending()
    monkeypatch.setattr(runner, "stop_in_order", lambda _: order.append("signals"))
    monkeypatch.setattr(runner, "stop_no_more", lambda: None)
    monkeypatch.setattr(runner.gc, "freeze", lambda: None)
    assert runner._serve(Served, ending) == 0
    assert order == ["signals", "ready", "closed"]
