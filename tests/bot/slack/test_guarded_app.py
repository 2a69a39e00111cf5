"""What Slack did not sign does nothing, and what Slack never sends is refused in a sentence."""

from __future__ import annotations

import json
from itertools import count
from types import SimpleNamespace
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st
from slack_bolt import BoltRequest

from bot.slack.incoming.guarded_respond import is_of_slack
from bot.slack.incoming.signatures import is_signed
from bot.slack.line_a_minute import LineAMinute
from bot.slack.listeners.replies import Replies
from bot.slack.outgoing.pools import Pools
from bot.slack.sockets.envelopes import Envelopes
from tests.bot.at_once import AtOnce
from tests.bot.recording_slack import recording
from tests.bot.signatures_of_slack import SECRET, UNSIGNED, signed
from tests.bot.slack_requests import CHANNEL, USER, app_of, command, texts

DEEP = "[" * 10_000
_numbers = count()


@pytest.fixture(scope="module")
def slack():
    with recording() as server:
        yield server


@pytest.fixture(scope="module")
def app(kb, slack):
    return app_of(kb, slack_api_url=slack.api_url, slack_signing_secret=SECRET)


@pytest.fixture(autouse=True)
def _heard_nothing_yet(slack):
    slack.requests.clear()


def mention(slack):
    event = {"type": "app_mention", "text": "hello", "channel": CHANNEL, "ts": "1.2", "user": USER}
    return json.dumps({"type": "event_callback", "event_id": "Ev1", "event": event})


def click(slack):
    return urlencode({"payload": json.dumps(pressed("nonsense", slack))})


def pressed(value, slack, **fields):
    action = {"action_id": "ask:0", "type": "button", "block_id": "b", "value": value}
    return {
        "type": "block_actions", "user": {"id": USER}, "team": {"id": "T1"},
        "channel": {"id": CHANNEL}, "container": {"type": "message", "channel_id": CHANNEL},
        "trigger_id": f"{next(_numbers)}.1", "response_url": slack.response_url, "actions": [action], **fields,
    }  # fmt: skip


def typed(slack):
    return urlencode(command("/stance", "velmora", response_url=slack.response_url))


BODIES = {
    "mention": mention,
    "click": click,
    "command": typed,
    "challenge": lambda _: json.dumps({"type": "url_verification", "challenge": "c"}),
    "ssl_check": lambda _: urlencode({"ssl_check": "1", "token": "t"}),
    "odd event": lambda _: json.dumps({"type": "event_callback", "event": None}),
    "nothing": lambda _: "",
}


def over_http(app, body, sent):
    kind = "json" if body.startswith("{") else "x-www-form-urlencoded"
    given = {"Content-Type": f"application/{kind}", **sent}
    return app.dispatch(BoltRequest(body=body, headers=given))


@pytest.mark.parametrize("what", BODIES)
@pytest.mark.parametrize("how", UNSIGNED)
def test_an_unsigned_request_does_nothing(app, slack, caplog, how, what):
    body = BODIES[what](slack)
    assert over_http(app, body, UNSIGNED[how](body)).status == 401
    assert slack.requests == []
    assert "Traceback" not in caplog.text
    assert not [record for record in caplog.records if record.levelname != "INFO"]


@pytest.mark.slow(seconds=4)
@given(st.text(), st.text(), st.text())
def test_no_header_and_no_body_makes_the_check_of_a_signature_raise(stamp, signature, body):
    sent = {"x-slack-request-timestamp": [stamp], "x-slack-signature": [signature]}
    assert not is_signed(SECRET, sent, body)


@pytest.mark.parametrize("what", BODIES)
def test_a_signed_request_is_answered(app, slack, what):
    body = BODIES[what](slack)
    assert over_http(app, body, signed(body)).status == 200
    assert bool(slack.posts) == (what in {"mention", "click"})


def test_the_challenge_is_told_to_slack_alone(app, slack):
    body = BODIES["challenge"](slack)
    assert json.loads(over_http(app, body, signed(body)).body) == {"challenge": "c"}


