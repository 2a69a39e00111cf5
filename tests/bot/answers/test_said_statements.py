"""What commands get of a search for words: all that have every word, else those that are near."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answers.answer import Outcome
from bot.answers.asked import Asked
from bot.answers.said_statements import said_answer, said_statements
from knowledge.questions import read

TODAY = date(2026, 11, 28)


@pytest.fixture
def asked(kb):
    return lambda typed: Asked(kb, "said", read(kb, typed, frozenset(), today=TODAY), TODAY)


def ids(said):
    return [found.statement.id for found in said.found]


def test_statements_with_all_words_are_complete_and_counted(asked):
    said = said_statements(asked("?"), ["late", "spring"])
    assert (ids(said), said.complete, said.count) == (["radio-late-spring"], True, 1)


def test_those_with_most_words_are_near(asked):
    said = said_statements(asked("?"), ["late", "spring", "border"])
    assert (ids(said), said.complete, said.count) == (["radio-late-spring"], False, 0)


def test_nothing_is_near_without_any_of_the_words(asked):
    said = said_statements(asked("?"), ["qwxz"])
    assert (ids(said), said.complete) == ([], False)
    assert said_answer(asked("?"), said).outcome is Outcome.NO_RECORD
    assert not said_statements(asked("?"), []).complete


def test_a_state_has_what_was_said_on_its_behalf(asked):
    said = said_statements(asked("?"), ["spring"], speakers=["north-tarsk"])
    assert ids(said) == ["radio-late-spring"]


def test_an_issue_stands_for_those_below_it(asked):
    above = said_statements(asked("?"), ["ferry"], issues=["tarsk-dialogue"])
    below = said_statements(asked("?"), ["ferry"], issues=["velmora-north-tarsk-talks"])
    assert set(ids(below)) <= set(ids(above))
    assert "marrow-ferry-first" in ids(below)


@pytest.mark.parametrize(
    ("days", "outside"), [("since 4 may 2025", True), ("since 2 may 2025", False)]
)
def test_what_may_be_of_other_days_is_marked(asked, days, outside):
    question = asked(days)
    said = said_statements(question, ["news", "customer"])
    assert ids(said) == ["teva-dask-news"]
    assert ("teva-dask-news" in said.maybe_outside) is outside
    assert said_answer(question, said).maybe_later == tuple(said.maybe_outside)


def test_a_caller_gives_its_own_reason(asked):
    said = said_statements(asked("?"), ["spring", "herring"])
    answer = said_answer(asked("?"), said, reason="No issue goes by “herring”.")
    assert answer.reason == "No issue goes by “herring”."
    assert answer.sought == ("spring", "herring")
    assert answer.found_count is None
