"""A statement is named with the quotes that were shown of it, where these are not all."""

from __future__ import annotations

from bot.answers.quotes_shown import keep_shown, list_statement_ids, name_shown, read_shown


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
