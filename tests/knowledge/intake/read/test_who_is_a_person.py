"""Capitals that name a person, and capitals that do not."""

from __future__ import annotations

import pytest

from tests.knowledge.intake.read.reading_texts import list_said, list_speakers


@pytest.mark.parametrize(
    ("raw", "speaker"),
    [
        # What stands in brackets, before and behind a name.
        ("“It is over,” said Senator Ada Finch (D-Ostby).", "Ada Finch"),
        ("Senator Ada Finch (D-Ost.) said it was “over and done.”", "Ada Finch"),
        ("Governor Per Dahl of Ostby spoke. “It is over,” Mr. Dahl said.", "Per Dahl"),
        ("Harbour Lines CEO Ada Finch said it was “over and done.”", "Ada Finch"),
        ("Democrat Ada Finch said it was “over and done.”", "Ada Finch"),
        # Two people joined are two.
        ("Mayor Per Dahl and Ada Finch met. “It is over,” Mr. Dahl said.", "Per Dahl"),
        # A surname that is a title or a small word.
        ("“It is over,” said Charlie King, a fisher.", "Charlie King"),
        ("“It is over,” Mr. King said.", "King"),
        ("“It is over,” Minister No Jae-won said.", "No Jae-won"),
        ("“It is over,” An said.", "An"),
        # The surname alone goes to a person, not to what is called after one.
        ("Per Dahl left the Dahl Foundation. “It is over,” Dahl said.", "Per Dahl"),
        # Other scripts and rare letters.
        ("“It is over,” Анна Ковач said.", "Анна Ковач"),
        ("“It is over,” Salim al-Ḥakim said.", "Salim al-Ḥakim"),
    ],
)
def test_a_person_is_named_whole_and_with_nothing_else(raw, speaker):
    assert list_speakers(raw) == [speaker]


@pytest.mark.parametrize(
    ("raw", "speaker"),
    [
        ("The Dahl campaign says that the toll is “a tax on bread.”", "The Dahl campaign"),
        ("In the end, the ONN host said, “It is very sad.”", "the ONN host"),
        ("“It is over,” Ada Finch’s former adviser said.", "Ada Finch's former adviser"),
    ],
)
def test_a_noun_that_carries_a_name_is_described(raw, speaker):
    assert list_speakers(raw) == [speaker]


def test_a_headline_in_capitals_names_nobody_also_with_a_full_stop():
    raw = (
        "Ada Finch Hammers Harbour Chief Over Tolls.\n\n"
        "Senator Ada Finch spoke on Monday. “It is over,” Finch said."
    )
    assert list_said(raw) == [("It is over", "Ada Finch")]


def test_the_start_of_a_phrase_is_no_name():
    raw = "Per Dahl, 40, says he will vote for Finch. Of Finch: “She is not a liar.” “I like her,” he says."
    assert list_speakers(raw) == ["Per Dahl", "Per Dahl"]


@pytest.mark.parametrize(
    ("raw", "speaker"),
    [
        ("Unlike Premier Ada Finch, who calls it “a knife in our back”, he is glad.", "Ada Finch"),
        ("Quill sat down. Neither Finch nor Dahl left. Finch wrote it was “over.”", "Finch"),
        ("It is long. Halfway through, the widow turns and says: “I buried you all.”", "the widow"),
        ("It is late. Pressed again, Ada Finch replied: “I answered you twice.”", "Ada Finch"),
        ("The firm, Brandt & Sons, said that it was “wrong on all counts.”", "Brandt & Sons"),
        ("Brandt & Sons said that the report was “wrong on all counts.”", "Brandt & Sons"),
    ],
)
def test_words_around_a_name_are_no_part_of_it(raw, speaker):
    assert list_speakers(raw) == [speaker]


@pytest.mark.parametrize(
    ("who", "speaker"),
    [
        ("the younger Dahl", "the younger Dahl"),
        ("the elder Mr. Dahl", "the elder Mr. Dahl"),
        ("Dahl senior", "Dahl senior"),
        ("Mrs. Dahl", "Dahl"),
        ("Mr. Dahl", "John Dahl"),
        ("the younger sister", "the younger sister"),
    ],
)
def test_of_two_with_one_surname_none_is_guessed(who, speaker):
    raw = f"John Dahl and his son run the farm. “We sold the last ewe in May,” said {who}."
    assert list_speakers(raw) == [speaker]
