"""Dates, ages and sourcing in words."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answers.answer import Days
from bot.layout import wording
from knowledge.corpus.model import Basis, Interval, Sourcing


def _days(first: str, last: str) -> Days:
    return Days.model_validate({"from": first, "to": last})


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2021-10-19", "2021-10-19", "19 October 2021"),
        ("2021-10-01", "2021-10-31", "October 2021"),
        ("2020-02-01", "2020-02-29", "February 2020"),
        ("2020-02-01", "2020-02-28", "1–28 February 2020"),
        ("2021-02-01", "2021-02-28", "February 2021"),
        ("2021-02-02", "2021-02-28", "2–28 February 2021"),
        ("2018-02-26", "2018-03-01", "26 February – 1 March 2018"),
        ("2018-01-01", "2018-12-31", "1 January – 31 December 2018"),
        ("2020-09-16", "2021-03-03", "16 September 2020 – 3 March 2021"),
        ("2020-12-31", "2021-01-01", "31 December 2020 – 1 January 2021"),
    ],
)
def test_an_interval_reads_as_a_day_a_month_or_both_ends(first, last, words):
    assert wording.interval(_days(first, last)) == words


@pytest.mark.parametrize(
    ("basis", "words"),
    [
        ("printed", "19 October 2021"),
        ("year inferred: the meeting it follows", "19 October 2021 (year inferred)"),
        ("date inferred from an outside fact: a law", "19 October 2021 (date inferred)"),
        ("month inferred: the snow", "19 October 2021 (month inferred)"),
        ("day inferred: a Monday", "19 October 2021 (day inferred)"),
    ],
)
def test_what_is_inferred_of_a_date_is_said(basis, words):
    day = {"from": "2021-10-19", "to": "2021-10-19", "printed": "Oct. 19", "basis": basis}
    assert wording.dated(Interval.model_validate(day)) == words


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
def test_evidence_older_than_a_year_says_how_old_it_is(latest, today, words):
    told = wording.age_warning(on(latest), date.fromisoformat(today), None)
    assert told == (words and f"{words}: not evidence of today’s position")


def test_evidence_older_than_a_year_on_the_day_asked_about_names_that_day():
    day = date(2019, 3, 1)
    assert wording.age_warning(on("2018-02-26"), day, day) == "more than a year before 1 March 2019"
    assert wording.age_warning(on("2018-03-02"), day, day) is None


def test_age_counts_from_the_middle_of_the_days():
    today = date(2026, 11, 21)
    autumn = [on("2021-10-19"), on("2021-11-06", "2021-11-27")]
    told = {wording.age_warning(said, today, None) for said in autumn}
    assert told == {"5 years old: not evidence of today’s position"}


@pytest.mark.parametrize(
    ("speaker", "words"),
    [
        (
            {"id": "orin-dask", "name": "Orin Dask", "kind": "person", "as": "the head"},
            "Orin Dask, the head",
        ),
        (
            {"id": "orin-dask", "name": "Orin Dask", "kind": "person", "description": "a baker"},
            "Orin Dask, a baker",
        ),
        (
            {"id": "orin-dask", "name": "Orin Dask", "kind": "person"},
            "Orin Dask, post that day not certain",
        ),
        ({"id": "velmora", "name": "Velmora", "kind": "organization"}, "Velmora"),
        (
            {"id": "velmora", "name": "Velmora", "kind": "organization", "as": "Velmora"},
            "Velmora",
        ),
        ({"id": None, "name": None, "description": "a senior official"}, "a senior official"),
        (None, "Valley Post"),
    ],
)
def test_a_speaker_is_named_as_printed_that_day(invented, speaker, words):
    sourcing = "outlet" if speaker is None else "unnamed" if speaker["id"] is None else "on_record"
    statement = invented.cited(speaker=speaker, sourcing=sourcing)
    assert wording.speaker(statement.speaker, statement.article) == words


@pytest.mark.parametrize(
    ("sourcing", "via", "words"),
    [
        ("on_record", None, "on record"),
        ("on_record", "KCNA", "on record, via KCNA"),
        ("relayed", "diplomatic sources", "relayed by diplomatic sources"),
        ("unnamed", None, "unnamed speaker"),
        ("unnamed", "the paper", "unnamed speaker, via the paper"),
        ("state_media", None, "state media"),
        ("document", None, "document"),
        ("outlet", None, "the outlet’s own account"),
    ],
)
def test_sourcing_says_through_whom_the_words_came(invented, sourcing, via, words):
    speaker = {"id": None, "name": None, "description": "an official"}
    statement = invented.cited(speaker=speaker, sourcing=sourcing, via=via)
    assert wording.sourcing(statement) == words


def test_every_level_of_sourcing_has_words(invented):
    told = [
        wording.sourcing(invented.cited(sourcing=level, via="somebody", speaker=None))
        for level in Sourcing
    ]
    assert all("somebody" in words for words in told)
    assert len(set(told)) == len(Sourcing)


@pytest.mark.parametrize(
    ("basis", "sourcing", "via", "words"),
    [
        (Basis.DECLARED, "on_record", None, "declared"),
        (Basis.RELAYED, "relayed", "diplomatic sources", "relayed by diplomatic sources"),
        (Basis.RELAYED, "unnamed", None, "relayed, from a speaker not named"),
        (Basis.ASCRIBED, "outlet", None, "ascribed by the outlet"),
    ],
)
def test_a_basis_says_who_says_so(invented, basis, sourcing, via, words):
    assert wording.basis(basis, invented.cited(sourcing=sourcing, via=via)) == words


def test_the_source_line_names_what_the_text_prints(invented):
    assert wording.source_line(invented.cited()) == (
        "Valley Post · “Velmora wary of plan” · Anna Quill · published 5 April 2025 · "
        "dask-premature"
    )


def test_the_source_line_says_what_the_text_does_not_print(invented):
    published = {"from": "2025-05-03", "to": "2025-05-31", "basis": "date inferred: the last day"}
    head = {"publisher": None, "title": None, "byline": None, "published": published}
    assert wording.source_line(invented.cited(article=head)) == (
        "outlet not named in the text · no headline printed · no byline · "
        "published 3–31 May 2025 (date inferred) · dask-premature"
    )


def test_an_agency_is_named_before_the_paper_that_printed_it(invented):
    source = invented.cited(article={"agency": "Valley Wire"}).article
    assert wording.outlet(source) == "Valley Wire, Valley Post"


@pytest.mark.parametrize(
    ("items", "words"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_a_list_reads_as_in_a_sentence(items, words):
    assert wording.listed(items) == words


def test_a_list_can_end_in_or():
    assert wording.listed(["a", "b", "c"], "or") == "a, b or c"


@pytest.mark.parametrize(("more", "shown"), [(False, 3), (True, 12)])
def test_a_further_screen_shows_a_dozen_statements_at_most(every_reply, more, shown):
    answer = every_reply["/stance japan end-of-war"].answer
    answer = answer.model_copy(update={"asked_for_more": more, "skip": 0})
    assert len(wording.page(list(range(20)), answer)) == shown
