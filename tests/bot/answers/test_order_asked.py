"""The first or the last statement is asked for by a word that is not sought itself."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answers.answer import Outcome
from bot.cli.ask import ask
from bot.layout.terminal import choices
from tests.bot.invented_corpus import InventedCorpus

_TODAY = date(2025, 6, 1)


def _on(day: str) -> dict[str, str]:
    return {"from": day, "to": day, "printed": day, "basis": "printed"}


@pytest.fixture
def asked(tmp_path):
    corpus = InventedCorpus(tmp_path / "entries")
    corpus.state("Sordia")
    corpus.state("Lutha")
    corpus.person("Nora Blau", post=("minister", "Sordia"))
    corpus.issue("a canal")
    said = [
        ("Sordia", "supports", "We shall dig the first ditch.", "Nora Blau", "2025-02-01"),
        ("Lutha", "opposes", "We shall dig nothing.", None, "2025-01-01"),
        ("Sordia", "supports", "We shall widen it.", "Nora Blau", "2025-01-15"),
    ]
    for holder, value, words, by, day in said:
        corpus.said(holder, "a canal", value, words, by=by, said=_on(day))
    kb = corpus.kb()
    return lambda typed: ask(kb, typed, _TODAY)


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("who first said dig", ["2025-01-01", "2025-02-01"]),
        ("who said nothing first", ["2025-01-01"]),
        ("who was the first to say dig?", ["2025-01-01", "2025-02-01"]),
        ("who said dig last", ["2025-02-01", "2025-01-01"]),
        ("what did nora blau say first", ["2025-01-15", "2025-02-01"]),
        ("what did nora blau say last", ["2025-02-01", "2025-01-15"]),
    ],
)
def test_statements_come_in_the_order_asked_for(asked, typed, days):
    answer, message = asked(typed)
    assert answer.outcome is Outcome.ANSWER
    assert [str(statement.said.to) for statement in answer.statements] == days
    assert f", {'oldest' if 'first' in typed else 'newest'} first\n" in message.text
    assert "Not read" not in message.text


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("who spoke recently about digging", ["2025-02-01", "2025-01-01"]),
        ("what did sordia say most recently about digging", ["2025-02-01"]),
    ],
)
def test_an_order_beside_speech_goes_with_words_that_are_sought(asked, typed, days):
    answer, message = asked(typed)
    assert [str(statement.said.to) for statement in answer.statements] == days
    assert ", newest first\n" in message.text


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("newest quote from sordia", ["2025-02-01", "2025-01-15"]),
        ("latest sordia statement", ["2025-02-01", "2025-01-15"]),
        ("the latest from sordia", ["2025-02-01", "2025-01-15"]),
        ("oldest statement by sordia", ["2025-01-15", "2025-02-01"]),
        ("what has sordia said most recently", ["2025-02-01", "2025-01-15"]),
    ],
)
def test_the_newest_of_what_a_state_said_needs_no_issue(asked, typed, days):
    answer, message = asked(typed)
    assert answer.outcome is Outcome.ANSWER
    assert [str(statement.said.to) for statement in answer.statements] == days
    assert "Not read" not in message.text


def test_of_whom_it_was_said_is_not_dropped(asked):
    text = asked("what did nora blau last say about lutha").message.text
    assert text.startswith("No statement on record by Nora Blau is about “lutha”.")


def test_a_word_of_order_that_was_said_is_sought(asked):
    answer, message = asked("who said first ditch")
    assert [str(statement.said.to) for statement in answer.statements] == ["2025-02-01"]
    assert message.text.startswith("On record with “first” and “ditch”\n")


@pytest.mark.parametrize("typed", ["who said first", "who said it first?", "who said that last"])
def test_an_order_alone_is_asked_back(asked, typed):
    answer, message = asked(typed)
    assert (answer.outcome, answer.statements) == (Outcome.NO_MATCH, ())
    assert message.text.startswith("Who said what ")


def test_nobody_is_said_to_have_said_anything_first_without_a_record(asked):
    text = asked("what did lutha say first in 2024").message.text
    assert text.startswith("Nothing on record from Lutha in 2024.")


@pytest.mark.parametrize(
    ("typed", "question"),
    [
        ("latest on a canal", "/timeline a-canal more"),
        ("who spoke first on a canal", "/timeline a-canal more"),
        ("what did nora blau say last", "/timeline nora-blau more"),
        ("what did sordia say first", "/timeline sordia more"),
        ("latest on a canal in 2025", "/timeline a-canal in 2025 more"),
    ],
)
def test_all_statements_are_a_click_away(asked, typed, question):
    answer, message = asked(typed)
    assert dict(choices(message))["All, oldest first"] == question
    every = asked(question).answer.statements
    assert {s.id for s in answer.statements} <= {s.id for s in every}


def test_statements_that_are_left_out_are_counted_and_need_no_name(tmp_path):
    corpus = InventedCorpus(tmp_path / "entries")
    corpus.state("Sordia")
    corpus.issue("a canal")
    for number in range(40):
        corpus.said("Sordia", "a canal", "supports", f"We dig {number}.", said=_on("2025-02-01"))
    kb = corpus.kb()
    message = ask(kb, "latest on a canal", _TODAY).message
    assert "name one" not in message.text
    (more,) = [question for label, question in choices(message) if label.startswith("All 4")]
    told = ask(kb, more, _TODAY)
    assert len(told.answer.statements) == 40
    assert "More (" in told.message.text
