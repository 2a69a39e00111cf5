"""What frames the words in their sentence is told, and whether that is held."""

from __future__ import annotations

import pytest

from knowledge.check_quote.verdict import Verdict
from knowledge.check_quote.verification import verify_quote

BAN = "This is not the time to ease the ferry ban"
HOME = "We will keep the ban until the last fisherman is home."


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("North Tarsk will reject an opening of the border", {"condition", "attribution"}),
        ("talk with North Tarsk", {"condition"}),
        (BAN, set()),
        (f"{BAN}.", set()),
    ],
)
def test_what_frames_the_words_is_named_with_and_without_the_text(kb, with_texts, asked, told):
    for opened in (kb, with_texts):
        found = verify_quote(opened, asked).comparison
        assert told <= {change.kind for change in found.meaning_changes}
        assert told or not found.meaning_changes


def test_a_fragment_whose_sentence_is_not_held_is_said_to_be_one(kb, with_texts):
    asked = "will open the border before the first snow."
    assert verify_quote(kb, asked).comparison.fragment
    assert not verify_quote(with_texts, asked).comparison.fragment
    assert not verify_quote(kb, BAN).comparison.fragment


@pytest.mark.parametrize(
    ("asked", "verdict"),
    [
        ("Velmora is not ready to back a South Tarsk plan", "part"),
        ("not ready to back a South Tarsk plan … diplomatic sources said", "part"),
        ("Velmora is not ready to back a South Tarsk plan to sink the ferry", "not_proved"),
    ],
)
def test_a_record_with_cuts_says_that_it_lacks_the_rest_of_the_sentence(
    kb, with_texts, asked, verdict
):
    found = verify_quote(kb, asked).comparison
    assert (found.verdict, found.fragment) == (verdict, True)
    assert not verify_quote(with_texts, asked).comparison.fragment


def test_a_slice_between_two_cuts_is_exact_and_a_fragment(shipped_kb):
    asked = "she supported strengthening sanctions against the DPRK"
    found = verify_quote(shipped_kb, asked).comparison
    assert (found.verdict, found.fragment) == (Verdict.EXACT, True)


def test_what_is_printed_around_a_sentence_on_record_is_not_held(kb, with_texts):
    asked = "He is glad. Marrow also said that Velmora would talk with North Tarsk only if the North reopens the ferry line."
    found = verify_quote(kb, asked).comparison
    assert (found.verdict, found.unproved_words) == (Verdict.NOT_PROVED, ("He is glad.",))
    at_hand = verify_quote(with_texts, asked).comparison
    assert [d.asked for d in at_hand.differences] == ["He is glad."]
    direct = verify_quote(kb, f"He is glad. {BAN}").comparison
    assert (direct.verdict, direct.unproved_words) == (Verdict.DIFFERS, ())
