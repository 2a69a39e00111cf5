"""The same words in another writing, and words that are near and others."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.text.article_text import Text, fold
from knowledge.text.same_words import (
    are_same_words,
    find_same_words,
    list_keys,
    list_variants,
    list_writings,
)


@pytest.mark.parametrize(
    ("asked", "printed"),
    [
        ("Premature", "premature"),
        ("PREMATURE", "premature"),
        ("premature", "Premature"),
        ("premature!", "premature"),
        ("premature?", "premature."),
        ("pre-mature", "premature"),
        ("pre mature", "premature"),
        ("premature", "pre-mature"),
        ("cease fire talks", "ceasefire talks"),
        ("cease-fire", "ceasefire"),
        ("the end of war declaration", "the end-of-war declaration"),
        ("THIS IS NOT THE TIME", "This is not the time"),
        ("this isn’t the time", "this is not the time"),
        ("this is not the time", "this isn't the time"),
        ("it’s not the time", "it isn’t the time"),
        ("we cannot wait", "we can't wait"),
        ("we can not wait", "we can’t wait"),
        ("we will not wait", "we won’t wait"),
        ("it’s begun", "it has begun"),
        ("it’s time", "it is time"),
        ("he’d gone", "he had gone"),
        ("let’s talk", "let us talk"),
        ("the defence programme", "the defense program"),
        ("denuclearisation first", "Denuclearization first"),
        ("THE DPRK’S NEIGHBOUR", "the DPRK’s neighbor"),
        ("talk to us", "talk to US"),  # all in one case
    ],
)
def test_words_in_another_writing_are_the_same(asked, printed):
    assert are_same_words(fold(asked), fold(printed))
    text = Text(f"He said: “{printed}”, and left.")
    found = find_same_words(text, fold(asked))
    assert [text[span].rstrip(".") for span in found] == [fold(printed).rstrip(".")]


@pytest.mark.parametrize(
    ("asked", "printed"),
    [
        ("this is now the time", "this is not the time"),
        ("it has finished", "it is finished"),
        ("he had gone", "he would gone"),
        ("we shall not go", "we will not go"),
        ("its plan", "it’s plan"),
        ("we are now here", "we are nowhere"),
        ("may be so", "maybe so"),
        ("not able", "notable"),
        ("he will re-sign", "he will resign"),
        ("Japan will help us", "Japan will help US"),
        ("Japan may go", "Japan May go"),
        ("no, we go", "no we go"),
        ("we can’t go", "we can go"),
        ("3,500 wells", "3500 wells"),
        ("binding", "non-binding"),
        ("cant sign", "can’t sign"),
    ],
)
def test_other_words_are_not_the_same(asked, printed):
    assert find_same_words(Text(f"He said: “{printed}”, and left."), fold(asked)) == []


def test_each_difference_is_listed_by_itself():
    asked, printed = "THIS isn’t the defence-plan!", "This is not the defense plan."
    assert list_variants(fold(asked), fold(printed)) == [
        ("THIS isn't", "This is not"),
        ("defence-plan!", "defense plan."),
    ]
    assert list_variants("ease the ban.", "ease the ban,") == []


@pytest.mark.parametrize(
    ("asked", "printed", "writings"),
    [
        ("THIS", "This", {"capital letters"}),
        ("isn't", "is not", {"contractions"}),
        ("won't", "will not", {"contractions"}),
        ("defence", "defense", {"spelling"}),
        ("Defence", "defense", {"spelling"}),
        ("pre-mature", "premature", {"hyphens or spaces"}),
        ("pre-mature", "pre mature", {"hyphens or spaces"}),
        ("ban!", "Ban.", {"end marks", "capital letters"}),
        ("ban", "ban", set()),
    ],
)
def test_it_is_told_by_what_two_writings_differ(asked, printed, writings):
    assert list_writings(asked, printed) == writings


WORDS = st.lists(st.sampled_from("it's is has not isn't pre-mature premature now here, US us. We'd".split()), max_size=8)  # fmt: skip


@given(WORDS.map(" ".join))
def test_words_are_the_same_as_themselves_in_any_case(words):
    assert are_same_words(words, words)
    assert are_same_words(words.upper(), words)
    assert list_keys(words.upper()) == list_keys(words)


@given(WORDS.map(" ".join), WORDS.map(" ".join))
def test_whether_words_are_the_same_does_not_depend_on_which_is_asked(one, other):
    lower = one.lower(), other.lower()
    assert are_same_words(*lower) == are_same_words(*lower[::-1])


@pytest.mark.parametrize(
    ("asked", "printed"),
    [
        ("would've", "would have"),
        ("could’ve", "could have"),
        ("should’ve", "should have"),
        ("might've", "might have"),
        ("who've", "who have"),
        ("there'd", "there would"),
        ("he'd've", "he would have"),
    ],
)
def test_two_words_with_an_apostrophe_are_a_contraction(asked, printed):
    assert are_same_words(fold(f"nobody {asked} come"), fold(f"nobody {printed} come"))


def test_a_last_period_is_no_difference_of_words_that_differ_anyway():
    assert list_variants("two note-books.", "two notebooks") == [("note-books", "notebooks")]
    assert list_variants("two note-books!", "two notebooks") == [("note-books!", "notebooks")]


def test_very_many_endings_in_a_row_are_read_as_one_word():
    assert len(list_keys("he" + "'s" * 1_500)) == 1
