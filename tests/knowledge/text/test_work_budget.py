"""The steps of one request."""

from __future__ import annotations

import pytest

from knowledge.text import work_budget
from knowledge.text.work_budget import OutOfStepsError, allow, make_once, spend, spend_once


def test_as_many_steps_are_spent_as_are_allowed_and_not_one_more():
    with allow(10) as allowed:
        spend(4)
        spend(6)
        assert allowed.left == 0
        with pytest.raises(OutOfStepsError):
            spend(1)


def test_outside_of_a_request_nothing_is_counted():
    spend(10**9)
    with allow(1):
        spend(1)
    spend(10**9)


def test_a_request_inside_another_takes_from_it():
    with allow(10) as outer:
        with allow(4):
            spend(3)
        assert outer.left == 7
        with pytest.raises(OutOfStepsError), allow(100):
            spend(8)
        assert outer.left == 0


def test_a_text_is_paid_for_once_by_each_request():
    for _ in range(2):
        with allow(10) as allowed:
            spend_once("a", 3)
            spend_once("a", 3)
            spend_once("b", 4)
            assert allowed.left == 3


def test_a_text_is_paid_for_again_by_a_request_inside_another():
    with allow(10) as allowed:
        spend_once("a", 3)
        with allow(5):
            spend_once("a", 3)
        spend_once("a", 3)
        assert allowed.left == 4


def test_a_text_that_was_too_much_is_still_too_much():
    with allow(2):
        for _ in range(2):
            with pytest.raises(OutOfStepsError):
                spend_once("a", 3)
    spend_once("a", 3)


@pytest.fixture
def clock(monkeypatch):
    """Return the seconds of CPU, in a list of one."""
    seconds = [5.0]
    monkeypatch.setattr(work_budget, "thread_time", lambda: seconds[0])
    return seconds


MANY = 45_000  # steps, which any question that is meant as one has without a clock


def test_a_machine_that_is_too_slow_for_many_steps_ends_by_its_clock(clock):
    with allow(2 * MANY, 0.5) as allowed:
        clock[0] += 0.4
        spend(MANY + 600)
        clock[0] += 0.2
        with pytest.raises(OutOfStepsError):
            spend(600)
        assert allowed.spent == (MANY + 1200, pytest.approx(0.6))


def test_few_steps_may_take_what_time_they_need(clock):
    with allow(2 * MANY, 0.5):
        clock[0] += 9  # a process loads what it needs with its first question
        spend(MANY)
        with pytest.raises(OutOfStepsError):
            spend(1)


def test_steps_that_were_taken_before_count_among_the_many(clock):
    with allow(2 * MANY, 0.5, spent=MANY - 100):
        clock[0] += 9
        spend(100)
        with pytest.raises(OutOfStepsError):
            spend(1)


def test_a_request_inside_another_has_no_time_of_its_own(clock):
    with allow(2 * MANY, 0.5):
        with allow(MANY, 5.0):
            clock[0] += 0.6
            spend(MANY - 1)
        with pytest.raises(OutOfStepsError), allow(MANY, 5.0):
            spend(2)


def test_the_clock_is_not_asked_at_each_step(clock):
    with allow(2 * MANY, 0.5):
        spend(MANY + 1)
        clock[0] += 0.6
        for _ in range(500):
            spend(1)
        with pytest.raises(OutOfStepsError):
            spend(1)


@pytest.fixture
def cost():
    """What costs four steps, and tells how often it was made."""
    made = []

    def make():
        spend(4)
        made.append(1)
        return len(made)

    return make


def test_what_is_made_once_costs_once_in_a_request_and_those_inside_it(cost):
    with allow(10) as allowed:
        assert make_once("a", cost) == 1
        with allow(3):
            assert make_once("a", cost) == 1
        assert allowed.left == 6
    with allow(10):
        assert make_once("a", cost) == 2


def test_what_took_too_much_is_made_again(cost):
    with allow(10) as allowed:
        with pytest.raises(OutOfStepsError), allow(3):
            make_once("a", cost)
        assert make_once("a", cost) == 1
        assert allowed.left == 3


def test_outside_of_a_request_nothing_is_kept(cost):
    assert [make_once("a", cost), make_once("a", cost)] == [1, 2]
