"""What a few words in marks mean is asked: they are looked up, and nothing is denied."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answers.reply import reply_to
from bot.commands.plain_words import choose

TODAY = date(2026, 1, 1)


def ask(kb, typed):
    return reply_to(kb, choose(kb, typed, TODAY), TODAY).answer


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("Does “premature” mean Japan opposes the declaration?", "premature"),
        ("What does “premature” tell us about Japan’s position?", "premature"),
        ("What does “premature” really say about Japan?", "premature"),
        ("Does “premature” mean Tokyo is against it?", "premature"),
        ("Would “premature” suggest Japan wants it later?", "premature"),
        ("Does “dead end” mean Washington gave up?", "dead end"),
        ("How did South Korea react to “premature”?", "premature"),
        ("Is it fair to say Japan is “reluctant”?", "reluctant"),
    ],
)
def test_words_whose_meaning_is_asked_are_looked_up(shipped_kb, typed, words):
    answer = ask(shipped_kb, typed)
    assert (answer.command, [c.asked for c in answer.checks]) == ("check", [words])
    assert answer.checks[0].speaker is None  # whoever is named need not have said them
    assert (answer.outcome.value == "answer") is (words != "reluctant")


@pytest.mark.parametrize(
    ("typed", "command"),
    [
        ("What did Kono say about “charm diplomacy”?", "stance"),
        ("Does “Japan” mean the government?", None),
        ("What does Japan think about “pressure”?", "stance"),
    ],
)
def test_what_is_asked_of_somebody_is_no_question_of_meaning(shipped_kb, typed, command):
    answer = ask(shipped_kb, typed)
    assert answer.command == command or (command is None and answer.command != "check")
