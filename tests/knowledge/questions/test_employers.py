"""Somebody of a firm that is not on record is nobody on record, whatever surname they have."""

from __future__ import annotations

import pytest

from knowledge.questions.reader import read


def _read(kb, typed):
    question = read(kb, typed)
    people = [f.name.target for f in question.found if f.name.target == "jonas-vehl"]
    return people, [s.typed for s in question.strangers]


@pytest.mark.parametrize(
    "typed",
    [
        "ms. vehl of samsung",
        "mr vehl of hyundai",
        "dr vehl of oxford",
        "vehl of goldman sachs",
        "vehl of the hyundai",
        "vehl of France",
    ],
)
def test_a_surname_with_somebody_elses_firm_is_a_strangers(kb, typed):
    assert _read(kb, f"{typed} on the ferry ban") == ([], [typed])


@pytest.mark.parametrize(
    "typed",
    [
        "mr. vehl of Velmora on the ferry ban",
        "what does vehl think of the ferry ban",
        "views of vehl on the ferry ban",
        "vehl of all people on the ferry ban",
        "vehl, of samsung, on the ferry ban",
        "vehl's of samsung",
    ],
)
def test_whoever_is_of_a_state_on_record_or_of_nobody_stays(kb, typed):
    assert _read(kb, typed)[0] == ["jonas-vehl"]
