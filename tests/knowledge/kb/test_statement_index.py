"""Statements are found by their words, whatever is typed; the best fit comes first."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.corpus.model import Sourcing
from knowledge.kb.statement_index import MOST_WORDS, SearchScope

OPERATORS = ["OR", "AND", "NOT", "NEAR(", "*", "^", '"', "quotes:", "-", "+", "(", ")", "{", "\0"]


def ids(found):
    return [f.statement.id for f in found]


@pytest.mark.parametrize(
    ("words", "first", "quoted"),
    [
        (["supported", "borders"], "marrow-this-year", {"supported", "borders"}),
        (["late", "spring"], "radio-late-spring", {"late", "spring"}),
        (["customers"], "teva-dask-news", set()),
        (["ferries", "talk", "nobody"], "marrow-ferry-first", {"talk", "ferries", "nobody"}),
        (["paper", "disagreed"], "tolls-at-odds", set()),
    ],
)
def test_words_are_found_in_quotes_clauses_and_summaries(kb, words, first, quoted):
    found = kb.search(words)[0]
    assert found.statement.id == first
    assert found.matched == set(words)
    assert found.in_quotes == quoted


def test_more_words_come_first_then_the_better_fit(kb):
    found = kb.search(["border", "opening", "year"])
    keys = [(-len(f.matched), f.rank) for f in found]
    assert len(found) > 2
    assert keys == sorted(keys)


def test_a_word_in_a_quote_outweighs_one_in_the_summary(kb):
    found = kb.search(["border"])
    quoted = [bool(f.in_quotes) for f in found]
    assert set(quoted) == {True, False}
    assert quoted[0]


def test_words_that_may_not_be_shown_are_not_found(kb):
    assert "tolls-at-odds" not in ids(kb.search(["generation"]))
    assert "treaty-own-tolls" not in ids(kb.search(["keeps", "own"]))


def test_two_words_of_one_stem_are_both_matched(kb):
    (found,) = kb.search(["customer", "customers"])
    assert found.matched == {"customer", "customers"}


def test_a_word_of_several_needs_all_of_them(kb):
    assert ids(kb.search(["late spring"])) == ["radio-late-spring"]
    assert kb.search(["late herring"]) == []


@pytest.mark.parametrize(
    ("scope", "kept"),
    [
        ({"speakers": ["ilse-marrow"]}, {"marrow-this-year"}),
        ({"speakers": ["jonas-vehl"]}, set()),
        ({"issues": ["border-opening"], "holders": ["velmora"]}, {"marrow-this-year"}),
        ({"holders": ["south-tarsk"]}, set()),
    ],
)
def test_a_search_keeps_to_its_scope(kb, scope, kept):
    found = ids(kb.search(["supports", "year"], **scope))
    assert {i for i in found if i == "marrow-this-year"} == kept


@pytest.mark.parametrize(
    ("scope", "found"),
    [
        (SearchScope(first=date(2025, 5, 4)), False),
        (SearchScope(first=date(2025, 5, 3)), True),
        (SearchScope(last=date(2025, 5, 3)), True),
        (SearchScope(last=date(2025, 5, 2)), False),
        (SearchScope(sourcings=[Sourcing.STATE_MEDIA]), True),
        (SearchScope(sourcings=[Sourcing.ON_RECORD]), False),
    ],
)
def test_days_and_sourcing_narrow_a_search(kb, scope, found):
    hits = kb.said.find(["spring"], scope, 9)
    assert bool(hits) is found
    assert kb.said.count(["spring"], scope) == len(hits)


def test_all_words_are_counted_beyond_the_limit(kb):
    every = kb.search(["border"])
    assert len(kb.search(["border"], limit=1)) == 1
    assert kb.said.count(["border"], SearchScope()) == len(every) > 1
    assert kb.said.count(["border", "herring"], SearchScope()) == 0


@pytest.mark.parametrize("operator", OPERATORS)
def test_an_operator_is_a_word_like_others(kb, operator):
    plain, typed = kb.search(["late", "spring"]), kb.search(["late", operator, "spring"])
    assert plain[0].statement == typed[0].statement
    assert {f.statement.id for f in plain} <= {f.statement.id for f in typed}


@given(st.lists(st.text() | st.sampled_from(OPERATORS), max_size=MOST_WORDS + 3))
def test_no_typed_text_breaks_a_search(kb, words):
    for found in kb.search(words):
        assert found.matched <= set(words)
        assert found.in_quotes <= found.matched
    assert kb.said.count(words, SearchScope()) >= 0


@given(st.sampled_from(OPERATORS), st.sampled_from(["spring", "border", "ferry"]))
def test_an_operator_inside_a_word_acts_as_none(kb, operator, word):
    for typed in (f"{operator}{word}", f"{word}{operator}", f"{word} {operator} qwxz"):
        assert all(f.matched == {typed} for f in kb.search([typed]))
    assert kb.search([f"{word} {operator} qwxz"]) == []
