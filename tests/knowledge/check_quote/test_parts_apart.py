"""Parts of the words that nothing prints as one are verified one by one."""

from __future__ import annotations

import pytest

from knowledge.check_quote.verdict import Verdict
from knowledge.check_quote.verification import verify_quote

BAN = "This is not the time to ease the ferry ban"
HOME = "We will keep the ban until the last fisherman is home."


@pytest.mark.parametrize(
    ("asked", "verdicts", "statements"),
    [
        ("not the time to ease the ferry ban … will open the border", ["part", "part"], ["dask-ferry-ban", "vehl-before-snow"]),
        (f"{BAN}. Without a ferry, there is nobody to talk to", ["exact", "exact"], ["dask-ferry-ban", "marrow-ferry-first"]),
        ("keep the ban … This is not the time", ["part", "part"], ["dask-ferry-ban", "dask-ferry-ban"]),
        (f"{BAN} … will open the harbor before the first snow", ["exact", "differs"], ["dask-ferry-ban", "vehl-before-snow"]),
    ],
)  # fmt: skip
def test_parts_that_nothing_prints_as_one_are_told_by_themselves(kb, asked, verdicts, statements):
    found = verify_quote(kb, asked)
    assert found.comparison.verdict is Verdict.DIFFERS
    assert found.printed is None
    assert [part.comparison.verdict for _, part in found.parts] == verdicts
    assert [s.id for _, part in found.parts for s in part.statements] == statements


def test_a_text_mixes_no_quotation_with_narration_of_another_sentence(with_texts):
    found = verify_quote(with_texts, "We will keep the ban … It asks for three crossings")
    assert [part.comparison.verdict for _, part in found.parts] == [Verdict.PART, Verdict.PART]
    narrated = "A map that he held up … a common toll and a bell"
    assert verify_quote(with_texts, narrated).comparison.verdict is Verdict.PART


@pytest.mark.parametrize("part", ["a", "the", "ferry", "the ferry ban"])
def test_words_with_more_than_twenty_cuts_are_not_checked(with_texts, part):
    """They could be sought in every order and number; a verdict on some of them would be wrong."""
    verdicts = [
        verify_quote(with_texts, " … ".join([part] * n)).comparison.verdict for n in (20, 21, 900)
    ]
    assert verdicts[0] is not Verdict.NOT_CHECKED
    assert verdicts[1:] == [Verdict.NOT_CHECKED] * 2


def test_parts_beyond_the_sixth_are_said_not_to_be_checked(with_texts):
    quotes = [BAN, HOME, "will open the border before the first snow."]
    asked = " … ".join(quotes * 3)
    *told, (rest, last) = verify_quote(with_texts, asked).parts
    assert {found.comparison.verdict for _, found in told} == {Verdict.EXACT}
    assert (len(told), rest, last.comparison.verdict) == (6, " … ".join(quotes), "not_checked")


def test_quotations_of_several_sentences_run_together_are_still_told_apart(with_texts):
    found = verify_quote(with_texts, f"a late spring {BAN}")
    assert [part for part, _ in found.parts] == ["a late spring", BAN]


def test_a_part_is_not_held_against_a_source_that_has_but_half_of_its_words(shipped_kb):
    asked = (
        "While it’s difficult to comment … our army will … to deter … North Korea’s missile threats"
    )
    *_, (_, last) = verify_quote(shipped_kb, asked).parts
    assert (last.comparison.verdict, last.printed) == (Verdict.NOT_FOUND, None)
