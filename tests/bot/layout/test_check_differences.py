"""What differs, in words: a mark is called a mark, and the same words are said to be the same."""

from __future__ import annotations

from contextlib import closing
from datetime import date

import pytest

from bot.cli.ask import ask
from knowledge.kb.knowledge_base import KnowledgeBase

BAN = "This is not the time to ease the ferry ban"
TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("asked", "heading", "differs"),
    [
        (BAN.lower(), "The same words, apart from capital letters: ", "you asked “this”, the article prints “This”."),
        (BAN.upper(), "The same words, apart from capital letters: ", "capital letters alone."),
        (BAN.replace("is not", "isn’t"), "The same words, apart from contractions: ", "you asked “isn’t”, the article prints “is not”."),
        ("pre-mature!", "The same words, apart from hyphens or spaces and end marks: ", "you asked “pre-mature!”, the article prints “premature”."),
        ("THIS is Not the time to ease the ferry ban", "The same words, apart from capital letters: ", "capital letters alone."),
        ("This is Not the Time to ease the ferry-ban", "The same words, apart from capital letters and hyphens or spaces: ", "capital letters; you asked “ferry-ban”, the article prints “ferry ban”."),
        ("pre-mature.", "The same words, apart from hyphens or spaces: ", "you asked “pre-mature”, the article prints “premature”."),
        (BAN.replace("time", "time,"), "Differs from ", "you asked a comma after “time”, which the article does not print there."),
        (BAN.replace("time", "time –"), "Differs from ", "you asked a dash, which the article does not print there."),
        ("Not the time to ease the ferry ban", "A part of what Valley Post prints and gives to Orin Dask, apart from capital letters", "you asked “Not”, the article prints “not”."),
    ],
)  # fmt: skip
def test_differences_are_told_as_what_they_are(kb, asked, heading, differs):
    told = ask(kb, f'/check "{asked}"', TODAY).message.text.strip()
    assert told.startswith(heading)
    assert f"What differs: {differs}\n" in told
    assert "Careful" not in told


def test_the_same_words_of_somebody_else_are_said_to_be_so_first(kb):
    told = ask(kb, f'/check vehl "{BAN.upper()}"', TODAY).message.text.strip()
    assert told.startswith("The same words, apart from capital letters, but not Jonas Vehl’s: ")


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("called the plan premature at a meeting", "quotation marks alone"),
        ("called that plan premature at a meeting", "quotation marks; you asked “that”, the article prints “the”"),
    ],
)  # fmt: skip
def test_marks_that_were_left_out_are_told_as_marks(kb, texts_folder, asked, told):
    with closing(KnowledgeBase(kb.path, texts_folder)) as opened:
        text = ask(opened, f"/check “{asked}”", TODAY).message.text
    assert f"What differs: {told}." in text


def test_the_words_repeated_end_in_one_period(kb):
    assert f"You checked “{BAN}.”. " not in ask(kb, f"/check “{BAN}.”", TODAY).message.text
