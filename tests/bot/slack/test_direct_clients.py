"""No redirect is followed: no token and no answer goes to another address than Slack's."""

from __future__ import annotations

import re
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.error import HTTPError

import pytest
from slack_sdk.errors import SlackApiError

from bot.slack.app import create_app
from bot.slack.incoming.guarded_respond import GuardedRespond
from bot.slack.line_a_minute import LineAMinute
from bot.slack.outgoing.destination import ChannelDestination, ResponseUrlDestination
from bot.slack.outgoing.post_outcome import NOT_SLACK
from bot.slack.outgoing.web_client import connecting_client, web_client
from bot.slack.settings import Settings
from bot.slack.sockets.kept_socket import KeptSocket
from tests.bot.slack.flaky_server import flaky
from tests.bot.slack_requests import runtime_at_once, send

BOT = Path(__file__).parents[3] / "bot"
STATUSES = [301, 302, 303, 307, 308]
YES = '{"ok": true, "bot_id": "B", "user_id": "U", "ts": "1.2", "channel": "C1"}'


@contextmanager
def elsewhere():
    """Run another server, and count all that it is asked, by whichever method."""
    asked = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.headers.get("Authorization"))
            self.send_response(200)
            self.end_headers()
            self.wfile.write(YES.encode())

        do_POST = do_HEAD = do_GET  # noqa: N815 (the library's names)

        def log_message(self, *_):
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://localhost:{server.server_port}/login", asked
        server.shutdown()


@pytest.fixture
def leading():
    """A server in Slack's place that leads elsewhere, and what arrives there."""
    with flaky() as slack, elsewhere() as (url, asked):
        slack.status, slack.asked = 302, asked
        slack.answer = lambda _: (slack.status, YES, {"Location": url})
        yield slack


@pytest.mark.parametrize("status", STATUSES)
def test_a_call_that_is_led_elsewhere_carries_its_token_nowhere(leading, status):
    leading.status = status
    with pytest.raises(SlackApiError):
        web_client("xoxb-local", leading.url).auth_test()
    assert len(leading.read) == 1
    assert leading.asked == []


def test_the_app_level_token_goes_nowhere_else(leading):
    client = connecting_client(web_client("xoxb-local", leading.url))
    kept = KeptSocket(client, "xapp-local", lambda *_: None, None, LineAMinute())
    with pytest.raises(SlackApiError):
        kept.open_first()
    assert leading.asked == []


@pytest.mark.parametrize("status", STATUSES)
def test_an_answer_at_a_response_url_goes_nowhere_else_and_is_not_taken_for_sent(leading, status):
    leading.status = status
    client = web_client("xoxb-local", leading.url)
    outcome = ResponseUrlDestination(leading.url, client).send({"text": "x"})
    assert not outcome.is_sent
    GuardedRespond(response_url=leading.url, api_url=leading.url)(text="x")
    assert len(leading.read) == 2
    assert leading.asked == []


def test_a_post_that_is_led_elsewhere_is_no_answer_of_slack(leading):
    outcome = ChannelDestination(web_client("xoxb-local", leading.url), "C1").send({"text": "x"})
    assert not outcome.is_sent
    assert outcome.code == NOT_SLACK
    assert leading.asked == []


def test_a_file_goes_nowhere_else(leading):
    named = f'{{"ok": true, "upload_url": "{leading.url}up", "file_id": "F1"}}'
    redirect = leading.answer

    def answer(body):
        return redirect(body) if body == {"form": "a picture"} else (200, named, {})

    leading.answer = answer
    with pytest.raises(HTTPError):
        web_client("xoxb-local", leading.url).files_upload_v2(content="a picture", filename="a.txt")
    assert leading.read[-1] == {"form": "a picture"}
    assert leading.asked == []


def test_the_client_that_a_request_gets_is_led_nowhere_either(leading, shipped_kb):
    leading.status = 200
    settings = Settings(_env_file=None, slack_bot_token="xoxb-local", slack_api_url=leading.url)
    app = create_app(shipped_kb, settings, runtime=runtime_at_once())
    leading.status = 302
    event = {
        "type": "app_mention",
        "user": "U1",
        "text": "<@U> japan",
        "ts": "1.1",
        "channel": "C1",
    }
    body = {"type": "event_callback", "event_id": "Ev1", "team_id": "T1", "event": event}
    before = len(leading.read)
    send(app, body)
    assert len(leading.read) > before
    assert leading.asked == []


def test_no_client_is_made_but_those_that_follow_no_redirect():
    """Bolt's and the SDK's own follow them."""
    made = re.compile(r"(?<!\w)(?:WebClient|WebhookClient|urlopen|build_opener)\(")
    found = [
        f"{file.name}: {line.strip()}"
        for file in BOT.rglob("*.py")
        for line in file.read_text(encoding="utf-8").splitlines()
        if made.search(line) and not line.startswith("class ")
    ]
    assert found == []
