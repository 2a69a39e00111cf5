"""Single marks within a quotation are read as double ones, and apostrophes are not marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.check_quote.inner_marks import close_as_printed, double_inner_marks
from knowledge.check_quote.verdict import Difference


@pytest.mark.parametrize(
    ("typed", "doubled"),
    [
        ("open to 'a new road' to us", "open to “a new road” to us"),
        ("a matter of ‘great need,’ he said", "a matter of “great need,” he said"),
        ("it’s the envoy's road", "it’s the envoy's road"),
        ("a “new” road, 'not old'", "a “new” road, 'not old'"),
        ("", ""),
    ],
)
def test_single_marks_are_doubled_where_there_are_no_others(typed, doubled):
    assert double_inner_marks(typed) == doubled


@given(st.text(alphabet="ab '’‘“”.,", max_size=40))
def test_no_word_is_changed(typed):
    letters = [char for char in typed if char.isalpha()]
    assert [char for char in double_inner_marks(typed) if char.isalpha()] == letters


@pytest.mark.parametrize(
    ("typed", "asked", "printed", "closed"),
    [
        ("a “new road” to us", "“new road”", "“new road,”", "a “new road,” to us"),
        ("a “new road”, she said", "“new road”,", "“new road,”", "a “new road,” she said"),
        ('a "new road"', '"new road"', "“new road.”", "a “new road.”"),
        ("a “new road”.", "“new road”.", "“new road.”", "a “new road.”"),
        ("a “new road” to us", "“new road”", "“new, road”", "a “new road” to us"),
        ("a new road to us", "new road", "“new road,”", "a new road to us"),
    ],
)
def test_the_mark_of_the_sentence_stands_where_the_print_has_it(typed, asked, printed, closed):
    assert close_as_printed(typed, [Difference(asked=asked, printed=printed)]) == closed
