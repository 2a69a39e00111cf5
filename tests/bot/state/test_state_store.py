"""Claims: one thing, several stores on one database, and who gets it."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from threading import Timer

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine

from bot.state import Claim

OURS, UNDER_WAY, DONE = Claim.OURS, Claim.UNDER_WAY, Claim.DONE
MESSAGE = ("Ev1", "C1:1700000000.000100")
SHORT = 0.2  # seconds of a lease that runs out


@pytest.fixture(params=["the same store", "another store"])
def second(request, store, other):
    """Return who comes second: the claims of one process and of two are told alike."""
    return store if request.param == "the same store" else other


def test_a_thing_is_claimed_once(store, second):
    assert store.claim("event", MESSAGE) is OURS
    assert second.claim("event", MESSAGE) is UNDER_WAY


@pytest.mark.parametrize("key", MESSAGE)
def test_a_thing_is_claimed_under_each_of_its_names(store, second, key):
    store.claim("event", MESSAGE)
    assert second.claim("event", [key, "another name"]) is UNDER_WAY
    store.finish("event", MESSAGE)
    assert second.claim("event", [key, "another name"]) is DONE


def test_a_name_that_was_not_got_with_the_others_stays_free(store, other):
    store.claim("event", ["b"])
    assert other.claim("event", ["a", "b"]) is UNDER_WAY
    assert store.claim("event", ["a"]) is OURS


def test_kinds_have_names_of_their_own(store, second):
    store.claim("event", "1")
    assert second.claim("click", "1") is OURS


def test_what_is_done_stays_done(store, second):
    store.claim("event", MESSAGE)
    store.finish("event", MESSAGE)
    second.release("event", MESSAGE)
    second.renew("event", MESSAGE)
    assert second.claim("event", MESSAGE) is DONE


def test_what_was_given_up_is_claimed_at_once(store, second):
    store.claim("event", MESSAGE)
    store.release("event", MESSAGE)
    assert second.claim("event", MESSAGE) is OURS


def test_a_lease_that_runs_out_is_taken_over(store, second):
    store.claim("event", MESSAGE, lease_seconds=SHORT)
    time.sleep(2 * SHORT)
    assert second.claim("event", MESSAGE) is Claim.TAKEN_OVER
    assert second.claim("event", MESSAGE) is UNDER_WAY


def test_a_lease_that_runs_out_while_it_is_claimed_is_taken_over(store, other):
    store.claim("event", MESSAGE, lease_seconds=SHORT)
    assert other.claim("event", "opened") is OURS

    def outlast(_connection, _cursor, statement, *_):
        if statement.startswith("SELECT"):
            time.sleep(2 * SHORT)

    event.listen(Engine, "after_cursor_execute", outlast)
    try:
        assert other.claim("event", MESSAGE) is Claim.TAKEN_OVER
    finally:
        event.remove(Engine, "after_cursor_execute", outlast)


def test_a_lease_that_is_renewed_lasts(store, second):
    store.claim("event", MESSAGE, lease_seconds=SHORT)
    store.renew("event", MESSAGE, lease_seconds=60)
    time.sleep(2 * SHORT)
    assert second.claim("event", MESSAGE) is UNDER_WAY


def test_what_was_taken_over_is_not_given_up_by_its_former_holder(store, other):
    store.claim("event", MESSAGE, lease_seconds=SHORT)
    time.sleep(2 * SHORT)
    other.claim("event", MESSAGE)
    store.renew("event", MESSAGE, lease_seconds=0)
    store.release("event", MESSAGE)
    assert store.claim("event", MESSAGE) is UNDER_WAY


def test_a_former_holder_that_comes_to_an_end_has_done_it(store, other):
    store.claim("event", MESSAGE, lease_seconds=SHORT)
    time.sleep(2 * SHORT)
    other.claim("event", MESSAGE)
    store.finish("event", MESSAGE)
    other.release("event", MESSAGE)
    assert other.claim("event", MESSAGE) is DONE


def test_whoever_waits_hears_of_the_end(store, second):
    store.claim("event", MESSAGE)
    Timer(SHORT, store.finish, ["event", MESSAGE]).start()
    assert second.wait("event", MESSAGE, 30) is DONE


def test_whoever_waits_takes_over_what_is_given_up(store, second):
    store.claim("event", MESSAGE)
    Timer(SHORT, store.release, ["event", MESSAGE]).start()
    assert second.wait("event", MESSAGE, 30) is OURS
    assert store.claim("event", MESSAGE) is UNDER_WAY


def test_nobody_waits_longer_than_asked(store, second):
    store.claim("event", MESSAGE)
    assert second.wait("event", iter(MESSAGE), SHORT) is UNDER_WAY


def test_a_thing_without_a_name_is_everybodys(store, second):
    for each in (store, second):
        assert each.claim("event", []) is OURS
        each.renew("event", [])
        each.finish("event", [])
        each.release("event", [])


def test_of_many_threads_and_stores_one_gets_a_thing(store, other):
    def claim(number):
        each = (store, other)[number % 2]
        return [each.claim("event", [f"e{n}-{number}", f"m{n}"]) for n in range(20)]

    with ThreadPoolExecutor(8) as pool:
        got = list(pool.map(claim, range(8)))
    for answers in zip(*got, strict=True):
        assert sorted(a.name for a in answers) == ["OURS", *["UNDER_WAY"] * 7]


def test_names_in_any_order_do_not_block_one_another(store, other):
    def claim(number):
        each = (store, other)[number % 2]
        names = [f"n{number * 7 % 13}", f"n{number * 5 % 13}", f"n{number % 13}"]
        found = each.claim("event", names)
        if found is OURS:
            each.release("event", names)
        return found

    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(claim, range(100))) <= {OURS, UNDER_WAY}