def test_an_error_is_told_at_an_address_of_slacks_only(app, slack, monkeypatch):
    def fail(*_):
        raise RuntimeError

    monkeypatch.setattr(Replies, "to_button", fail)
    value = '{"q": "/who kim", "d": "0"}'
    app.dispatch_payload(pressed(value, slack))
    assert "reference" in slack.posts[0]["text"]
    slack.requests.clear()
    with recording() as elsewhere:
        app.dispatch_payload(pressed(value, slack, response_url=elsewhere.response_url))
        assert elsewhere.requests == slack.requests == []


@pytest.mark.parametrize(
    ("url", "api", "expected"),
    [
        ("https://hooks.slack.com/actions/T1/2/x", "https://slack.com/api/", True),
        ("http://hooks.slack.com/actions/T1/2/x", "https://slack.com/api/", False),
        ("https://hooks.slack.com.north.example/x", "https://slack.com/api/", False),
        ("https://hooks.slack.com@north.example/x", "https://slack.com/api/", False),
        ("https://hooks.slack.com:8443/x", "https://slack.com/api/", False),
        ("http://169.254.169.254/latest", "https://slack.com/api/", False),
        ("http://127.0.0.1:3000/x", "https://slack.com/api/", False),
        ("file:///etc/hostname", "https://slack.com/api/", False),
        ("http://[::1", "https://slack.com/api/", False),
        ("http://127.0.0.1:3000/x", "http://localhost:3000/api/", True),
        ("http://127.0.0.1:3001/x", "http://localhost:3000/api/", False),
        ("https://hooks.slack.com/x", "http://localhost:3000/api/", False),
        ("http://localhost:port/x", "http://localhost:3000/api/", False),
    ],
)
def test_only_slacks_own_address_is_answered(url, api, expected):
    assert is_of_slack(url, api) == expected


VALUES = [
    DEEP, "{" * 500, "", None, "null", "[]", "1", '"text"', "x" * 100_000, '{"q": 1, "d": 1}',
    '{"q": ["velmora"], "d": ""}', '{"q": "velmora", "d": ""}', '{"q": null, "d": null}',
    '{"q": "\\ud800\\u202e\\u0000 velmora", "d": "x"}', '{"q": "<!channel> <@U1>", "d": "x"}',
]  # fmt: skip


@pytest.mark.parametrize("action", ["ask:0", "share:0", "post:0", "cancel:0", "other"])
@pytest.mark.parametrize("value", VALUES, ids=range(len(VALUES)))
def test_a_forged_button_shares_nothing_and_echoes_nothing_raw(app, slack, caplog, action, value):
    button = {"action_id": action, "type": "button", "block_id": "b", "value": value}
    assert app.dispatch_payload(pressed("", slack, actions=[button])).status == 200
    assert slack.posts
    for post in slack.posts:
        shown = "\n".join([post.get("text", ""), *texts(post.get("blocks", []))])
        assert "<!channel>" not in post.get("text", "")
        assert not set(shown) & {"\ud800", "\u202e", "\0"}
        assert action == "ask:0" or post.get("response_type") != "in_channel"
    assert not [record for record in caplog.records if record.levelname == "ERROR"]


def test_an_empty_digest_is_of_no_corpus(app, slack):
    button = {"action_id": "post:0", "type": "button", "block_id": "b"}
    value = json.dumps({"q": "/stance velmora ferry-ban", "d": ""})
    app.dispatch_payload(pressed("", slack, actions=[{**button, "value": value}]))
    assert [post.get("response_type") for post in slack.posts] == ["ephemeral"]
    assert "has changed since you asked" in slack.posts[0]["text"]


def event(**fields):
    known = {"type": "app_mention", "text": "hello", "channel": CHANNEL, "ts": "1.2", "user": USER}
    return {"type": "event_callback", "event_id": "Ev2", "event": {**known, **fields}}


def shortcut(slack, **fields):
    known = {"type": "message_action", "callback_id": "check_quote", "user": {"id": USER}}
    message = {"text": "“hello there”", "ts": "1.2"}
    return {**known, "response_url": slack.response_url, "message": message, **fields}


