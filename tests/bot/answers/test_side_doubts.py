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


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("does South Korea support a military strike on North Korea's nuclear program", "strike"),
        ("would Japan accept a freeze of North Korea's nuclear program", "freeze"),
        ("does Japan support partial denuclearization", "partial"),
        ("does Japan support a multilateral approach to the nuclear issue", "multilateral"),
        ("does Seoul support joint military exercises and trilateral cooperation", "exercises"),
    ],
)
def test_words_of_what_a_holder_is_to_be_for_are_asked_about(shipped_kb, today, typed, word):
    answer = ask(shipped_kb, typed, today).answer
    assert not answer.stances
    assert f"“{word}”" in answer.reason


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("does Japan support easing sanctions", "easing"),
        ("does the US support easing sanctions pressure on North Korea", "easing"),
        ("does Japan support relaxing sanctions", "relaxing"),
        ("does China want pressure to be reduced", "reduced"),
        ("does South Korea want to scrap sanctions", "scrap"),
        ("is Japan against lifting sanctions", "lifting"),
    ],
)
def test_what_a_holder_is_to_be_for_turned_round_is_said_to_be_so(shipped_kb, today, typed, word):
    answer = ask(shipped_kb, typed, today).answer
    assert not answer.stances
    assert answer.reason.startswith(f"“{word}” turns the question round. Without it")


@pytest.mark.parametrize(
    "typed",
    [
        "does Japan support ending the Korean War",
        "does South Korea strongly support the end of war declaration",
        "is Japan for complete denuclearization",
        "does the US support tougher sanctions",
        "wats japans line on easing pressure on n korea",
    ],
)
def test_words_that_leave_what_is_held_as_it_is_get_the_position(shipped_kb, today, typed):
    assert ask(shipped_kb, typed, today).answer.stances


@pytest.mark.parametrize(
    "typed", ["does Japan support nuclear weapons", "who supports nuclear weapons"]
)
def test_another_name_of_what_is_held_is_told_with_the_issue(shipped_kb, today, typed):
    read = [(r.typed, r.name) for r in ask(shipped_kb, typed, today).answer.read_as]
    assert read == [("nuclear weapons", "Denuclearization of North Korea")]
