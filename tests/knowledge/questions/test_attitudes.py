"""Who has an attitude to somebody is not whoever it is toward; a federal state is no capital."""

from __future__ import annotations

from datetime import date

import pytest

from bot.cli.ask import ask
from knowledge.questions.reader import read
from knowledge.questions.topic import find_topic

TODAY = date(2025, 6, 1)


@pytest.mark.parametrize(
    "typed",
    ["who was most critical of Velmora", "who is hostile to the South", "who was angry with Vehl"],
)
def test_whom_an_attitude_is_toward_is_not_asked_about(kb, typed):
    assert find_topic(kb, read(kb, typed)).subjects == ()
    answer = ask(kb, typed, TODAY).answer
    assert (answer.person, answer.organization, answer.statements) == (None, None, ())


@pytest.mark.parametrize("typed", ["who is Ilse Marrow", "who is the special envoy of South Tarsk"])
def test_who_somebody_is_is_asked_about_them(kb, typed):
    assert find_topic(kb, read(kb, typed)).subjects != ()


def test_a_federal_state_is_not_the_state_whose_capital_has_its_name(kb):
    for typed in ("what does Velmora State think about ferries", "Velmora State on ferries"):
        assert [stranger.typed for stranger in read(kb, typed).strangers] == ["Velmora State"]
    assert read(kb, "What does Velmora State on ferries").strangers == ()
