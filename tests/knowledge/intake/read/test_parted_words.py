"""A word that a file parts at a line's end is one word; a hyphen that is its own stays."""

from __future__ import annotations

import pytest

from knowledge.intake.add.incoming_article import read_article
from knowledge.intake.read.head import Head
from knowledge.intake.read.parted_words import join_parted_words


@pytest.mark.parametrize(
    ("raw", "whole"),
    [
        ("the govern-\nment said", "the government said"),
        ("the Govern-\n  ment said", "the Government said"),
        ("the Velmo-\nrans said. Velmorans are many", "the Velmorans said. Velmorans are many"),
        ("a well-\nknown man", "a well-\nknown man"),
        ("a well-\nknown man, well-known", "a well-known man, well-known"),
        ("a short-\nage of shortages", "a short-\nage of shortages"),
        ("a shortage, the short-\nage", "a shortage, the shortage"),
        ("the news-\npapers", "the newspapers"),
        ("a deal-\nmaking mayor", "a deal-making mayor"),
        ("a 10-\nyear plan", "a 10-\nyear plan"),
        ("the co-\noperative, a co-operative", "the co-operative, a co-operative"),
        ("pre-\nand post-war", "pre-\nand post-war"),
        ("the Xyqu-\nrglm said", "the Xyqu-\nrglm said"),
        ("an end to it -\nand more", "an end to it -\nand more"),
        ("govern-\n\nment", "govern-\n\nment"),
        ("a non-govern-\nmental body", "a non-governmental body"),
    ],
)
def test_a_parted_word_is_whole_where_the_text_or_the_word_list_knows_it(raw, whole):
    assert join_parted_words(raw)[0] == whole


def test_the_curator_is_told_which_words_were_joined():
    raw = "Toll row in Ostby\n\n9 July 2025\n\nAda Finch said the govern-\nment of Lund was late.\n"
    read = read_article(raw.encode(), Head())
    assert "the government of Lund" in read.text.folded
    assert "I joined a word that the file parts at the end of a line: government." in read.notes
