"""A given name before a surname on record makes it another person's, though it is a word too."""

from __future__ import annotations

import pytest

from knowledge.questions.reader import read


def _read(kb, typed):
    question = read(kb, typed)
    people = [f.name.target for f in question.found if f.name.target == "jonas-vehl"]
    return people, [s.typed for s in question.strangers]


@pytest.mark.parametrize(
    "given", ["peter", "jack", "bob", "frank", "mark", "rose", "harry", "august", "rob", "young"]
)
def test_a_given_name_that_is_a_word_too_makes_a_surname_anothers(kb, given):
    assert _read(kb, f"{given} vehl on the ferry ban") == ([], [f"{given} vehl"])


@pytest.mark.parametrize(
    ("typed", "stranger"),
    [
        ("will vehl on the ferry ban", "will vehl"),
        ("will vehl toward the ferry ban", "will vehl"),
        ("hope vehl", "hope vehl"),
        ("what did may vehl say about the ferry ban", "may vehl"),
        ("compare will vehl and Velmora on the ferry ban", "will vehl"),
        ("what did rose vehl say", "rose vehl"),
    ],
)
def test_a_word_of_a_sentence_is_a_name_where_no_sentence_goes_on(kb, typed, stranger):
    assert _read(kb, typed) == ([], [stranger])


@pytest.mark.parametrize(
    "typed",
    [
        "will vehl support the ferry ban",
        "what will vehl say about the ferry ban",
        "may vehl lift the ferry ban",
        "I hope vehl said something on the ferry ban",
        "would Velmora grant vehl a ferry",
        "they rob vehl",
        "who will vehl meet",
        "said vehl on the ferry ban",
        "mark's vehl on the ferry ban",
    ],
)
def test_a_word_of_a_sentence_leaves_a_surname_whose_it_is(kb, typed):
    assert _read(kb, typed) == (["jonas-vehl"], [])


def test_a_word_before_a_whole_name_is_no_other_given_name(kb):
    assert _read(kb, "frank jonas vehl on the ferry ban")[0] == ["jonas-vehl"]
