"""Sockets are kept open: what is lost is opened again at once, and nothing that was sent is lost."""

from __future__ import annotations

import logging
import socket
import time
from dataclasses import replace
from threading import Event, Thread
from types import SimpleNamespace

import pytest

from bot.slack.app import create_app
from bot.slack.outgoing.runtime import open_runtime
from bot.slack.outgoing.web_client import web_client
from bot.slack.settings import Settings
from bot.slack.sockets import connection as connection_module
from bot.slack.sockets import kept_socket
from bot.slack.sockets.connection import Connection
from bot.slack.sockets.kept_sockets import SocketMode
from bot.slack.sockets.wire import Wire
from local_slack import running

WITHIN = 20  # seconds; no figure of a test depends on it


@pytest.fixture(scope="module")
def slack():
    with running("manifest.yml", rates=False) as server:
        yield server


@pytest.fixture
def bot(slack, shipped_kb):
    """Connect the bot with so many sockets."""
    opened = []

    def connect(sockets=2, kb=shipped_kb):
        settings = Settings(
            _env_file=None, slack_bot_token=slack.bot_token, slack_api_url=slack.base_url
        )
        runtime = open_runtime(2)
        app = create_app(kb, settings, runtime=runtime)
        mode = SocketMode(app, slack.app_token, runtime, sockets)
        mode.connect()
        opened.append((mode, runtime))
        open_sockets(slack, sockets)
        return runtime

    yield connect
    slack.faults.clear()
    for mode, runtime in opened:
        mode.close()
        runtime.close()
    open_sockets(slack, 0)


def open_sockets(slack, number):
    slack.wait_for(lambda: len(slack.core.sockets.open) == number, WITHIN)


def tickets(slack):
    return len(slack.calls("apps.connections.open"))


@pytest.mark.parametrize("sockets", [1, 2, 3])
def test_one_process_has_as_many_sockets_as_are_set(slack, bot, sockets):
    bot(sockets)
    for _ in range(2 * sockets):
        assert slack.command("/whois", "turner").error is None


@pytest.mark.parametrize("abruptly", [False, True])
def test_all_lost_sockets_are_opened_again(slack, bot, abruptly):
    bot()
    slack.faults.drop_sockets(abruptly=abruptly)
    open_sockets(slack, 2)
    assert slack.command("/whois", "turner").error is None


def test_while_one_socket_is_lost_commands_come_by_the_other(slack, bot):
    bot()
    for _ in range(3):
        slack.faults.drop_sockets(1, abruptly=True)
        assert slack.command("/whois", "turner").error is None
        open_sockets(slack, 2)


@pytest.mark.parametrize("reason", ["warning", "refresh_requested", "link_disabled"])
def test_a_socket_that_slack_will_close_is_renewed(slack, bot, reason):
    bot()
    slack.faults.disconnect(reason)
    open_sockets(slack, 2)
    assert slack.command("/whois", "turner").error is None


def test_a_notice_that_comes_while_a_connection_opens_is_heeded(slack, bot, monkeypatch):
    def open_and_warn(url, client, heard, ended):
        monkeypatch.undo()  # the next one is opened as ever
        noticed = Event()

        def hear(connection, text):
            heard(connection, text)
            if "disconnect" in text:
                noticed.set()

        connection = Connection(url, client, hear, ended)
        open_sockets(slack, 1)
        slack.faults.disconnect("warning")
        assert noticed.wait(WITHIN)
        return connection

    before = tickets(slack)
    monkeypatch.setattr(kept_socket, "Connection", open_and_warn)
    bot(sockets=1)
    assert slack.command("/whois", "turner").error is None
    assert tickets(slack) == before + 2


def test_an_answer_whose_socket_was_lost_meanwhile_goes_by_another(slack, bot, monkeypatch):
    runtime = bot()
    # Two sockets may take long to open on a busy machine: this is not about the three seconds.
    monkeypatch.setattr(slack.core, "timing", replace(slack.core.timing, answer=WITHIN))
    held, release = Event(), Event()
    submit = runtime.pools.answers.submit

    def hold(work):
        held.set()
        return submit(lambda: (release.wait(WITHIN), work()))

    monkeypatch.setattr(runtime.pools.answers, "submit", hold)

    def drop_all():
        assert held.wait(WITHIN)
        before = tickets(slack)
        slack.faults.drop_sockets()
        # The bot has seen that both are lost, though no other need be open yet.
        slack.wait_for(lambda: tickets(slack) == before + 2, WITHIN)
        release.set()

    dropping = Thread(target=drop_all)
    dropping.start()
    outcome = slack.command("/whois", "turner")
    dropping.join()
    assert outcome.error is None


