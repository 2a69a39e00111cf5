"""A printed sentence without marks, amid other words: it is checked, whatever stands beside it."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answers.printed_sentences import mark_printed
from bot.cli.ask import ask

TODAY = date(2026, 1, 1)
PRESSURE = "This is not the time to reduce pressure or reward the DPRK."


@pytest.mark.parametrize(
    "typed",
    [
        f"someone {PRESSURE}",
        f"- {PRESSURE}",
        f"is it true? {PRESSURE}",
        f"{PRESSURE} True?",
        f"{PRESSURE} — true?",
        f"hi! {PRESSURE}",
        f"From the wire: {PRESSURE}",
        f"URGENT {PRESSURE}",
        f"pls verify — {PRESSURE}",
        f"can someone check: {PRESSURE}",
        f"confirm? {PRESSURE}",
        f"check — {PRESSURE}",
        f"FYI: {PRESSURE}",
    ],
)
def test_it_is_checked_as_it_stands(shipped_kb, typed):
    (check,) = ask(shipped_kb, typed, TODAY).answer.checks
    assert (check.asked, check.verdict) == (PRESSURE, "exact")


def test_whoever_is_named_beside_it_is_its_speaker(shipped_kb):
    (check,) = ask(shipped_kb, f"is it true? {PRESSURE} Moon?", TODAY).answer.checks
    assert (check.speaker.id, check.verdict) == ("moon-jae-in", "not_theirs")


@pytest.mark.parametrize(
    "typed",
    [
        PRESSURE,
        f"“{PRESSURE}” true?",
        "Where does Japan stand on pressure?",
        "This is not the time to reduce pressure or reward Japan.",
        f"{PRESSURE} " * 60,
    ],
)
def test_other_words_stay_as_they_are(shipped_kb, typed):
    assert mark_printed(shipped_kb, typed) == typed
