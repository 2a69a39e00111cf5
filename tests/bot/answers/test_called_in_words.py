"""Somebody is named by the whole name, or by a part of it that is nobody else's on record."""

from __future__ import annotations

from datetime import date

import pytest

from bot.cli.ask import ask
from tests.bot.invented_corpus import InventedCorpus


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    corpus = InventedCorpus(tmp_path_factory.mktemp("called") / "entries")
    for state in ("Sordia", "Lutha"):
        corpus.state(state)
    for name in ("Nora Blau", "Karl Rahn", "Ida Rahn"):
        corpus.person(name, post=("minister", "Lutha"))
    corpus.issue("a canal", parties=("Sordia", "Lutha"))
    corpus.issue("a dike")
    corpus.said("Sordia", "a canal", "supports", "We dig for Sordia whatever Blau’s plan says.")
    corpus.said("Sordia", "a dike", "opposes", "Only Karen Blau and Rahn want a dike.")
    kb = corpus.kb()
    return lambda typed: ask(kb, typed, date(2025, 6, 1)).message.text


@pytest.mark.parametrize(
    "typed",
    [
        "/who blau",
        "/stance blau",
        "/stance blau a canal",
        "/timeline blau a canal",
        "/stance blau sordia",
        "what did blau say about sordia",
    ],
)
def test_a_surname_that_is_one_persons_names_them(told, typed):
    assert "Named by others:\n\n> “We dig for Sordia whatever Blau’s plan" in told(typed)


@pytest.mark.parametrize("typed", ["/stance nora blau a dike", "/stance karl rahn a dike"])
def test_a_relation_or_a_namesake_is_not_taken_for_them(told, typed):
    text = told(typed)
    assert text.startswith("Nothing on record from ")
    assert "a dike.”" not in text
