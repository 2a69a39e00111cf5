"""What stands in front of a sentence about somebody: a day, a place, an adverb, and no speaker."""

from __future__ import annotations

import pytest

from tests.knowledge.intake.read.reading_texts import list_said, read

WORDS = "We close the mill before the frost comes"


@pytest.mark.parametrize(
    "lead",
    [
        "On Friday, Mary Finch told shopkeepers:",
        "In Ostby, Mary Finch told shopkeepers:",
        "Later, Mary Finch told shopkeepers:",
        "Outside court, Mary Finch:",
        "On Friday Mary Finch told shopkeepers:",
        "Late on Friday Mary Finch told shopkeepers:",
        "On Friday night Mary Finch told shopkeepers:",
        "In January Mary Finch told shopkeepers:",
        "Mary Finch, through her agent, Per Dahl, said only:",
        "Mary Finch, reached at her mill, said only:",
        "Asked whether she would sell, Mary Finch shook her fist:",
        "Pressed again, Mary Finch raised her hand:",
    ],
)
def test_it_is_no_label_and_no_part_of_a_name(lead):
    assert list_said(f"The mill is old.\n\n{lead} “{WORDS}.”") == [(f"{WORDS}.", "Mary Finch")]


def test_the_day_in_front_is_the_day_of_the_words():
    (made,) = [c for c in read(f"On Monday Mary Finch told shopkeepers: “{WORDS}.”") if c.quotation]
    assert (made.said.printed, made.speaker.as_) == ("Monday", None)


@pytest.mark.parametrize("label", ["Mary Finch, retired judge", "Mary Finch"])
def test_a_name_and_a_post_before_a_colon_are_still_a_label(label):
    assert list_said(f"The mill is old.\n\n{label}: “{WORDS}.”") == [(f"{WORDS}.", "Mary Finch")]
