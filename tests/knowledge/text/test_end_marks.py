"""Marks at the end of words: those of the sentence go, those of an abbreviation stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.text.end_marks import strip_end_marks


@pytest.mark.parametrize(
    ("words", "bare"),
    [
        ("the mayor,", "the mayor"),
        ("the mayor –", "the mayor"),
        ("Lt. Gen.", "Lt. Gen."),
        ("envoy to the U.S.,", "envoy to the U.S."),
        ("envoy to the U.S.", "envoy to the U.S."),
        ("the mayor.", "the mayor"),
        ("minister (acting)", "minister (acting)"),
        (",", ""),
    ],
)
def test_the_marks_of_the_sentence_go(words, bare):
    assert strip_end_marks(words) == bare


@given(st.text())
def test_nothing_else_is_taken_away_and_once_is_enough(words):
    bare = strip_end_marks(words)
    assert words.startswith(bare)
    assert strip_end_marks(bare) == bare
