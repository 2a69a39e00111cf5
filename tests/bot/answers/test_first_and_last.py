"""Who spoke first or last on an issue: every statement on it counts, whatever its words."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answers.answer import Outcome
from bot.cli.ask import ask
from tests.bot.invented_corpus import InventedCorpus

_TODAY = date(2025, 6, 1)


def _on(day: str) -> dict[str, str]:
    return {"from": day, "to": day, "printed": day, "basis": "printed"}


@pytest.fixture
def asked(tmp_path):
    corpus = InventedCorpus(tmp_path / "entries")
    corpus.state("Sordia", "Sordian")
    corpus.state("Lutha")
    corpus.person("Nora Blau", post=("minister", "Sordia"))
    corpus.issue("Canal", "the waterway")
    corpus.issue("Toll")
    said = [
        ("Sordia", "Canal", "supports", "The canal is our dream.", "Nora Blau", "2024-02-01"),
        ("Lutha", "Canal", "opposes", "We shall dig nothing.", None, "2024-01-01"),
        ("Lutha", "Canal", "reluctant", "Not before the summer.", None, "2024-03-01"),
        ("Lutha", "Toll", "supports", "Whoever passes the canal pays.", None, "2024-04-01"),
    ]
    for holder, issue, value, words, by, day in said:
        corpus.said(holder, issue, value, words, by=by, said=_on(day))
    kb = corpus.kb()
    return lambda typed: ask(kb, typed, _TODAY)


def _months(answer):
    return [statement.said.to.month for statement in answer.statements]


@pytest.mark.parametrize(
    ("typed", "months"),
    [
        ("who spoke last on the canal", [3, 2, 1]),
        ("who was the last to speak on the canal", [3, 2, 1]),
        ("who was last to say something on the canal", [3, 2, 1]),
        ("who spoke most recently on the waterway", [3, 2, 1]),
        ("who is the latest to speak about the canal", [3, 2, 1]),
        ("who was the most recent to speak on the canal", [3, 2, 1]),
        ("who was first on the canal", [1, 2, 3]),
        ("who commented first on the canal", [1, 2, 3]),
        ("which sordian official spoke last on the canal", [2]),
        ("who except lutha spoke last on the canal", [2]),
        ("who was the first to support the canal", [2]),
        ("who first called for the canal", [2]),
    ],
)
def test_all_statements_on_the_issue_come_in_order_of_days(asked, typed, months):
    answer, message = asked(typed)
    assert answer.outcome is Outcome.ANSWER
    assert _months(answer) == months
    assert "on record, " in message.text.splitlines()[0]
    assert "Not read" not in message.text


def test_nobody_on_a_side_is_said(asked):
    answer, message = asked("who was the first to oppose the toll")
    assert (answer.outcome, answer.statements) == (Outcome.NO_RECORD, ())
    assert message.text.startswith("Nobody is on record on that side of Toll.")


def test_words_said_are_sought_by_themselves(asked):
    answer, _ = asked("who last said dream of the canal")
    assert _months(answer) == [2]


def test_what_an_outlet_says_by_itself_nobody_spoke(tmp_path):
    corpus = InventedCorpus(tmp_path / "entries")
    corpus.state("Sordia")
    corpus.issue("Canal")
    corpus.said("Sordia", "Canal", "supports", "We shall dig.", said=_on("2024-01-01"))
    stance = {"holder": "sordia", "issue": "canal", "value": "supports", "grounds": 0}
    outlet = {"sourcing": "outlet", "speaker": None, "on_behalf_of": None}
    ascribed = {"stances": [{**stance, "basis": "ascribed"}], "said": _on("2024-02-01")}
    corpus.said("Sordia", "Canal", "supports", "The ditch grows.", **outlet, **ascribed)
    answer = ask(corpus.kb(), "who spoke last on the canal", _TODAY).answer
    assert _months(answer) == [1]
