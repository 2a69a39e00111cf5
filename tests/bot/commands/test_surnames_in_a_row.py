"""Surnames typed side by side are several people where several are compared, and one elsewhere."""

from __future__ import annotations

import pytest

from bot.cli.ask import ask


def _compared(answer):
    return list(dict.fromkeys(cell.holder.id for cell in answer.compared))


@pytest.mark.parametrize(
    ("typed", "who"),
    [
        ("/compare marrow vehl border", ["ilse-marrow", "jonas-vehl"]),
        ("/compare vehl marrow on the border", ["jonas-vehl", "ilse-marrow"]),
        ("compare Vehl Marrow on the border", ["jonas-vehl", "ilse-marrow"]),
        ("/compare velmora vehl marrow border", ["velmora", "jonas-vehl", "ilse-marrow"]),
    ],
)
def test_they_are_compared(kb, today, typed, who):
    answer = ask(kb, typed, today).answer
    assert answer.outcome == "answer"
    assert _compared(answer) == who


def test_a_surname_that_several_have_is_asked_about(kb, today):
    answer = ask(kb, "/compare vehl dask border", today).answer
    assert answer.reason == "“dask” could be any of these."


@pytest.mark.parametrize(
    "typed",
    [
        "/compare jonas marrow border",
        "/compare vehl zorgan border",
        "/compare velmora times on the border",
    ],
)
def test_a_name_of_somebody_else_stays_one_name(kb, today, typed):
    answer = ask(kb, typed, today).answer
    assert answer.outcome == "no_match"
    assert answer.reason.startswith("I have no record of")
