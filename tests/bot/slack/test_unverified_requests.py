"""What Slack did not sign gets 401, and does nothing; what is signed and odd gets a sentence."""

from __future__ import annotations

import hashlib
import hmac
import json
import logging
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from slack_bolt import BoltRequest

from bot.slack.answer_addresses import is_of_slack
from bot.slack.signatures import is_signed
from tests.bot.recording_slack import recording
from tests.bot.slack_requests import CHANNEL, USER, app_of, command, send

SECRET = "s3cret"
STAMP, SIGNATURE = "x-slack-request-timestamp", "x-slack-signature"


def _signature(body, stamp, secret=SECRET):
    text = f"v0:{stamp}:{body}".encode()
    return "v0=" + hmac.new(secret.encode(), text, hashlib.sha256).hexdigest()


def _headers(body, stamp=None, secret=SECRET):
    stamp = stamp or str(int(time.time()))
    return {STAMP: [stamp], SIGNATURE: [_signature(body, stamp, secret)]}


def _ago(seconds):
    return str(int(time.time()) - seconds)


@pytest.fixture
def slack():
    with recording() as found:
        yield found


def _bodies(slack):
    """Return what an attacker would send, so that the bot posts for them."""
    event = {"type": "app_mention", "channel": CHANNEL, "ts": "1.2", "user": USER, "text": "japan"}
    action = {
        "type": "block_actions", "user": {"id": USER}, "channel": {"id": CHANNEL},
        "container": {"channel_id": CHANNEL}, "actions": [{"action_id": "ask:0", "value": "[" * 10_000}],
        "response_url": slack.response_url,
    }  # fmt: skip
    return {
        "event": {"type": "event_callback", "event_id": "Ev1", "team_id": "T1", "event": event},
        "click": action,
        "command": command("/stance", "japan", response_url=slack.response_url),
        "challenge": {"type": "url_verification", "challenge": "c"},
        "certificate check": {"ssl_check": "1", "token": "t"},
    }


BROKEN = {
    "no headers": lambda _: {},
    "no timestamp": lambda body: {SIGNATURE: _headers(body)[SIGNATURE]},
    "no signature": lambda body: {STAMP: _headers(body)[STAMP]},
    "empty timestamp": lambda body: {**_headers(body), STAMP: [""]},
    "empty signature": lambda body: {**_headers(body), SIGNATURE: [""]},
    "two timestamps": lambda body: {**_headers(body), STAMP: [_ago(0), _ago(0)]},
    "two signatures": lambda body: {**_headers(body), SIGNATURE: _headers(body)[SIGNATURE] * 2},
    "words for a timestamp": lambda body: _headers(body, "abc"),
    "a fraction": lambda body: _headers(body, f"{_ago(0)}.5"),
    "a negative timestamp": lambda body: _headers(body, "-1"),
    "a huge timestamp": lambda body: _headers(body, "9" * 400),
    "digits of another script": lambda body: {**_headers(body), STAMP: ["١٢٣"]},
    "too old": lambda body: _headers(body, _ago(600)),
    "in the future": lambda body: _headers(body, _ago(-600)),
    "another secret": lambda body: _headers(body, secret="other"),
    "no version": lambda body: {**_headers(body), SIGNATURE: [_headers(body)[SIGNATURE][0][3:]]},
    "another version": lambda body: {**_headers(body), SIGNATURE: ["v1" + _headers(body)[SIGNATURE][0][2:]]},
    "cut short": lambda body: {**_headers(body), SIGNATURE: [_headers(body)[SIGNATURE][0][:-1]]},
    "not ASCII": lambda body: {**_headers(body), SIGNATURE: ["v0=é" + "0" * 63]},
    "signed for another body": lambda body: _headers(body + " "),
}  # fmt: skip


@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN.keys())
def test_what_is_not_signed_gets_401_and_nothing_is_sent_anywhere(kb, slack, broken, caplog):
    app = app_of(kb, slack_signing_secret=SECRET, slack_api_url=slack.api_url)
    for payload in _bodies(slack).values():
        body = json.dumps(payload)
        headers = {"content-type": ["application/json"], **broken(body)}
        answered = app.dispatch(BoltRequest(body=body, headers=headers, mode="http"))
        assert answered.status == 401
    assert slack.requests == []
    assert not [r for r in caplog.records if r.levelno > logging.INFO or r.exc_info]


