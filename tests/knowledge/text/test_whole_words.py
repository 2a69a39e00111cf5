"""Words among others, each of them whole."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.text.whole_words import are_among, find_whole

LETTERS = st.text(alphabet="aé _-.'", max_size=30)


@pytest.mark.parametrize(
    ("words", "printed", "places"),
    [
        ("dask", "dask and daskin, not orin dask", [0, 26]),
        ("jong-un", "kim jong-un, jong-unlike", [4]),
        ("a", "a_b", []),
        ("", "nothing is sought", []),
    ],
)
def test_whole_words_are_found(words, printed, places):
    assert list(find_whole(words, printed)) == places


def test_no_word_is_found_beside_the_stretch_that_is_looked_through():
    assert list(find_whole("dask", "dask dask dask", 1, 10)) == [5]
    assert list(find_whole("dask", "daskin", 0, 4)) == []


@given(words=LETTERS.filter(bool), printed=LETTERS)
def test_a_place_is_one_that_a_pattern_finds(words, printed):
    whole = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")
    assert set(find_whole(words, printed)) <= {m.start() for m in _overlapping(whole, printed)}
    assert bool(list(find_whole(words, printed))) <= bool(whole.search(printed))


def _overlapping(pattern, printed):
    return filter(None, (pattern.match(printed, at) for at in range(len(printed))))


def test_words_among_others_are_whole():
    assert are_among("not", "It is Not so")
    assert not are_among("not", "nothing")
