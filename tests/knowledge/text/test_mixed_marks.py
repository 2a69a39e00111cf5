"""Marks of mixed kinds that pair by their places, and those that are left as they are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.text.mixed_marks import make_curly
from knowledge.text.typed_marks import typed_pairs
from tests.steps import LINEAR, growth

TYPED = st.text(st.sampled_from("ab '\"“”„‟‘’`\n,.(:"), max_size=30)


def words(typed):
    return [pair.words.strip() for pair in typed_pairs(typed)]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ('Dask said “keep it" and Vehl said “open it".', ["keep it", "open it"]),
        ('Dask: "keep it”, Vehl: "open it“', ["keep it", "open it"]),
        ('(“keep it") and “open it”', ["keep it", "open it"]),
        ("Dask said ''keep it''", ["keep it"]),
        ("Dask said ``keep it'' – Vehl ‘‘open it’’", ["keep it", "open it"]),
        (",,keep it'' says Dask", ["keep it"]),
        ("»keep it«, sagte Dask, »open it« Vehl", ["keep it", "open it"]),
        ("check ›keep it‹ (Dask)", ["keep it"]),
        ("« keep it » Dask", ["keep it"]),
        ("''it’s Dask's, y'all''", ["it’s Dask's, y'all"]),
    ],
)
def test_marks_of_mixed_kinds_pair_by_their_places(typed, expected):
    assert words(typed) == expected


@pytest.mark.parametrize(
    "typed",
    [
        "“keep it” and „open it“",
        'a "b “c” d" e',
        "“a “b” c",
        'keep it" he said "open it',
        "5'11'' tall",
        "rock ''n roll",
        "''",
        '"',
    ],
)
def test_other_marks_are_left_as_they_are(typed):
    assert make_curly(typed) == typed


@given(TYPED)
def test_no_word_and_no_place_changes(typed):
    curly = make_curly(typed)
    assert len(curly) == len(typed)
    assert [c for c in curly if c.isalpha()] == [c for c in typed if c.isalpha()]


@given(TYPED)
def test_pairs_of_any_marks_stand_in_order_and_hold_their_words(typed):
    end = 0
    for pair in typed_pairs(typed):
        assert end <= pair.start < pair.end <= len(typed)
        assert pair.words.strip() in typed[pair.start : pair.end]
        end = pair.end


@pytest.mark.parametrize("piece", ["''a'' ", "``a '' ", '“a" ', '"a“ ', "''", "'' ''"])
def test_it_grows_with_the_text_and_no_faster(piece, monkeypatch):
    monkeypatch.setattr("knowledge.text.typed_marks._LONGEST_KEPT", 0)
    assert growth(typed_pairs, piece) < LINEAR
