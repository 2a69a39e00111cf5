"""A slice keeps the post that a name stands beside: it would not read without it."""

from __future__ import annotations

import pytest

from tests.knowledge.intake.read.reading_texts import list_narrations


@pytest.mark.parametrize(
    ("raw", "narration"),
    [
        ("Velmora's chief secretary, Ada Finch, denied that the toll is late.", None),
        ("The mayor, Ada Finch, said that the town would not pay.", None),
        ("On Monday, the mayor, Ada Finch, rejected the claim that it is late.", None),
        (
            "The mayor, Ada Finch, who took office in May, said that the town would not pay.",
            "The mayor, Ada Finch […] said that the town would not pay.",
        ),
        (
            "Ada Finch, the mayor of Dunmere, said that the town would not pay.",
            "Ada Finch […] said that the town would not pay.",
        ),
    ],
)
def test_a_name_is_not_cut_from_the_post_in_front(raw, narration):
    assert list_narrations(raw) == [narration or raw]


@pytest.mark.parametrize(
    "raw",
    [
        "The union's leader, Ana Gil of Ostby, called the toll a theft of water.",
        "The plan's author, economist Per Dahl, said that the town would not pay.",
    ],
)
def test_nor_from_a_post_of_somebody_from_somewhere(raw):
    assert list_narrations(raw) == [raw]
