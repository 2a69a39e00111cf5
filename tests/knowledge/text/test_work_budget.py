"""The steps of one request."""

from __future__ import annotations

import pytest

from knowledge.text.work_budget import OutOfStepsError, allow, spend, spend_once


def test_as_many_steps_are_spent_as_are_allowed_and_not_one_more():
    with allow(10) as left:
        spend(4)
        spend(6)
        assert left == [0]
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
        assert outer == [7]
        with pytest.raises(OutOfStepsError), allow(100):
            spend(8)
        assert outer == [0]


def test_a_text_is_paid_for_once_by_each_request():
    for _ in range(2):
        with allow(10) as left:
            spend_once("a", 3)
            spend_once("a", 3)
            spend_once("b", 4)
            assert left == [3]


def test_a_text_is_paid_for_again_by_a_request_inside_another():
    with allow(10) as left:
        spend_once("a", 3)
        with allow(5):
            spend_once("a", 3)
        spend_once("a", 3)
        assert left == [4]


def test_a_text_that_was_too_much_is_still_too_much():
    with allow(2):
        for _ in range(2):
            with pytest.raises(OutOfStepsError):
                spend_once("a", 3)
    spend_once("a", 3)
