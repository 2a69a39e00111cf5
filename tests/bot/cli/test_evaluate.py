"""`stancebook evaluate`: the figures it prints, and its exit code."""

from __future__ import annotations

from tests.places import CORPUS, TESTS


def test_precision_and_recall_are_printed(stancebook):
    done = stancebook("evaluate", "--corpus", CORPUS, "--articles", TESTS / "texts")
    assert "(recall): 0 of 0" not in done.output
    assert "(recall)" in done.output
    assert "(precision)" in done.output


def test_without_texts_the_exit_code_is_one(stancebook, tmp_path):
    done = stancebook("evaluate", "--corpus", CORPUS, "--articles", tmp_path)
    assert done.exit_code == 1
    assert "None of the texts" in done.output


def test_the_environment_names_the_corpus_and_the_texts(stancebook):
    named = {"STANCEBOOK_CORPUS": str(CORPUS), "STANCEBOOK_ARTICLES": str(TESTS / "texts")}
    options = ["--corpus", CORPUS, "--articles", TESTS / "texts"]
    assert stancebook("evaluate", **named).output == stancebook("evaluate", *options).output
