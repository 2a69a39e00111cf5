"""Words inside a clause about somebody: theirs, and not those of who speaks beside it."""

from __future__ import annotations

import pytest

from tests.knowledge.intake.read.reading_texts import list_narrations, list_said, list_speakers

THEFT, PRICE = "a theft in plain daylight", "the price of a safe river"


@pytest.mark.parametrize(
    ("raw", "speakers"),
    [
        (
            f"Unlike her predecessor, Per Dahl, who called the toll “{THEFT},” Ada Finch praised it.",
            ["Per Dahl"],
        ),
        (
            (
                "In contrast to his predecessor Per Dahl, who had once called the toll "
                f"“{THEFT},” Tom Hale called it “{PRICE}.”"
            ),
            ["Per Dahl", "Tom Hale"],
        ),
        (f"Unlike Per Dahl, whose party called it “{THEFT},” Tom Hale praised it.", ["party"]),
        (f"Per Dahl, who called the toll “{THEFT},” said it was over.", ["Per Dahl"]),
        (
            f"To those who say the toll is a theft, “{PRICE} is this,” Ada Finch said.",
            ["Ada Finch"],
        ),
        (
            f"“{PRICE} is this,” said Ada Finch, whose deputy called it “{THEFT}.”",
            ["Ada Finch", "deputy"],
        ),
    ],
)
def test_words_in_a_relative_clause_are_those_of_whom_it_is_about(raw, speakers):
    assert list_speakers(raw) == speakers


def test_he_is_the_subject_and_not_whom_he_is_held_against():
    raw = "In contrast to his predecessor, Per Dahl, who left in May, Tom Hale backs the toll."
    said = f"{raw} “It is {PRICE},” he said."
    assert list_said(said) == [(f"It is {PRICE}", "Tom Hale")]


def test_a_report_does_not_begin_with_the_quotation_of_another():
    raw = "“Enough,” said Mayor Ada Finch, whose deputy said on Monday that the ferry was late."
    assert list_narrations(raw) == []