def test_posts_that_wait_for_slack_delay_no_command_and_no_click(slack, bot):
    runtime, finish = bot(), Event()
    for _ in range(20):
        runtime.pools.posts.submit(lambda: finish.wait(WITHIN))
    offered = slack.command("/stance", "japan end-of-war").answer
    assert slack.click(offered, "Share…").answer
    finish.set()


def test_a_refused_connection_is_tried_again(slack, bot):
    bot()
    slack.faults.refuse_connections(times=4)
    slack.faults.drop_sockets()
    open_sockets(slack, 2)
    assert slack.command("/whois", "turner").error is None


@pytest.fixture
def connected(slack):
    """A connection by itself, and an event of its end."""
    client, ended = web_client(slack.bot_token, slack.base_url), Event()
    url = client.apps_connections_open(app_token=slack.app_token)["url"]
    connection = connection_module.Connection(url, client, lambda *_: None, ended.set)
    yield connection, ended
    connection.close()
    assert ended.wait(WITHIN)


def checked(monkeypatch, connection, later):
    """Check a connection, some seconds later."""
    clock = SimpleNamespace(time=lambda: time.time() + later)
    monkeypatch.setattr(connection_module, "time", clock)
    connection.check()


def test_slack_that_answers_no_ping_is_left_after_some_seconds(connected, monkeypatch):
    connection, ended = connected
    monkeypatch.setattr(connection._sdk, "ping", lambda _: None)  # it gets lost
    for later in range(3):
        checked(monkeypatch, connection, later)
        assert connection.is_open
    checked(monkeypatch, connection, 3.1)
    assert ended.wait(WITHIN)


def test_a_process_that_stood_still_for_a_minute_has_lost_no_connection(connected, monkeypatch):
    connection, ended = connected
    for later in (0, 60, 120):
        checked(monkeypatch, connection, later)
        assert not ended.wait(0.1)


@pytest.mark.slow(seconds=4)
def test_a_storm_of_losses_is_said_in_a_line(slack, bot, caplog):
    bot()
    for _ in range(10):
        slack.faults.drop_sockets()
        open_sockets(slack, 2)
    assert len([r for r in caplog.records if r.levelname != "INFO"]) == 1
    assert "a connection to Slack was lost" in caplog.text


@pytest.mark.slow(seconds=20)
def test_a_connection_that_is_back_is_said_so_and_a_first_one_is_not(slack, bot, caplog):
    caplog.set_level(logging.INFO, "bot.slack")
    bot(1)
    assert "again" not in caplog.text
    slack.faults.refuse_connections(times=2)
    slack.faults.drop_sockets(abruptly=True)
    open_sockets(slack, 0)
    open_sockets(slack, 1)
    slack.wait_for(lambda: "a connection to Slack is open again" in caplog.text, WITHIN)


def test_where_slack_withdrew_the_app_it_ends(slack, bot, caplog):
    runtime = bot(1)
    slack.faults.error("apps.connections.open", "account_inactive", times=9)
    slack.faults.drop_sockets()
    assert runtime.ending.ended.wait(WITHIN)
    slack.faults.clear()
    assert "account_inactive" in caplog.text
    open_sockets(slack, 1)


def test_where_the_app_level_token_holds_no_longer_that_one_is_named(slack, bot, caplog):
    runtime = bot(1)
    slack.faults.error("apps.connections.open", "invalid_auth", times=9)
    slack.faults.drop_sockets()
    assert runtime.ending.ended.wait(WITHIN)
    slack.faults.clear()
    assert "the app-level token is not valid" in caplog.text
    assert "bot token" not in caplog.text
    open_sockets(slack, 1)


def test_a_wire_that_has_ended_says_so_and_wakes_who_reads():
    ours, theirs = socket.socketpair()
    with ours, theirs:
        theirs.close()
        with pytest.raises(ConnectionResetError):
            Wire(ours).recv(10)


def test_a_garbled_envelope_and_other_json_do_no_harm(slack, bot):
    bot(1)
    slack.faults.garble()
    assert slack.command("/whois", "turner").error is None
    slack.nudge()
    assert slack.command("/whois", "turner").error is None
