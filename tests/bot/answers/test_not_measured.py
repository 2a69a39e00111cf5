"""Words of the question itself are not sought in what was said, and nobody is made its speaker."""

from __future__ import annotations

import pytest

from bot.answers.answer import Outcome
from bot.cli.ask import ask


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("What is the strongest statement against North Korea?", "“strongest”"),
        ("how old is your info on the US?", "“how old”"),
        ("how tough is Japan", "“how tough”"),
        ("Rank the countries by how tough they are on North Korea", "“Rank” and “how tough”"),
    ],
)
def test_nothing_is_ranked_or_measured(shipped_kb, today, typed, words):
    answer = ask(shipped_kb, typed, today).answer
    assert answer.outcome is Outcome.NO_MATCH
    assert answer.reason.startswith(f"I do not rank or measure anything, so {words}")
    assert not answer.statements


@pytest.mark.parametrize(
    ("typed", "person"),
    [
        ("write a paragraph on Kishida", "fumio-kishida"),
        ("quick q: is there anything from Kim Jong Un himself?", "kim-jong-un"),
    ],
)
def test_words_for_an_answer_are_not_sought(shipped_kb, today, typed, person):
    answer = ask(shipped_kb, typed, today).answer
    assert answer.outcome is Outcome.ANSWER
    assert answer.person.id == person


def test_when_somebody_first_called_for_something_is_told_in_order_of_time(shipped_kb, today):
    answer = ask(shipped_kb, "when did South Korea first call for talks?", today).answer
    assert answer.command == "timeline"
    assert "first" not in answer.not_understood


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("who is stricter?", "stricter"),
        ("who's the odd one out?", "odd"),
        ("which country is toughest on North Korea", "toughest"),
        ("who is closest to Japan on pressure?", "closest"),
        ("who is more hawkish on sanctions", "hawkish"),
        ("who is tougher on pressure, Japan or China", "tougher"),
    ],
)
def test_who_is_more_so_is_not_told(shipped_kb, today, typed, word):
    answer = ask(shipped_kb, typed, today).answer
    assert answer.reason.startswith(f"I do not rank or measure anything, so “{word}” is not")
