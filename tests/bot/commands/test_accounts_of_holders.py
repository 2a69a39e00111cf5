"""What an outlet says of somebody without a side is no record of theirs, and is not left out."""

from __future__ import annotations

import pytest

from bot.answers.answer import Outcome
from bot.cli.ask import ask


@pytest.mark.parametrize(
    "typed", ["/stance north korea pressure", "is North Korea trying to get sanctions eased?"]
)
def test_a_sentence_on_a_state_stands_beside_nothing_on_record(shipped_kb, today, typed):
    answer, message = ask(shipped_kb, typed, today)
    assert answer.outcome is Outcome.NO_RECORD
    assert "No words of North Korea on record on Pressure" in answer.reason
    assert "It [North Korea] is clearly thinking of" in message.text
    assert "on North Korea · [Jan–Feb 2018] · the outlet’s account" in message.text


def test_a_comparison_says_that_others_name_whoever_has_no_record(shipped_kb, today):
    text = ask(shipped_kb, "compare Japan and North Korea on pressure", today).message.text
    assert "North Korea: no record; named by others" in text


def test_somebody_without_words_has_none_that_could_name_anybody(shipped_kb, today):
    answer = ask(shipped_kb, "What did Pence plan to tell Kim Yo Jong?", today).answer
    assert answer.reason.startswith("Nothing on record from Mike Pence.")
    assert [statement.speaker for statement in answer.statements] == [None]


def test_of_whom_nothing_is_on_record_on_one_of_several_is_told(shipped_kb, today):
    text = ask(shipped_kb, "/stance north korea dialogue", today).message.text
    assert "Nothing on record from North Korea on US-North Korea talks." in text


def test_what_names_two_who_met_stands_beside_nothing_on_record(shipped_kb, today):
    answer = ask(shipped_kb, "Did Abe meet Kim Yong Nam?", today).answer
    assert answer.outcome is Outcome.NO_RECORD
    assert any("Kim Yong Nam" in q.exact for s in answer.statements for q in s.quotes)


def test_what_names_a_leader_stands_beside_what_bodies_said(shipped_kb, today):
    text = ask(shipped_kb, "/whois abe", today).message.text
    assert "No words of Shinzo Abe on record." in text
    assert "Named by others:\n\n> Abe shook hands" in text
    assert text.count("Source:") == 1
