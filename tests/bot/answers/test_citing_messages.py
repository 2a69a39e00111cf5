"""A citation asked for by name shows what is to be cited, and how the form is asked for."""

from __future__ import annotations

import pytest

from bot.answers.citing_messages import part_citing
from bot.cli.ask import ask
from tests.steps import LINEAR, count_steps


@pytest.mark.parametrize(
    ("typed", "what", "also"),
    [
        ("cite Kono on talks", "Kono on talks", "cite that"),
        ("please cite Kono on talks as APA", "Kono on talks", "cite that as APA"),
        ("cite Kono on talks in Chicago style.", "Kono on talks", "cite that as Chicago"),
        ("how do I cite Kim's statement?", "Kim's statement?", "cite that"),
        ("AP style for Turner on talks", "Turner on talks", "cite that as AP"),
        ("give me a Chicago citation for Moon's speech", "Moon's speech", "cite that as Chicago"),
        ("I need a footnote for Kono on talks", "Kono on talks", "cite that"),
    ],
)
def test_what_is_to_be_cited_and_its_style_are_told_apart(typed, what, also):
    assert part_citing(typed) == (what, also)


@pytest.mark.parametrize(
    "typed",
    ["cite that", "cite this in AP style", "cite kono-on-pressure", "Japan cited talks", "style"],
)
def test_what_was_shown_and_other_words_are_no_such_message(typed):
    assert part_citing(typed) is None


def test_the_words_to_cite_are_shown(shipped_kb, today):
    answer = ask(shipped_kb, "cite Funakoshi on end of war in Chicago style", today).answer
    assert (answer.holder.id, answer.issue.id) == ("japan", "end-of-war")
    assert answer.also_asked == "cite that as Chicago"
    assert answer.not_understood == ()


@pytest.mark.parametrize("row", ["please ", "cite ", " in ap", " ", "a ap style "])
def test_a_long_row_takes_no_more_than_its_length(row):
    few, many = (count_steps(lambda n=n: part_citing(row * n)) for n in (50, 200))
    assert many <= few * LINEAR
