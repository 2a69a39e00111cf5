"""What one outlet alone tells is not asked of a holder: the outlet is named, and never sought."""

from __future__ import annotations

import pytest

from bot.answers.answer import Outcome
from bot.cli.ask import ask


@pytest.mark.parametrize(
    ("typed", "question"),
    [
        ("according to the Korea Herald, what does Japan want?", "/stance japan"),
        (
            "according to Kyodo, where does Japan stand on the end-of-war declaration?",
            "/stance japan end-of-war",
        ),
    ],
)
def test_the_outlet_and_the_question_without_it_are_offered(shipped_kb, today, typed, question):
    answer = ask(shipped_kb, typed, today).answer
    assert answer.outcome is Outcome.NO_MATCH
    assert "is on record as an outlet alone" in answer.reason
    assert [choice.question for choice in answer.choices][1:] == [question]
    assert not answer.statements
