"""Quotes of one statement are held against the words together."""

from __future__ import annotations

import pytest

from knowledge.check_quote.verdict import Verdict
from knowledge.check_quote.verification import verify_quote

BAN = "This is not the time to ease the ferry ban"
HOME = "We will keep the ban until the last fisherman is home."


JOINED = "ease the ferry ban … We will keep the ban"


@pytest.mark.parametrize(
    "asked",
    [
        JOINED,
        f"{BAN} … {HOME}",
        f"{BAN}... {HOME}",
        f"{BAN}. {HOME}",
        f"{BAN}, {HOME}",
        "to ease the ferry ban. We will keep",
    ],
)
def test_parts_of_two_quotes_of_one_statement_are_a_part_of_it(kb, with_texts, asked):
    found = verify_quote(kb, asked, "orin-dask")
    assert found.comparison.verdict is Verdict.PART
    assert found.comparison.quote_count == 2
    assert found.comparison.unrecorded_gap
    assert ([s.id for s in found.statements], found.theirs) == (["dask-ferry-ban"], True)
    between = "Dask told reporters that evening in front of the customs house. He added:"
    held = verify_quote(with_texts, asked, "orin-dask").comparison
    assert (held.verdict, held.unrecorded_gap) == (Verdict.PART, False)
    assert between in " ".join(held.left_out)
    assert held.beyond >= len(between.split())


def test_a_join_with_a_word_changed_is_held_against_both_quotes(kb):
    found = verify_quote(kb, f"{BAN.replace('ease', 'end')} … {HOME.replace('We', 'I')}")
    changes = [(d.asked, d.printed) for d in found.comparison.differences]
    assert changes == [("end", "ease"), ("I", "We")]


def test_a_quote_within_the_narration_of_its_statement_is_near_by_itself(shipped_kb):
    asked = "will not engage in “talks” with North Korea, but could accept a “chat.”"
    found = verify_quote(shipped_kb, asked, "japan")
    assert [(d.asked, d.printed) for d in found.comparison.differences] == [
        ("“talks”", "“dialogue”")
    ]
