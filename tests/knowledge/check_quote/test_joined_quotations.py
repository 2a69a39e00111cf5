"""Quotations run together in one typed text are found by what is printed."""

from __future__ import annotations

import pytest

from knowledge.check_quote.joined_quotations import split_at_printed
from knowledge.check_quote.verdict import Verdict
from knowledge.check_quote.verification import verify_quote

BAN = "This is not the time to ease the ferry ban"
SPRING = "a late spring"
HOME = "We will keep the ban until the last fisherman is home"


@pytest.mark.parametrize(
    ("asked", "parts"),
    [
        (f"{BAN} {HOME}", [BAN, HOME]),
        (f"{BAN}.\n{SPRING}", [f"{BAN}.", SPRING]),
        (f"{SPRING}, {HOME}.", [f"{SPRING},", f"{HOME}."]),
        (f"{HOME} and the fair is over {BAN}", [HOME, "and the fair is over", BAN]),
        (f"{BAN} and {HOME}", None),
        (f"Dask said {BAN}", None),
        ("the last fisherman", None),
        (HOME, None),
        ("", None),
    ],
)
def test_words_are_parted_where_a_printed_quotation_ends(asked, parts):
    printed = [f"{BAN}.", "the ban", SPRING, f"{HOME}.", "ban"]
    assert split_at_printed(asked, printed) == (parts or [asked])


@pytest.mark.parametrize(
    ("asked", "verdicts"),
    [
        (f"{BAN} {SPRING}.", ["exact", "exact"]),
        (f"{HOME}\n{SPRING}", ["exact", "exact"]),
        (f"{BAN}\nwill keep the ban until the last", ["exact", "part"]),
        (f"{HOME} and nobody shall ever know", []),
        (f"“{HOME}” {SPRING}", []),
        (f"He told them once and again {BAN}", []),
    ],
)
def test_parts_that_are_printed_are_verified_one_by_one(with_texts, asked, verdicts):
    found = verify_quote(with_texts, asked)
    assert found.comparison.verdict is Verdict.DIFFERS
    assert [part.comparison.verdict for _, part in found.parts] == verdicts
