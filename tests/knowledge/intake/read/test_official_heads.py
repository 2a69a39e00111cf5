"""Heads of official papers and of interviews: who publishes them, and on which day."""

from __future__ import annotations

import pytest

from knowledge.intake.read.head import read_head

BODY = "The ferry will sail again in spring, the mayor says. It has been laid up since last year.\n"
DAY = "14 March 2025"


@pytest.mark.parametrize(
    "body",
    [
        "Ministry of Foreign Affairs of the Republic of Borland",
        "MINISTRY OF TRANSPORT",
        "Borland Department of Fisheries",
        "Office of the President of Borland",
        "Government of Tarsk",
        "Permanent Mission of Borland to the League of States",
    ],
)
def test_an_official_paper_is_published_by_the_body_above_its_heading(body):
    head = read_head(f"{body}\n\nStatement on the river treaty\n\n{DAY}\n\n{BODY}")
    assert (head.publisher, head.title) == (body, "Statement on the river treaty")


@pytest.mark.parametrize(
    "line", ["Ministry says no to the ferry", "Ministry of Transport", "Court upholds ferry ban"]
)
def test_a_line_that_is_no_bodys_name_or_stands_alone_is_the_headline(line):
    head = read_head(f"{line}\n\n{DAY}\n\n{BODY}")
    assert (head.publisher, head.title) == (None, line)


@pytest.mark.parametrize(
    "lines",
    [
        f"“We wait”\n\nInterview with Ada Finch, the mayor of Ostby, {DAY}",
        f"Interview with Ada Finch\nConducted on 12 March 2025 by Per Dahl\nPublished on {DAY}",
        f"Interview with Ada Finch, 12 March 2025\nThe Ostby Courier\n{DAY}",
        f"Q&A: Ada Finch on locks\nThe Ostby Courier, {DAY}\nThe interview was conducted on 12 May.",
        f"Ada Finch on the locks\n12 March 2025\nPublished {DAY}",
    ],
)
def test_an_interview_is_dated_by_its_publication(lines):
    head = read_head(f"{lines}\n\nQ: Will you open the locks?\nA: We wait until the spring.\n")
    assert head.published.printed == DAY


def test_the_day_of_an_interview_is_not_that_of_publication():
    lines = "Interview with Ada Finch\nConducted on 12 March 2025 by Per Dahl"
    head = read_head(f"{lines}\n\nQ: Will you open the locks?\nA: We wait until the spring.\n")
    assert head.published is None


def test_the_heading_of_an_interview_may_end_with_its_day():
    lines = f"Interview with Ada Finch, 12 March 2025\nThe Ostby Courier\n{DAY}"
    head = read_head(f"{lines}\n\nQ: Will you open the locks?\nA: We wait until the spring.\n")
    assert head.title == "Interview with Ada Finch, 12 March 2025"
    assert head.publisher == "The Ostby Courier"


@pytest.mark.parametrize(
    "office", ["Office of Communications", "Press Office", "Bureau of Fish and Ports"]
)
def test_the_office_below_a_ministry_is_no_headline(office):
    title = "Press Briefing by Spokesperson Lena Ost"
    head = read_head(f"Department of Fisheries of Borland\n{office}\n\n{title}\n{DAY}\n\n{BODY}")
    assert (head.publisher, head.title) == ("Department of Fisheries of Borland", title)
