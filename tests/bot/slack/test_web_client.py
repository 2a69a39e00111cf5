"""The clients send a post again only where Slack cannot have read it."""

from __future__ import annotations

import socket
import time
from http.client import RemoteDisconnected
from urllib.error import URLError

import pytest

from bot.slack.outgoing.web_client import (
    connecting_client,
    is_unsent,
    response_url_client,
    web_client,
)
from tests.bot.slack.flaky_server import flaky


@pytest.fixture
def server():
    with flaky() as running:
        yield running


@pytest.fixture
def refusing():
    """An address where nobody listens."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port = listening.getsockname()[1]
    return f"http://127.0.0.1:{port}/api/"


def post(url, seconds=5):
    return web_client("xoxb-local", url, seconds).chat_postMessage(channel="C1", text="x")


def test_a_post_whose_reply_is_lost_is_not_sent_again(server):
    server.answer = lambda _: None
    with pytest.raises((RemoteDisconnected, ConnectionError)) as raised:
        post(server.url)
    assert len(server.read) == 1
    assert not is_unsent(raised.value)


def test_a_post_whose_reply_is_late_is_not_sent_again(server):
    waiting = []

    def answer(_):
        waiting.append(True)
        time.sleep(0.5)
        return 200, '{"ok": true}', {}

    server.answer = answer
    with pytest.raises(TimeoutError) as raised:
        post(server.url, 0.1)
    assert len(waiting) == 1
    assert not is_unsent(raised.value)


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_status_is_not_answered_with_another_post_by_the_client(server, status):
    server.answer = lambda _: (status, '{"ok": false, "error": "x"}', {"Retry-After": "1"})
    with pytest.raises(Exception, match="failed"):
        post(server.url)
    assert len(server.read) == 1


def test_a_post_that_could_not_connect_is_tried_once_more_and_said_to_be_unsent(
    refusing, monkeypatch
):
    tried = []
    create = socket.create_connection

    def connect(*args, **more):
        tried.append(args[0])
        return create(*args, **more)

    monkeypatch.setattr(socket, "create_connection", connect)
    with pytest.raises(URLError) as raised:
        post(refusing)
    assert len(tried) == 2
    assert is_unsent(raised.value)


def test_a_response_url_whose_reply_is_lost_is_not_used_again(server):
    server.answer = lambda _: None
    client = response_url_client(server.url, web_client(None, server.url))
    with pytest.raises((RemoteDisconnected, ConnectionError)):
        client.send_dict({"text": "x"})
    assert len(server.read) == 1


def test_a_post_has_fifteen_seconds():
    assert web_client(None, "http://127.0.0.1:1/").timeout == 15
    assert response_url_client("http://x", web_client(None, "http://127.0.0.1:1/")).timeout == 15


def test_certificates_are_loaded_once_for_all_connections():
    client = web_client("xoxb-local", "https://slack.com/api/")
    assert client.ssl
    others = [connecting_client(client), response_url_client("https://hooks.slack.com/x", client)]
    assert {other.ssl for other in others} == {client.ssl}
