"""Dots of abbreviations and initials end no sentence; those of other words do."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.text.sentence_ends import is_abbreviated, split_sentences


@pytest.mark.parametrize(
    ("words", "abbreviated"),
    [
        ("with Sen.", True),
        ("then-Gen.", True),
        ("prof.", True),
        ("J.", True),
        ("“J. K.", True),
        ("the U.S.", True),
        ("at 5 p.m.", True),
        ("on Jan.", True),
        ("they don’t.", False),
        ("that is Abe's.", False),
        ("in 2018.", False),
        ("the sense.", False),
        ("Mr!", False),
        (".", False),
    ],
)
def test_only_an_abbreviation_keeps_its_dot(words, abbreviated):
    assert is_abbreviated(words, len(words) - 1) is abbreviated


@pytest.mark.parametrize(
    ("words", "sentences"),
    [
        ("Talks failed.” We wait", ["Talks failed.", "We wait"]),
        ("Ask Mr. Dahl. “It is late.”", ["Ask Mr. Dahl.", "“It is late.”"]),
        ("We met Lt. Gen. Per A. Dahl", ["We met Lt. Gen. Per A. Dahl"]),
        ("At 5 p.m. we left", ["At 5 p.m. we left"]),
        ("No!   Yes?\nMaybe", ["No!", "Yes?", "Maybe"]),
        ("", [""]),
    ],
)
def test_sentences_are_split_where_another_begins(words, sentences):
    assert split_sentences(words) == sentences


@given(st.text(), st.text(min_size=9))
def test_what_stands_far_before_a_dot_does_not_matter(before, after):
    assert is_abbreviated(f"{before} {after}.", len(before) + len(after) + 1) is is_abbreviated(
        f" {after}.", len(after) + 1
    )
