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


def read(typed):
    """Return what was asked, with the words of its phrase."""
    found = asked_dates.find(typed, TODAY)
    assert found is not None
    return found, typed[found.start : found.end]


def days(first, last):
    return tuple(date.fromisoformat(day) if day else None for day in (first, last))


@pytest.mark.parametrize(
    ("phrase", "day"),
    [
        ("as of 26/2/2018", "2018-02-26"),
        ("as of 26.2.2018", "2018-02-26"),
        ("as of 03.03.2021", "2021-03-03"),
        ("as of 2/26/2018", "2018-02-26"),
        ("31.12.18", "2018-12-31"),
        ("as of Feb '18", "2018-02-28"),
        ("as of Feb ’18", "2018-02-28"),
        ("Feb 18 2018", "2018-02-18"),
        ("Feb. 18th, '18", "2018-02-18"),
        ("26 Feb 18", "2018-02-26"),
        ("Monday, 26 February 2018", "2018-02-26"),
        ("on the 26th of February, 2018", "2018-02-26"),
        ("3/2018", "2018-03-31"),
        ("mid-January 2018", "2018-01-20"),
        ("early January 2018", "2018-01-10"),
        ("as of early 2021", "2021-04-30"),
        ("as of mid-2021", "2021-08-31"),
        ("late 2021", "2021-12-31"),
        ("at the beginning of Feb 2021", "2021-02-10"),
        ("at the end of feb 2021", "2021-02-28"),
        ("by the end of 2018", "2018-12-31"),
        ("up until March 2018", "2018-03-31"),
        ("as of q1 2025", "2025-03-31"),
        ("as of last year", "2025-12-31"),
        ("by the end of last month", "2026-10-31"),
        ("2018 and earlier", "2018-12-31"),
        ("at year-end 2018", "2018-12-31"),
        ("up to and including 2018", "2018-12-31"),
        ("March 3 last year", "2025-03-03"),
        ("yesterday", "2026-11-27"),
        ("the day before yesterday", "2026-11-26"),
        ("two years ago", "2024-11-28"),
        ("3 weeks ago", "2026-11-07"),
        ("last Friday", "2026-11-27"),
        ("the week of 26 Feb 2018", "2018-03-04"),
    ],
)
def test_a_position_is_asked_for_as_of_the_last_day(phrase, day):
    found, words = read(f"velmora border {phrase}")
    assert words == phrase
    assert found.day == found.last == date.fromisoformat(day)
    assert not found.is_range or "beginning" in phrase


