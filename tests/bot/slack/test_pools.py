"""Two pools: what fills one does not delay the other, and waiting holds no thread."""

from __future__ import annotations

from threading import Event

import pytest

from bot.slack.outgoing.pools import ThreadedPool, open_pools

WAIT = 10  # seconds after which a test hangs no longer


@pytest.fixture
def pool():
    made = ThreadedPool(1, "test", waiting=2)
    yield made
    made.close()


@pytest.mark.parametrize("slow", ["posts", "clicks"])
def test_what_waits_for_slack_in_one_pool_delays_no_other(slow):
    pools, finish = open_pools(2), Event()
    others = [getattr(pools, name) for name in ("answers", "posts", "clicks") if name != slow]
    for _ in range(20):
        getattr(pools, slow).submit(lambda: finish.wait(WAIT))
    for pool in others:
        answered = Event()
        pool.submit(answered.set)
        assert answered.wait(WAIT)
    finish.set()
    pools.finish()
    pools.answers.close()


def test_work_that_waits_for_its_time_holds_no_thread(pool):
    later, now = Event(), Event()
    pool.submit_after(0.2, later.set)
    pool.submit(now.set)
    assert now.wait(WAIT)
    assert not later.is_set()
    assert later.wait(WAIT)


def test_what_is_due_first_is_done_first(pool):
    done, last = [], Event()
    pool.submit_after(0.1, lambda: (done.append("second"), last.set()))
    pool.submit_after(0.01, lambda: done.append("first"))
    assert last.wait(WAIT)
    assert done == ["first", "second"]


def test_only_so_much_waits(pool):
    begun, finish = Event(), Event()

    def slow():
        begun.set()
        finish.wait(WAIT)

    assert pool.submit(slow)
    assert begun.wait(WAIT)
    assert pool.submit(finish.wait)
    assert pool.submit_after(60, finish.wait)
    assert not pool.submit(finish.wait)
    assert not pool.submit_after(0, finish.wait)
    finish.set()


def test_room_is_free_again_after_work(pool):
    for _ in range(10):
        done = Event()
        assert pool.submit_after(0, done.set)
        assert done.wait(WAIT)


def test_a_work_that_fails_is_logged_without_its_words_and_stops_nothing(pool, caplog):
    def fail():
        msg = "canary"
        raise ValueError(msg)

    done = Event()
    pool.submit(fail)
    pool.submit(done.set)
    assert done.wait(WAIT)
    assert "ValueError" in caplog.text
    assert "canary" not in caplog.text


def test_a_closed_pool_refuses_work_and_drops_what_waits(pool):
    dropped = Event()
    pool.submit_after(0.05, dropped.set)
    pool.close()
    assert not pool.submit(dropped.set)
    assert not dropped.wait(0.2)


def test_a_pool_that_finishes_does_what_waits(pool):
    begun, done = Event(), []
    pool.submit(lambda: (begun.wait(WAIT), done.append("first")))
    pool.submit(lambda: done.append("second"))
    pool.submit_after(0.1, lambda: done.append("later"))
    begun.set()
    pool.finish()
    assert done == ["first", "second", "later"]
    assert not pool.submit(begun.set)


def test_what_waits_too_long_is_dropped_by_a_pool_that_finishes(pool, monkeypatch):
    monkeypatch.setattr("bot.slack.outgoing.pools._FINISHED_WITHIN", 0.1)
    dropped = Event()
    pool.submit_after(0.3, dropped.set)
    pool.finish()
    assert not dropped.wait(0.4)


def test_clicks_that_were_acknowledged_are_answered_before_the_process_ends():
    pools, done = open_pools(1), []
    for number in range(20):
        pools.clicks.submit(lambda number=number: done.append(number))
    pools.finish()
    pools.answers.close()
    assert done == list(range(20))
