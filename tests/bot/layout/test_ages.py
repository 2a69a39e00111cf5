"""How old evidence is."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answers.answer import Days
from bot.layout.ages import Age, age_of, full_years, is_old, tell_ages, tell_latest, years_old


def on(first, last=None):
    return Days(from_=date.fromisoformat(first), to=date.fromisoformat(last or first))


@pytest.mark.parametrize(
    ("latest", "today", "words"),
    [
        ("2025-11-22", "2026-11-21", None),  # one day short of a year
        ("2025-11-21", "2026-11-21", None),  # a year to the day
        ("2025-11-20", "2026-11-21", "1 year old"),
        ("2023-11-21", "2024-11-21", None),  # a year to the day, of 366 days
        ("2023-11-20", "2024-11-21", "1 year old"),
        ("2024-02-29", "2025-02-28", None),
        ("2024-02-29", "2025-03-01", "1 year old"),
        ("2023-02-28", "2024-02-28", None),
        ("2023-02-28", "2024-02-29", "1 year old"),
        ("2021-01-01", "2022-12-31", "1 year old"),
        ("2021-01-01", "2023-01-01", "2 years old"),
        ("2021-10-19", "2026-10-18", "4 years old"),
        ("2021-10-19", "2026-10-19", "5 years old"),
        ("2018-02-26", "2026-11-21", "8 years old"),
        ("2026-11-21", "2026-11-21", None),
    ],
)
def test_evidence_is_old_from_the_first_anniversary_on(latest, today, words):
    said, day = on(latest), date.fromisoformat(today)
    assert is_old(said, day) == bool(words)
    assert not words or years_old(age_of(said, day)) == words


def test_age_counts_from_the_middle_of_the_days():
    today = date(2026, 11, 21)
    autumn = [on("2021-10-19"), on("2021-11-06", "2021-11-27")]
    assert {full_years(said, today) for said in autumn} == {5}


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2012-12-26", "2018-02-26", "8 to 13 years old"),
        ("2017-01-20", "2021-01-20", "5 to 9 years old"),
        ("2024-06-01", "2026-11-01", "up to 2 years old"),
        ("2025-09-01", "2027-03-01", "up to 1 year old"),  # perhaps later than today
        ("2025-06-01", "2026-02-01", "up to 1 year old"),  # perhaps within the last year
        ("2020-11-21", "2021-11-21", "5 years old"),  # within a year
    ],
)
def test_days_over_a_year_give_no_exact_age(first, last, words):
    said, today = on(first, last), date(2026, 11, 21)
    assert is_old(said, today)
    assert years_old(age_of(said, today)) == words


def test_what_can_be_older_than_a_year_is_not_called_newer():
    said = on("2025-06-01", "2026-11-01")
    assert is_old(said, date(2026, 11, 21))
    assert not is_old(on("2025-12-01", "2026-11-01"), date(2026, 11, 21))


def test_an_age_on_a_day_in_the_past_says_so():
    assert years_old(Age(1, 1), then=True) == "1 year old then"


def test_what_was_old_on_a_day_in_the_past_is_told_in_the_past():
    assert tell_latest(Age(5, 5)) == "the latest is 5 years old"
    assert tell_latest(Age(1, 1), then=True) == "the latest was 1 year old then"


@pytest.mark.parametrize(
    ("latest", "then", "words"),
    [
        (["2025-12-01"], False, "None older than a year."),
        (["2025-12-01"], True, "None older than a year at that date."),
        (["2021-10-19", "2021-10-20"], True, "All 5 years old then."),
        (["2021-10-19", "2018-02-26"], True, "5 to 8 years old then."),
    ],
)
def test_ages_of_several_on_a_day_in_the_past_say_so(latest, then, words):
    assert tell_ages(map(on, latest), date(2026, 11, 21), then=then) == words


def test_ages_of_several_reach_over_all_the_days_on_which_each_can_have_been_said():
    several = [on("2021-10-19"), on("2012-12-26", "2018-02-26")]
    assert tell_ages(several, date(2026, 11, 21)) == "5 to 13 years old."
    assert tell_ages(several[1:], date(2018, 2, 28), then=True) == "Up to 5 years old then."
