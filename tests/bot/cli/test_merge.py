"""`stancebook merge`: with and without "into"."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize("words", [("teva-dask", "into", "orin-dask"), ("teva-dask", "orin-dask")])
def test_one_becomes_a_part_of_the_other(stancebook, upkept, words):
    made = stancebook("merge", *words, *upkept.options)
    assert made.exit_code == 0
    assert "Teva Dask is a part of Orin Dask now" in made.output
    assert "people/teva-dask.yaml" not in upkept.files()
    assert "Orin Dask" in stancebook("ask", "/who teva-dask", *upkept.options).output


@pytest.mark.parametrize("words", [(), ("teva-dask",), ("a", "b", "c"), ("a", "b", "into")])
def test_two_entries_have_to_be_named(stancebook, upkept, words):
    before = upkept.files()
    assert stancebook("merge", *words, *upkept.options).exit_code == 2
    assert upkept.files() == before


def test_a_dry_run_writes_nothing(stancebook, upkept):
    before = upkept.files()
    tried = stancebook("merge", "teva-dask", "orin-dask", "--dry-run", *upkept.options)
    assert tried.output.endswith("Nothing is written: --dry-run.\n")
    assert upkept.files() == before
