"""`stancebook evaluate`: the figures it prints, and its exit code."""

from __future__ import annotations

import json

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


def test_annotated_texts_are_measured(stancebook, tmp_path):
    (tmp_path / "a.txt").write_text("“We have no boat,” Ada Finch said.", encoding="utf-8")
    annotation = {
        "published": "2025-04-16",
        "quotations": [{"exact": "We have no boat", "speaker": ["Ada Finch"]}],
    }
    (tmp_path / "a.json").write_text(json.dumps(annotation), encoding="utf-8")
    done = stancebook("evaluate", "--corpus", CORPUS, "--annotated", tmp_path)
    assert "with the right speaker, of all: 1 of 1, 100.0%" in done.output
    assert done.exit_code == 0


def test_a_wrong_annotation_is_one_sentence(stancebook, tmp_path):
    (tmp_path / "a.txt").write_text("Rain fell.", encoding="utf-8")
    (tmp_path / "a.json").write_text("[]", encoding="utf-8")
    done = stancebook("evaluate", "--corpus", CORPUS, "--annotated", tmp_path)
    assert done.exit_code == 2
    assert "a.json is not an annotation" in done.output
