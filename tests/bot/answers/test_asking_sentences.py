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
