"""A statement is named with the quotes that were shown of it, where these are not all."""

from __future__ import annotations

import pytest

from bot.answers.quotes_shown import keep_shown, list_statement_ids, name_shown, read_shown
from bot.cli.ask import ask
from bot.layout.terminal import choices


def test_quotes_are_named_and_found_again(kb):
    for statement in kb.statements_on_any(kb.issues):
        for quote in statement.quotes:
            own, numbers = read_shown(name_shown(statement, [quote]))
            assert own == statement.id
            assert not numbers or keep_shown(statement, numbers).quotes == (quote,)
        assert name_shown(statement, statement.quotes) == statement.id
        assert name_shown(statement, ()) == statement.id


def test_a_name_without_numbers_has_all_quotes(kb):
    (statement,) = kb.statements(["dask-premature"])
    assert keep_shown(statement, read_shown("dask-premature")[1]) == statement


def test_statements_are_listed_once():
    assert list_statement_ids(["a:1", "b", "a:2"]) == ["a", "b"]


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("everything the White House said", 1),
        ("what did the White House say on 25 Feb 2018", 1),
        ("all of Shin Won-sik's quotes", 1),
        ("what did kim yo jong say in Feb 2024", 1),
        ("/stance kim yo jong summit", 1),
    ],
)
def test_a_speakers_card_says_how_many_quotations_it_leaves_out(shipped_kb, today, typed, left):
    answer, message = ask(shipped_kb, typed, today)
    assert f"Not shown: {left} more quotation." in message.text
    (every,) = [question for label, question in choices(message) if label == "All quotations"]
    told = ask(shipped_kb, every, today).message.text
    assert all(quote.exact in told for said in answer.statements for quote in said.quotes)


@pytest.mark.parametrize("typed", ["White House on talks", "Kono on pressure", "japan end-of-war"])
def test_nothing_is_said_to_be_left_out_where_all_is_shown(shipped_kb, today, typed):
    assert "more quotation" not in ask(shipped_kb, typed, today).message.text
