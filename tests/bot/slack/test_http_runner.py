"""`stancebook serve`, as a process: it answers over HTTP, says how it is, and stops in order."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import time
import urllib.request
from contextlib import suppress
from urllib.error import HTTPError, URLError

import pytest

from local_slack import running
from tests.bot.connected_bot import manifest_at, url_of
from tests.bot.process import STANCEBOOK, environment
from tests.places import CORPUS, TEXTS

pytestmark = pytest.mark.slow(seconds=3)

TINY = {"STANCEBOOK_CORPUS": str(CORPUS), "STANCEBOOK_ARTICLES": str(TEXTS)}
CANARY = "xylophone-canary"
WITHIN = 60  # seconds after which a test hangs no longer


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return taken.getsockname()[1], url_of(taken)


@pytest.fixture
def site():
    """A free port, and a local Slack that sends its requests there."""
    port, url = free_port()
    with running(manifest_at(url), rates=False) as slack:
        yield slack, port


@pytest.fixture
def started(tmp_path):
    """Start `stancebook serve` as a process of its own, and kill what is left of it."""
    processes = []

    def start(port, *options, **settings):
        processes.append(
            subprocess.Popen(
                [STANCEBOOK, "serve", "--port", str(port), *options],
                env=environment(tmp_path, **TINY, **settings),
                cwd=tmp_path,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                text=True,
            )
        )
        return processes[-1]

    yield start
    for process in processes:
        if process.poll() is None:
            process.kill()
        process.communicate()


def settings_of(slack):
    return {
        "SLACK_BOT_TOKEN": slack.bot_token,
        "SLACK_SIGNING_SECRET": slack.signing_secret,
        "SLACK_API_URL": slack.base_url,
    }


def status(port, path):
    """Return the status and the body at a path, or nothing where nobody listens."""
    with suppress(URLError, ConnectionError):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=5) as answer:
                return answer.status, answer.read().decode()
        except HTTPError as error:
            return error.code, error.read().decode()
    return None, ""


def until(is_so):
    end = time.monotonic() + WITHIN
    while not is_so():
        assert time.monotonic() < end
        time.sleep(0.02)


def test_it_answers_until_sigterm_and_logs_no_question(site, started):
    slack, port = site
    process = started(port, "--drain", "0", **settings_of(slack))
    until(lambda: status(port, "/ready")[0] == 200)
    assert slack.verify_request_url() is None
    question = f"{CANARY} velmora border-opening"
    assert "Velmora · " in slack.command("/stance", "velmora border-opening").text
    slack.command("/stance", question)
    assert slack.mention(question).answer
    slack.dm(question)
    assert 'stancebook_deliveries_total{claim="ours",kind="event"}' in status(port, "/metrics")[1]
    process.send_signal(signal.SIGTERM)
    out, log = process.communicate(timeout=WITHIN)
    assert process.returncode == 0
    assert f"listening at http://127.0.0.1:{port}/slack/events" in log
    assert log.rstrip().endswith("stopped")
    for told in (out, log):
        assert CANARY not in told
        assert slack.bot_token not in told
        assert slack.signing_secret not in told


@pytest.mark.slow
def test_once_told_to_stop_it_answers_on_and_is_not_ready(site, started):
    slack, port = site
    process = started(port, "--drain", "10", **settings_of(slack))  # on a busy machine, 3 pass
    until(lambda: status(port, "/ready")[0] == 200)
    process.send_signal(signal.SIGTERM)
    until(lambda: status(port, "/ready")[0] == 503)
    assert "Velmora · " in slack.command("/stance", "velmora border-opening").text
    assert process.wait(WITHIN) == 0


def test_it_is_alive_and_not_ready_while_slack_is_away(started, site):
    slack, port = site
    slack.faults.server_error("auth.test", times=1000)
    process = started(port, **settings_of(slack))
    until(lambda: status(port, "/health")[0] == 200)
    assert json.loads(status(port, "/ready")[1]) == {"ready": False, "why": "it starts"}
    process.send_signal(signal.SIGTERM)
    assert process.wait(WITHIN) == 0


def test_a_port_that_is_taken_is_told_in_a_sentence(started, site):
    slack, _ = site
    with socket.create_server(("127.0.0.1", 0)) as taken:
        process = started(taken.getsockname()[1], **settings_of(slack))
        _, log = process.communicate(timeout=WITHIN)
    assert process.returncode == 2
    assert "Address already in use. Name another address or port." in log


def test_a_token_that_slack_refuses_ends_it_with_its_code(started, site):
    slack, port = site
    given = {**settings_of(slack), "SLACK_BOT_TOKEN": "xoxb-wrong"}
    process = started(port, **given)
    _, log = process.communicate(timeout=WITHIN)
    assert process.returncode == 2
    assert "SLACK_BOT_TOKEN: Slack refused it (invalid_auth)." in log
