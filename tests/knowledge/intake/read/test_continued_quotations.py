"""Quotations without a verb of their own, and whoever goes on speaking in them."""

from __future__ import annotations

import pytest

from tests.knowledge.intake.read.reading_texts import list_speakers


@pytest.mark.parametrize(
    "raw",
    [
        "“We are late,” Ada Finch said. “Nobody gave the fishers a boat” in time.",
        "“We are late,” Ada Finch said.\n\n“Nobody gave us a boat.”",
        "“We are late,” Ada Finch said. She looked away. “Nobody gave us a boat.”",
        "“We are late,” Ada Finch said. Of the boats: “Nobody gave us one.”",
    ],
)
def test_the_speaker_goes_on(raw):
    assert list_speakers(raw) == ["Ada Finch", "Ada Finch"]


@pytest.mark.parametrize(
    "raw",
    [
        "“We are late,” Ada Finch said. Rain fell on the port.\n\n“Nobody gave us a boat.”",
        "“We are late,” Ada Finch said. Rain fell on the port. “Nobody gave us a boat.”",
    ],
)
def test_nobody_goes_on_behind_words_about_something_else(raw):
    assert list_speakers(raw) == ["Ada Finch"]


def test_a_list_of_quotations_goes_on_paragraph_by_paragraph():
    raw = "“We are late,” Ada Finch said.\n\n“Nobody gave us a boat.”\n\n“We will go home.”"
    assert list_speakers(raw) == ["Ada Finch"] * 3


def test_a_paragraph_of_its_own_goes_on_behind_whom_the_last_one_is_about():
    raw = "Ada Finch spoke of the port for an hour.\n\n“Nobody gave us a boat in all these years.”"
    assert list_speakers(raw) == ["Ada Finch"]
