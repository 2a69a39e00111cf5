"""A person on record beside printed words that nothing parts from the name."""

from __future__ import annotations

from datetime import date

import pytest

from bot.cli.ask import ask

TODAY = date(2026, 11, 21)
BAN = "This is not the time to ease the ferry ban"


@pytest.mark.parametrize(
    "typed",
    [
        "vehl ferry ban",
        "ferry ban vehl",
        "ferry ban, vehl",
        "jonas vehl the ferry ban",
        "ferry ban by jonas vehl",
        "the ferry ban, jonas vehl, 2024",
        "ferry ban, vehl, March 2024",
        f"{BAN} by vehl",
    ],
)
def test_a_person_beside_few_words_that_are_checked_is_not_one_of_them(kb, typed):
    (check,) = ask(kb, f"/check {typed}", TODAY).answer.checks
    assert "vehl" not in check.asked.lower()
    assert check.verdict == "not_theirs" or check.theirs is False
    assert check.speaker.name == "Jonas Vehl"


@pytest.mark.parametrize("typed", ["{} premature", "premature {}", "is premature from {}?"])
@pytest.mark.parametrize("who", ["foreign minister Taro Kono", "Japanese foreign minister Kono"])
def test_a_name_with_its_office_is_parted_from_a_few_words(shipped_kb, typed, who):
    (check,) = ask(shipped_kb, f"/check {typed.format(who)}", TODAY).answer.checks
    assert (check.asked, check.verdict) == ("premature", "not_theirs")
    assert check.speaker.name == "Taro Kono"
