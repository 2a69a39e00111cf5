"""The steps of one request."""

from __future__ import annotations

import pytest

from knowledge.text.work_budget import OutOfStepsError, allow, spend


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


def test_a_request_inside_another_has_its_own():
    with allow(1) as outer, allow(10):
        spend(10)
    assert outer == [1]
