"""A lone word in marks that somebody used is sought in their words, and is no issue's name."""

from __future__ import annotations

import pytest

from bot.cli.ask import ask


@pytest.mark.parametrize(
    "typed",
    [
        'What does Japan mean by "chat"?',
        "What does Tokyo mean with “chat”?",
        'What did Japan say about a "chat"?',
        'why did Japan use the word "chat"',
    ],
)
def test_it_is_sought_where_somebody_used_it(shipped_kb, today, typed):
    answer = ask(shipped_kb, typed, today).answer
    assert (answer.command, answer.outcome, answer.sought) == ("said", "answer", ("chat",))
    assert {said.on_behalf_of for said in answer.statements} == {"japan"}


@pytest.mark.parametrize(
    "typed",
    [
        'Japan on "pressure"',
        'What does Japan say about "pressure"?',
        'What does Japan mean by "chat" in 2021?',
    ],
)
def test_else_it_names_the_issue(shipped_kb, today, typed):
    assert ask(shipped_kb, typed, today).answer.command == "stance"