@pytest.mark.parametrize(
    ("phrase", "first", "last"),
    [
        ("in 2018", "2018-01-01", "2018-12-31"),
        ("in Feb 2018", "2018-02-01", "2018-02-28"),
        ("during 2018", "2018-01-01", "2018-12-31"),
        ("in the year 2018", "2018-01-01", "2018-12-31"),
        ("in early 2018", "2018-01-01", "2018-04-30"),
        ("in the early months of 2018", "2018-01-01", "2018-04-30"),
        ("before 2019", None, "2018-12-31"),
        ("prior to March 2019", None, "2019-02-28"),
        ("since 2020", "2020-01-01", None),
        ("since the end of 2018", "2018-12-31", None),
        ("after the end of 2018", "2019-01-01", None),
        ("after March 2018", "2018-04-01", None),
        ("from 2018 onwards", "2018-01-01", None),
        ("2018-present", "2018-01-01", None),
        ("from 2018 to 2021", "2018-01-01", "2021-12-31"),
        ("2018-2021", "2018-01-01", "2021-12-31"),
        ("2018–19", "2018-01-01", "2019-12-31"),
        ("2018 to now", "2018-01-01", None),
        ("since 2017 as of 2018-02", "2017-01-01", "2018-02-28"),
        ("between January and March 2018", "2018-01-01", "2018-03-31"),
        ("between October and March 2018", "2017-10-01", "2018-03-31"),
        ("from Nov 2017 to February", "2017-11-01", "2018-02-28"),
        ("between 3 and 5 March 2018", "2018-03-03", "2018-03-05"),
        ("February 26-28, 2018", "2018-02-26", "2018-02-28"),
        ("Jan 2018–Mar 2018", "2018-01-01", "2018-03-31"),
        ("between early 2018 and the end of March 2019", "2018-01-01", "2019-03-31"),
        ("from 26 to 28 February 2018", "2018-02-26", "2018-02-28"),
        ("26 Feb 2018–3 March 2018", "2018-02-26", "2018-03-03"),
        ("January and February 2018", "2018-01-01", "2018-02-28"),
        ("in February last year", "2025-02-01", "2025-02-28"),
        ("since '18", "2018-01-01", None),
        ("Q1 2018", "2018-01-01", "2018-03-31"),
        ("2018 Q3", "2018-07-01", "2018-09-30"),
        ("the first quarter of 2018", "2018-01-01", "2018-03-31"),
        ("in the second half of 2021", "2021-07-01", "2021-12-31"),
        ("H1 2021", "2021-01-01", "2021-06-30"),
        ("spring 2018", "2018-03-01", "2018-05-31"),
        ("in the summer of 2018", "2018-06-01", "2018-08-31"),
        ("fall 2018", "2018-09-01", "2018-11-30"),
        ("winter 2018-19", "2018-12-01", "2019-02-28"),
        ("the 2010s", "2010-01-01", "2019-12-31"),
        ("last year", "2025-01-01", "2025-12-31"),
        ("last month", "2026-10-01", "2026-10-31"),
        ("last week", "2026-11-16", "2026-11-22"),
        ("last January", "2026-01-01", "2026-01-31"),
        ("last December", "2025-12-01", "2025-12-31"),
        ("this year", "2026-01-01", None),
        ("in the past two years", "2024-11-28", None),
    ],
)
def test_a_range_asks_for_its_statements_and_the_position_at_its_end(phrase, first, last):
    found, words = read(f"velmora border {phrase}")
    assert words == phrase
    assert (found.first, found.last) == days(first, last)
    assert found.is_range
    assert found.day == (found.last or TODAY)


@pytest.mark.parametrize("phrase", ["today", "as of today", "now", "until now", "as of 2026"])
def test_days_that_reach_today_are_open(phrase):
    found, words = read(f"velmora border {phrase}")
    assert words == phrase
    assert (found.day, found.last, found.is_range) == (TODAY, None, False)


@pytest.mark.parametrize(
    ("phrase", "problem"),
    [
        ("as of 30 February 2025", "is not a date"),
        ("as of feb 30 2025", "is not a date"),
        ("as of 2018-13", "is not a date"),
        ("as of 2018-02-30", "is not a date"),
        ("2018-02-30", "is not a date"),
        ("Q5 2018", "is not a date"),
        ("as of 9999", "is not a date"),
        ("in 1718", "is not a date"),
        ("as of the flood", "is not a date"),
        ("as of", "is not a date"),
        ("a few years ago", "is not a date"),
        ("on 19 October", "needs a year"),
        ("in February", "needs a year"),
        ("between March and October", "needs a year"),
        ("from 2021 to 2018", "ends before it begins"),
        ("two weeks before 26 Feb 2018", "is not a date I can read"),
        ("since before 2018", "is not a date I can read"),
        ("before and after 2018", "is not a date I can read"),
        ("mid-to-late 2018", "is not a date I can read"),
        ("as of 2030", "is still to come"),
        ("next year", "is still to come"),
    ],
)
def test_a_date_that_is_not_read_is_repeated_whole(phrase, problem):
    found, words = read(f"velmora border {phrase}")
    assert words == phrase
    assert found.problem == f"“{phrase}” {problem}"
    assert found.day is None
    assert not found.readings


@pytest.mark.parametrize(
    ("phrase", "problem", "readings"),
    [
        ("as of 03/05/2025", "5 March 2025 or 3 May 2025", ["2025-03-05", "2025-05-03"]),
        ("05.03.2025", "5 March 2025 or 3 May 2025", ["2025-03-05", "2025-05-03"]),
        ("winter 2018", "28 February 2018 or 28 February 2019", ["2018-02-28", "2019-02-28"]),
    ],
)
def test_a_date_that_may_be_two_days_names_both(phrase, problem, readings):
    found, words = read(f"velmora border {phrase}")
    assert words == phrase
    assert found.problem == f"“{phrase}” may be {problem}"
    assert found.readings == tuple(map(date.fromisoformat, readings))