ODD = {
    "no payload": lambda _: None,
    "a list": lambda _: [1],
    "text": lambda _: "payload",
    "no event": lambda _: {"type": "event_callback"},
    "event null": lambda _: {"type": "event_callback", "event": None},
    "event a list": lambda _: {"type": "event_callback", "event": []},
    "event without a type": lambda _: {"type": "event_callback", "event": {"text": "x"}},
    "event id a list": lambda _: {**event(), "event_id": ["Ev1"]},
    "no channel": lambda _: event(channel=None),
    "channel a dict": lambda _: event(channel={"id": "C1"}),
    "no ts": lambda _: event(ts=None),
    "ts a number": lambda _: event(ts=1.2),
    "text a list": lambda _: event(text=["hello"]),
    "thread a list": lambda _: event(thread_ts=[]),
    "authorizations of text": lambda _: {**event(), "authorizations": ["x"]},
    "shared and no event": lambda _: {"type": "event_callback", "event": None, "is_ext_shared_channel": True},
    "command a number": lambda _: {"command": 1},
    "command without a channel": lambda _: {"command": "/stance", "text": "x"},
    "channel with marks": lambda _: command("/stance", "velmora", channel_id="C1> <!channel"),
    "no actions": lambda slack: pressed("", slack, actions=[]),
    "actions of text": lambda slack: pressed("", slack, actions=["x"]),
    "no action id": lambda slack: pressed("", slack, actions=[{"type": "button"}]),
    "nowhere": lambda slack: pressed("", slack, channel=None, container=None),
    "nobody": lambda slack: pressed("", slack, user=None),
    "user a number": lambda slack: pressed("", slack, user=5),
    "no message": lambda slack: shortcut(slack, message=None),
    "message a list": lambda slack: shortcut(slack, message=[]),
    "no callback": lambda slack: shortcut(slack, callback_id=None),
    "no view": lambda _: {"type": "view_submission", "user": {"id": USER}},
    "view without a callback": lambda _: {"type": "view_closed", "view": {}},
    "no action of a menu": lambda _: {"type": "block_suggestion", "user": {"id": USER}},
}  # fmt: skip


@pytest.mark.parametrize("what", ODD)
def test_an_odd_payload_is_refused_without_a_traceback(app, slack, caplog, what):
    body = ODD[what](slack)
    answered = app.dispatch_payload(body)
    assert answered.status == 200
    assert [r.levelname for r in caplog.records] == ["WARNING"]
    assert "missing or malformed" in caplog.text
    assert not any("chat." in path for path, _ in slack.requests)
    asker = "command" in body or "response_url" in body if isinstance(body, dict) else False
    told = answered.body or "".join(post["text"] for post in slack.posts)
    assert ("in a form that Stancebook does not know" in told) == asker


def test_an_odd_envelope_is_acknowledged_so_that_it_does_not_come_again(app):
    sent = []
    reply_to = SimpleNamespace(send=lambda text: bool(sent.append(text)) or True)
    envelopes = Envelopes(app, Pools(AtOnce(), AtOnce(), AtOnce()), LineAMinute())
    body = {"type": "event_callback", "event": None, "is_ext_shared_channel": True}
    for payload in (body, None, [1], "text"):
        sent.clear()
        envelope = {"type": "events_api", "envelope_id": "e1", "payload": payload}
        envelopes.take(envelope, reply_to)
        assert [json.loads(text)["envelope_id"] for text in sent] == ["e1"]


def test_a_huge_state_and_odd_messages_are_answered(app, slack):
    state = {"values": {str(i): {"x": {"value": "x" * 100}} for i in range(2_000)}}
    assert app.dispatch_payload(pressed("", slack, state=state)).status == 200
    message = {"blocks": [{"type": "rich_text", "elements": [None, 1, {"type": []}]}], "text": None}
    assert app.dispatch_payload(shortcut(slack, message=message)).status == 200
    assert len(slack.posts) == 2


def test_characters_that_nobody_sees_are_not_echoed(app, slack):
    app.dispatch_payload(event(text="who is Zy\u202egon\ud800 \u0007Narn\u200bia?", ts="3.4"))
    told = "\n".join(texts(slack.posts[0]["blocks"])) if "blocks" in slack.posts[0] else ""
    assert not set(told + slack.posts[0]["text"]) & {"\u202e", "\ud800", "\u0007", "\u200b"}
