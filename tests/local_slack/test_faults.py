"""Faults on demand, which an app with Slack's own retry handlers overcomes."""

from __future__ import annotations

import json
from urllib.error import URLError
from urllib.request import Request, urlopen

import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.builtin_handlers import (
    RateLimitErrorRetryHandler,
    ServerErrorRetryHandler,
)

from local_slack.transport import socket_mode
from tests.local_slack.parrot import client


def test_a_rate_limit_names_its_wait(slack, web):
    slack.faults.rate_limit("auth.test", retry_after=7)
    with pytest.raises(SlackApiError, match="ratelimited") as raised:
        web.auth_test()
    assert raised.value.response.headers["Retry-After"] == "7"
    assert web.auth_test()["ok"]


def test_the_sdks_retry_handlers_overcome_a_rate_limit_and_a_server_error(slack):
    handlers = [RateLimitErrorRetryHandler(), ServerErrorRetryHandler()]
    web = client(slack, retry_handlers=handlers)
    slack.faults.rate_limit("auth.test", retry_after=0)
    assert web.auth_test()["ok"]
    slack.faults.server_error("auth.test")
    assert web.auth_test()["ok"]


def test_a_method_answers_with_any_error_code(slack, web):
    slack.faults.error("chat.postMessage", "restricted_action")
    with pytest.raises(SlackApiError, match="restricted_action"):
        web.chat_postMessage(channel=slack.channel, text="x")


def test_a_delayed_answer_comes_too_late_for_a_short_timeout(slack):
    slack.faults.delay(0.5, "auth.test")
    with pytest.raises(TimeoutError):
        client(slack, timeout=0.1, retry_handlers=[]).auth_test()


def test_a_call_whose_reply_is_lost_was_still_done(slack, web):
    slack.faults.lose_reply("chat.postMessage")
    with pytest.raises((URLError, ConnectionError)):
        web.chat_postMessage(channel=slack.channel, text="done")
    assert slack.messages()[-1].text == "done"


def test_an_event_whose_ack_is_lost_comes_again_as_a_retry(slack, heard):
    slack.faults.lose_acks()
    slack.mention("twice")
    tries = [headers["x-slack-retry-num"] for _, headers in heard]
    assert tries == [["0"], ["1"]]
    assert heard[1][1]["x-slack-retry-reason"] == ["timeout"]
    ids = {e.body["payload"]["event_id"] for e in slack.entries("envelope")[-2:]}
    assert len(ids) == 1


def test_an_acked_event_is_redelivered(slack, heard):
    slack.faults.redeliver()
    slack.mention("again")
    assert [h["x-slack-retry-num"] for _, h in heard] == [["0"], ["1"]]


def test_an_envelope_arrives_twice(slack, heard):
    slack.faults.duplicate()
    slack.mention("doubled")
    slack.wait_for(lambda: len(heard) == 2)


def test_a_garbled_envelope_does_not_stop_the_next(slack, heard):
    slack.faults.garble()
    assert slack.mention("whole").text.startswith("you said")


@pytest.mark.slow
@pytest.mark.parametrize("abruptly", [False, True])
def test_a_dropped_socket_comes_back_and_the_event_with_it(slack, abruptly):
    slack.faults.drop_sockets(abruptly=abruptly)
    assert slack.mention("are you there").text.startswith("you said")


def test_a_refreshed_socket_loses_nothing(slack):
    slack.faults.disconnect("refresh_requested")
    assert slack.mention("after the refresh").text.startswith("you said")


@pytest.mark.parametrize("reason", ["warning", "refresh_requested"])
def test_a_command_comes_over_the_old_socket_until_the_app_has_reconnected(slack, reason):
    slack.wait_until_connected()
    slack.faults.disconnect(reason)
    assert slack.command("/echo", "at once").text == "at once"
    slack.wait_until_connected()


def test_a_socket_that_is_asked_to_reconnect_is_closed_a_little_later(slack, monkeypatch):
    monkeypatch.setattr(socket_mode, "_LEAVING_SECONDS", 0)
    slack.faults.disconnect()
    asked = next(e for e in reversed(slack.entries("socket")) if e.name == "leaving")
    slack.wait_for(lambda: ("close", asked.body["socket"]) in _sockets(slack))
    slack.wait_until_connected()


def _sockets(slack):
    return [(e.name, e.body["socket"]) for e in slack.core.journal.entries("socket")]


def test_without_socket_mode_the_sockets_close_at_once(slack):
    slack.faults.disconnect("link_disabled")
    assert [e.name for e in slack.entries("socket")[-2:]] == ["leaving", "close"]
    slack.wait_until_connected()


def test_faults_are_switched_on_at_the_control_address(slack, web):
    asked = {"kind": "error", "method": "auth.test", "code": "account_inactive"}
    _send(slack, "faults", asked)
    with pytest.raises(SlackApiError, match="account_inactive"):
        web.auth_test()


def test_connections_are_refused_after_a_switch_at_the_control_address(slack, web):
    _send(slack, "faults", {"kind": "refuse_connections"})
    with pytest.raises(SlackApiError, match="internal_error"):
        web.apps_connections_open(app_token=slack.app_token)


def _send(slack, where, asked):
    request = Request(f"{slack.url}local/{where}", json.dumps(asked).encode())
    with urlopen(request) as answer:
        assert json.load(answer)["ok"]
