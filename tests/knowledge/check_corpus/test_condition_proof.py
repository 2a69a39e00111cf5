"""A stance's condition is a whole clause, with the word that makes it a condition."""

from __future__ import annotations

import pytest

from knowledge.check_corpus.condition_proof import faults
from knowledge.text.article_text import Text

SENTENCE = (
    "Velmora said on Monday that it will reopen the bridge, provided that Tarsk frees the two "
    "sailors it holds, but will close the harbor in autumn if workers are not paid, unless the "
    "South withdraws its “ferry ban” on the river."
)


def find(condition, sentence=SENTENCE):
    return [fault.why for fault in faults(condition, [Text(sentence).folded])]


@pytest.mark.parametrize(
    "condition",
    [
        "provided that Tarsk frees the two sailors it holds",
        "if workers are not paid",
        "unless the South withdraws its “ferry ban”",
        "unless the South withdraws its “ferry ban” on the river.",
        "unless the South […] on the river.",
        "will close the harbor in autumn if workers are not paid",
    ],
)
def test_a_clause_with_its_word_is_a_condition(condition):
    assert find(condition) == []


@pytest.mark.parametrize(
    ("condition", "sentence"),
    [
        ("must be open to all", "Talks “must be open to all,” the envoy said."),
        ("meetings that do not touch the tolls", "It plans meetings that do not touch the tolls."),
        ("will not sign, but could wait", "Velmora will not sign, but could wait for a year."),
        ("only for trucks", "Kroll supports a toll only for trucks, her ministry said."),
        ("should the river rise", "The bridge will close, should the river rise."),
        ("in return for the ferry", "It would sign in return for the ferry."),
    ],
)
def test_terms_in_other_words_are_conditions(condition, sentence):
    assert find(condition, sentence) == []


@pytest.mark.parametrize(
    ("condition", "lacks"),
    [
        ("the South withdraws its “ferry ban”", "lacks 'unless'"),
        ("workers are not paid", "lacks 'if'"),
        ("Tarsk frees the two sailors it holds", "lacks 'provided'"),
        ("will reopen the bridge", "has no word that makes it a condition"),
        ("paid", "lacks 'if'"),
        ("not paid", "lacks 'if'"),
    ],
)
def test_a_clause_without_its_word_is_refused(condition, lacks):
    (why,) = find(condition)
    assert lacks in why


@pytest.mark.parametrize(
    ("condition", "before"),
    [
        ("if workers", "are"),
        ("if workers are", "not"),
        ("if workers are not", "paid,"),
        ("unless the South", "withdraws"),
        ("unless the South withdraws", "its"),
        ("unless the South withdraws its", '"ferry'),
        ("provided that Tarsk frees", "the"),
        ("unless the South withdraws its “ferry ban” on the", "river."),
    ],
)
def test_a_clause_that_breaks_off_is_refused(condition, before):
    (why,) = find(condition)
    assert why.endswith(f"breaks off inside its clause before {before!r}.")


def test_the_check_refuses_it(curator):
    stance = {
        "holder": "north-tarsk",
        "issue": "border-opening",
        "value": "conditional",
        "basis": "declared",
        "condition": "the South returns the lighthouse",
        "grounds": 0,
    }
    curator.statement("north-tarsk-lighthouse", stances=[stance])
    (told,) = curator.told()
    assert "stances.0.condition: 'the South returns the lighthouse' lacks 'unless'." in told


def test_no_condition_is_not_a_condition():
    sentence = "Velmora said that it would talk without preconditions."
    why = "'without preconditions' says that there is no condition."
    assert find("without preconditions", sentence) == [why]
    assert find("without any conditions", sentence.replace("pre", "any "))


def test_the_grounds_of_a_condition_are_the_quote_that_has_it(curator):
    stance = {
        "holder": "velmora",
        "issue": "velmora-north-tarsk-talks",
        "value": "conditional",
        "basis": "declared",
        "condition": "only if the North reopens the ferry line",
        "grounds": 1,
    }
    curator.statement("marrow-ferry-first", stances=[stance])
    (told,) = curator.told()
    why = "stances.0.grounds: The condition is in quotes.0, and not in these grounds. Write 0."
    assert told.endswith(why)
