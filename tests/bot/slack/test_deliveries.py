"""Each event is done once, whoever brings it again and whenever."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event

import pytest

from bot.slack.deliveries import Deliveries

WAIT = 10  # seconds after which a test hangs no longer


class _Work:
    """Counts how often it was begun and done."""

    def __init__(self) -> None:
        self.begun = self.done = 0

    def __call__(self) -> None:
        self.begun += 1
        self.done += 1


class LostError(Exception):
    pass


def test_an_event_is_done_once():
    deliveries, work = Deliveries(), _Work()
    for _ in range(3):
        deliveries.once("Ev1", work)
    assert work.done == 1


def test_two_events_are_two():
    deliveries, work = Deliveries(), _Work()
    deliveries.once("Ev1", work)
    deliveries.once("Ev2", work)
    assert work.done == 2


def test_of_redeliveries_at_once_one_works_and_the_others_wait_until_it_is_done():
    deliveries, work, together = Deliveries(), _Work(), Barrier(8, timeout=WAIT)

    def deliver(_: int) -> int:
        together.wait()
        deliveries.once("Ev1", work)
        return work.done

    with ThreadPoolExecutor(8) as pool:
        seen = list(pool.map(deliver, range(8)))
    assert seen == [1] * 8
    assert work.begun == 1


def test_another_event_does_not_wait():
    deliveries, work = Deliveries(), _Work()
    started, finish = Event(), Event()

    def slow() -> None:
        started.set()
        assert finish.wait(WAIT)

    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(deliveries.once, "Ev1", slow)
        assert started.wait(WAIT)
        pool.submit(deliveries.once, "Ev2", work).result(WAIT)
        assert not first.done()
        finish.set()
        first.result(WAIT)
    assert work.done == 1


def test_what_failed_is_done_by_the_redelivery_that_waited():
    deliveries, work = Deliveries(), _Work()
    started, fail = Event(), Event()

    def lose() -> None:
        started.set()
        assert fail.wait(WAIT)
        raise LostError

    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(deliveries.once, "Ev1", lose)
        assert started.wait(WAIT)
        second = pool.submit(deliveries.once, "Ev1", work)
        assert not second.done()
        assert work.begun == 0
        fail.set()
        with pytest.raises(LostError):
            first.result(WAIT)
        second.result(WAIT)
    deliveries.once("Ev1", work)
    assert work.done == 1


def test_only_so_many_events_are_remembered():
    deliveries, work = Deliveries(remembered=3), _Work()
    for number in range(4):
        deliveries.once(f"Ev{number}", work)
    deliveries.once("Ev3", work)
    assert work.done == 4
    deliveries.once("Ev0", work)
    assert work.done == 5


def test_an_event_is_forgotten_after_its_time():
    deliveries, work = Deliveries(seconds=0), _Work()
    deliveries.once("Ev1", work)
    deliveries.once("Ev1", work)
    assert work.done == 2