@pytest.mark.parametrize(
    ("phrase", "reworded"),
    [
        ("as of 03/05/2025", "as of 2025-03-05"),
        ("since 03/05/2025", "since 2025-03-05"),
        ("from 03/05/2025", "from 2025-03-05"),
        ("before 03/05/2025", "before 2025-03-05"),
        ("03/05/2025", "2025-03-05"),
        ("03/05/2025 onwards", "2025-03-05 onwards"),
        ("since winter 2018", "since 2017-12-01"),
        ("until winter 2018", "until 2018-02-28"),
        ("in winter 2018", "from 2017-12-01 to 2018-02-28"),
    ],
)
def test_a_date_that_may_be_two_days_keeps_the_words_that_lead_to_it(phrase, reworded):
    found, _ = read(f"velmora border {phrase}")
    assert found.reworded[0] == reworded
    assert len(found.reworded) == len(found.readings)
    chosen, words = read(f"velmora border {reworded}")
    assert (words, chosen.problem) == (reworded, None)


def test_two_dates_that_are_not_a_range_are_both_named():
    found, _ = read("velmora in 2018 and north tarsk in 2019")
    assert found.problem == "“in 2018” and “in 2019” are two dates and not one range"


@pytest.mark.parametrize("typed", ["velmora Agenda 2020", "velmora Agenda 2020 as of 2021"])
def test_a_date_does_not_overlap_a_name(typed):
    start = typed.index("Agenda")
    found = asked_dates.find(typed, TODAY, [(start, start + len("Agenda 2020"))])
    assert (found and typed[found.start : found.end]) == (typed[20:] or None)


@pytest.mark.parametrize("gap", [" ", " " * 200])
def test_white_space_does_not_part_a_date_from_what_leads_to_it(gap):
    assert asked_dates.find(f"velmora border before{gap}2018", TODAY).first is None


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "velmora border",
        "march of the fishermen",
        "may they",
        "11",
        "they may 5 times",
        "the words, '18 months later'",
        "in '18 months'",
        "this may change",
        "the 2018 summit",
        "in the 2018 summit",
        "what did velmora say about the 2018 summit on the border",
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


DATELIKE = st.lists(
    st.sampled_from(
        [
            *MONTHS,
            "feb",
            "ſep",
            "ſept.",
            "auguſt",
            "aprıl",
            *("as of", "since", "before", "between", "from", "to", "and", "in", "by", "until"),
            *("end of", "early", "mid", "first half of", "week of", "last", "two", "years ago"),
            *("spring", "winter", "Q1", "'18", "2018-19", "03/05/2025", "today", "monday", "on"),
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
        assert (found.day is None) == bool(found.problem)
        assert found.day is None or 1899 <= found.day.year <= 2026
        assert not (found.first and found.last) or found.first <= found.last


PHRASE = st.tuples(
    st.sampled_from(
        ["", "as of ", "in ", "since ", "before ", "by ", "until ", "after ", "between ", "from "]
    ),
    st.sampled_from(
        ["", "early ", "mid-", "late ", "the end of ", "the first half of ", "the last quarter of "]
    ),
    st.sampled_from(
        [
            *("2018", "Feb 2018", "26 Feb 2018", "30 February 2018", "2018-02", "03/05/2018"),
            *("Q1 2018", "spring 2018", "last year", "May '18", "26-28 February 2018", "2018-19"),
        ]
    ),
    st.sampled_from(["", " to March 2019", " onwards"]),
)


@given(PHRASE, st.sampled_from(["velmora border ", "velmora, ", ""]))
def test_a_date_is_never_cut_in_half(phrase, before):
    whole = "".join(phrase)
    assert read(f"{before}{whole}")[1] == whole


@pytest.mark.parametrize(
    ("phrase", "last"), [("position since 2018", None), ("statements from 2018", "2018-12-31")]
)
def test_only_from_a_year_says_which_statements_are_meant(phrase, last):
    found, _ = read(f"velmora's {phrase}")
    assert found.first == date(2018, 1, 1)
    assert found.last == (last and date.fromisoformat(last))
