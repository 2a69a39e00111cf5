"""Numbers of lines that no list has are read as those of a list, where they are in order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.slack_text.numbered_lines import number_lines
from bot.slack_text.visible_text import BOLD

SAID = ["Dask: Keep it.", "“So do I.” — Vehl"]
NUMBERED = [
    ("Q1 ", "Q2 "),
    ("Q1: ", "Q2: "),
    ("Quote 1 of 2: ", "Quote 2 of 2: "),
    ("No. 1 – ", "No. 2 – "),
    ("A: ", "B: "),
    ("a) ", "b) "),
    ("1: ", "2: "),
    ("Option A: ", "Option B: "),
    ("Speaker 1: ", "Speaker 2: "),
    (f"{BOLD}A:{BOLD} ", f"{BOLD}B{BOLD}: "),
]


@pytest.mark.parametrize("numbers", NUMBERED)
def test_lines_that_are_numbered_are_items(numbers):
    text = "\n".join(map(str.__add__, numbers, SAID))
    assert number_lines(f"check\n{text}").split("\n") == [
        "check",
        *map("{} {}".format, ("1.", "2."), SAID),
    ]


def test_a_name_in_bold_with_its_number_stays_in_bold():
    text = f"{BOLD}Q1 Dask{BOLD}: no\n{BOLD}Q2 Vehl{BOLD}: yes"
    assert number_lines(text) == f"1. {BOLD}Dask{BOLD}: no\n2. {BOLD}Vehl{BOLD}: yes"


@pytest.mark.parametrize(
    "text",
    ["Q: Now?\nA: No.", "A: No.", "B: Yes.\nC: No.", "A Dask\nB Vehl", "2: a\n3: b", "Item Dask\nItem Vehl",
     "No 10 said so\nNo 11 did not", "1: Keep it."],
)  # fmt: skip
def test_lines_in_no_order_stay_as_they_are(text):
    assert number_lines(text) == text


@given(st.text(alphabet=f"QqAB12no.: )\n{BOLD}x", max_size=60))
def test_no_line_is_lost(text):
    assert number_lines(text).count("\n") == text.count("\n")
