"""Lists of what several people say: each item's words are its own speaker's."""

from __future__ import annotations

import pytest

from tests.knowledge.intake.read.reading_texts import list_said

HEAD = "Leaders spoke of the accord on Tuesday.\n"
ITEMS = (
    "Nino Lomidze, the prime minister: “Today we have a border that we can draw.”",
    "Armen Kocharian, president of Ostby: “We waited a hundred years for it.”",
    "“We have always supported talks between the two.” — Selim Aydin, a minister",
    "Mayor Ada Finch: “We welcome all of it, and so do they.”",
)
SPEAKERS = ["Nino Lomidze", "Armen Kocharian", "Selim Aydin", "Ada Finch"]


@pytest.mark.parametrize("bullet", ["-", "–", "—", "*", "•", "▪", "1.", "2)"])
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_each_item_has_its_own_speaker(bullet, between):
    raw = HEAD + between.join(f"{bullet} {item}" for item in ITEMS)
    assert [speaker for _, speaker in list_said(raw)] == SPEAKERS


def test_who_says_the_items_of_a_list_above_it_is_left_open():
    raw = "Per Dahl gave two reasons:\n- “We have no ships left.”\n- “The sea is too rough.”"
    assert list_said(raw) == []


def test_a_dash_that_begins_a_line_of_prose_begins_no_item():
    raw = "“I do not know what you mean,”\n- and he smiled - “by any of it,” said\n- Per Dahl."
    assert {speaker for _, speaker in list_said(raw)} <= {"Per Dahl"}
