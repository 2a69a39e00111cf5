"""The forms of dates, and the days that their parts mean."""

from __future__ import annotations

import re
from datetime import date

import pytest

from knowledge.text.date_grammar import (
    DateSpan,
    any_of,
    date_span,
    day_forms,
    days,
    month_number,
    period,
    week_of,
)
from knowledge.text.english.calendar_words import (
    DOTTED_MONTH,
    MONTH,
    MONTH_NOT_A_NAME,
    MONTHS,
    WEEKDAY,
    WEEKDAYS,
)

_FORMS = re.compile(any_of([*day_forms(MONTH, r"\d{4}", of="(?:of )?"), r"(?P<year>\d{4})"]))


@pytest.mark.parametrize("number", range(1, 13))
def test_a_month_is_read_in_full_shortened_and_in_figures(number):
    month = MONTHS[number - 1]
    assert {month_number(month), month_number(month[:3].upper()), month_number(str(number))} == {
        number
    }
    assert re.fullmatch(MONTH, month)
    assert re.fullmatch(MONTH, month[:3])


@pytest.mark.parametrize(
    ("printed", "dotted"),
    [("Jan.", True), ("Sept.", True), ("January.", False), ("May.", False), ("June.", False)],
)
def test_a_dot_stands_only_where_a_month_is_shortened(printed, dotted):
    assert bool(re.fullmatch(DOTTED_MONTH, printed)) is dotted


def test_may_may_be_a_name():
    assert not re.search(MONTH_NOT_A_NAME, "Theresa May")
    assert re.search(MONTH_NOT_A_NAME, "Oct. 5")


@pytest.mark.parametrize("day", WEEKDAYS)
def test_every_weekday_is_read(day):
    assert re.fullmatch(WEEKDAY, day)


@pytest.mark.parametrize(
    ("printed", "first", "last"),
    [
        ("26 February 2018", "2018-02-26", "2018-02-26"),
        ("26th of Feb, 2018", "2018-02-26", "2018-02-26"),
        ("Feb 26, 2018", "2018-02-26", "2018-02-26"),
        ("2018", "2018-01-01", "2018-12-31"),
    ],
)
def test_a_match_is_read_as_its_first_and_last_day(printed, first, last):
    expected = DateSpan(date.fromisoformat(first), date.fromisoformat(last))
    assert date_span(_FORMS.fullmatch(printed)) == expected


@pytest.mark.parametrize("parts", [(2018, 2, 30), (2018, 13), (2018, 0), (2018, 2, 0), (0,)])
def test_what_no_calendar_has_is_not_read(parts):
    assert days(*parts) is None


def test_february_ends_with_its_leap_day():
    assert days(2020, 2) == (date(2020, 2, 1), date(2020, 2, 29))


@pytest.mark.parametrize(
    ("which", "unit", "first", "last"),
    [
        ("this", "week", "2020-12-28", "2021-01-03"),
        ("last", "week", "2020-12-21", "2020-12-27"),
        ("this", "month", "2021-01-01", "2021-01-31"),
        ("last", "month", "2020-12-01", "2020-12-31"),
        ("last", "year", "2020-01-01", "2020-12-31"),
    ],
)
def test_a_period_is_one_of_the_calendar(which, unit, first, last):
    found = period(which, unit, date(2021, 1, 2))
    assert [day.isoformat() for day in found] == [first, last]


def test_a_week_begins_on_monday():
    assert week_of(date(2021, 1, 3)).first.weekday() == 0
