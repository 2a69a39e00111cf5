"""The printed words of a date, held against its days."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.check_corpus.date_words import faults
from knowledge.corpus.model import Interval

PUBLISHED = (date(2025, 4, 5), date(2025, 4, 5))  # a Saturday


def interval(first, last, printed=None, basis="date inferred: so"):
    return Interval(from_=first, to=last, printed=printed, basis=basis)


def told(printed, first, last="", published=PUBLISHED, basis="date inferred: so"):
    given = interval(first, last or first, printed, basis)
    held = interval(*published) if published else None
    return [fault.why for fault in faults(given, held)]


@pytest.mark.parametrize(
    ("printed", "first", "last", "why"),
    [
        ("March 12", "2025-03-13", "", "is not 2025-03-13"),
        ("Oct. 19", "2024-10-20", "2024-10-21", "is not 2024-10-20 to 2024-10-21"),
        ("19 October", "2024-10-20", "", "is not 2024-10-20"),
        ("the 19th of October", "2024-10-20", "", "is not 2024-10-20"),
        ("March 12, 2024", "2025-03-12", "", "has a different year from 2025-03-12"),
        ("2024", "2025-01-01", "2025-02-01", "has a different year from 2025-01-01 to"),
        (
            "in February",
            "2025-03-01",
            "2025-03-31",
            "does not match the month of 2025-03-01 to 2025-03-31.",
        ),
        ("Feb. 30", "2025-02-28", "", "is not 2025-02-28"),
        ("Monday", "2025-04-01", "", "does not match the weekday of 2025-04-01, a Tuesday"),
        (
            "the Sunday of the games",
            "2025-03-31",
            "2025-04-05",
            "does not match the weekday of 2025-03-31",
        ),
        ("Friday", "2025-03-14", "", "in an article of 2025-04-05 means 2025-03-29 to 2025-04-05"),
        (
            "earlier this month",
            "2025-03-01",
            "2025-03-31",
            "in an article of 2025-04-05 means 2025",
        ),
        (
            "this month",
            "1968-04-01",
            "1968-04-02",
            "in an article of 2025-04-05 means 2025-04-01 to",
        ),
        (
            "last month",
            "2025-04-01",
            "2025-04-02",
            "in an article of 2025-04-05 means 2025-03-01 to",
        ),
        (
            "last week",
            "2025-03-10",
            "2025-03-16",
            "in an article of 2025-04-05 means 2025-03-22 to",
        ),
        (
            "this week",
            "2025-03-24",
            "2025-03-28",
            "in an article of 2025-04-05 means 2025-03-29 to",
        ),
        (
            "last year",
            "2025-01-01",
            "2025-01-02",
            "in an article of 2025-04-05 means 2024-01-01 to",
        ),
        (
            "this year",
            "2024-01-01",
            "2024-12-31",
            "in an article of 2025-04-05 means 2025-01-01 to",
        ),
        (
            "yesterday",
            "2025-04-01",
            "",
            "in an article of 2025-04-05 means 2025-04-03 to 2025-04-05",
        ),
    ],
)
def test_days_that_the_words_deny_are_told(printed, first, last, why):
    (only,) = told(printed, first, last)
    assert only.startswith(f"{printed!r} {why}")


@pytest.mark.parametrize(
    ("printed", "first", "last"),
    [
        ("March 12", "2025-03-12", ""),
        ("Sept. 12", "2024-09-12", ""),
        ("between March 12 and 14", "2025-03-12", "2025-03-14"),
        ("12th of March", "2025-03-12", ""),
        ("in March 2025", "2025-03-01", "2025-03-31"),
        ("December", "2024-12-01", "2025-01-04"),
        ("after Jan. 17", "2025-01-18", "2025-02-01"),
        ("since last month", "2025-01-18", "2025-02-01"),
        ("days before the Monday", "2025-03-18", ""),
        ("Friday", "2025-04-04", ""),
        ("on Saturday", "2025-03-29", ""),
        ("late Thursday", "2025-04-03", ""),
        ("the Sunday of the games", "2025-02-09", ""),
        ("earlier this month", "2025-04-01", "2025-04-03"),
        ("last month", "2025-03-01", "2025-03-31"),
        ("last week", "2025-03-24", "2025-03-30"),
        ("last year", "2024-01-01", "2024-12-31"),
        ("yesterday", "2025-04-04", ""),
        ("Marching on a mayday", "2025-04-04", ""),
        ("repeatedly", "2020-12-26", "2025-04-01"),
    ],
)
def test_days_that_the_words_allow_are_not(printed, first, last):
    assert told(printed, first, last) == []


def test_a_publication_of_some_day_of_weeks_is_read_widely():
    weeks = (date(2025, 3, 28), date(2025, 4, 10))
    for printed in ("last month", "this month"):
        assert told(printed, "2025-03-20", published=weeks) == []
    assert told("last month", "2025-01-20", published=weeks) != []


@pytest.mark.parametrize("published", [PUBLISHED, None])
def test_january_follows_december(published):
    months = (date(2025, 1, 5), date(2025, 1, 5))
    assert told("last month", "2024-12-05", published=published and months) == []
    assert told("this month", "2025-01-02", published=published and months) == []


def test_long_ago_needs_its_year_in_the_words_or_the_basis():
    (only,) = told("March 12", "2021-03-12")
    assert only == "'March 12' has no year, and 2021-03-12 is over a year before the article."
    assert told("March 12, 2021", "2021-03-12") == []
    assert told("March 12", "2021-03-12", basis="year inferred: the flood of 2021") == []
    assert told("March 12", "2021-03-12", basis="year inferred: the flood of 2012") != []
    assert told("March 12", "2021-03-12", published=None) == []


@pytest.mark.parametrize("printed", ["Monday", "March 3", "in March", "2024", "this month", None])
def test_days_in_the_wrong_order_are_not_compared_with_their_words(printed):
    assert told(printed, "2025-03-03", "2025-02-03") == []


@pytest.mark.parametrize(
    ("printed", "published", "first", "last", "fits"),
    [
        ("last week", "2025-04-11", "2025-04-07", "2025-04-10", False),  # published on a Friday
        ("last week", "2025-04-11", "2025-03-30", "2025-04-06", True),
        ("last week", "2025-04-13", "2025-04-07", "2025-04-10", True),  # and on a Sunday
        ("late Thursday", "2025-04-11", "2025-04-03", "", False),
        ("last Thursday", "2025-04-11", "2025-04-03", "", True),
        ("Friday", "2025-04-11", "2025-04-04", "", True),
    ],
)
def test_a_weekday_is_of_the_week_before_and_last_week_is_over(
    printed, published, first, last, fits
):
    day = date.fromisoformat(published)
    assert bool(told(printed, first, last, published=(day, day))) is not fits


def test_a_decade_tells_its_years():
    assert told("In the 1990s", "1990-01-01", "1999-12-31") == []
    (only,) = told("In the 1990s", "2010-01-01", "2012-12-31")
    assert "has no year" in only
