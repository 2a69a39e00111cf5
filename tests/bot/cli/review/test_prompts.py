"""Questions of a review: keys are no words, Ctrl-C goes back one level, words are pointed at."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cli.review.pointing import read_pointing
from tests.reviewing import list_statements, review_typing

WORDS = "The river, she said, is ours; the river is ours to share.".split()


@pytest.mark.slow
@pytest.mark.parametrize(
    "keys", ["a\rp\r\rs\r", "c\rnote\rq\r", "h\rheadline\rx\r", "a\rp\r\x15u\r", "c\ras\ra\r"]
)
def test_a_key_typed_where_words_are_asked_for_is_not_taken(library, keys):
    shown = review_typing(library, keys)
    assert "is a key, and this asks for words" in shown or "Type the numbers of words" in shown
    assert list_statements(library) == []


@pytest.mark.slow
@pytest.mark.parametrize(
    ("keys", "back"),
    [
        ("t\rriver-treaty\r\x03\x03", 1),  # value, issue
        ("t\rriver-treaty\ropposes\r\x03\x03\x03", 1),
        ("c\rsourcing\r\x03\x03", 1),
        ("c\rdate\r2025-07-08\r\x03\x03\x03", 1),
        ("a\rp\r\x03\x03", 1),  # name, what an unknown name is
        ("a\rp\r\r\x03", 1),
        ("h\rheadline\r\x03\x03", 1),
        ("n\r\x03g\r\x03m\r\x03", 3),
    ],
)
def test_ctrl_c_goes_back_one_level_and_leaves_from_the_keys(library, keys, back):
    shown = review_typing(library, keys)
    assert shown.count("Nothing was changed.") == back
    again = review_typing(library, f"{keys}\x03")
    assert again.endswith("Run the same command again to go on.\n")


@pytest.mark.slow
def test_after_going_back_the_question_before_is_asked_again(library):
    keys = "t\rriver-treaty\r\x03ferry-ban\ropposes\rvelmora\rc\rnote\rShe spoke for Velmora.\ra\rp\r\rNo.\r"
    review_typing(library, f"{keys}s\rs\rw\r")
    (statement,) = list_statements(library)
    assert [s.issue for s in statement.stances] == ["ferry-ban"]


@pytest.mark.slow
def test_a_misspelled_holder_is_asked_for_again(library):
    shown = review_typing(library, "t\rriver-treaty\ropposes\rvelmoraa\r")
    assert '"velmoraa" is not a choice here.' in shown


@pytest.mark.slow
def test_words_are_shown_as_they_are_taken(library):
    shown = review_typing(library, "c\ras\rmayor of Ostby\r")
    assert "Takes: mayor of Ostby" in shown
    assert "as         mayor of Ostby" in shown


@pytest.mark.parametrize(
    ("typed", "runs"),
    [
        ("2", [(1, 1)]),
        ("9 - 10", [(8, 9)]),
        ("ours to share", [(9, 11)]),
        ("she … ours to", [(2, 10)]),
        ("river, she", [(1, 2)]),
    ],
)
def test_words_are_pointed_at_by_number_or_as_printed(typed, runs):
    assert read_pointing(typed, WORDS) == runs


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("The river", "is printed 2 times here. Choose one by its numbers: 1-2, 7-8."),
        ("the lake", '"the lake" is not printed here.'),
        ("s", "Type the numbers of words"),
        ("1-2 4-5", "Give at most 1 run of words."),
        ("13", "The words have the numbers 1 to 12."),
        ("4-2", "the lower one first"),
    ],
)
def test_what_is_wrong_with_pointing_is_said(typed, why):
    assert why in read_pointing(typed, WORDS)


@given(st.text(max_size=30), st.lists(st.text(min_size=1, max_size=6), max_size=12))
def test_any_pointing_is_words_that_are_there_or_a_reason(typed, words):
    found = read_pointing(typed, words, parts=3)
    assert isinstance(found, str) or all(0 <= a <= b < len(words) for a, b in found)
