"""Whoever is told by their relation to a person on record is not that person."""

from __future__ import annotations

import pytest

from knowledge.questions.reader import read


def _read(kb, typed):
    question = read(kb, typed)
    people = [f.name.target for f in question.found if f.name.target in {"jonas-vehl", "orin-dask"}]
    return people, [s.typed for s in question.strangers]


@pytest.mark.parametrize(
    "typed",
    [
        "vehl's wife",
        "vehls sister",
        "vehl's late brother",
        "vehl's successor",
        "vehl's closest aide",
        "vehl's South Tarskan counterpart",
        "vehl's party",
        "vehl's own deputy",
        "vehl aide",
        "vehl deputy",
        "vehl lawyer",
        "vehl analyst",
        "an aide to vehl",
        "the successor to vehl",
        "a spokesman for vehl",
        "critics of vehl",
    ],
)
def test_who_is_told_by_a_relation_is_a_stranger(kb, typed):
    assert _read(kb, f"{typed} on the ferry ban") == ([], [typed])


@pytest.mark.parametrize(
    "typed",
    [
        "vehl's official position on the ferry ban",
        "vehl's general view",
        "vehl's opposition to the ferry ban",
        "the opposition of vehl to the ferry ban",
        "vehl's government on the ferry ban",
        "the vehl administration on the ferry ban",
        "did vehl host the talks",
        "vehl sources on the ferry ban",
        "vehl envoy on the ferry ban",
        "when did the others and vehl judge the ferry ban",
        "vehl's campaign on the ferry ban",
    ],
)
def test_what_is_a_persons_own_stays_theirs(kb, typed):
    assert _read(kb, typed) == (["jonas-vehl"], [])


def test_whoever_is_named_behind_the_relation_is_meant(kb):
    assert _read(kb, "vehl's ally Orin Dask on the ferry ban") == (["orin-dask"], [])
