"""Where somebody is from speaks for nobody: "the fisherman Rui Costa of Velmora"."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.corpus import corpus_reader
from knowledge.corpus.model import Interval
from knowledge.intake.read.candidate_search import find_candidates
from knowledge.speech.known_names import KnownNames
from tests.places import CORPUS

DAY = Interval(from_=date(2025, 6, 3), to=date(2025, 6, 3), basis="printed")
KNOWN = KnownNames.of(corpus_reader.read(CORPUS)[0])


def find_all(raw):
    return [c for c in find_candidates(raw, DAY, KNOWN) if not c.no_quote]


def find(raw):
    return [c.speaker for c in find_all(raw)]


@pytest.mark.parametrize(
    ("who", "name"),
    [
        ("said fisherman Rui Costa of Velmora", "Rui Costa"),
        ("warned hydrologist Manuel Brito of the New University of Velmora", "Manuel Brito"),
        ("said biologist Ines Prado from Velmora", "Ines Prado"),
        ("Ines Prado of Velmora said", "Ines Prado"),
        ("said a fisherman from Velmora", None),
    ],
)
def test_a_place_is_not_who_speaks(who, name):
    (speaker,) = find(f"By Ada Finch\n\n“The fish have gone from the river,” {who}.\n")
    assert (speaker.name, speaker.id) == (name, None)


@pytest.mark.parametrize("who", ["said Velmora", "said the government of Velmora"])
def test_a_state_that_speaks_is_itself(who):
    (speaker,) = find(f"By Ada Finch\n\n“The fish have gone from the river,” {who}.\n")
    assert speaker.id == "velmora"


@pytest.mark.parametrize(
    "who",
    [
        "My Velmoran colleague",
        "Our Velmoran neighbors",
        "A Velmoran banker",
        "A Velmoran member of parliament",
        "A person close to the Velmoran government",
        "My friend from Velmora",
    ],
)
def test_private_people_are_described_and_speak_for_nobody(who):
    (made,) = find_all(f"By Ada Finch\n\n{who} called it “a monument to optimism and hope.”\n")
    assert (made.speaker.description, made.holder) == (who, None)


@pytest.mark.parametrize("who", ["A senior Velmoran diplomat", "The Velmoran side"])
def test_officials_speak_for_their_state(who):
    (made,) = find_all(f"By Ada Finch\n\n{who} called it “a monument to optimism and hope.”\n")
    assert (made.speaker.description, made.holder) == (who, "velmora")


def test_a_person_of_a_group_is_named():
    (speaker,) = find("By Ada Finch\n\n“It can end,” said Maja Lind of the group Deep Sea Watch.\n")
    assert speaker.name == "Maja Lind"


@pytest.mark.parametrize(
    "head",
    [
        "Orin Dask, Velmora’s trade minister, spoke to the Courier on Tuesday.",
        "Orin Dask answered the questions of the Courier.",
        "We met Orin Dask on Tuesday.",
    ],
)
def test_who_is_interviewed_and_on_record_is_one_person(head):
    raw = f"By Ada Finch\n\n{head}\n\nQ: Will you go home?\n\nA: I will not go home yet.\n"
    assert [speaker and speaker.id for speaker in find(raw)] == ["orin-dask"]


@pytest.mark.parametrize(
    ("who", "sourcing"),
    [
        ("the Ministry of Fish", "on_record"),
        ("The Fisheries Ministry", "on_record"),
        ("the ministry", "unnamed"),
        ("a Fisheries Ministry official", "unnamed"),
        ("an official of the Ministry of Fish", "unnamed"),
    ],
)
def test_a_ministry_by_its_name_is_on_record(who, sourcing):
    (made,) = find_all(f"By Ada Finch\n\nOn Monday, {who} said that it “will not be open.”\n")
    assert made.sourcing == sourcing
