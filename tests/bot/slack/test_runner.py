"""`stancebook run`, as a process: it connects, answers, keeps silent about questions, and stops."""

from __future__ import annotations

import signal
import socket
import subprocess

import pytest
from slack_sdk import WebClient

from bot.slack.opened_bot import describe_refusal
from local_slack import people, running
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


@pytest.mark.parametrize(
    ("method", "told"),
    [
        ("auth.test", "SLACK_BOT_TOKEN: Slack refused it (missing_scope). Install the app again"),
        (
            "apps.connections.open",
            "SLACK_APP_TOKEN: Slack refused it (missing_scope). Make an app-level token",
        ),
    ],
)
def test_a_scope_that_is_missing_is_told_where_to_add_it(slack, started, method, told):
    slack.faults.error(method, "missing_scope")
    process = started(
        SLACK_BOT_TOKEN=slack.bot_token,
        SLACK_APP_TOKEN=slack.app_token,
        SLACK_API_URL=slack.base_url,
    )
    _, log = process.communicate(timeout=60)
    assert process.returncode == 2
    assert told in log


REFUSED = {
    "forbidden_team": "the app may not use Socket Mode in this workspace (forbidden_team)",
    "ekm_access_denied": "the workspace's administrators have suspended this (ekm_access_denied)",
    "team_access_not_granted": "Slack refused the call (team_access_not_granted)",
    "brand_new_code": "Slack refused the call (brand_new_code)",
}


METHODS = {"SLACK_BOT_TOKEN": "auth.test", "SLACK_APP_TOKEN": "apps.connections.open"}


@pytest.mark.parametrize("code", REFUSED)
@pytest.mark.parametrize("variable", METHODS)
def test_what_no_token_can_mend_is_not_blamed_on_one(variable, code):
    told = describe_refusal(variable, code)
    assert told == (
        f"Slack does not let the bot in: {REFUSED[code]}."
        f" Its codes are at https://docs.slack.dev/reference/methods/{METHODS[variable]}"
    )


@pytest.mark.parametrize("method", METHODS.values())
def test_what_slack_refuses_at_the_start_ends_it_with_a_sentence(slack, started, method):
    slack.faults.error(method, "forbidden_team", times=9)
    process = started(**settings_of(slack))
    _, log = process.communicate(timeout=60)
    assert process.returncode == 2
    assert f"Slack does not let the bot in: {REFUSED['forbidden_team']}" in log


@pytest.mark.parametrize(
    ("method", "code", "told"),
    [
        ("auth.test", "token_revoked", "the bot token was revoked: install the app again"),
        ("auth.test", "account_inactive", "removed from the workspace: install it again"),
        ("apps.connections.open", "token_revoked", "app-level token was revoked: make a new one"),
    ],
)
def test_an_app_that_was_withdrawn_before_the_start_ends_it_with_the_same_code(
    slack, started, method, code, told
):
    slack.faults.error(method, code, times=9)
    process = started(**settings_of(slack))
    _, log = process.communicate(timeout=60)
    assert process.returncode == 3
    assert f"{told} ({code})" in log
    assert "Copy the token" not in log


def test_a_start_waits_where_other_processes_have_all_connections(slack, started):
    slack.faults.error("apps.connections.open", "too_many_websockets", times=1)
    started(**settings_of(slack))
    slack.wait_for(lambda: slack.core.sockets.open, within=30)


def test_an_app_level_token_that_is_refused_while_it_serves_ends_it_with_its_own_code(
    slack, started
):
    process = started(**settings_of(slack))
    slack.wait_until_connected(2, within=30)
    slack.faults.error("apps.connections.open", "invalid_auth", times=99)
    slack.faults.drop_sockets()
    _, log = process.communicate(timeout=30)
    assert process.returncode == 3
    assert "the app-level token is not valid: make a new one (invalid_auth)" in log


