"""A sentence goes on behind a title's dot, a question between marks, and a signature's dash."""

from __future__ import annotations

import pytest

from knowledge.speech.reading import attributes
from knowledge.text.article_text import Text
from tests.knowledge.intake.read.reading_texts import list_narrations, list_said


@pytest.mark.parametrize(
    ("raw", "sentences"),
    [
        ("Rain fell. He met Ms. Quill on Friday.", ["Rain fell.", "He met Ms. Quill on Friday."]),
        ("Rain fell. Del. Ada Finch left.", ["Rain fell.", "Del. Ada Finch left."]),
    ],
)
def test_the_dot_of_a_title_ends_no_sentence(raw, sentences):
    text = Text(raw)
    assert [text[span].strip() for span in text.sentences] == sentences


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        ("Rain fell. “Why now?” Per Dahl asked.", [("Why now?", "Per Dahl")]),
        ("“We are so late!” Per Dahl told the crowd.", [("We are so late!", "Per Dahl")]),
        ("Rain fell. “It is late, and cold,” Ms. Quill said.", [("It is late, and cold", "Quill")]),
        (
            "“Why now?” Ada Finch asked. “We go!” Per Dahl shouted.",
            [("Why now?", "Ada Finch"), ("We go!", "Per Dahl")],
        ),
        (
            "“It was a good harvest for us.” — Ada Finch, Ostby",
            [("It was a good harvest for us.", "Ada Finch")],
        ),
        (
            "“It was a good harvest.” — Ada Finch\n“It was a poor one.” — Per Dahl",
            [("It was a good harvest.", "Ada Finch"), ("It was a poor one.", "Per Dahl")],
        ),
    ],
)
def test_whoever_follows_a_question_or_a_cry_has_said_it(raw, said):
    assert list_said(raw) == said
    assert list_narrations(raw) == []


@pytest.mark.parametrize(
    ("words", "goes_on"),
    [
        ("Per Dahl asked.", True),
        ("Per Dahl, the mayor of Ostby, asked in May.", True),
        ("Per Dahl told the crowd that it was late.", False),
        ("Per Dahl said it was late.", False),
        ("Per Dahl asked, “Why?”", False),
        ("The mayor left and Dahl said so.", False),
        ("Nobody knew what Dahl said.", False),
    ],
)
def test_a_sentence_that_reports_more_stands_by_itself(words, goes_on):
    assert attributes(Text(words).folded) == goes_on
