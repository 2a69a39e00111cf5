"""An issue asked about with nobody named is no question of whoever alone has a position on it."""

from __future__ import annotations

import pytest

from bot.answers.answer import Outcome
from bot.cli.ask import ask


@pytest.mark.parametrize(
    ("typed", "speakers"),
    [
        ("what's on record about the abduction issue since 2020", {"yoshihide-suga", "cho-tae-yong"}),
        ("anything on abductions in 2024?", {"cho-tae-yong"}),
        ("abductions in 2024", {"cho-tae-yong"}),
        ("what has been said on trilateral cooperation since 2024", {"shin-won-sik", "cho-tae-yong"}),
    ],
)  # fmt: skip
def test_all_that_is_on_record_on_an_issue_of_some_days_is_in_its_timeline(
    shipped_kb, today, typed, speakers
):
    answer = ask(shipped_kb, typed, today).answer
    assert answer.command == "timeline"
    assert speakers <= {said.speaker.id for said in answer.statements if said.speaker}


def test_nothing_of_the_days_is_nothing_on_record(shipped_kb, today):
    answer = ask(shipped_kb, "abductions in 2022", today).answer
    assert answer.outcome is Outcome.NO_RECORD


@pytest.mark.parametrize("typed", ["japan on abductions in 2024", "abductions as of 2025"])
def test_a_holder_or_a_single_day_asks_for_a_position(shipped_kb, today, typed):
    assert ask(shipped_kb, typed, today).answer.command == "stance"


@pytest.mark.parametrize(("typed", "is_led"), [("abductions", True), ("nuclear status", False)])
def test_the_card_of_the_only_position_leads_to_what_others_said(shipped_kb, today, typed, is_led):
    asked = [choice.question for choice in ask(shipped_kb, typed, today).answer.choices]
    assert any(question.startswith("/timeline") for question in asked) is is_led
