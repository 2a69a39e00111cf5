"""Of several, all are set side by side where it is asked which of them takes a side."""

from __future__ import annotations

import pytest

from bot.cli.ask import ask


@pytest.mark.parametrize(
    ("typed", "holders"),
    [
        ("Which of Velmora and North Tarsk supports the border?", ["velmora", "north-tarsk"]),
        (
            "which of north tarsk, velmora and south tarsk want the border open",
            ["north-tarsk", "velmora", "south-tarsk"],
        ),
        ("Who of Orin Dask and Jonas Vehl supports the border?", ["orin-dask", "jonas-vehl"]),
        ("who among velmora and north tarsk is for the border", ["velmora", "north-tarsk"]),
        ("does either of velmora and north tarsk want the border", ["velmora", "north-tarsk"]),
        ("which country of velmora and north tarsk opposes the border", ["velmora", "north-tarsk"]),
    ],
)
def test_all_who_are_named_are_compared(kb, today, typed, holders):
    answer = ask(kb, typed, today).answer
    assert (answer.command, answer.outcome) == ("compare", "answer")
    assert [cell.holder.id for cell in answer.compared] == holders


def test_somebody_not_on_record_among_them_is_named(kb, today):
    answer = ask(kb, "which of Velmora and Zorgania supports the border?", today).answer
    assert (answer.outcome, "Zorgania" in answer.reason) == ("no_match", True)


def test_two_offices_are_compared_one_of_which_is_told_by_its_capital(shipped_kb, today):
    typed = (
        "Where do the State Department and the Foreign Ministry in Tokyo stand on denuclearization?"
    )
    answer = ask(shipped_kb, typed, today).answer
    assert [cell.holder.name for cell in answer.compared] == [
        "U.S. State Department",
        "Japanese Foreign Ministry",
    ]


def test_an_office_in_its_own_capital_is_no_other(shipped_kb, today):
    typed = "Where does the State Department in Washington stand on denuclearization?"
    assert ask(shipped_kb, typed, today).answer.holder.name == "U.S. State Department"


def test_words_that_none_of_several_have_are_denied_of_all(shipped_kb, today):
    answer = ask(shipped_kb, "Between Japan and South Korea, who is tougher?", today).answer
    assert "by Japan or South Korea" in answer.reason


@pytest.mark.parametrize(
    ("typed", "holders"),
    [
        (
            "Where do the Blue House and Tokyo's Foreign Ministry stand on pressure?",
            ["Office of the South Korean president", "Japanese Foreign Ministry"],
        ),
        ("Where do Kono and Seoul's Kang stand on pressure?", ["Taro Kono", "Kang Kyung-hwa"]),
        ("Is Tokyo as reluctant as Washington on pressure?", ["Japan", "United States"]),
        (
            "Is Japan closer to the US or to South Korea on pressure?",
            ["Japan", "United States", "South Korea"],
        ),
    ],
)
def test_one_told_by_a_state_and_whoever_is_measured_by_are_compared_too(
    shipped_kb, today, typed, holders
):
    answer = ask(shipped_kb, typed, today).answer
    assert [cell.holder.name for cell in answer.compared] == holders
