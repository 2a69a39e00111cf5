"""A name that only looks like another is refused, with the letter that is of another script."""

from __future__ import annotations

import pytest

CYRILLIC = "U+0435 (CYRILLIC SMALL LETTER IE)"


@pytest.mark.parametrize(
    ("fields", "place"),
    [
        ({"name": "Jonas V\u0435hl"}, "name"),
        ({"aliases": ["J. Vehl", "Jonas V\u0435hl"]}, "aliases.1"),
        ({"weak_aliases": ["V\u0435hl"]}, "weak_aliases.0"),
    ],
)
def test_a_mixed_name_is_told_with_its_letter(curator, fields, place):
    curator.change("people/jonas-vehl", **fields)
    told = [line for line in curator.told() if "several scripts" in line]
    assert len(told) == 1
    assert (
        f"{place}: 'V\u0435hl' mixes letters of several scripts, among them {CYRILLIC}." in told[0]
    )


def test_a_name_wholly_in_another_script_stays(curator):
    curator.change("people/jonas-vehl", aliases=["Йонас Вель", "横田めぐみ"])
    assert not any("scripts" in line for line in curator.told())
