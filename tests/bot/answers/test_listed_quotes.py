"""A list of words without marks under a heading is checked item by item, and none is lost."""

from __future__ import annotations

from datetime import date

import pytest

from bot.cli.ask import ask

TODAY = date(2026, 11, 21)
PRESSURE = "This is not the time to reduce pressure or reward the DPRK."
TRUST = "North Korea has not shown that it is a trustworthy negotiating partner"


@pytest.mark.parametrize("bullets", [("• ", "• "), ("- ", "- "), ("1. ", "2) ")])
@pytest.mark.parametrize("heading", ["Kono's quotes:", "Quotes by Kono:", "Kono said:"])
def test_each_item_of_a_list_is_checked_for_whom_the_heading_names(shipped_kb, heading, bullets):
    items = (f"{bullet}{words}" for bullet, words in zip(bullets, [PRESSURE, TRUST], strict=True))
    answer = ask(shipped_kb, "\n".join([heading, *items]), TODAY).answer
    assert answer.command == "check"
    assert [check.verdict for check in answer.checks] == ["exact", "not_theirs"]


def test_an_item_that_nothing_prints_is_told_so(shipped_kb):
    answer = ask(shipped_kb, f"Kono's quotes:\n• We eat noodles\n• {PRESSURE}", TODAY).answer
    assert [check.verdict for check in answer.checks] == ["not_in_our_articles", "exact"]


def test_a_printed_item_is_checked_below_a_line_that_is_no_heading(shipped_kb):
    answer = ask(shipped_kb, f"Kono's quotes\n• {PRESSURE}", TODAY).answer
    assert [check.verdict for check in answer.checks] == ["exact"]


def test_a_stranger_in_the_heading_is_named(shipped_kb):
    answer = ask(shipped_kb, f"Pompeo's quotes:\n• {PRESSURE}", TODAY).answer
    assert answer.not_understood == ("Pompeo",)
    assert "Exact, speaker not checked" in ask(shipped_kb, answer.asked, TODAY).message.text


def test_a_heading_that_names_nobody_may_ask_for_the_check(shipped_kb):
    answer = ask(shipped_kb, f"Quotes to check:\n• {PRESSURE}", TODAY).answer
    assert [check.verdict for check in answer.checks] == ["exact"]


@pytest.mark.parametrize(
    "typed",
    ["Japan on:\n• pressure\n• talks", "Kono's quotes:\n• pressure"],
)
def test_another_list_is_read_as_before(shipped_kb, typed):
    assert ask(shipped_kb, typed, TODAY).answer.command != "check"
