"""A question goes on from the last one of its thread, or of the direct messages, for a day."""

from __future__ import annotations

import json
from types import SimpleNamespace

import pytest

from bot.slack.outgoing.once import Once
from bot.state import open_state
from tests.bot.slack.conftest import bot_of
from tests.bot.slack.flaky_server import flaky
from tests.bot.slack_requests import runtime_at_once

KOREA = "South Korea · End of war: supports"
CANARY = "premature-7f3a"


def say(bot, text, *, direct=False, **fields):
    """Deliver a question; return what the bot posted to it, and when."""
    kind = {"type": "message", "channel_type": "im"} if direct else {}
    written = bot.written(bot.slack.im() if direct else "")
    body = bot.event(text, written=written, **kind, **fields)
    body["event"]["text"] = text if direct else f"<@{bot.slack.bot_user}> {text}"
    before = len(bot.calls("chat.postMessage"))
    assert bot.deliver(body)
    (call,) = bot.calls("chat.postMessage")[before:]
    told = {"text": call.body["text"], "thread": call.body.get("thread_ts")}
    return SimpleNamespace(**told, ts=call.reply.get("ts"), asked_at=written.ts)


def test_a_mention_goes_on_in_its_thread(bot):
    first = say(bot, "japan end-of-war")
    then = say(bot, "and South Korea?", thread_ts=first.thread)
    assert then.text.startswith(KOREA)
    assert "Read with the last question here: End-of-war declaration." in then.text
    assert say(bot, "since when?", thread_ts=first.thread).text.startswith(
        "South Korea · End-of-war declaration"
    )


def test_another_thread_and_a_new_one_stand_alone(bot):
    say(bot, "japan end-of-war")
    other = say(bot, "/who kono").thread
    for told in (say(bot, "and South Korea?"), say(bot, "and South Korea?", thread_ts=other)):
        assert told.text.startswith("South Korea on which issue?")


def test_direct_messages_go_on_from_one_another(bot):
    say(bot, "japan end-of-war", direct=True)
    then = say(bot, "and South Korea?", direct=True)
    assert then.text.startswith(KOREA)
    assert "Read with your last question: End-of-war declaration." in then.text
    assert then.thread is None


@pytest.mark.parametrize("below", ["asked_at", "ts"])
def test_a_thread_below_a_direct_message_goes_on_from_that_one(bot, below):
    first = say(bot, "japan end-of-war", direct=True)
    say(bot, "/stance japan pressure", direct=True)
    then = say(bot, "and South Korea?", direct=True, thread_ts=getattr(first, below))
    assert then.text.startswith(KOREA)


def test_two_processes_share_it_and_a_forgotten_user_leaves_nothing(
    quiet_slack, shipped_kb, tmp_path
):
    url = f"sqlite:///{tmp_path}/state.sqlite"
    one, two = (
        bot_of(quiet_slack, shipped_kb, runtime_at_once(Once(open_state(url)))) for _ in range(2)
    )
    first = say(one, "japan end-of-war")
    assert say(two, "and South Korea?", thread_ts=first.thread).text.startswith(KOREA)
    one.runtime.once.store.forget_user(quiet_slack.user)
    told = say(two, "and South Korea?", thread_ts=first.thread).text
    assert told.startswith("South Korea on which issue?")
    one.runtime.close()
    two.runtime.close()


def test_nothing_that_was_typed_is_kept(quiet_slack, shipped_kb, tmp_path):
    bot = bot_of(
        quiet_slack,
        shipped_kb,
        runtime_at_once(Once(open_state(f"sqlite:///{tmp_path}/state.sqlite"))),
    )
    for question in ("japan {} end-of-war", "/said {} by kono", "/check “{}” kono", "{}"):
        say(bot, question.format(CANARY), direct=True)
    bot.runtime.close()
    held = b"".join(file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())
    assert b"taro-kono" in held
    assert CANARY.encode() not in held


def test_what_another_version_wrote_is_left(bot):
    first = say(bot, "japan end-of-war")
    key = f"A1:{bot.slack.team}:{bot.slack.channel}:{first.thread}"
    assert bot.runtime.once.store.recall(key)
    for about in ("{", '{"command": "stance", "words": "japan"}', "[]"):
        bot.runtime.once.store.remember(key, about)
        told = say(bot, "and South Korea?", thread_ts=first.thread)
        assert told.text.startswith("South Korea on which issue?")


def test_a_store_that_fails_stops_no_answer(bot, monkeypatch):
    first = say(bot, "japan end-of-war")
    monkeypatch.setattr(bot.runtime.once.store, "recall", lambda _: None)
    assert say(bot, "and South Korea?", thread_ts=first.thread).text


def test_an_answer_that_was_not_posted_is_not_remembered(bot):
    first = say(bot, "japan end-of-war")
    bot.slack.faults.error("chat.postMessage", "is_archived")
    bot.deliver(bot.event("/who suga", thread_ts=first.thread))
    bot.slack.faults.clear()
    assert say(bot, "and South Korea?", thread_ts=first.thread).text.startswith(KOREA)


def test_a_choice_in_a_thread_is_gone_on_from(bot, shipped_kb, monkeypatch):
    first = say(bot, "South Korea")
    value = {"q": "/stance south-korea pressure", "d": shipped_kb.digest[:12]}
    click = bot.click("ask:0", SimpleNamespace(ts=first.ts, ephemeral_to=None), **value)
    click["message"]["thread_ts"] = first.thread
    with flaky() as server:
        monkeypatch.setattr("bot.slack.outgoing.destination.is_of_slack", lambda *_: True)
        assert bot.deliver({**click, "team": {"id": bot.slack.team}, "response_url": server.url})
        assert json.dumps(server.read[0]["text"]).startswith('"South Korea')
    told = say(bot, "and Japan?", thread_ts=first.thread).text
    assert told.startswith("Japan · Pressure on North Korea")


def test_a_message_that_quotes_takes_nothing_over(bot):
    first = say(bot, "japan end-of-war")
    told = say(bot, "and “premature”?", thread_ts=first.thread).text
    assert "Read with" not in told
