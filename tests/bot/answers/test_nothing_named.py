"""A question without a name is told so, and offers the issues; words that may be a name are not."""

from __future__ import annotations

import pytest

from bot.cli.ask import ask


@pytest.mark.parametrize(
    "typed",
    [
        "Which countries have changed their position since 2018?",
        "What is the newest thing on record?",
        "what happened in 2018?",
    ],
)
def test_it_is_said_and_the_issues_are_offered(kb, today, typed):
    answer = ask(kb, typed, today).answer
    assert answer.outcome == "no_match"
    assert answer.reason.startswith("This question names nobody and no issue on record.")
    offered = {choice.id for choice in answer.choices}
    assert offered == {issue.id for issue in kb.issues.values() if issue.parent is None}


@pytest.mark.parametrize("typed", ["/stance cheese", "/timeline cheese", "/stance the cheese"])
def test_words_that_may_be_a_name_are_none_on_record(kb, today, typed):
    answer = ask(kb, typed, today).answer
    assert answer.reason.startswith("I have no record of that name.")
