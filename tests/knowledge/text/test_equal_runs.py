"""The stretch in which two wordings are most alike."""

from __future__ import annotations

import pytest

from knowledge.text.equal_runs import EqualRun, choose_stretch


@pytest.mark.parametrize(
    ("size", "strange", "joined"),
    [
        (6, 11, True),  # a strange word between two runs costs half a shared one
        (6, 12, False),
        (1, 1, True),
        (1, 2, False),
    ],
)
def test_runs_are_joined_where_they_gain_more_words_than_half_of_those_between(
    size, strange, joined
):
    runs = [EqualRun(0, 0, size), EqualRun(size, size + strange, size)]
    assert len(choose_stretch(runs)) == 1 + joined


def test_a_stray_word_far_off_joins_no_stretch():
    stray, first, second = EqualRun(0, 0, 1), EqualRun(1, 40, 5), EqualRun(6, 46, 4)
    assert choose_stretch([stray, first, second]) == [first, second]
