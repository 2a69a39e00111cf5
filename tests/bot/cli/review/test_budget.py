"""The quotation budget, shown while a curator chooses."""

from __future__ import annotations

import pytest

from tests.reviewing import ARTICLE, list_texts, review_typing

pytestmark = pytest.mark.slow  # sittings at a terminal
LONG = (
    ARTICLE
    + b"""
Quill said that the river, which is old, must be shared by all who live on either bank of it and by
those who will come after them, and that nobody shall be asked to pay for the water it brings.
"""
)


def test_what_a_proposal_takes_stands_above_it(library):
    assert "1 of 3\ntakes 6 words; left to quote: 20 words" in review_typing(library, "")


def test_what_is_over_the_budget_says_so_before_anything_is_typed(library):
    shown = review_typing(library, "a\rp\r\rHers.\rs\ra\rHers.\r4\ra\r", LONG)
    assert "words over the article's quotation limit. Shorten it or one of these: 3 (" in shown
    assert "! All quotes take" in shown or "! Narration takes" in shown
    assert shown.rstrip().endswith("Run the same command again to go on.")


def test_the_slice_is_weighed_as_it_is_chosen(library):
    shown = review_typing(library, "4\rw\r1-5\r", LONG)
    assert "Takes: Quill said that the river […]   takes 5 words, 5 of them as narration" in shown


def test_what_spends_the_budget_is_listed(library):
    shown = review_typing(library, "b\ra\rp\r\rHers.\rs\ra\rHers.\rb\r")
    assert "Nothing is quoted yet." in shown
    assert "1 (The river is ours to share) takes 6 words, 0 as narration" in shown
    assert list_texts(library) == []
