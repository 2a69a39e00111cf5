"""What somebody is said to have said, without marks: nearly printed words are held against print."""

from __future__ import annotations

from datetime import date

import pytest

from bot.cli.ask import ask

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("typed", "speaker", "verdict"),
    [
        ("Marrow said this is the time to ease the ferry ban", "Ilse Marrow", "differs"),
        (
            "Marrow says this is never the time to ease the ferry ban, right?",
            "Ilse Marrow",
            "differs",
        ),
        (
            "did Vehl say we will not keep the ban until the last fisherman is home?",
            None,
            "differs",
        ),
        ("Vehl: without a ferry, there is somebody to talk to", "Jonas Vehl", "differs"),
        ("Vehl: without a ferry, there is nobody to talk to", "Jonas Vehl", "not_theirs"),
    ],
)
def test_words_that_are_nearly_printed_are_checked(kb, typed, speaker, verdict):
    (check,) = ask(kb, typed, TODAY).answer.checks
    assert check.verdict == verdict
    assert speaker is None or check.speaker.name == speaker


@pytest.mark.parametrize(
    "typed",
    [
        "Marrow said the ferry ban should end",
        "Orin Dask said he supports the opening of the border",
        "did Velmora say it supports the opening of the border?",
    ],
)
def test_a_paraphrase_is_a_question(kb, typed):
    assert ask(kb, typed, TODAY).answer.command != "check"


def test_a_not_that_nobody_said_is_told(kb):
    answer = ask(kb, "Orin Dask says the plan is not premature", TODAY).answer
    assert answer.reason == "On record with “premature”, not with “not”:"
    answer = ask(kb, "Orin Dask says the plan is premature", TODAY).answer
    assert answer.reason == "On record with “premature”:"


def test_a_turned_word_in_marks_is_checked(kb):
    (check,) = ask(kb, "Orin Dask called the plan “not premature”", TODAY).answer.checks
    assert (check.asked, check.verdict) == ("not premature", "not_in_our_articles")


def test_what_one_person_did_not_say_is_not_said_to_be_nobodys(kb):
    reason = ask(kb, "Ilse Marrow said the plan is premature", TODAY).answer.reason
    assert reason.startswith("No statement on record by Ilse Marrow has ")
