"""A start waits for a Slack that is away or asks to wait, says which, and stops when told to."""

from __future__ import annotations

from threading import Event, Thread

import pytest
from slack_bolt.error import BoltError
from slack_sdk.errors import SlackApiError

from bot.slack.app import create_app
from bot.slack.line_a_minute import LineAMinute
from bot.slack.outgoing.ending import Ending
from bot.slack.outgoing.web_client import web_client
from bot.slack.settings import Settings
from bot.slack.sockets.kept_socket import KeptSocket
from bot.slack.sockets.starting import patiently
from bot.slack.stopping import StoppedError
from tests.bot.slack.flaky_server import flaky

WHERE = "http://127.0.0.1:9/api/"


class Stop(Event):
    """Counts the seconds that are waited, and waits none."""

    def __init__(self):
        super().__init__()
        self.waited = []

    def wait(self, timeout=None):
        self.waited.append(timeout)
        return self.is_set()


@pytest.fixture
def stop():
    return Stop()


@pytest.fixture
def server():
    with flaky() as running:
        yield running


def test_a_slack_that_is_away_is_tried_with_growing_pauses_and_said_by_its_address(stop, caplog):
    tries = []

    def work():
        tries.append(1)
        if len(tries) < 9:
            raise ConnectionRefusedError
        return "there"

    assert patiently(work, WHERE, stop) == "there"
    assert stop.waited == [1, 2, 4, 8, 16, 32, 60, 60]
    assert f"Slack cannot be reached at {WHERE}" in caplog.messages[0]


@pytest.mark.parametrize("start", ["the client", "the app"])
def test_a_rate_limit_is_waited_out_and_said_as_one(server, stop, caplog, shipped_kb, start):
    answers = [(429, '{"ok": false, "error": "ratelimited"}', {"Retry-After": "30"})]
    server.answer = lambda _: (
        answers.pop() if answers else (200, '{"ok": true, "bot_id": "B", "user_id": "U"}', {})
    )
    settings = Settings(_env_file=None, slack_bot_token="xoxb-local", slack_api_url=server.url)
    work = {
        "the client": web_client("xoxb-local", server.url).auth_test,
        "the app": lambda: create_app(shipped_kb, settings),
    }[start]
    assert patiently(work, WHERE, stop)
    assert stop.waited == [30]
    assert "Slack asks to wait" in caplog.text


NOT_SLACKS = {
    "cut JSON": (200, '{"ok": tr'),
    "a list": (200, "[]"),
    "a longer list": (200, "[1]"),
    "null": (200, "null"),
    "a number": (200, "7"),
    "a word": (200, '"ok"'),
    "an empty object": (200, "{}"),
    "deep JSON": (200, "[" * 100_000),
    "not UTF-8": (200, "\udcff"),
    "a page": (200, "<html>Sign in</html>"),
    "nothing": (200, ""),
    "a page that is missing": (404, "<html>Not found</html>"),
    "a page that is refused": (403, "Forbidden by the proxy"),
    "a list that is refused": (403, "[1]"),
}


@pytest.mark.parametrize(("status", "body"), NOT_SLACKS.values(), ids=NOT_SLACKS)
@pytest.mark.parametrize("method", ["auth.test", "apps.connections.open"])
def test_what_is_not_slack_is_waited_out_and_said(
    server, stop, caplog, shipped_kb, method, status, body
):
    answers = [(status, body, {})] * 2
    yes = '{"ok": true, "bot_id": "B", "user_id": "U"}'
    server.answer = lambda _: answers.pop() if answers else (200, yes, {})
    settings = Settings(_env_file=None, slack_bot_token="xoxb-local", slack_api_url=server.url)
    client = web_client("xoxb-local", server.url)
    work = {
        "auth.test": lambda: create_app(shipped_kb, settings),
        "apps.connections.open": lambda: client.apps_connections_open(app_token="xapp-local"),
    }[method]
    assert patiently(work, server.url, stop)
    assert stop.waited == [1, 2]
    assert caplog.text.count(f"What answers at {server.url} is not Slack") == 2


@pytest.mark.parametrize("start", ["the client", "the app"])
def test_a_page_that_leads_elsewhere_is_said_by_its_host(server, stop, caplog, shipped_kb, start):
    led = "http://user:secret@sign-in.example:81/login?next=/secret"
    answers = [(302, "", {"Location": led})]
    yes = '{"ok": true, "bot_id": "B", "user_id": "U"}'
    server.answer = lambda _: answers.pop() if answers else (200, yes, {})
    settings = Settings(_env_file=None, slack_bot_token="xoxb-local", slack_api_url=server.url)
    work = {
        "the client": web_client("xoxb-local", server.url).auth_test,
        "the app": lambda: create_app(shipped_kb, settings),
    }[start]
    assert patiently(work, server.url, stop)
    assert "it leads to sign-in.example:81, where no token is sent" in caplog.text
    assert "secret" not in caplog.text


@pytest.mark.parametrize("url", ["", '"url": 1,', '"url": "http://127.0.0.1:9/",'])
def test_a_slack_that_names_no_socket_is_not_slack(server, stop, caplog, shipped_kb, url):
    answers = [f'{{{url} "ok": true}}', '{"ok": false, "error": "invalid_auth"}']
    server.answer = lambda _: (200, answers.pop(0), {})
    client = web_client("xoxb-local", server.url)
    kept = KeptSocket(client, "xapp-local", lambda *_: None, Ending(), LineAMinute())
    with pytest.raises(SlackApiError, match="invalid_auth"):
        patiently(kept.open_first, server.url, stop)
    assert "is not Slack" in caplog.text


@pytest.mark.parametrize("code", ["invalid_auth", "token_revoked", "missing_scope"])
def test_what_slack_refuses_for_good_is_raised_at_once(server, stop, shipped_kb, code):
    server.answer = lambda _: (200, f'{{"ok": false, "error": "{code}"}}', {})
    settings = Settings(_env_file=None, slack_bot_token="xoxb-local", slack_api_url=server.url)
    with pytest.raises((SlackApiError, BoltError), match=code):
        patiently(lambda: create_app(shipped_kb, settings), WHERE, stop)
    assert stop.waited == []


def test_a_wait_ends_when_the_process_is_stopped():
    stop, ended = Event(), Event()

    def start():
        with pytest.raises(StoppedError):
            patiently(web_client("xoxb-local", WHERE).auth_test, WHERE, stop)
        ended.set()

    thread = Thread(target=start)
    thread.start()
    stop.set()
    assert ended.wait(10)
    thread.join()
