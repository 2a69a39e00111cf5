"""British and American spellings are one; words that only look like them stay apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.text.spelling import american


@pytest.mark.parametrize(
    ("british", "own"),
    [
        ("programme", "program"),
        ("defence", "defense"),
        ("favourable", "favorable"),
        ("sceptical", "skeptical"),
        ("travelled", "traveled"),
        ("centre", "center"),
        ("totalled", "totaled"),
        ("denuclearisation", "denuclearization"),
        ("denuclearised", "denuclearized"),
        ("weaponising", "weaponizing"),
    ],
)
def test_a_british_spelling_becomes_the_american_one(british, own):
    assert american(british) == american(own) == own


@pytest.mark.parametrize(
    "word",
    "promise exercise surprised arise enterprise comprises improvisation tonne tranquilly "
    "controlled denuclearize 평양 café".split(),
)
def test_another_word_stays_as_it_is(word):
    assert american(word) == word


@given(st.text())
def test_no_word_has_a_spelling_of_a_spelling(word):
    assert american(american(word)) == american(word)
