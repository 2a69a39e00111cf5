"""Marks of quotation that are dictated or drawn."""

from __future__ import annotations

import pytest

from bot.answers.dictated_marks import mark_dictated


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Dask, quote, it is over, unquote", "Dask, “it is over”"),
        ("Dask said (and I quote) it is over (end quote)", "Dask said “it is over”"),
        ("Dask: quote it is over end quote.", "Dask: “it is over”."),
        ("Dask: <<it is over>>", "Dask: “it is over”"),
        ("Dask quote one unquote, Vehl quote two unquote", "Dask “one”, Vehl “two”"),
    ],
)
def test_dictated_marks_are_read_as_marks(typed, read):
    assert mark_dictated(typed) == read


@pytest.mark.parametrize(
    "typed",
    [
        "check this quote by Dask: “it is over”",
        "quote of the day",
        "Dask: quote it is over",
        "a << b",
    ],
)
def test_a_word_for_a_quotation_is_no_mark(typed):
    assert mark_dictated(typed) == typed
