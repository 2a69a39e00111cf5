"""Who answers: "he" behind a sentence in which one person asks another something."""

from __future__ import annotations

import pytest

from tests.knowledge.intake.read.reading_texts import list_said, list_speakers

SAID = "“I knew nothing of it until today,” {} said."


@pytest.mark.parametrize(
    ("before", "pronoun", "speaker"),
    [
        ("Mary Finch asked the witness, Ruth Salter, whether she knew.", "she", "Ruth Salter"),
        ("Adam Finch asked John Dahl if he had seen the cash.", "he", "John Dahl"),
        ("Adam Finch questioned John Dahl about the cash.", "he", "John Dahl"),
        ("Reporters asked Mayor Mary Finch about the cash.", "she", "Mary Finch"),
        ("“Did you know?” Adam Finch asked John Dahl.", "he", "John Dahl"),
        ("John Dahl was asked by Adam Finch whether he knew.", "he", "John Dahl"),
        ("John Dahl rose. Asked if Velmora had asked, he paused.", "he", "John Dahl"),
        ("Asked whether Adam Finch had said so, John Dahl shrugged.", "he", "John Dahl"),
        (
            "John Dahl denies it. Prosecuting, Qxe Finch put it to him that he knew.",
            "he",
            "John Dahl",
        ),
        ("John Dahl denies it. Then Qxe Finch asked him about the cash.", "he", "John Dahl"),
        (
            "John Dahl denies it. Prosecuting, Qxe Finch put it to him that he knew.",
            "she",
            "Qxe Finch",
        ),
        ("Qxe Dahl came. John Finch spoke. He saw it otherwise.", "he", "Qxe Dahl"),
        ("Jo Finch rose. The Speaker called for order.", "she", "The Speaker"),
        # What is asked of somebody is no question.
        ("Adam Finch asked John Dahl to leave.", "he", "Adam Finch"),
        # The pronoun does not fit who was asked.
        ("Mary Finch asked John Dahl whether he knew.", "she", "Mary Finch"),
        ("I met Wambui Finch, founder of Dahl Labs, at noon.", "she", "Wambui Finch"),
        (
            "The mayor left. A trader in Ostbys said that it rained. He laughed.",
            "he",
            "A trader in Ostbys",
        ),
    ],
)
def test_who_was_asked_answers(before, pronoun, speaker):
    assert list_speakers(f"{before} {SAID.format(pronoun)}")[-1:] == [speaker]


def test_where_either_may_be_meant_nobody_is():
    raw = f"Mary Finch asked Qxe Dahl whether they went. {SAID.format('she')}"
    assert list_said(raw) == []


def test_an_answer_without_a_verb_is_not_the_askers():
    raw = "Adam Finch asked John Dahl about it. “I knew nothing of it until today.”"
    assert list_speakers(raw) == ["John Dahl"]
