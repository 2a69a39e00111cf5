"""Days that cannot be right: after the article, before the event, outside the post, to come."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.check_corpus import timing
from knowledge.corpus import corpus_reader

TODAY = date(2025, 7, 1)
YEAR = "year inferred: the article is of April 5, 2025"
DATE = "date inferred: the article is of April 5, 2025"
FACT = "year inferred from an outside fact"


def told(curator, today=TODAY):
    return [
        str(p) for p in sorted(timing.problems(corpus_reader.load_corpus(curator.folder), today))
    ]


def said(first, last, printed="March 12", basis=YEAR):
    return {"from": first, "to": last, "printed": printed, "basis": basis}


def test_the_days_of_the_tiny_corpus_agree(curator):
    assert told(curator) == []


@pytest.mark.parametrize(
    ("statement", "days", "problem"),
    [
        pytest.param(
            "vehl-before-snow",
            said("2025-04-06", "2025-04-06", "April 6"),
            "The last day (2025-04-06) is after the article was published (2025-04-05). ",
            id="said after it was published",
        ),
        pytest.param(
            "vehl-before-snow",
            said("2025-03-12", "2025-04-30"),
            "The last day (2025-04-30) is after the article was published (2025-04-05). ",
            id="undated and open beyond the publication",
        ),
        pytest.param(
            "velmora-not-ready",
            said("2024-03-12", "2024-03-12"),
            "'March 12' has no year, and 2024-03-12 is over a year before the article. ",
            id="a year that the words do not print",
        ),
        pytest.param(
            "velmora-not-ready",
            said("1925-03-12", "1925-03-12", basis=f"{FACT}: the treaty was signed in 2025"),
            "'March 12' has no year, and 1925-03-12 is over a year before the article. ",
            id="a year that the named fact does not give",
        ),
        pytest.param(
            "velmora-not-ready",
            said("2020-03-12", "2020-03-12", None, f"{FACT}: the old flood"),
            "No year is printed, and 2020-03-12 is over a year before the article. ",
            id="an undated day long ago",
        ),
        pytest.param(
            "vehl-before-snow",
            said("2025-04-02", "2025-04-02", "Friday", DATE),
            "'Friday' does not match the weekday of 2025-04-02, a Wednesday. Correct the days or the",
            id="another weekday",
        ),
        pytest.param(
            "velmora-not-ready",
            said("2018-03-09", "2018-03-09", "Friday", f"{FACT}: the flood of 2018"),
            "'Friday' in an article of 2025-04-05 means 2025-03-29 to 2025-04-05, not 2018-03",
            id="a Friday of long ago",
        ),
        pytest.param(
            "vehl-before-snow",
            said("2025-03-01", "2025-03-11", "March"),
            "The last day (2025-03-11) is before the event (2025-03-12). ",
            id="said before its event",
        ),
        pytest.param(
            "velmora-not-ready",
            said("2025-03-14", "2025-03-16", "two days before the meeting", YEAR),
            "'two days before the meeting' is before the event of 2025-03-12, and 2025-03-14 is not.",
            id="before a meeting, by days after it",
        ),
        pytest.param(
            "velmora-not-ready",
            said("2025-03-01", "2025-03-10", "days after that meeting", YEAR),
            "'days after that meeting' is after the event of 2025-03-12, and 2025-03-01 is not.",
            id="after a meeting, by days before it",
        ),
    ],
)
def test_a_statement_is_said_between_its_event_and_its_article(curator, statement, days, problem):
    curator.statement(statement, said=days)
    only, *_ = [one for one in told(curator) if ".said: " in one]
    assert only.startswith("articles/valley-post-2025-04.yaml:")
    assert f".said: {problem}" in only


@pytest.mark.parametrize(
    "days",
    [
        said("1904-03-12", "1904-03-12", "March 12, 1904", "printed"),
        said("1904-03-12", "1904-03-12", basis=f"{FACT}: the flood of 1904"),
        said("2024-04-05", "2024-04-05", "April 5"),
    ],
    ids=["the year is printed", "a fact is named", "a year before"],
)
def test_the_past_may_be_long_ago_where_something_says_so(curator, days):
    curator.statement("velmora-not-ready", said=days)
    assert told(curator) == []


ATTESTED = {"article": "marrow-2025-05", "as": "the new Velmoran envoy to the two Tarsks"}
POST = {"title": "Envoy", "organization": "velmora", "attested": [ATTESTED]}
MAY = {"from": "2025-05-10", "to": "2025-05-12", "printed": "May", "basis": YEAR}


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        (
            {"end": "2025-04"},
            (
                "end: The post ends 2025-04, but 'marrow-2025-05' attests it for 2025-05-03. "
                "Correct the end, or give attested.0 the date that it speaks of."
            ),
        ),
        (
            {"start": "2025-06"},
            (
                "start: The post starts 2025-06, but 'marrow-2025-05' attests it for 2025-05-31. "
                "Correct the start, or give attested.0 the date that it speaks of."
            ),
        ),
        (
            {"start": "2025-05", "end": "2025-03"},
            "end: The post ends (2025-03) before it starts (2025-05).",
        ),
        (
            {"end": "2025-05-09", "attested": [{**ATTESTED, "date": MAY}]},
            "end: The post ends 2025-05-09, ",
        ),
        (
            {"attested": [{**ATTESTED, "date": {**MAY, "to": "2025-06-01"}}]},
            "attested.0.date: The last day (2025-06-01) is after 'marrow-2025-05' was published",
        ),
    ],
    ids=["ended before", "started after", "turned round", "outside its own date", "after print"],
)
def test_a_post_that_an_article_contradicts_is_told(curator, changes, problem):
    curator.change("people/jonas-vehl", memberships=[POST | changes])
    assert any(f"memberships.0.{problem}" in line for line in told(curator))


@pytest.mark.parametrize(
    "changes",
    [
        {"start": "2025", "end": "2025"},
        {"start": "2025-05", "end": "2025-05"},
        {"end": "2025-05-03"},
        {"start": "2025-05-31"},
        {"end": "2024-12", "attested": [{**ATTESTED, "date": {**MAY, "from": "2024-12-31"}}]},
    ],
)
def test_a_post_that_an_article_may_be_right_about_is_not(curator, changes):
    curator.change("people/jonas-vehl", memberships=[POST | changes])
    assert told(curator) == []


def test_a_description_is_not_dated_after_its_article(curator):
    described = {
        "article": "marrow-2025-05",
        "as": "a baker in Lund",
        "date": {**MAY, "to": "2025-06-01"},
    }
    curator.change("people/teva-dask", descriptions=[described])
    (only,) = told(curator)
    assert "descriptions.0.date: The last day (2025-06-01) is after" in only


def test_what_lies_in_the_future_of_the_day_is_told(curator):
    curator.change("people/jonas-vehl", memberships=[POST | {"start": "2025-05", "end": "2026"}])
    problems = told(curator, date(2025, 3, 11))
    places = {line.split(":", 1)[0] + line.split(": ", 1)[1].split(": ")[0] for line in problems}
    assert "articles/valley-post-2025-04.yamlpublished" in places
    assert "events/lund-meeting-2025-03-12.yamldate" in places
    assert "people/jonas-vehl.yamlmemberships.0.start" in places
    assert "people/jonas-vehl.yamlmemberships.0.end" in places
    assert all("is in the future. Correct the date" in line for line in problems)


def test_without_a_day_nothing_lies_in_the_future(curator):
    curator.change("people/jonas-vehl", memberships=[POST | {"end": "2999"}])
    assert told(curator, None) == []


def test_the_words_of_every_date_are_held_against_its_days(curator):
    wrong = said("2025-03-12", "2025-03-12", "March 13", YEAR)
    described = {"article": "marrow-2025-05", "as": "a baker in Lund", "date": wrong}
    curator.change("events/lund-meeting-2025-03-12", date=wrong)
    curator.change("people/teva-dask", descriptions=[described])
    curator.change(
        "people/jonas-vehl", memberships=[POST | {"attested": [{**ATTESTED, "date": wrong}]}]
    )
    curator.change(
        "articles/marrow-2025-05", published=said("2025-05-03", "2025-05-03", "May 4", YEAR)
    )
    found = [line for line in told(curator) if " is not 2025-0" in line]
    assert [line.split(": ")[1] for line in found] == [
        "published",
        "date",
        "memberships.0.attested.0.date",
        "descriptions.0.date",
    ]


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("April 5, 2025", "2025-04-05"),
        ("Saturday, 5 April 2025", "2025-04-05"),
        ("2025-04-05", "2025-04-05"),
        ("5/4/2025", "2025-04-05"),
        ("4/5/2025", "2025-04-05"),
    ],
)
def test_a_printed_day_of_publication_is_that_day(curator, printed, day):
    curator.change("articles/valley-post-2025-04", published=said(day, day, printed, "printed"))
    assert told(curator) == []


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("2025-04-05", "2025-04-06"),
        ("5/4/2025", "2025-04-06"),
        ("spring 2025", "2025-04-05"),
        ("5, 2025", "2025-04-05"),
        ("2025", "2025-04-05"),
    ],
)
def test_words_that_are_not_of_the_day_do_not_print_it(curator, printed, day):
    curator.change("articles/valley-post-2025-04", published=said(day, day, printed, "printed"))
    why = (
        f"published.basis: The basis says 'printed', but {printed!r} does not print the day {day}."
    )
    assert any(why in line for line in told(curator))


def test_a_month_of_publication_can_be_printed(curator):
    month = said("2025-04-05", "2025-04-30", "April 2025", "printed")
    curator.change("articles/valley-post-2025-04", published=month)
    assert told(curator) == []
