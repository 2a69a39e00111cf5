"""Words between marks that nobody is quoted with: titles, corrections, marks never closed."""

from __future__ import annotations

import pytest

from tests.knowledge.intake.read.reading_texts import (
    list_narrations,
    list_said,
    list_speakers,
    read,
)


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        ("“Enough is enough,” said Per Dahl, author of the book “Toll of the Sea.”", "a title"),
        ("On “Harbour This Morning,” Per Dahl said it was late.", "a title"),
        (
            "Correction: An earlier version said that Per Dahl would “leave by May.” He did not say so.",
            "corrects",
        ),
        ("“We will not sign it, Per Dahl said.\n\n“And we go home,” he said.", "never closed"),
    ],
)
def test_it_says_why_nobody_is_quoted(raw, why):
    reasons = [c.no_quote for c in read(raw) if c.quotation and c.no_quote]
    assert [why in reason for reason in reasons] == [True]


def test_a_correction_reports_nothing():
    assert (
        list_narrations("Correction: Per Dahl said that he would leave. He said no such thing.")
        == []
    )


def test_the_words_after_a_mark_never_closed_are_still_found():
    raw = "“We will not sign it, Per Dahl said.\n\n“And we go home,” he said."
    assert list_said(raw) == [("And we go home", "Per Dahl")]


@pytest.mark.parametrize("marks", ["``|''", "''|''", "‘‘|’’", "„|“", "„|”", "«|»"])
def test_marks_of_other_presses_are_marks(marks):
    opening, closing = marks.split("|")
    ((words, speaker),) = list_said(f"{opening}We won't sign it in May{closing}, Per Dahl said.")
    assert (words.replace("’", "'"), speaker) == ("We won't sign it in May", "Per Dahl")


@pytest.mark.parametrize(
    "raw",
    [
        "“A bridge to nowhere is a bridge,” Per Dahl is said to have told Ada Finch.",
        "Per Dahl is reported to have said that it was “a bridge to nowhere at all.”",
        "Asked whether it was “a bridge to nowhere at all,” Ada Finch laughed.",
        "When pressed on why it was “a bridge to nowhere at all,” Ada Finch said no more.",
        "Ada Finch recalled her father's words: “A bridge to nowhere is a bridge.”",
        "Ada Finch repeated her mother's old advice: “A bridge to nowhere is a bridge.”",
    ],
)
def test_what_another_asks_or_says_is_not_of_who_is_named(raw):
    assert list_speakers(raw) == []


def test_a_motto_is_not_of_who_owns_its_wall():
    raw = "“A bridge to nowhere is a bridge,” reads the motto over the desk of Ada Finch."
    assert list_speakers(raw) == ["the motto over the desk of Ada Finch"]
