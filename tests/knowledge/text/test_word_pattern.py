"""A pattern of many words finds what the words one after the other find."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.text.word_pattern import any_of

_LETTERS = st.sampled_from("ab- .")
_WORDS = st.lists(st.text(_LETTERS, min_size=1, max_size=5), min_size=1)


@pytest.mark.parametrize("end", ["", r"\b", "(?= a)"])
@given(words=_WORDS, text=st.text(_LETTERS))
def test_it_matches_as_the_words_one_after_the_other_do(end, words, text):
    each = re.compile(f"(?:{'|'.join(map(re.escape, words))}){end}")
    at_once = re.compile(f"(?:{any_of(words)}){end}")
    assert [m.span() for m in at_once.finditer(text)] == [m.span() for m in each.finditer(text)]


def test_words_that_begin_alike_are_sought_once():
    assert any_of(["said", "told", "says"]) == "s(?:a(?:id|ys))|told"
