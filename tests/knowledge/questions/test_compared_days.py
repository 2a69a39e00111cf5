"""A position now beside the same of other days is asked for as all between them."""

from __future__ import annotations

from datetime import date

import pytest

from bot.cli.ask import ask
from knowledge.questions import find_days_compared, list_now, read

_TODAY = date(2026, 3, 1)


def _found(kb, typed):
    return find_days_compared(kb, read(kb, typed, today=_TODAY))


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        (
            "compare velmora now and in 2025 on the border",
            "velmora border-opening since 2025-01-01",
        ),
        (
            "compare velmora's position today with May 2025 on ferries",
            "velmora ferry-ban since 2025-05-01",
        ),
        ("how does velmora's line on the border now differ from 2025?", "since 2025-01-01"),
        ("compare velmora's position on the border then and now", "velmora border-opening"),
        ("did orin dask's view on the border differ in 2025 from now", "orin-dask border-opening"),
        (
            "compare velmora in 2024 and in 2025 on the border",
            "velmora border-opening from 2024-01-01 to 2025-12-31",
        ),
        (
            "compare velmora on the border in May 2025 with 2024",
            "velmora border-opening from 2024-01-01 to 2025-05-31",
        ),
    ],
)
def test_one_position_is_asked_for_from_those_days_on(kb, typed, asked):
    assert asked in _found(kb, typed)


@pytest.mark.parametrize(
    "typed",
    [
        "velmora now on the border",
        "velmora now and in 2025 on the border",
        "compare velmora now with south tarsk on the border",
        "compare velmora in 2025 on the border",
        "compare velmora and south tarsk now and in 2025 on the border",
        "compare velmora now and in 2025 on the border and ferries",
        "compare velmora now and in 2025 on cheese",
        "compare velmora now and in spring on the border",
        "velmora in 2024 and in 2025 on the border",
        "compare velmora in 2024 and south tarsk in 2025 on the border",
        "compare velmora, south tarsk in 2024 and in 2025 on the border",
    ],
)
def test_anything_else_is_left(kb, typed):
    assert _found(kb, typed) is None


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("velmora border now and in 2025", ("now",)),
        ("Velmora's current position in 2025", ("current",)),
        ("velmora border now", ()),
        ("velmora border now, in 2026", ()),
        ("velmora border since 2025 until now", ()),
    ],
)
def test_now_beside_days_that_have_passed_is_told(kb, typed, words):
    assert list_now(read(kb, typed, today=_TODAY), _TODAY) == words


@pytest.mark.parametrize(
    "command", ["/compare velmora, south tarsk", "/stance velmora", "/timeline velmora"]
)
def test_now_beside_other_days_is_named_as_not_read(kb, command):
    answer = ask(kb, f"{command} border now in May 2025", _TODAY).answer
    assert "now" in answer.not_understood


def test_it_is_answered_with_the_timeline(kb):
    answer = ask(kb, "compare velmora now and in 2025 on the border", _TODAY).answer
    assert (answer.command, answer.first_day, answer.not_understood) == (
        "timeline",
        date(2025, 1, 1),
        (),
    )


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("/compare velmora now and in 2025 on the border", date(2025, 1, 1)),
        ("/stance compare velmora in 2024 and in 2025 on the border", date(2024, 1, 1)),
    ],
)
def test_the_command_is_answered_with_it_too(kb, typed, first):
    answer = ask(kb, typed, _TODAY).answer
    assert (answer.command, answer.outcome) == ("timeline", "answer")
    assert (answer.first_day, answer.not_understood) == (first, ())


def test_a_comparison_of_several_stays_one(kb):
    answer = ask(kb, "/compare velmora, south tarsk border as of 2025", _TODAY).answer
    assert answer.command == "compare"
