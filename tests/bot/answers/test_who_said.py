"""'/check who said “…”?' is a check, with marks or without, and no question about a name."""

from __future__ import annotations

from datetime import date

import pytest

from bot.cli.ask import ask

TODAY = date(2026, 1, 1)
BAN = "This is not the time to ease the ferry ban"


@pytest.mark.parametrize(
    "typed",
    ["/check who said “{}”?", "/check who said: “{}”", "/check Who says “{}”", "/check who warned “{}”?",
     "/check who: “{}”", "/check who said {}?", "/check who said that {}", "/stance check who said “{}”?",
     "/whois called it “{}”?", "/check source “{}”", "/check who in Velmora said “{}”?"],
)  # fmt: skip
def test_who_said_words_is_asked_of_these_words(kb, typed):
    answer = ask(kb, typed.format(BAN), TODAY).answer
    assert answer.command == "check"
    assert [check.asked for check in answer.checks] == [BAN]
    assert answer.statements


@pytest.mark.parametrize("typed", ["/check who dask", "/whois dask"])
def test_who_before_a_name_is_still_the_command(kb, typed):
    assert ask(kb, typed, TODAY).answer.command == "who"