def test_a_home_that_cannot_be_written_is_served_without(slack, started, tmp_path):
    process = started(**settings_of(slack), HOME="/proc/nohome", TMPDIR=str(tmp_path))
    slack.wait_until_connected(2, within=60)
    assert "reluctant" in slack.command("/stance", "japan end-of-war").text
    _, log = stop(process)
    assert process.returncode == 0
    assert "the cache /proc/nohome/.cache/stancebook cannot be written" in log
    assert "the state in /proc/nohome/.local/share/stancebook/state.sqlite cannot be used" in log
    assert list(tmp_path.iterdir()) == []


def settings_of(slack):
    return {
        "SLACK_BOT_TOKEN": slack.bot_token,
        "SLACK_APP_TOKEN": slack.app_token,
        "SLACK_API_URL": slack.base_url,
    }


@pytest.fixture
def started(tmp_path):
    """Start `stancebook run` as a process of its own, and kill what is left of it."""
    running = []

    def start(**settings):
        running.append(
            subprocess.Popen(
                [STANCEBOOK, "run"],
                env=environment(tmp_path, **settings),
                cwd=tmp_path,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                text=True,
            )
        )
        return running[-1]

    yield start
    for process in running:
        process.kill()
        process.communicate()


def test_a_slack_that_cannot_be_reached_is_waited_for_until_sigterm(started):
    process = started(
        SLACK_BOT_TOKEN="xoxb-local",
        SLACK_APP_TOKEN="xapp-local",
        SLACK_API_URL="http://127.0.0.1:9/api/",
    )
    said = "Slack cannot be reached at http://127.0.0.1:9/api/"
    lines = iter(process.stderr.readline, "")
    assert next(line for line in lines if said in line).endswith("again in 1 seconds\n")
    assert next(line for line in lines if said in line).endswith("again in 2 seconds\n")
    process.send_signal(signal.SIGTERM)
    _, log = process.communicate(timeout=10)
    assert process.returncode == 0
    assert "Traceback" not in log


def test_sigterm_ends_a_start_that_waits_for_a_reply(started):
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        process = started(
            SLACK_BOT_TOKEN="xoxb-local",
            SLACK_APP_TOKEN="xapp-local",
            SLACK_API_URL=f"http://127.0.0.1:{port}/api/",
        )
        connected, _ = silent.accept()
        with connected:
            connected.recv(1)
            process.send_signal(signal.SIGTERM)
            _, log = process.communicate(timeout=10)
    assert process.returncode == 0
    assert "Traceback" not in log


@pytest.mark.parametrize("code", ["token_revoked", "account_inactive"])
def test_an_app_that_is_withdrawn_ends_with_its_own_code_and_one_line(slack, started, code):
    process = started(
        SLACK_BOT_TOKEN=slack.bot_token,
        SLACK_APP_TOKEN=slack.app_token,
        SLACK_API_URL=slack.base_url,
    )
    slack.wait_for(lambda: slack.core.sockets.open, within=30)
    slack.faults.error("chat.postMessage", code)
    core = slack.core
    asked = people.write(core, "@stancebook japan", user=slack.user, channel=slack.channel, wait=0)
    slack.look(lambda: core.start(asked))
    _, log = process.communicate(timeout=20)
    assert process.returncode == 3
    assert log.count("Slack no longer lets the app in") == 1
    assert "Traceback" not in log


def test_nothing_needless_is_said_at_a_start(process):
    _, log = stop(process)
    assert "will be unused" not in log
    assert "slack_bolt" not in log
    warned = [line for line in log.splitlines() if "WARNING" in line]
    # The words of the articles are not at hand here, which is said in time or after the signal.
    assert [line for line in warned if "not proved" not in line] == []


def test_a_token_that_is_revoked_while_it_runs_ends_it_with_code_3(process, slack):
    assert WebClient(slack.bot_token, base_url=slack.base_url).auth_revoke()["revoked"]
    _, log = process.communicate(timeout=60)
    assert process.returncode == 3
    assert "the bot token was revoked" in log
    assert "Traceback" not in log
