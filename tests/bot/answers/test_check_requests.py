"""What a message in plain words wants checked."""

from __future__ import annotations

import pytest

from bot.answers.check_requests import (
    asks_about_quoted,
    asks_to_check,
    find_unchecked,
    find_words_to_check,
)

BAN = "This is not the time to ease the ferry ban"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f"check: {BAN}", BAN),
        (f"please check “{BAN}”", f" “{BAN}”"),
        (f"“{BAN}” “We will keep the ban”", f"“{BAN}” “We will keep the ban”"),
        (BAN, BAN),
        ("what does Velmora think?", None),
        ("check the weather", None),
    ],
)
def test_words_to_check_are_those_that_are_asked_about_or_stand_alone(kb, text, words):
    assert find_words_to_check(kb, text) == words


@pytest.mark.parametrize(
    ("beside", "asks"), [("check this", True), ("who said so?", True), ("Velmora", False)]
)
def test_words_beside_something_quoted_ask_about_it_or_about_somebody(kb, beside, asks):
    assert asks_about_quoted(kb, beside) is asks


def test_asking_to_check_is_told_from_asking_something_else():
    assert asks_to_check("did she say that?")
    assert not asks_to_check("what does Velmora think?")


def test_a_quotation_within_a_question_is_named_as_unchecked(kb):
    assert find_unchecked(kb, f"does Velmora think “{BAN}”?") == f'check "{BAN}"'
    assert find_unchecked(kb, "does Velmora think so?") is None
