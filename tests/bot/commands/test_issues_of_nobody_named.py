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


@pytest.mark.parametrize(
    ("typed", "statements"),
    [
        ("who spoke about abductions?", 4),
        ("who commented on the end-of-war declaration?", 7),
        ("who has spoken about ending the Korean War", 7),
        ("who commented on Japan-North Korea talks?", 16),
        ("who in Japan has spoken about abductions?", 2),
    ],
)
def test_who_spoke_on_an_issue_is_told_by_the_issue_and_not_by_its_name_s_words(
    shipped_kb, today, typed, statements
):
    answer = ask(shipped_kb, typed, today).answer
    assert answer.outcome is Outcome.ANSWER
    assert not answer.sought
    assert len(answer.statements) == statements


def test_what_has_a_lone_word_leads_to_all_on_the_issue(shipped_kb, today):
    answer = ask(shipped_kb, "who talked about sanctions?", today).answer
    assert answer.sought == ("sanctions",)
    assert ask(shipped_kb, "who spoke of easing sanctions", today).answer.sought
    assert [choice.question for choice in answer.choices] == ["/timeline pressure"]


def test_a_statement_with_a_side_on_another_issue_says_that_it_is_about_this_one(shipped_kb, today):
    text = ask(shipped_kb, "who spoke about abductions?", today).message.text
    assert "reluctant as of Nov 2021 · about Abductions of Japanese citizens" in text
