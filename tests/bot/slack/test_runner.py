"""`stancebook run`, as a process: it connects, answers, keeps silent about questions, and stops."""

from __future__ import annotations

import signal
import subprocess

import pytest

from local_slack import running
from tests.bot.process import STANCEBOOK, environment

pytestmark = pytest.mark.slow

CANARY = "xylophone-canary"


@pytest.fixture
def slack():
    with running("manifest.yml", rates=False) as server:
        yield server


@pytest.fixture(params=["plain", "json"])
def process(request, slack, tmp_path):
    """The bot as a process of its own, connected."""
    tokens = {"SLACK_BOT_TOKEN": slack.bot_token, "SLACK_APP_TOKEN": slack.app_token}
    with subprocess.Popen(
        [STANCEBOOK, "run"],
        env=environment(
            tmp_path, SLACK_API_URL=slack.base_url, STANCEBOOK_LOG=request.param, **tokens
        ),
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as started:
        slack.wait_for(lambda: slack.core.sockets.open, within=30)
        yield started
        if started.poll() is None:
            started.kill()


def stop(process):
    process.send_signal(signal.SIGTERM)
    return process.communicate(timeout=20)


def test_it_answers_until_sigterm_and_stops_cleanly(process, slack):
    assert "reluctant" in slack.command("/stance", "japan end-of-war").text
    _, log = stop(process)
    assert process.returncode == 0
    assert "stopped" in log


def test_no_question_and_no_token_is_ever_logged_or_written(process, slack, tmp_path):
    question = f"{CANARY} japan end-of-war"
    slack.command("/stance", question)
    slack.mention(question)
    slack.dm(question)
    slack.faults.garble(times=1)
    slack.command("/stance", question)
    slack.faults.server_error("chat.postMessage", times=3)
    slack.mention(question, wait=8)
    slack.faults.error("chat.postMessage", "not_in_channel", times=1)
    slack.mention(question, wait=3)
    out, log = stop(process)
    assert "not in the channel" in log
    for told in (out, log):
        assert CANARY not in told
        assert slack.bot_token not in told
        assert slack.app_token not in told
        assert "ticket=" not in told.replace("ticket=[token]", "")
    for file in tmp_path.rglob("*"):
        assert not file.is_file() or CANARY.encode() not in file.read_bytes()


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({}, ["SLACK_APP_TOKEN is missing", "xapp-", "App-Level Tokens"]),
        ({"SLACK_APP_TOKEN": "xapp-local"}, ["SLACK_BOT_TOKEN is missing", "xoxb-"]),
        (
            {"SLACK_APP_TOKEN": "xoxb-local", "SLACK_BOT_TOKEN": "xapp-local"},
            ["SLACK_APP_TOKEN holds what belongs in SLACK_BOT_TOKEN"],
        ),
        ({"SLACK_API_URL": "https://example.com/api/"}, ["SLACK_API_URL", "loopback"]),
    ],
)
def test_a_setting_that_is_missing_or_wrong_is_told_in_a_sentence(tmp_path, settings, said):
    done = subprocess.run(
        [STANCEBOOK, "run"],
        env=environment(tmp_path, **settings),
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert all(words in done.stderr for words in said), done.stderr


@pytest.mark.parametrize(
    ("which", "place"),
    [
        ("SLACK_BOT_TOKEN", "OAuth & Permissions, Bot User OAuth Token"),
        ("SLACK_APP_TOKEN", "Basic Information, App-Level Tokens (connections:write)"),
    ],
)
def test_a_token_that_slack_refuses_is_told_by_its_name(slack, tmp_path, which, place):
    tokens = {"SLACK_BOT_TOKEN": slack.bot_token, "SLACK_APP_TOKEN": slack.app_token}
    wrong = tokens[which][:5] + "wrong"
    done = subprocess.run(
        [STANCEBOOK, "run"],
        env=environment(tmp_path, **{**tokens, which: wrong}, SLACK_API_URL=slack.base_url),
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 2
    assert f"{which}: Slack refused it (invalid_auth). " in done.stderr
    assert f"Copy the token again from your Slack app: {place}." in done.stderr
    assert wrong not in done.stderr


def test_a_slack_that_cannot_be_reached_is_told_by_its_address(tmp_path):
    done = subprocess.run(
        [STANCEBOOK, "run"],
        env=environment(
            tmp_path,
            SLACK_BOT_TOKEN="xoxb-local",
            SLACK_APP_TOKEN="xapp-local",
            SLACK_API_URL="http://127.0.0.1:9/api/",
        ),
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 2
    assert "Slack cannot be reached at http://127.0.0.1:9/api/" in done.stderr
    assert "Traceback" not in done.stderr
