"""What arrives for a pool that takes nothing: the log says so where too much waits, and only then."""

from __future__ import annotations

from threading import Event

import pytest

from bot.slack.line_a_minute import LineAMinute
from bot.slack.outgoing.pools import Pools, ThreadedPool
from bot.slack.sockets.envelopes import Envelopes

ENVELOPE = {"type": "events_api", "envelope_id": "E1", "payload": {"type": "event_callback"}}


@pytest.fixture
def pool():
    made, free = ThreadedPool(1, "test", waiting=0), Event()
    made.submit(free.wait)
    yield made
    free.set()
    made.close()


def take(pool):
    Envelopes(None, Pools(pool, pool, pool), LineAMinute()).take(ENVELOPE, None)


def test_what_finds_no_room_is_said(pool, caplog):
    take(pool)
    assert caplog.messages == ["a request was not answered, since too many wait"]


def test_what_comes_while_the_bot_stops_is_left_to_the_next_delivery(caplog):
    closed = ThreadedPool(1, "test")
    closed.close()
    take(closed)
    assert caplog.messages == []
