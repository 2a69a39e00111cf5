"""The most similar printed words, by whom they are, and what differs in them."""

from __future__ import annotations

import pytest

from knowledge.check_quote.verdict import Verdict
from knowledge.check_quote.verification import verify_quote

BAN = "This is not the time to ease the ferry ban"
HOME = "We will keep the ban until the last fisherman is home."


@pytest.mark.parametrize(
    "asked", ["ferry banana", "time flies", "We will win", "dead parrot", "a border", "snow banana", "is not that"]
)  # fmt: skip
def test_words_that_share_a_word_or_two_with_a_quote_are_near_nothing(with_texts, asked):
    assert verify_quote(with_texts, asked).comparison.verdict is Verdict.NOT_FOUND


@pytest.mark.parametrize(
    ("asked", "printed"),
    [
        ("the ban until the last sailor is home", HOME),
        ("time to ease a ferry ban", BAN),
        ("cant sign a paper that nobody has read", "can’t sign a paper that nobody has read."),
        (f"In a speech that was long and loud he told all of Lund and the valley: {BAN.replace('not', 'now')}, and went on to talk of herring and of bells until the rain came down", BAN),
    ],
)  # fmt: skip
def test_a_fragment_and_a_longer_text_with_one_word_changed_are_near(kb, asked, printed):
    found = verify_quote(kb, asked)
    assert (found.comparison.verdict, found.printed.words) == (Verdict.DIFFERS, printed)


def test_sentences_with_a_word_changed_are_held_against_as_many_of_the_text(with_texts):
    asked = "The paper has twelve pages and a map of 3,500 wells, some of them dry. Farmers on either side of the lake have waited for an answer since the autumn fair"
    found = verify_quote(with_texts, asked).comparison
    assert [(d.asked, d.printed) for d in found.differences] == [
        ("twelve", "eleven"),
        ("lake", "river"),
    ]
    assert found.left_out == ("and many of them sold their cattle early.",)


def test_a_quote_on_record_comes_before_the_text_that_is_as_near(with_texts):
    found = verify_quote(with_texts, BAN.replace("ease", "end"))
    assert (found.of_text, [s.id for s in found.statements]) == (False, ["dask-ferry-ban"])


def test_a_stray_word_far_before_a_fragment_hides_it_not(with_texts):
    found = verify_quote(with_texts, "after bridge and a ferry had stayed")
    assert found.comparison.verdict is Verdict.DIFFERS
    assert [d.asked for d in found.comparison.differences] == ["after", "a"]


@pytest.mark.parametrize(
    "asked",
    [
        "North Tarsk and the South of it remain in a state of peace",
        "The North Tarsk and the Velm City of the South",
    ],
)
def test_names_and_small_words_alone_are_near_nothing(with_texts, asked):
    assert verify_quote(with_texts, asked).comparison.verdict is Verdict.NOT_FOUND


@pytest.mark.parametrize(
    "asked",
    ["North Korea is not trustworthy", "North Korea is our neighbour",
     "Japan is not afraid of North Korea", "Japan and South Korea are friends"],
)  # fmt: skip
def test_names_with_an_ending_or_amid_small_words_are_near_nothing(shipped_kb, asked):
    assert verify_quote(shipped_kb, asked).comparison.verdict is Verdict.NOT_FOUND


@pytest.mark.parametrize(
    ("asked", "speaker", "own"),
    [
        ("North Korea's nuclear and missile programs are an urgent priority", "ned-price",
         "price-urgent-priority"),
        ("North Korea’s nuclear and missile programs are a priority", "ned-price",
         "price-urgent-priority"),
        ("We will reject a formal end to the Korean War", "north-korea",
         "north-korea-hostile-policy"),
    ],
)  # fmt: skip
def test_near_words_of_the_speaker_go_before_nearer_ones_of_others(shipped_kb, asked, speaker, own):
    assert verify_quote(shipped_kb, asked, speaker).statements[0].id == own
    assert verify_quote(shipped_kb, asked).statements[0].id != own


@pytest.mark.parametrize("speaker", ["rex-tillerson", "ned-price", "kang-kyung-hwa"])
def test_words_hardly_changed_stay_those_of_who_said_them(shipped_kb, speaker):
    asked = "This is not the hour to reduce pressure or reward the DPRK"
    found = verify_quote(shipped_kb, asked, speaker)
    assert (found.statements[0].speaker.id, found.theirs) == ("taro-kono", False)
