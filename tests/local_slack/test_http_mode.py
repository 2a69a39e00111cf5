"""The same listeners over HTTP: signed requests to the manifest's own addresses."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from slack_bolt import BoltRequest

from local_slack import Timing, running
from tests.local_slack.parrot import MANIFEST, manifest, parrot

HASTE = Timing(answer=2.0, http_retries=(0, 0, 0))


class _Bolt(BaseHTTPRequestHandler):
    """Hands each request to the Bolt app that the server carries."""

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.server.received.append((body, dict(self.headers)))
        answered = self.server.app.dispatch(BoltRequest(body=body, headers=dict(self.headers)))
        failing = [words for words in self.server.fail_once if words in body]
        self.server.fail_once.difference_update(failing)
        self.send_response(500 if failing else answered.status)
        for name, values in answered.headers.items():
            for value in values:
                self.send_header(name, value)
        self.end_headers()
        self.wfile.write((answered.body or "").encode())

    def log_message(self, *_):
        """Keep requests out of the output of the tests."""


@contextmanager
def _app_server():
    server = HTTPServer(("127.0.0.1", 0), _Bolt)
    server.received, server.fail_once = [], set()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def _over_http(port, **changes):
    url = f"http://127.0.0.1:{port}/slack/events"
    commands = [{**c, "url": url} for c in MANIFEST["features"]["slash_commands"]]
    settings = {
        "socket_mode_enabled": False,
        "interactivity": {
            "is_enabled": True,
            "request_url": url,
            "message_menu_options_url": url,
        },
        "event_subscriptions": {
            **MANIFEST["settings"]["event_subscriptions"],
            "request_url": url,
        },
    }
    return manifest(features={"slash_commands": commands}, settings={**settings, **changes})


@pytest.fixture(scope="module")
def served():
    heard = []
    with _app_server() as server, running(_over_http(server.server_port), timing=HASTE) as slack:
        server.app = parrot(slack, heard)
        yield slack, server, heard


def test_the_address_is_verified_by_a_challenge(served):
    assert served[0].verify_request_url() is None


def test_commands_clicks_menus_and_forms_work_over_http(served):
    slack, _, _ = served
    seen = slack.command("/echo", "hello")
    assert seen.text == "hello"
    assert slack.click(seen.answer, "Again").text == "again"
    assert [
        o["value"] for o in slack.options(slack.command("/echo", "x").answer, "fruit", "p")
    ] == ["pear"]
    assert slack.command("/form").view["callback_id"] == "form"
    assert slack.submit({"typed": "nobody"}).errors == {"name": "Somebody, please"}


def test_mentions_and_direct_messages_work_over_http(served):
    slack, _, _ = served
    assert slack.mention("hello").text.startswith("you said")
    assert slack.dm("hello").text.startswith("in private")


def test_a_command_that_is_acked_too_late_shows_an_error(served):
    seen = served[0].command("/slow")
    assert seen.error == '/slow failed with the error "dispatch_failed"'


def test_an_event_that_fails_is_tried_again_with_its_reason(served):
    slack, server, _ = served
    server.fail_once.add("heard twice")
    slack.mention("heard twice")
    # an earlier event may be sent again meanwhile, so only this one's deliveries count
    first, again = [headers for body, headers in server.received if "heard twice" in body][:2]
    assert "X-Slack-Retry-Num" not in first
    assert again["X-Slack-Retry-Num"] == "1"
    assert again["X-Slack-Retry-Reason"] == "http_error"


def test_nothing_is_sent_to_another_machine():
    away = _over_http(1)
    away["features"]["slash_commands"][0]["url"] = "https://example.com/slack"
    with running(away, timing=HASTE) as slack:
        assert slack.command("/echo", "x").error == '/echo failed with the error "dispatch_failed"'


def test_a_request_can_be_sent_twice_and_its_answer_lost(served):
    slack, server, _ = served
    server.received.clear()
    slack.faults.duplicate()
    assert slack.command("/echo", "twice").error is None
    slack.wait_for(lambda: len([body for body, _ in server.received if "twice" in body]) == 2)
    slack.faults.lose_acks()
    assert "did not respond" in slack.command("/echo", "lost").error
