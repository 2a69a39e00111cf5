"""Questions in scripts without spaces, and questions that are one small word."""

from __future__ import annotations

import pytest

from knowledge.names.resolver import Kind, Name, Names
from knowledge.questions.reader import read
from knowledge.questions.words import split_words


@pytest.mark.parametrize(
    ("typed", "targets"),
    [
        ("日本終戦宣言", ["japan", "end-of-war"]),
        ("日本の終戦宣言は?", ["japan", "end-of-war"]),
        ("북한 종전선언은?", ["north-korea", "end-of-war"]),
        ("船越健裕とは", ["takehiro-funakoshi"]),
    ],
)
def test_a_question_without_spaces_is_read(shipped_kb, typed, targets):
    question = read(shipped_kb, typed)
    assert [found.name.target for found in question.found] == targets
    assert question.not_understood == ()


@pytest.mark.parametrize("typed", ["新日本終戦宣言", "日本終戦宣言反対", "북한종전선언반대"])
def test_what_else_stands_in_such_a_word_is_not_dropped(shipped_kb, typed):
    question = read(shipped_kb, typed)
    assert question.found
    assert question.not_understood or question.strangers


def test_the_words_divided_point_at_what_was_typed():
    names = Names([Name("日本", "japan", Kind.ORGANIZATION)])
    typed = "what of 日本の?"
    words = split_words(typed, names)
    assert [typed[word.start : word.end] for word in words] == ["what", "of", "日本"]
