"""Greetings, signatures and labels around a quotation are no names, and leave its speaker read."""

from __future__ import annotations

from datetime import date

import pytest

from bot.cli.ask import ask

TODAY = date(2026, 1, 1)
BAN = "“This is not the time to ease the ferry ban”"


@pytest.mark.parametrize(
    "typed",
    ["Guten Tag, {}", "Merci! {}", "Bonjour,\n{}\nMerci", "{}\n\nSent from my iPhone", "Kicker: {}",
     "of a visit: {}", "ahead of the talks: {}", "approved for release: {}", "Our version: {}",
     "Pull quote: {}"],
)  # fmt: skip
@pytest.mark.parametrize("who", ["", "Orin Dask: "])
def test_a_greeting_or_a_label_is_no_speaker(kb, typed, who):
    (check,) = ask(kb, f"/check {typed.format(who + BAN)}", TODAY).answer.checks
    assert check.verdict == "exact"
    assert not check.unknown_names
    assert (check.speaker.name if check.speaker else "") == who.strip(": ")


@pytest.mark.parametrize("who", ["Tag Holm", "Denys Release", "Brenk"])
def test_a_name_beside_such_words_is_still_one(kb, who):
    (check,) = ask(kb, f"/check {who}: {BAN}", TODAY).answer.checks
    assert check.unknown_names
