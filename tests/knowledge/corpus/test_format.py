"""The number that an entry's file gives: the oldest format that has what is in it."""

from __future__ import annotations

import pytest

from knowledge.corpus.format import FORMAT, NEWEST, find_format


@pytest.mark.parametrize(
    "newer",
    [
        {"former_ids": ["old"]},
        {"retired": [{"id": "gone"}]},
        {"statements": [{"quotes": [{"kind": "labeled", "exact": "We will not wait."}]}]},
    ],
)
def test_what_came_later_needs_the_newer_format(newer):
    assert find_format({"id": "an-entry", **newer}) == NEWEST


@pytest.mark.parametrize("kind", ["direct", "narration"])
def test_an_entry_without_it_is_of_the_older_one(kind):
    quote = {"kind": kind, "exact": "They were labeled as hostile."}
    assert find_format({"id": "an-entry", "statements": [{"quotes": [quote]}]}) == FORMAT
