"""A position is not told as somebody else sees it: that one is named, and never left out."""

from __future__ import annotations

import pytest

from bot.answers.answer import Outcome
from bot.cli.ask import ask


@pytest.mark.parametrize(
    ("typed", "teller", "questions"),
    [
        (
            "What is North Korea's goal according to Seoul?",
            "Seoul",
            ["/stance what did South Korea say about North Korea", "/stance north-korea"],
        ),
        (
            "According to the Americans, what does Japan want?",
            "Americans",
            ["/stance what did United States say about Japan", "/stance japan"],
        ),
        (
            "Where does Japan stand on pressure according to Seoul?",
            "Seoul",
            ["/stance what did South Korea say about Japan", "/stance japan pressure"],
        ),
        (
            "according to Kono, what does North Korea want?",
            "Kono",
            ["/stance what did Taro Kono say about North Korea", "/stance north-korea"],
        ),
    ],
)
def test_who_tells_it_is_named_and_both_are_offered(shipped_kb, today, typed, teller, questions):
    answer = ask(shipped_kb, typed, today).answer
    assert answer.outcome is Outcome.NO_MATCH
    told = f"I do not tell a position as somebody else sees it: “according to {teller}”."
    assert answer.reason == told
    assert [choice.question for choice in answer.choices] == questions
    assert not answer.statements


def test_whoever_tells_their_own_position_is_asked_about(shipped_kb, today):
    typed = "According to Seoul, should Japan talk to North Korea?"
    answer = ask(shipped_kb, typed, today).answer
    assert answer.outcome is Outcome.ANSWER
    assert answer.holder.id == "south-korea"


def test_according_is_no_word_to_look_for(shipped_kb, today):
    answer = ask(shipped_kb, "according to Funakoshi, is it premature?", today).answer
    assert "according" not in answer.sought