def test_what_is_signed_is_answered(kb, slack):
    app = app_of(kb, slack_signing_secret=SECRET, slack_api_url=slack.api_url)
    body = json.dumps({"type": "url_verification", "challenge": "c"})
    headers = {"content-type": ["application/json"], **_headers(body)}
    answered = app.dispatch(BoltRequest(body=body, headers=headers, mode="http"))
    assert answered.status == 200


@given(st.text(), st.text(), st.text())
def test_no_header_and_no_body_makes_the_check_of_a_signature_raise(stamp, signature, body):
    assert not is_signed(SECRET, {STAMP: [stamp], SIGNATURE: [signature]}, body)


@pytest.mark.parametrize(
    ("url", "allowed"),
    [
        ("https://hooks.slack.com/actions/T1/1/x", True),
        ("http://hooks.slack.com/actions/T1/1/x", False),
        ("https://hooks.slack.com.example/x", False),
        ("https://hooks.slack.com@example.com/x", False),
        ("https://hooks.slack.com:444/x", False),
        ("http://127.0.0.1:8080/x", False),
        ("http://169.254.169.254/latest", False),
        ("file:///etc/passwd", False),
        ("https://[", False),
        ("", False),
    ],
)
def test_an_answer_goes_to_slacks_own_address_alone(url, allowed):
    assert is_of_slack(url) is allowed


def test_a_slack_on_this_machine_is_answered_at_its_own_port():
    api = "http://127.0.0.1:3000/api/"
    assert is_of_slack("http://127.0.0.1:3000/response/x", api)
    assert not is_of_slack("http://127.0.0.1:3001/response/x", api)
    assert not is_of_slack("https://hooks.slack.com/x", api)


ODD_EVENTS = [
    None, [], "x", {"type": None}, {"type": "app_mention"}, {"type": "app_mention", "channel": "C1"},
    {"type": "message", "channel": [], "ts": "1.2"}, {"type": "message", "channel": "C1", "ts": {}},
    {"type": "message", "channel": "C1", "ts": "1.2", "text": ["x"], "channel_type": "im"},
]  # fmt: skip


@pytest.mark.parametrize("event", ODD_EVENTS, ids=str)
@pytest.mark.parametrize("event_id", ["Ev1", ["Ev1"], None], ids=str)
def test_an_odd_event_is_acknowledged_and_not_answered(kb, event, event_id, caplog):
    body = {"type": "event_callback", "event_id": event_id, "team_id": "T1", "event": event}
    response = app_of(kb).dispatch_payload(body)
    assert response.status == 200
    assert not [r for r in caplog.records if r.exc_info]


VALUES = [
    "[" * 10_000,
    "{}",
    '{"q": 1}',
    '{"q": "japan", "d": ""}',
    "null",
    "\ud800",
    "",
    "x" * 9_000,
]


@pytest.mark.parametrize("value", VALUES, ids=lambda v: v[:12].encode(errors="replace").decode())
@pytest.mark.parametrize("action", ["share:0", "post:0"])
def test_a_forged_button_is_answered_and_posts_nothing(kb, slack, value, action):
    app = app_of(kb, slack_api_url=slack.api_url)
    body = {
        **_bodies(slack)["click"],
        "team": {"id": "T1"},
        "actions": [{"type": "button", "block_id": "b", "action_id": action, "value": value}],
    }
    assert send(app, body)[0] == 200
    assert not [post for post in slack.posts if post.get("response_type") == "in_channel"]


def test_an_empty_digest_does_not_count_as_that_of_the_kb(kb, slack):
    app = app_of(kb, slack_api_url=slack.api_url)
    forged = json.dumps({"q": "/stance velmora border", "d": ""})
    body = {
        **_bodies(slack)["click"],
        "team": {"id": "T1"},
        "actions": [{"type": "button", "block_id": "b", "action_id": "post:0", "value": forged}],
    }
    send(app, body)
    assert slack.posts
    assert all(post.get("response_type") != "in_channel" for post in slack.posts)


@pytest.mark.parametrize("missing", ["channel_id", "command", "text"])
@pytest.mark.parametrize("put", [None, [], {}, 7], ids=str)
def test_a_command_with_an_odd_field_is_answered_in_a_sentence(kb, missing, put):
    body = command("/stance", "velmora border")
    body[missing] = put
    status, payload = send(app_of(kb), body)
    assert status in {200, 404}
    assert "Traceback" not in str(payload)
