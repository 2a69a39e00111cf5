"""Who speaks for a state is told by what was said for it, and by nobody else's words."""

from __future__ import annotations

import pytest

from bot.cli.ask import ask


@pytest.mark.parametrize(
    "typed",
    [
        "who speaks for Velmora on the border?",
        "who spoke on behalf of Velmora about the border?",
        "which official speaks for Velmora on the border?",
    ],
)
def test_who_speaks_for_a_state_on_an_issue_is_told_by_its_position(kb, today, typed):
    answer = ask(kb, typed, today).answer
    assert answer.outcome == "answer"
    assert {stance.holder.id for stance in answer.stances} == {"velmora"}
    assert {said.on_behalf_of for said in answer.statements} == {"velmora"}


def test_who_speaks_for_a_state_is_told_by_all_that_was_said_for_it(kb, today):
    answer = ask(kb, "who speaks for Velmora?", today).answer
    assert (answer.command, answer.outcome) == ("who", "answer")
    assert {said.on_behalf_of for said in answer.statements} == {"velmora"}
