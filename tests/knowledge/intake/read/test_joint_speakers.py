"""Several people who are printed as saying the same words."""

from __future__ import annotations

import pytest

from knowledge.corpus import corpus_reader
from knowledge.intake.add.drafts import make_statements
from knowledge.intake.read.candidate_search import find_candidates
from knowledge.speech.known_names import KnownNames
from knowledge.text.article_text import Text
from tests.knowledge.intake.read.reading_texts import PUBLISHED, list_speakers, read
from tests.places import CORPUS

LETTER = (
    "The bill “leaves too many questions open,” Senators Tom Carver, Diana Fein and Per Dahl wrote."
)


def test_all_of_a_list_have_said_the_words():
    (found,) = read(LETTER)
    names = [party.name for party in found.speaker.jointly]
    assert names == ["Tom Carver", "Diana Fein", "Per Dahl"]


def test_each_of_them_has_a_statement_of_their_own():
    text = Text(LETTER)
    made = make_statements(read(LETTER), text, "letter")
    assert [one.speaker.description for one in made] == ["Tom Carver", "Diana Fein", "Per Dahl"]
    assert [one.quotes[0].attribution for one in made][1:] == ["Diana Fein", "Per Dahl"]


def test_a_body_with_and_in_its_name_is_one():
    (found,) = read("The Ministry of Health and Welfare said it was “too late for that.”")
    assert found.speaker.jointly == ()


@pytest.mark.parametrize(
    ("raw", "names"),
    [
        ("“It was a joke,” said Ada and Per Finch.", ["Ada", "Per Finch"]),
        ("“It was a joke,” agreed sisters Ada and Pia Finch, who won.", ["Ada", "Pia Finch"]),
        (
            "Ruritania's Minister Ada Finch and her Borduran counterpart, Per Dahl, said “it ends.”",
            ["Ada Finch", "Per Dahl"],
        ),
    ],
)
def test_both_of_two_have_said_the_words(raw, names):
    (found,) = read(raw)
    assert [party.name for party in found.speaker.jointly] == names


def test_a_first_name_is_attributed_with_the_surname_that_it_shares():
    text = Text("“It was a joke,” said Ada and Per Finch.")
    made = make_statements(read(text.raw), text, "joke")
    assert [one.quotes[0].attribution for one in made] == ["Ada and Per Finch", "Per Finch"]


def test_one_of_two_who_goes_on_alone_speaks_alone():
    raw = "“It was a joke,” said Ada and Per Finch. “I dropped the phone in it,” Per Finch said."
    assert list_speakers(raw) == ["Ada and Per Finch", "Per Finch"]


@pytest.mark.parametrize(
    ("who", "names"),
    [
        (
            "The two presidents, Ada Finch of Borland and Per Dahl of Tarsk,",
            ["Ada Finch", "Per Dahl"],
        ),
        ("Presidents Ada Finch of Borland and Per Dahl of Tarsk", ["Ada Finch", "Per Dahl"]),
        ("The mayors of Ostby and Lund, Ada Finch and Per Dahl,", ["Ada Finch", "Per Dahl"]),
        (
            "The three mayors, Ada Finch of Ostby, Per Dahl of Lund and Tom Hale of Harrow,",
            ["Ada Finch", "Per Dahl", "Tom Hale"],
        ),
        (
            "Ada Finch of the University of Ostby and Per Dahl of the Harrow Institute",
            ["Ada Finch", "Per Dahl"],
        ),
    ],
)
def test_all_who_are_named_beside_what_they_are_say_the_words(who, names):
    (found,) = read(f"{who} said the treaty “opens a door that nobody will close.”")
    assert [(p.name, p.as_) for p in found.speaker.jointly] == [(name, None) for name in names]


def test_whom_the_speaker_is_only_led_by_says_nothing():
    (found,) = read("The ministers, led by Ada Finch, said the treaty “opens a door for all.”")
    assert found.speaker.key == "The ministers"


@pytest.mark.parametrize(
    "who", ["Velmora and Jonas Vehl", "Velmora and Finance Minister Ada Finch"]
)
@pytest.mark.parametrize(
    "form", ["{} said “we will not pay it.”", "“We will not pay it,” {} said."]
)
def test_a_body_on_record_and_one_of_its_people_speak_together(who, form):
    known = KnownNames.of(corpus_reader.read(CORPUS)[0])
    (found,) = find_candidates(form.format(who), PUBLISHED, known)
    assert found.speaker.jointly[0].id == "velmora"
    assert found.speaker.jointly[1].name in who
    assert len(found.speaker.jointly) == 2


@pytest.mark.parametrize(
    ("who", "parties"),
    [
        ("Velmora and South Tarsk", [("velmora", "velmora"), ("south-tarsk", "south-tarsk")]),
        ("Velmora and Borduria", [("velmora", "velmora"), ("Borduria", None)]),
        ("Borduria and Velmora", [("Borduria", None), ("velmora", "velmora")]),
        ("Dahl and Finch and Velmora", [("Dahl", None), ("Finch", None), ("velmora", "velmora")]),
        (
            "The foreign ministers of Borduria, Velmora and Oslavia",
            [("The foreign ministers of Borduria, Velmora and Oslavia", "velmora")],
        ),
        (
            "The presidents of Borduria, Velmora, South Tarsk and Oslavia",
            [
                ("The presidents of Borduria, Velmora, South Tarsk and Oslavia", "velmora"),
                ("The presidents of Borduria, Velmora, South Tarsk and Oslavia", "south-tarsk"),
            ],
        ),
    ],
)
def test_states_that_speak_together_speak_each_for_itself(who, parties):
    known = KnownNames.of(corpus_reader.read(CORPUS)[0])
    (found,) = find_candidates(f"{who} said they would “share it with all.”", PUBLISHED, known)
    assert [(party.key, party.of) for party in found.speaker.jointly] == parties


def test_one_title_with_and_in_it_is_one_persons():
    (found,) = read("Trade and Industry Minister Per Dahl said the plan was “a bridge to nowhere.”")
    assert (found.speaker.key, found.speaker.as_) == ("Per Dahl", "Trade and Industry Minister")
