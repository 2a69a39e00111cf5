"""The word lists: how those that look alike differ, and what each must hold."""

from __future__ import annotations

import re

import pytest

from knowledge.text.english import dating_words, pronouns, question_words, small_words, titles
from knowledge.text.english.clause_words import DISPENSABLE, LEADING
from knowledge.text.english.degree_words import DEGREE
from knowledge.text.english.head_words import DOTTED_END, LABEL
from knowledge.text.english.relay_words import NAMELESS, RELAYED, TAKEN_UP
from knowledge.text.folding import tokenize

_SETS = {
    f"{module.__name__.rpartition('.')[2]}.{name}": words
    for module in (question_words, small_words, titles)
    for name, words in vars(module).items()
    if isinstance(words, frozenset)
}


@pytest.mark.parametrize("name", _SETS)
def test_a_list_is_written_in_small_letters(name):
    words = [w for each in _SETS[name] for w in (each if isinstance(each, tuple) else (each,))]
    assert all(word == word.lower().strip() for word in words)


def test_fillers_are_written_as_questions_are_folded():
    folded = {token.folded for word in question_words.FILLERS for token in tokenize(word)}
    assert folded == question_words.FILLERS


def test_words_of_a_position_are_content_where_printed_words_are_sought():
    assert "opposes" in question_words.FILLERS
    assert "opposes" not in question_words.SMALL_WORDS


def test_every_folded_title_but_two_is_printed_too():
    unprinted = titles.FOLDED_TITLES - titles.PRINTED_TITLES
    assert unprinted == {"miss", "mx"}
    assert titles.TITLE_PARTS <= titles.PRINTED_TITLES


@pytest.mark.parametrize(
    ("words", "in_names", "in_sentences"),
    [("Gen.", True, True), ("Maj.", True, False), ("Hon.", False, True), ("K.", False, True)],
)
def test_abbreviations_differ_in_names_and_in_sentences(words, in_names, in_sentences):
    assert bool(re.fullmatch(titles.ABBREVIATED_IN_NAMES, words)) is in_names
    assert bool(re.fullmatch(titles.ABBREVIATED_IN_SENTENCES, words)) is in_sentences


@pytest.mark.parametrize("words", ["strongly", "too much", "rather"])
def test_an_adverb_of_degree_is_found(words):
    assert DEGREE.search(f"Japan objects {words}")


def test_rather_than_compares():
    assert not DEGREE.search("talks rather than pressure")


def test_relay_words():
    assert RELAYED.search("the plan is dead, officials familiar with it said")
    assert not RELAYED.search("the minister said the plan is dead")
    assert TAKEN_UP.match("They asked not to be named")
    assert NAMELESS.search("an official")
    assert not NAMELESS.search("the Korea Herald")


def test_head_words():
    assert LABEL.match("Press release:")
    assert DOTTED_END.search("By Per Dahl Jr.")


def test_it_is_possible_goes_back_to_nobody():
    assert pronouns.PRONOUN_IN_FRONT.match("it is wary of talks")
    assert not pronouns.PRONOUN_IN_FRONT.match("it is possible to talk")


def test_where_words_were_said_is_not_what_they_are_about():
    assert dating_words.ABOUT_A_TOPIC.match(" on the talks")
    assert not dating_words.ABOUT_A_TOPIC.match(" on television")


def test_words_of_clauses():
    assert LEADING.sub("", "But when he") == "he"
    assert DISPENSABLE.match("which borders Russia")
    assert not DISPENSABLE.match("and will go on")
