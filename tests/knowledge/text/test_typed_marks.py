"""Pairs of quotation marks in words as typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.text.quotation_marks import TYPED_PAIRS
from knowledge.text.typed_marks import typed_pairs
from tests.steps import LINEAR, growth

TOO_LONG = 12_000  # characters to be kept


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


@pytest.mark.parametrize(
    ("typed", "whole"),
    [
        ("‘it is ‘not’ time’", ["it is ‘not’ time"]),
        ("‘it is ‘not’’", ["it is ‘not’"]),
        ("‘it is ‘not’ the ‘time’ now’", ["it is ‘not’ the ‘time’ now"]),
        ("‘it is ‘not’ time’ and ‘then’", ["it is ‘not’ time", "then"]),
        ("‘it’s ‘not’ Velmora’s time’", ["it’s ‘not’ Velmora’s time"]),
        ("‘it is ‘not’ time", ["not"]),
    ],
)
def test_curly_single_marks_nest(typed, whole):
    assert words(typed) == whole


@given(st.text(st.sampled_from("ab '\"“”„‟«»‹›「」‘’\n,."), max_size=30))
def test_pairs_stand_in_order_and_hold_their_words(typed):
    end = 0
    for pair in typed_pairs(typed):
        assert pair.start >= end
        assert pair.words in typed[pair.start : pair.end]
        end = pair.end


# Marks that nest, that nothing closes, that another kind closes, over paragraphs, and single ones.
PIECES = [
    "“",
    "“a ",
    "“a»",
    "“ a»",
    "“„«‘「'",
    "“„«‘「'a ",
    '"a" ',
    '" "a',
    "a”",
    "“a\n\n",
    "'a ",
    "'. ",
    "'a' ",
    "‘a",
]


@pytest.mark.parametrize("piece", PIECES)
def test_pairing_grows_with_the_text_and_no_faster(piece, monkeypatch):
    monkeypatch.setattr("knowledge.text.typed_marks._LONGEST_KEPT", 0)
    assert growth(typed_pairs, piece) < LINEAR


def test_the_pairs_of_long_texts_are_not_kept():
    assert typed_pairs("“a” b") is typed_pairs("“a” b")
    assert typed_pairs("“a” b" * TOO_LONG) is not typed_pairs("“a” b" * TOO_LONG)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("“a “b” c", ["a “b” c"]),  # one is never closed: all to the end
        ("“a» b", ["a"]),  # never closed by its own kind: closed by another
        ("“a «b» “c", ["a «b» “c"]),
        ("'a 'b' c'", ["b' c"]),
        ("'. 'a'", ["a"]),
    ],
)
def test_marks_that_do_not_fit_are_paired_all_the_same(typed, expected):
    assert words(typed) == expected
