"""Words that turn "who wants X" round: nobody who wants X is listed for "who wants to delay X"."""

from __future__ import annotations

import pytest

from bot.answers.answer import Outcome
from bot.cli.ask import ask


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("who wants to delay the end-of-war declaration", "delay"),
        ("who wants the summit postponed", "postponed"),
        ("who wants to prevent the summit", "prevent"),
        ("who thinks the abduction issue could be abandoned?", "abandoned"),
        ("does anybody want to undermine trilateral cooperation", "undermine"),
        ("who would attend the summit", "attend"),
    ],
)
def test_a_verb_that_is_not_read_is_asked_about(shipped_kb, today, typed, word):
    answer = ask(shipped_kb, typed, today).answer
    assert not answer.stances
    assert answer.reason.startswith(f"I did not understand “{word}”")


@pytest.mark.parametrize(
    "typed",
    [
        "who wants sanctions lifted",
        "who wants to end pressure",
        "which countries want to reduce pressure",
        "who opposes easing sanctions",
        "who would drop the sanctions",
    ],
)
def test_a_word_that_turns_an_issue_is_said_with_the_sides_of_it(shipped_kb, today, typed):
    answer = ask(shipped_kb, typed, today).answer
    assert answer.outcome is Outcome.NO_RECORD
    assert not answer.stances
    assert "turns the question round" in answer.reason
    assert "China (reluctant)" in answer.reason


@pytest.mark.parametrize(
    "typed",
    ["who wants to end the Korean War", "who wants to resume talks", "who wants more pressure"],
)
def test_a_word_that_leaves_the_issue_what_it_is_lists_its_side(shipped_kb, today, typed):
    assert ask(shipped_kb, typed, today).answer.outcome is Outcome.ANSWER


@pytest.mark.parametrize(
    "typed", ["who worries about the end-of-war declaration", "who fears an end-of-war declaration"]
)
def test_who_worries_is_reluctant(shipped_kb, today, typed):
    held = ask(shipped_kb, typed, today).answer.stances
    assert [(s.holder.id, s.value) for s in held] == [("japan", "reluctant")]
