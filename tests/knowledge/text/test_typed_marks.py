"""Pairs of quotation marks in words as typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.text.quotation_marks import TYPED_PAIRS
from knowledge.text.typed_marks import typed_pairs


def words(typed):
    return [pair.words for pair in typed_pairs(typed)]


@pytest.mark.parametrize("opening", TYPED_PAIRS)
def test_a_mark_is_closed_by_one_of_its_own_kind(opening):
    closing = TYPED_PAIRS[opening][0]
    assert words(f"kono {opening}one ‹two› three{closing} today")[:1] == ["one ‹two› three"] or (
        opening == "‹"
    )


def test_single_marks_count_where_there_are_no_others():
    assert words("'one'") == ["one"]
    assert words("\"it is 'one'\"") == ["it is 'one'"]


def test_what_is_never_closed_goes_on_to_the_end():
    (pair,) = typed_pairs('kono "one two')
    assert (pair.words, pair.closed) == ("one two", False)


@given(st.text(st.sampled_from("ab '\"“”„‟«»‹›「」‘’\n,."), max_size=30))
def test_pairs_stand_in_order_and_hold_their_words(typed):
    end = 0
    for pair in typed_pairs(typed):
        assert pair.start >= end
        assert pair.words in typed[pair.start : pair.end]
        end = pair.end
