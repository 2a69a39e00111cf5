"""Whom "he", "she", "it" and "they" mean."""

from __future__ import annotations

import pytest

from knowledge.speech.found_speaker import FoundSpeaker
from knowledge.speech.genders import guess_pronoun
from knowledge.text.article_text import Span
from tests.knowledge.intake.read.reading_texts import list_speakers, read


@pytest.mark.parametrize(
    ("raw", "speaker"),
    [
        # By the given name, a title, or a word for what somebody is.
        ("Mary Finch left. John Dahl said it rained. It was “late,” she said.", "Mary Finch"),
        ("Ms. Finch said it rained. Mr. Dahl said it snowed. It was “late,” she said.", "Finch"),
        (
            "The spokeswoman said it rained. John Dahl said it rained. It was “late,” she said.",
            "The spokeswoman",
        ),
        # A surname behind a title is enough, though its bearer said nothing yet.
        ("The fair of Ms. Finch has begun. “It is late,” she said.", "Finch"),
        # A body is nobody's "he", a group is nobody's "she".
        (
            "John Dahl said it rained. The Harbour Coalition said it snowed. It was “late,” he said.",
            "John Dahl",
        ),
        (
            "Mary Finch said it rained. Proponents said it snowed. It was “late,” she said.",
            "Mary Finch",
        ),
        (
            "Mary Finch said it rained. The letter said it snowed. It was “late,” she said.",
            "Mary Finch",
        ),
        # Somebody described in front of the name, though the pronoun alone does not tell.
        (
            "Councilwoman Rowe Finch opposed it. Her colleague Ravi Dahl nodded. It was “late,” he said.",
            "Ravi Dahl",
        ),
        (
            "Tove Finch left. Her brother Ravi Dahl wept. It was “late,” he said.",
            "Ravi Dahl",
        ),
        (
            "Mary Finch spoke. Party chair Tove Dahl, herself a judge, left. It was “late,” she said.",
            "Tove Dahl",
        ),
        (
            "Mary Finch spoke. The day after Tove Dahl resigned. It was “late,” she said.",
            "Mary Finch",
        ),
        # The subject of a sentence in which nobody speaks.
        (
            "John Dahl said it rained. James Finch spoke. He left. It was “late,” he said.",
            "James Finch",
        ),
        ("The director made a film. He said it was “a film about us.”", "The director"),
        (
            "The Dahl campaign bought a boat. It said that it was “a very good boat.”",
            "The Dahl campaign",
        ),
    ],
)
def test_a_pronoun_goes_back_to_whom_it_may_mean(raw, speaker):
    assert list_speakers(raw)[-1:] == [speaker]


def test_a_pronoun_goes_back_to_nobody_where_it_can_mean_nobody():
    assert list_speakers("John Dahl said it rained. It was “late and cold here,” she said.") == []


@pytest.mark.parametrize(
    ("name", "as_", "pronoun"),
    [
        ("Mary Finch", None, "she"),
        ("John Dahl", None, "he"),
        ("Kim Jong Un", None, None),
        ("Jordan", None, None),
        ("Dahl", "Mr.", "he"),
        ("Marion Dahl", "chairwoman of the port", "she"),
        ("Rowe Dahl", "Councilwoman", "she"),
    ],
)
def test_a_name_and_a_title_tell_the_pronoun(name, as_, pronoun):
    assert guess_pronoun(FoundSpeaker(Span(0, 1), name=name, as_=as_)) == pronoun


def test_a_reflexive_in_front_of_a_post_is_no_part_of_it():
    raw = "Tove Dahl, herself a former judge, said it was “late and cold here.”"
    assert [c.speaker.as_ for c in read(raw) if c.quotation] == ["former judge"]


BESIDE = "Mayor Anneke Visser of Ostby and Mayor Bram Kuipers of Lund met. "


@pytest.mark.parametrize(
    ("raw", "speakers"),
    [
        ("Anneke Visser and Bram Kuipers rose. “It was late and cold here,” he said.", []),
        (BESIDE + "“It was late and cold here,” she said.", []),
        (
            BESIDE + "“It is late and cold here,” Visser said. He saw it otherwise. “It is warm"
            " and early here,” he said.",
            ["Anneke Visser", "Bram Kuipers"],
        ),
        ("John Visser and Mary Kuipers rose. “It was late and cold,” she said.", ["Mary Kuipers"]),
    ],
)
def test_a_pronoun_behind_two_people_side_by_side_is_no_guess(raw, speakers):
    assert list_speakers(raw) == speakers


def test_he_passes_over_nobody_whom_the_text_perhaps_calls_he():
    raw = (
        "Per Dahl spoke. “It is late and cold here,” he said.\n\n"
        "Mary Finch told the paper that he would stay. “It is warm and early here,” he said."
    )
    assert list_speakers(raw) == ["Per Dahl"]


def test_a_ship_is_nobody_who_speaks():
    raw = "It went down with the ferry Santa Marta. “It was late and cold here,” she told me."
    assert list_speakers(raw) == []


@pytest.mark.parametrize(
    "when",
    [
        "On Friday",
        "On 30 August",
        "In August",
        "The next day",
        "Three days later",
        "Late on Friday night",
        "In Lund",
        "At the meeting",
    ],
)
def test_who_is_told_of_behind_a_time_or_a_place_without_a_comma_is_whom_she_means(when):
    raw = f"April Dahl said it was late. {when} Marta Quill rose. “It was late and cold,” she said."
    assert list_speakers(raw)[-1:] == ["Marta Quill"]
