"""Dates in a question."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from knowledge.text import asked_dates

TODAY = date(2026, 11, 28)
MONTHS = [
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
]


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2018", "2018-12-31"),
        ("2018-02", "2018-02-28"),
        ("2018-2", "2018-02-28"),
        ("2020-02", "2020-02-29"),
        ("2018-02-26", "2018-02-26"),
        ("2018/02/26", "2018-02-26"),
        ("2018.02.26", "2018-02-26"),
        ("2018–02–26", "2018-02-26"),
        ("february 2018", "2018-02-28"),
        ("February, 2018", "2018-02-28"),
        ("feb 2018", "2018-02-28"),
        ("Feb. 2018", "2018-02-28"),
        ("Sept. 2021", "2021-09-30"),
        ("sep\N{NO-BREAK SPACE}2021", "2021-09-30"),
        ("2018 feb", "2018-02-28"),
        ("26 Feb 2018", "2018-02-26"),
        ("26th of February 2018", "2018-02-26"),
        ("February 26, 2018", "2018-02-26"),
        ("Feb 26 2018", "2018-02-26"),
    ],
)
@pytest.mark.parametrize(
    "lead", ["", "as of ", "As Of the end of ", "in ", "by ", "until ", "end of ", "up to "]
)
def test_a_date_means_the_last_day_of_what_it_names(typed, day, lead):
    question = f"velmora border {lead}{typed}"
    found = asked_dates.find(question, TODAY)
    assert found.day == date.fromisoformat(day)
    assert question[found.start : found.end] == f"{lead}{typed}"


@pytest.mark.parametrize("month", MONTHS)
@pytest.mark.parametrize("length", [3, None])
def test_every_month_is_read_in_full_and_shortened(month, length):
    found = asked_dates.find(f"as of {month[:length]} 2018", TODAY)
    assert found.day.month == MONTHS.index(month) + 1
    assert found.day.replace(day=1).year == 2018


@pytest.mark.parametrize(
    "typed", ["as of yesterday", "as of", "as of 2018-13", "as of 2018-02-30", "as of the flood"]
)
def test_what_follows_as_of_and_is_no_date_is_told_as_unreadable(typed):
    found = asked_dates.find(f"velmora border {typed}", TODAY)
    assert found.day is None
    assert f"velmora border {typed}"[found.start : found.end].startswith("as of")


@pytest.mark.parametrize(
    "typed",
    [
        "since 2018",
        "since february 2018",
        "since Feb 26, 2018",
        "since 2018-02-26",
        "after 2018",
        "from 2018",
        "before 2018",
        "since the end of 2018",
        "since early 2018",
        "after the end of 2018",
    ],
)
def test_the_other_way_is_no_as_of(typed):
    assert asked_dates.find(f"velmora border {typed}", TODAY) is None


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "velmora border",
        "march of the fishermen",
        "may they",
        "11",
        "1718",
        "2200",
        "20188",
        "x2018",
        "2018x",
        "resolution 2018-5-2018-6",
        "seoul",
        "as if",
    ],
)
def test_what_is_no_date_is_none(typed):
    assert asked_dates.find(typed, TODAY) is None


def test_the_first_date_that_is_one_counts():
    assert asked_dates.find("since 2017 as of 2018-02", TODAY).day == date(2018, 2, 28)
    assert asked_dates.find("2018-02-30 or 2019", TODAY).day == date(2019, 12, 31)


DATELIKE = st.lists(
    st.sampled_from(
        [
            *MONTHS,
            "feb",
            "ſep",
            "ſept.",
            "auguſt",
            "aprıl",
            "as of",
            "since",
            "end of",
            "the",
            "of",
            "2018",
            "٢٠١٨",
            "20٢١",
            "２０１８",
            "²",
            "13",
            "٣",
            "26th",
            "-",
            "/",
            ".",
            ",",
            " ",
            "–",
            "\x00",
        ]
    ),
    max_size=8,
)


@given(st.text() | DATELIKE.map(" ".join) | DATELIKE.map("".join))
@example("ſep 2018")
@example("as of ſept. 2018")
@example("20٢١-٠٢")
@example("as of\N{NO-BREAK SPACE}")
def test_any_text_has_a_date_within_it_or_none(text):
    found = asked_dates.find(text, TODAY)
    if found:
        assert 0 <= found.start < found.end <= len(text)
        assert found.day is None or 1900 <= found.day.year <= 2099
