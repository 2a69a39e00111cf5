"""Who spoke, or met, on some days is answered with what was said then."""

from __future__ import annotations

from datetime import date

import pytest

from bot.cli.ask import ask

TODAY = date(2026, 1, 1)


def answer(kb, typed):
    return ask(kb, typed, TODAY).answer


@pytest.mark.parametrize(
    "typed",
    [
        "who spoke in March 2025?",
        "who said anything in March 2025",
        "what was said in March 2025?",
        "what did anybody say in March 2025?",
    ],
)
def test_all_that_was_said_on_those_days_is_shown(kb, typed):
    answered = answer(kb, typed)
    assert answered.reason == "On record in March 2025:"
    assert answered.statements
    assert all(s.said.from_ <= date(2025, 3, 31) for s in answered.statements)
    assert all(s.said.to >= date(2025, 3, 1) for s in answered.statements)
    assert "outlet" not in {s.sourcing for s in answered.statements}
    assert answered.not_understood == ()


def test_nothing_is_said_of_days_without_a_record(kb):
    answered = answer(kb, "who spoke on 1 May 2019?")
    assert answered.reason.startswith("Nothing on record from anybody on 1 May 2019.")
    assert answered.statements == ()


def test_who_met_is_told_by_an_occasion_at_which_several_spoke(shipped_kb):
    answered = answer(shipped_kb, "who met on Oct 19, 2021?")
    assert answered.reason.startswith("Several spoke on 19 October 2021: Meeting of the U.S.")
    assert {"sung-kim", "noh-kyu-duk"} < {s.speaker.id for s in answered.statements}


def test_words_of_days_without_a_meeting_are_told_apart_from_one(shipped_kb):
    answered = answer(shipped_kb, "who met on 26 February 2018?")
    assert answered.reason == "On record on 26 February 2018, not with “met”:"


@pytest.mark.parametrize(
    "typed", ["who spoke?", "who spoke of cheese in 2025", "who met Dask in 2025"]
)
def test_what_asks_for_more_than_days_is_not_answered_by_them(kb, typed):
    assert not (answer(kb, typed).reason or "").startswith(("On record in 2025:", "Several"))
