"""Which sentences of a message ask something, and which one first."""

from __future__ import annotations

import pytest

from bot.answers import asking_sentences
from bot.answers.asking_sentences import find_first_question, find_question, part_questions
from knowledge.questions.reader import read

BAN = "This is not the time to ease the ferry ban"


def test_a_question_is_sought_in_some_sentences_and_no_more(kb, monkeypatch):
    seen = []
    counted = lambda kb, typed: seen.append(typed) or read(kb, typed)  # noqa: E731 (one use)
    monkeypatch.setattr(asking_sentences, "read", counted)
    find_first_question(kb, "xylograph quartz?\n" * 150)
    assert len(seen) == 20
    seen.clear()
    asked = f"hello\nwhat does velmora think?\nwho is dask?\n{'and us?' * 100}"
    assert find_first_question(kb, asked) == ("what does velmora think?", "who is dask?")
    assert len(seen) == 3  # what comes after the second is not read


@pytest.mark.parametrize(
    ("text", "quoting", "asking"),
    [
        (f"Dask said “{BAN}”. What does Velmora think?", f"Dask said “{BAN}”.", True),
        (f"did Dask say “{BAN}”?", f"did Dask say “{BAN}”?", False),
        ("what does Velmora think?", "what does Velmora think?", False),
    ],
)
def test_what_is_quoted_is_parted_from_what_is_asked(kb, text, quoting, asking):
    parted, question = part_questions(kb, text)
    assert parted == quoting
    assert question == ("What does Velmora think?" if asking else None)


def test_a_question_in_a_sentence_that_quotes_is_not_one_by_itself(kb):
    assert find_question(kb, "check this, and what does Velmora think?") is not None
    assert find_question(kb, f"does Velmora think “{BAN}”?") is None


@pytest.mark.parametrize(
    ("text", "first", "also"),
    [
        (
            "Tell me Velmora's position on the border and also who is Dask",
            "Tell me Velmora's position on the border",
            "who is Dask",
        ),
        ("Velmora on the border, and who said it?", "Velmora on the border", "who said it?"),
        (
            "Velmora on the border, North Tarsk on the ferry ban",
            "Velmora on the border",
            "North Tarsk on the ferry ban",
        ),
        (
            "what does Velmora say about the border and North Tarsk about the ferry ban?",
            "what does Velmora say about the border",
            "North Tarsk about the ferry ban?",
        ),
        (
            "who said sunken road, and where does Velmora stand on the border?",
            "who said sunken road",
            "where does Velmora stand on the border?",
        ),
        (
            "who said sunken road and where does Velmora stand on the border?",
            "who said sunken road",
            "where does Velmora stand on the border?",
        ),
        (
            "where does Velmora stand on the border and who said sunken road?",
            "where does Velmora stand on the border",
            "who said sunken road?",
        ),
        (
            "who supports the border and who opposes the ferry ban?",
            "who supports the border",
            "who opposes the ferry ban?",
        ),
        (
            "who supports the border and who is against it?",
            "who supports the border",
            "who is against it?",
        ),
        (
            "who is Dask? what does Velmora think? where does North Tarsk stand?",
            "who is Dask?",
            "what does Velmora think? where does North Tarsk stand?",
        ),
    ],
)
def test_each_part_of_a_message_is_answered_or_named(kb, text, first, also):
    one, others = find_first_question(kb, text)
    assert (one.strip(), others) == (first, also)


@pytest.mark.parametrize(
    "text",
    [
        "Velmora and North Tarsk on the border and on the ferry ban",
        "compare what Velmora said and what North Tarsk said on the border",
        "Velmora on the border with North Tarsk and on the ferry ban",
        "where did Velmora stand on the border, and who said so as of May 2024",
    ],
)
def test_one_question_about_several_is_not_parted(kb, text):
    assert find_first_question(kb, text) == (text, None)
