"""Which positions a question asks for, by the sides that it names."""

from __future__ import annotations

import pytest

from knowledge.corpus import Value
from knowledge.questions import wanted_values

BOTH = {Value.SUPPORTS, Value.OPPOSES}


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("who supports or opposes talks", BOTH),
        ("who supports and who opposes talks", BOTH),
        ("who is for or against talks", BOTH),
        ("who supports talks", {Value.SUPPORTS}),
        ("who opposes talks and sanctions", {Value.OPPOSES}),
        ("who is reluctant to support talks", {Value.RELUCTANT}),
        ("who does not support talks", {*Value} - {Value.SUPPORTS}),
    ],
)
def test_both_sides_that_are_joined_are_asked_for(typed, wanted):
    assert wanted_values(typed.split()) == wanted


def test_a_question_without_a_side_asks_for_none():
    assert wanted_values("who spoke on talks".split()) is None
