"""Mentions are answered once, and acknowledged when that is done or refused for good."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event

import pytest

from bot.slack.listeners import event_answers
from bot.slack.outgoing.once import Once
from bot.slack.outgoing.slack_errors import PERMANENT, WITHOUT_ACCESS
from bot.state import open_state
from tests.bot.slack.conftest import bot_of
from tests.bot.slack_requests import runtime_at_once

WAIT = 20  # seconds after which a test hangs no longer
TOLD = sorted(PERMANENT - {"no_text", "expired_url", "used_url"})


@pytest.fixture(autouse=True)
def impatient(monkeypatch):
    monkeypatch.setattr(event_answers, "_JOIN", 0.2)


def test_a_mention_is_answered_in_its_thread_and_acknowledged(bot):
    body = bot.event()
    assert bot.deliver(body)
    (posted,) = bot.posted()
    assert posted["thread_ts"] == body["event"]["ts"]


def test_an_event_that_comes_again_is_answered_once(bot):
    body = bot.event()
    assert [bot.deliver(body) for _ in range(3)] == [True] * 3
    assert len(bot.posted()) == 1


def test_two_events_of_one_message_are_answered_once(bot):
    written = bot.written()
    for _ in range(2):
        assert bot.deliver(bot.event(written=written))
    assert len(bot.posted()) == 1


def test_two_messages_with_one_question_are_answered_twice(bot):
    for _ in range(2):
        bot.deliver(bot.event())
    assert len(bot.posted()) == 2


def test_deliveries_at_once_are_answered_once(bot):
    body, together = bot.event(), Barrier(6, timeout=WAIT)

    def deliver(_):
        together.wait()
        return bot.deliver(body)

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(deliver, range(6)))
    assert len(bot.posted()) == 1
    assert bot.deliver(body)


def test_a_redelivery_joins_what_is_under_way(bot, monkeypatch):
    monkeypatch.setattr(event_answers, "_JOIN", WAIT)
    body = bot.event()
    bot.slack.faults.delay(1, "chat.postMessage")
    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(bot.deliver, body)
        bot.slack.wait_for(lambda: bot.slack.core.faults.as_json() == [], WAIT)
        second = pool.submit(bot.deliver, body)
        assert first.result(WAIT)
        assert second.result(WAIT)
    assert len(bot.posted()) == 1


def test_a_redelivery_that_cannot_wait_is_left_to_the_next(bot):
    body = bot.event()
    bot.slack.faults.delay(1, "chat.postMessage")
    with ThreadPoolExecutor(1) as pool:
        first = pool.submit(bot.deliver, body)
        bot.slack.wait_for(lambda: bot.slack.core.faults.as_json() == [], WAIT)
        assert not bot.deliver(body)
        assert first.result(WAIT)
    assert bot.deliver(body)
    assert len(bot.posted()) == 1


def test_another_process_does_not_answer_what_one_has(quiet_slack, shipped_kb, tmp_path):
    url = f"sqlite:///{tmp_path}/state.sqlite"
    one, two = (
        bot_of(quiet_slack, shipped_kb, runtime_at_once(Once(open_state(url)))) for _ in range(2)
    )
    body = one.event()
    assert one.deliver(body)
    assert two.deliver(body)
    assert len(one.posted()) == 1
    one.runtime.close()
    two.runtime.close()


@pytest.mark.parametrize("code", TOLD)
def test_a_permanent_refusal_is_acknowledged_and_told_to_the_asker_alone(bot, code, caplog):
    body = bot.event()
    bot.slack.faults.error("chat.postMessage", code)
    assert bot.deliver(body)
    assert bot.deliver(body)
    assert len(bot.calls("chat.postMessage")) == 1
    (told,) = bot.calls("chat.postEphemeral")
    assert told.reply["ok"]
    assert told.body["user"] == bot.slack.user
    assert "could not post" in told.body["text"]
    assert told.body["text"].rpartition(" ")[2] in caplog.text
    assert caplog.text.count(f"({code})") == 1


@pytest.mark.parametrize("code", sorted(WITHOUT_ACCESS))
def test_where_no_call_can_work_it_is_logged_once(bot, code, caplog):
    body = bot.event()
    bot.slack.faults.error("chat.postMessage", code)
    assert bot.deliver(body)
    assert bot.deliver(body)
    assert [call.name for call in bot.calls()].count("chat.postEphemeral") == 0
    assert caplog.text.count(f"({code})") == 1


def test_where_the_channel_takes_nothing_the_asker_gets_a_direct_message(bot):
    bot.slack.faults.error("chat.postMessage", "is_archived")
    bot.slack.faults.error("chat.postEphemeral", "is_archived")
    assert bot.deliver(bot.event())
    (told,) = bot.posted()
    assert told["channel"] == bot.slack.user
    assert "archived" in told["text"]


@pytest.mark.parametrize("code", ["invalid_blocks", "msg_blocks_too_long", "msg_too_long"])
def test_a_refused_layout_is_answered_in_plain_words(bot, code):
    bot.slack.faults.error("chat.postMessage", code)
    assert bot.deliver(bot.event())
    (posted,) = bot.posted()
    assert "blocks" not in posted
    assert "Japan · End-of-war declaration: reluctant" in posted["text"]
    assert "give this reference" in posted["text"]


def test_what_waits_for_its_time_is_not_acknowledged_before_it_is_posted(bot):
    later = []

    def wait(seconds, work):
        later.append((seconds, work))
        return True

    bot.runtime.pools.posts.submit_after = wait
    body = bot.event()
    bot.slack.faults.rate_limit("chat.postMessage", retry_after=60)
    assert not bot.deliver(body)
    assert not bot.deliver(body)
    assert bot.posted() == []
    ((seconds, work),) = later
    assert seconds == pytest.approx(60)
    work()
    assert len(bot.posted()) == 1
    assert bot.deliver(body)
    assert len(bot.posted()) == 1


@pytest.mark.parametrize("status", ["500", "429", "unavailable"])
def test_the_asker_is_told_once_that_tries_have_ended(bot, caplog, monkeypatch, status):
    monkeypatch.setattr("bot.slack.outgoing.sending._PATIENCE", 0)
    body = bot.event()
    if status == "500":
        bot.slack.faults.server_error("chat.postMessage", times=6)
    elif status == "429":
        bot.slack.faults.rate_limit("chat.postMessage", retry_after=1)
    else:
        bot.slack.faults.error("chat.postMessage", "service_unavailable", times=6)
    assert bot.deliver(body)
    assert bot.deliver(body)
    (told,) = bot.calls("chat.postEphemeral")
    assert told.body["user"] == bot.slack.user
    assert "could not post" in told.body["text"]
    assert "did not take it" not in told.body["text"]
    assert caplog.text.count(told.body["text"].rpartition(" ")[2]) == 1
    assert bot.posted() == []


def test_in_a_direct_message_that_takes_no_post_the_asker_is_told_beside_it(bot):
    written = bot.written(bot.slack.im())
    bot.slack.faults.server_error("chat.postMessage", times=7)
    assert bot.deliver(bot.event(written=written, type="message", channel_type="im"))
    (told,) = bot.calls("chat.postEphemeral")
    assert told.reply["ok"]


def test_the_asker_is_not_told_again_where_the_reply_to_that_was_lost(bot):
    bot.slack.faults.error("chat.postMessage", "is_archived")
    bot.slack.faults.lose_reply("chat.postEphemeral")
    assert bot.deliver(bot.event())
    assert len(bot.calls("chat.postMessage")) == 1


def test_where_nobody_could_be_told_the_next_delivery_is_answered(bot):
    body = bot.event()
    bot.slack.faults.server_error("chat.postMessage", times=7)
    bot.slack.faults.server_error("chat.postEphemeral")
    assert not bot.deliver(body)
    assert bot.deliver(body)
    assert len(bot.posted()) == 1


def test_an_answer_whose_reply_is_lost_is_not_posted_again(bot, caplog):
    body = bot.event()
    bot.slack.faults.lose_reply("chat.postMessage")
    assert bot.deliver(body)
    assert bot.deliver(body)
    assert len(bot.calls("chat.postMessage")) == 1
    assert "may have been posted" in caplog.text


@pytest.mark.parametrize("in_thread", [True, False])
def test_in_a_direct_message_the_bot_looks_whether_it_is_there(bot, in_thread, caplog):
    written = bot.written(bot.slack.im())
    where = {"thread_ts": written.ts} if in_thread else {}
    event = {"type": "message", "channel_type": "im", **where}
    bot.slack.faults.lose_reply("chat.postMessage")
    assert bot.deliver(bot.event(written=written, **event))
    assert len(bot.calls("chat.postMessage")) == 1
    assert len(bot.calls("conversations.replies")) == in_thread
    assert len(bot.calls("conversations.history")) == (not in_thread)
    assert "may have been" not in caplog.text


def test_an_unexpected_error_is_told_once_with_a_reference(bot, monkeypatch, caplog):
    def fail(*_):
        msg = "canary"
        raise RuntimeError(msg)

    monkeypatch.setattr("bot.slack.listeners.replies.read_question", fail)
    body = bot.event()
    assert bot.deliver(body)
    assert bot.deliver(body)
    (posted,) = bot.posted()
    assert posted["text"].rpartition(" ")[2] in caplog.text
    assert "canary" not in caplog.text


@pytest.mark.parametrize("fields", [{"bot_id": "B1"}, {"edited": {"ts": "2"}}, {"subtype": "x"}])
def test_bots_and_edits_are_acknowledged_and_not_answered(bot, fields):
    assert bot.deliver(bot.event(**fields))
    assert bot.posted() == []


@pytest.mark.parametrize(("is_direct", "posts"), [(True, 1), (False, 2)])
def test_what_a_killed_process_has_posted_is_looked_for_where_that_can_be_read(
    quiet_slack, shipped_kb, tmp_path, monkeypatch, is_direct, posts
):
    monkeypatch.setattr("bot.slack.outgoing.once._LEASE", 0.3)
    monkeypatch.setattr("bot.slack.outgoing.once._RENEWED", 60)
    monkeypatch.setattr(event_answers, "_JOIN", WAIT)
    url = f"sqlite:///{tmp_path}/state.sqlite"
    dead, alive = (
        bot_of(quiet_slack, shipped_kb, runtime_at_once(Once(open_state(url)))) for _ in range(2)
    )
    monkeypatch.setattr(dead.runtime.once, "finish", lambda *_: None)  # killed before it
    direct = {"type": "message", "channel_type": "im"} if is_direct else {}
    body = dead.event(written=dead.written(quiet_slack.im() if is_direct else ""), **direct)
    dead.deliver(body)
    assert alive.deliver(body)
    assert len(dead.posted()) == posts
    dead.runtime.close()
    alive.runtime.close()


def test_what_is_not_there_is_posted_by_who_takes_over(bot):
    written = bot.written(bot.slack.im())
    body = bot.event(written=written, type="message", channel_type="im")
    store, keys = bot.runtime.once.store, [f"A1:{bot.slack.team}:{body['event_id']}"]
    store.claim("event", keys, lease_seconds=0)
    assert bot.deliver(body)
    assert len(bot.calls("conversations.history")) == 1
    assert len(bot.posted()) == 1


def test_the_answer_to_the_same_question_asked_before_is_not_taken_for_its_own(bot):
    direct = {"type": "message", "channel_type": "im"}
    first, second = (bot.written(bot.slack.im()) for _ in range(2))
    taken_over = bot.event(written=second, **direct)
    keys = [f"A1:{bot.slack.team}:{taken_over['event_id']}"]
    bot.runtime.once.store.claim("event", keys, lease_seconds=0)
    assert bot.deliver(bot.event(written=first, **direct))  # and answered below both
    assert bot.deliver(taken_over)
    assert len(bot.calls("conversations.history")) == 1
    assert len(bot.posted()) == 2


def test_a_new_event_is_answered_without_a_look(bot):
    written = bot.written(bot.slack.im())
    assert bot.deliver(bot.event(written=written, type="message", channel_type="im"))
    assert bot.calls("conversations.history") == []


def test_a_killed_process_leaves_its_event_to_another(
    quiet_slack, shipped_kb, tmp_path, monkeypatch
):
    monkeypatch.setattr("bot.slack.outgoing.once._LEASE", 0.3)
    monkeypatch.setattr("bot.slack.outgoing.once._RENEWED", 60)  # as one that is dead
    url = f"sqlite:///{tmp_path}/state.sqlite"
    dead, alive = (
        bot_of(quiet_slack, shipped_kb, runtime_at_once(Once(open_state(url)))) for _ in range(2)
    )
    body, begun = dead.event(), Event()
    dead.runtime.pools.posts.submit_after = lambda *_: bool(begun.set()) or True
    quiet_slack.faults.rate_limit("chat.postMessage", retry_after=60)
    assert not dead.deliver(body)
    assert begun.is_set()
    monkeypatch.setattr(event_answers, "_JOIN", WAIT)
    assert alive.deliver(body)
    assert len(dead.posted()) == 1
    dead.runtime.close()
    alive.runtime.close()
