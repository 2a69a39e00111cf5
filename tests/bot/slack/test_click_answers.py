"""A click asks one thing once, whoever clicks however often, and is acknowledged before that."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Barrier
from time import monotonic

import pytest

from bot.slack.outgoing.once import Once
from bot.state import open_state
from tests.bot.slack.conftest import bot_of
from tests.bot.slack_requests import runtime_at_once

WAIT = 20  # seconds after which a test hangs no longer
QUESTION = "/stance japan end-of-war"


@pytest.fixture
def clicking(bot, url, shipped_kb):
    """Build clicks on buttons whose answers go to the response_url."""

    def click(action, message=None, question=QUESTION):
        body = bot.click(f"{action}:0", message, q=question, d=shipped_kb.digest[:12])
        return {**body, "response_url": url.url}

    return click


def answers(url):
    return [sent for sent in url.read if not sent.get("delete_original")]


def test_two_clicks_on_post_post_once(bot, clicking, url):
    preview = bot.written()
    for _ in range(2):
        assert bot.deliver(clicking("post", preview))
    (posted,) = answers(url)
    assert posted["response_type"] == "in_channel"


@pytest.mark.parametrize("action", ["ask", "share", "post"])
@pytest.mark.parametrize(
    "value", ["", "{", '{"q": "/stance jap', "[]", "null", '{"q": 1, "d": "0"}', '{"q": "japan"}']
)
def test_a_button_whose_value_is_damaged_is_said_to_be_unreadable(
    bot, clicking, url, action, value
):
    click = clicking(action, bot.written())
    click["actions"][0]["value"] = value
    assert bot.deliver(click)
    (told,) = url.read
    assert "I cannot read what this button asks" in told["text"]
    assert "changed" not in told["text"]
    assert told["response_type"] == "ephemeral"


def test_each_preview_can_be_posted(bot, clicking, url):
    for _ in range(2):
        bot.deliver(clicking("post", bot.written()))
    assert len(answers(url)) == 2


def test_clicks_at_once_post_once(bot, clicking, url):
    clicks = [clicking("post", preview) for preview in [bot.written()] * 6]
    together = Barrier(len(clicks), timeout=WAIT)

    def deliver(body):
        together.wait()
        return bot.deliver(body)

    with ThreadPoolExecutor(len(clicks)) as pool:
        assert all(pool.map(deliver, clicks))
    assert len(answers(url)) == 1


@pytest.mark.slow(seconds=4)
def test_two_processes_post_once(quiet_slack, shipped_kb, tmp_path, bot, clicking, url):
    state = f"sqlite:///{tmp_path}/state.sqlite"
    one, two = (
        bot_of(quiet_slack, shipped_kb, runtime_at_once(Once(open_state(state)))) for _ in range(2)
    )
    body = clicking("post", bot.written())
    assert one.deliver(body)
    assert two.deliver(body)
    assert len(answers(url)) == 1
    one.runtime.close()
    two.runtime.close()


def test_a_post_that_is_refused_can_be_pressed_again(bot, clicking, url):
    preview = bot.written()
    url.answer = lambda sent: (404, "expired_url", {}) if "blocks" in sent else (200, "ok", {})
    bot.deliver(clicking("post", preview))
    assert "nothing was shared" in url.read[-1]["text"]
    url.answer = lambda _: (200, "ok", {})
    bot.deliver(clicking("post", preview))
    assert url.read[-2]["response_type"] == "in_channel"
    assert url.read[-1] == {**url.read[-1], "delete_original": True}


def test_a_post_whose_reply_is_lost_is_not_made_again_and_that_is_said(bot, clicking, url):
    url.answer = lambda sent: None if "blocks" in sent else (200, "ok", {})
    preview = bot.written()
    for _ in range(2):
        bot.deliver(clicking("post", preview))
    assert len([sent for sent in url.read if "blocks" in sent]) == 1
    assert "did not say" in url.read[-1]["text"]


def test_three_clicks_on_a_choice_in_a_thread_answer_once(bot, clicking, url):
    message = bot.written()
    for _ in range(3):
        assert bot.deliver(clicking("ask", message))
    (answer,) = url.read
    assert answer["thread_ts"] == message.ts


def test_another_choice_of_the_same_message_is_answered(bot, clicking, url):
    message = bot.written()
    bot.deliver(clicking("ask", message))
    bot.deliver(clicking("ask", message, "/stance japan abductions"))
    assert len(url.read) == 2


def test_what_is_answered_in_its_place_replaces_its_message_each_time(bot, clicking, url):
    message = bot.written()
    for _ in range(2):
        assert bot.deliver(clicking("here", message))
    assert [sent["replace_original"] for sent in url.read] == [True, True]
    assert all(sent["response_type"] == "in_channel" for sent in url.read)


def test_the_same_choice_of_another_message_is_answered(bot, clicking, url):
    for _ in range(2):
        bot.deliver(clicking("ask", bot.written()))
    assert len(url.read) == 2


@pytest.mark.parametrize("action", ["share", "ask"])
def test_an_impatient_click_of_one_person_counts_once_and_a_later_one_again(
    bot, clicking, url, action, monkeypatch
):
    message = replace(bot.written(), ephemeral_to=bot.slack.user)
    for _ in range(3):
        bot.deliver(clicking(action, message))
    assert len(url.read) == 1
    monkeypatch.setattr("bot.state.memory_record.time.monotonic", lambda: monotonic() + 4)
    bot.deliver(clicking(action, message))
    assert len(url.read) == 2


def test_a_shortcut_delivered_twice_answers_once_and_used_twice_answers_twice(bot, url):
    def shortcut(trigger):
        return {
            "type": "message_action", "callback_id": "check_quote", "trigger_id": trigger,
            "user": {"id": bot.slack.user}, "team": {"id": "T1"}, "response_url": url.url,
            "channel": {"id": bot.slack.channel}, "message": {"ts": "1.1", "text": "no marks"},
        }  # fmt: skip

    for trigger in ("1", "1", "2"):
        assert bot.deliver(shortcut(trigger))
    assert len(url.read) == 2


def test_a_click_is_acknowledged_before_anything_is_sent(bot, clicking, url):
    waiting = []
    bot.runtime.pools.clicks.submit = lambda work: bool(waiting.append(work)) or True
    assert bot.deliver(clicking("ask", bot.written()))
    assert url.read == []
    waiting[0]()
    assert len(url.read) == 1


def test_a_click_is_answered_in_three_tries_and_no_body_of_a_failure_is_logged(
    bot, clicking, url, caplog
):
    url.answer = lambda _: (500, "canary_word", {})
    bot.deliver(clicking("ask", bot.written()))
    assert bot.runtime.pools.clicks.waits == [1, 2]
    assert len(url.read) == 3
    (told,) = bot.calls("chat.postEphemeral")
    assert "Slack had a failure of its own" in told.body["text"]
    assert "Slack had a failure of its own (status_500)" in caplog.text
    assert "canary" not in caplog.text


def test_a_refused_layout_of_a_click_becomes_plain_words(bot, clicking, url):
    url.answer = lambda sent: (400, "invalid_blocks", {}) if "blocks" in sent else (200, "ok", {})
    bot.deliver(clicking("ask", bot.written()))
    assert "give this reference" in url.read[-1]["text"]
    assert "thread_ts" in url.read[-1]


def test_where_the_response_url_is_used_up_the_person_is_told_otherwise(bot, clicking, url):
    url.answer = lambda _: (404, json.dumps({"ok": False, "error": "used_url"}), {})
    bot.deliver(clicking("ask", bot.written()))
    (told,) = bot.calls("chat.postEphemeral")
    assert told.body["user"] == bot.slack.user


def test_an_unexpected_error_is_told_and_can_be_tried_again(bot, clicking, url, monkeypatch):
    message = bot.written()
    with monkeypatch.context() as broken:
        broken.setattr("bot.slack.listeners.replies.choose", lambda *_: 1 / 0)
        bot.deliver(clicking("ask", message))
    assert "Something went wrong" in url.read[-1]["text"]
    bot.deliver(clicking("ask", message))
    assert "reluctant" in url.read[-1]["text"]
