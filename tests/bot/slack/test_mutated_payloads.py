"""Payloads of every shape with something missing, malformed or huge in them: no traceback."""

from __future__ import annotations

import copy
import json
import logging
import os
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.bot.recording_slack import recording
from tests.bot.slack_requests import CHANNEL, USER, app_of, command

TEXT = "check “This is not the time to ease the ferry ban”"
SECTION = {"type": "rich_text_section", "elements": [{"type": "text", "text": TEXT}]}
QUOTE = {"type": "rich_text_quote", "elements": [{"type": "emoji", "name": "x", "unicode": "2728"}]}
MESSAGE = {
    "type": "message", "text": TEXT, "ts": "1.2", "thread_ts": "1.1", "user": USER, "channel": CHANNEL,
    "blocks": [{"type": "rich_text", "elements": [SECTION, QUOTE]}],
    "attachments": [{"is_share": True, "text": TEXT, "message_blocks": [{"message": {"blocks": []}}]}],
    "files": [{"title": "page", "preview": TEXT}],
}  # fmt: skip
CLICK = {
    "type": "block_actions", "user": {"id": USER}, "team": {"id": "T1"}, "channel": {"id": CHANNEL},
    "trigger_id": "1",
    "container": {"type": "message", "channel_id": CHANNEL, "message_ts": "1.2", "is_ephemeral": True},
    "response_url": "", "message": MESSAGE,
    "actions": [{"action_id": "ask:0", "type": "button", "block_id": "b",
                 "value": json.dumps({"q": "/stance velmora ferry-ban", "d": "0" * 12})}],
}  # fmt: skip
OURS = [
    {"type": "event_callback", "event_id": "Ev1", "team_id": "T1", "is_ext_shared_channel": True,
     "event": {**MESSAGE, "type": "app_mention"},
     "authorizations": [{"team_id": "T1", "user_id": "UBOT", "is_bot": True}]},
    {"type": "event_callback", "event_id": "Ev2", "event": {**MESSAGE, "channel_type": "im"}},
    {"type": "message_action", "callback_id": "check_quote", "user": {"id": USER},
     "team": {"id": "T1"}, "response_url": "", "message": MESSAGE},
    CLICK, *({**CLICK, "actions": [{**CLICK["actions"][0], "action_id": f"{name}:0"}]}
             for name in ("share", "post", "cancel")),
    command("/stance", "velmora ferry-ban"), command("/check", TEXT),
    {"type": "view_submission", "user": {"id": USER}, "view": {"type": "modal", "callback_id": "x", "state": {}}},
]  # fmt: skip
FOLDER = Path(os.environ.get("STANCEBOOK_PAYLOADS", "nowhere"))
SLACKS = [json.loads(file.read_text(encoding="utf-8")) for file in sorted(FOLDER.glob("*.json"))]

_numbers = count()
strange = st.sampled_from(
    [None, [], {}, "", 0, -1, True, 1.5, "\ud800", "\u202e\0", "[" * 10_000, "x" * 50_000,
     "<!channel>", [None], [[]], ["x"], {"id": []}, {"type": []}, "post:0", "im", "message_changed"]
)  # fmt: skip


def places(node, at=()):
    """Every place in a payload, as the keys that lead to it."""
    children = node.items() if isinstance(node, dict) else enumerate(node)
    for key, child in children:
        yield (*at, key)
        if isinstance(child, dict | list):
            yield from places(child, (*at, key))


@st.composite
def mutated(draw, payloads):
    payload = copy.deepcopy(payloads[draw(st.integers(0, len(payloads) - 1))])
    for _ in range(draw(st.integers(1, 4))):
        found = list(places(payload))
        if not found:
            break
        *way, last = draw(st.sampled_from(found))
        node = payload
        for key in way:
            node = node[key]
        if draw(st.booleans()) and isinstance(node, dict):
            del node[last]
        else:
            node[last] = copy.deepcopy(draw(strange))
    return payload


class _Heard(logging.Handler):
    def __init__(self):
        super().__init__()
        self.records = []

    def emit(self, record):
        self.records.append(record)


@pytest.fixture(scope="module")
def slack():
    with recording() as server:
        yield server


@pytest.fixture(scope="module")
def heard():
    handler = _Heard()
    logging.getLogger().addHandler(handler)
    yield handler.records
    logging.getLogger().removeHandler(handler)


@pytest.fixture(scope="module")
def app(kb, slack):
    return app_of(kb, slack_api_url=slack.api_url)


def answer(app, slack, heard, payload):
    if payload.get("response_url") == "":
        payload["response_url"] = slack.response_url
    for node in (payload, payload.get("event"), payload.get("container")):
        for name in ("event_id", "ts", "message_ts", "trigger_id"):  # each is another one
            if isinstance(node, dict) and isinstance(node.get(name), str):
                node[name] = f"{next(_numbers)}.1"
    slack.requests.clear()
    heard.clear()
    assert app.dispatch_payload(payload).status == 200
    wrong = [r for r in heard if r.exc_info or r.levelno >= logging.ERROR]
    assert [r.getMessage() for r in wrong if r.name != "bot.slack.outgoing.ending"] == []
    for post in slack.posts:
        assert not set(post.get("text", "")) & {"\ud800", "\u202e", "\0"}
        assert "<!channel>" not in post.get("text", "")


@pytest.mark.slow
@given(payload=mutated(OURS))
def test_a_payload_with_something_wrong_in_it_is_answered_or_refused(app, slack, heard, payload):
    answer(app, slack, heard, payload)


@pytest.mark.slow
@pytest.mark.skipif(not SLACKS, reason="STANCEBOOK_PAYLOADS names no folder of payloads")
@given(payload=mutated(SLACKS))
def test_slacks_own_payloads_too(app, slack, heard, payload):
    answer(app, slack, heard, payload)
