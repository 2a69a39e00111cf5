"""Days as a card writes them, with what is inferred in brackets."""

from __future__ import annotations

import pytest

from bot.answers.answer import Days
from bot.layout.days_in_words import days, head_days, partial_day
from knowledge.corpus.model import Interval


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2021-10-19", "2021-10-19", "Oct 2021"),
        ("2021-11-06", "2021-11-27", "Nov 2021"),
        ("2021-01-20", "2021-03-03", "2021"),
        ("2020-09-16", "2021-03-03", "2020–21"),
        ("1999-12-31", "2000-01-01", "1999–2000"),
    ],
)
def test_a_head_is_dated_as_coarsely_as_the_day_is_known(first, last, words):
    assert head_days(Days.model_validate({"from": first, "to": last})) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [("2024", "2024"), ("2024-01", "Jan 2024"), ("2024-01-31", "Jan 31, 2024")],
)
def test_a_date_without_its_day_or_month_is_told_without_them(value, words):
    assert partial_day(value) == words


@pytest.mark.parametrize(
    ("first", "last", "printed", "basis", "words"),
    [
        ("2021-03-03", "2021-03-03", "March 3, 2021", "printed", "Mar 3, 2021"),
        ("2021-10-19", "2021-10-19", "Oct. 19", "year inferred: the speech", "Oct 19, [2021]"),
        ("2021-10-19", "2021-10-19", "last month", "date inferred: the text", "[Oct 19, 2021]"),
        ("2021-10-19", "2021-10-19", "October", "day inferred: the text", "[Oct 19, 2021]"),
        ("2021-09-01", "2021-09-30", "September", "year inferred: the speech", "Sep [2021]"),
        ("2021-11-06", "2021-11-27", "Saturday", "date inferred: the text", "[Nov 2021]"),
        ("2024-02-04", "2024-02-11", "last week", "date inferred: the text", "[Feb 4–11, 2024]"),
        ("2021-01-20", "2021-03-03", None, "date inferred: the text", "[Jan–Mar 2021]"),
        ("2020-09-16", "2021-03-03", None, "date inferred: x", "[Sep 2020–Mar 2021]"),
        ("2018-01-01", "2018-12-31", "2018", "printed", "Jan–Dec 2018"),
        ("2020-09-16", "2021-03-03", "x", "printed", "Sep 2020–Mar 2021"),
    ],
)
def test_what_is_inferred_of_a_date_stands_in_brackets(first, last, printed, basis, words):
    fields = {"from": first, "to": last, "printed": printed, "basis": basis}
    assert days(Interval.model_validate(fields)) == words
