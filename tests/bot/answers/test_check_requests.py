"""What a message in plain words wants checked."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answers.check_openings import asks_to_check
from bot.answers.check_requests import (
    asks_about_quoted,
    find_quoted_words,
    find_unchecked,
    find_words_to_check,
)
from bot.cli.ask import ask

TODAY = date(2026, 12, 1)
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


@pytest.mark.parametrize(
    "typed",
    [
        "what does Velmora mean by “border for border”?",
        "did Vehl threaten “fire and fury” on the border?",
        "Has Velmora called for “an open border at any price”?",
        "why did Dask use the phrase “border on the border”?",
    ],
)
def test_a_phrase_that_somebody_is_asked_to_have_said_is_checked(kb, typed):
    assert find_words_to_check(kb, typed) == typed


def test_the_name_of_an_issue_in_marks_is_no_phrase(kb):
    assert find_words_to_check(kb, "what does Velmora mean by “ferry ban”?") is None


def test_a_phrase_with_an_issue_in_it_is_named_beside_the_answer(kb):
    assert find_unchecked(kb, "Velmora on “border for border”") == 'check "border for border"'
    assert find_unchecked(kb, "Velmora on “the ferry ban”") is None


@pytest.mark.parametrize(
    "typed", ["“dialogue” – who?", "“chat”, who?", "“dialogue” - who is that?", "“chat”?", "“chat”"]
)
def test_a_quotation_that_is_a_name_too_is_checked_where_it_stands_alone(shipped_kb, typed):
    assert find_words_to_check(shipped_kb, typed) == typed


@pytest.mark.parametrize("typed", ["“end of war declaration”?", "“Kono” – who?", "“Japan”, who?"])
def test_a_name_between_marks_that_nobody_is_quoted_with_is_not_checked(shipped_kb, typed):
    assert find_words_to_check(shipped_kb, typed) is None


@pytest.mark.parametrize(
    ("typed", "checked"),
    [
        ("Dask said the border talks had been “utterly useless”", True),
        ("Gazette 2025: Vehl called the border plan “silly”", True),
        ("what did Dask say about the “silly” border talks?", False),
        ("does Dask say that the border is “silly”?", False),
        ("the border talks are “silly”", False),
    ],
)
def test_what_somebody_is_told_to_have_said_is_checked_though_nothing_prints_it(kb, typed, checked):
    assert (find_quoted_words(kb, typed, typed) is not None) is checked


@pytest.mark.parametrize(
    "typed",
    [
        "Can I say that Moon said “formal end to the Korean War”?",
        "does anyone in your articles use the words “maximum pressure”?",
    ],
)
def test_what_is_told_as_words_is_checked_though_an_issue_is_called_so(shipped_kb, typed):
    assert find_words_to_check(shipped_kb, typed) == typed


@pytest.mark.parametrize(
    ("typed", "theirs"),
    [
        ("check kono this is not the time to reduce pressure", True),
        ("check this is not the time to reduce pressure by Kono", True),
        ("verify this is not the time to reduce pressure by Rex Tillerson", False),
    ],
)
def test_words_behind_check_may_have_a_name_at_either_end(shipped_kb, typed, theirs):
    (check,) = ask(shipped_kb, typed, TODAY).answer.checks
    assert check.asked == "this is not the time to reduce pressure"
    assert (check.verdict, check.theirs) == ("part", theirs)


@pytest.mark.parametrize("typed", ["check Japan on pressure", "check Kono’s position on pressure"])
def test_a_question_behind_check_stays_one(shipped_kb, typed):
    assert ask(shipped_kb, typed, TODAY).answer.command == "stance"
