"""Hints for a quote that is not printed."""

from __future__ import annotations

import pytest

from knowledge.text.article_text import fold
from knowledge.text.nearest_words import differences, nearest


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("did take a side at the meeting", "did not take a side at the meeting"),
        ("would open the border", "will open the border"),
        ("will open gate", "will open the old gate"),
    ],
)
def test_the_nearest_text_begins_and_ends_where_the_words_do(typed, printed):
    text = f"It was raining when they met in the harbor. “We {printed}” and then some, he said."
    assert printed in nearest(typed, fold(text))
    assert len(nearest(typed, fold(text)).split()) <= len(printed.split()) + 1


def test_the_words_that_differ_are_marked():
    assert differences("we would sign", "we will not sign") == "we [-would-] {+will not+} sign"
    assert differences("we sign", "we sign") == "we sign"
