"""Offices as names: who held what, of which state, on which day."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.names.held_posts import Certainty
from knowledge.names.offices import split_words
from knowledge.names.post_index import Posts
from knowledge.names.post_records import PostRow, PrintedAs
from knowledge.names.resolver import Kind, Name, Names

STATES = {
    "ruritania": "ruritania",
    "sordia": "sordia",
    "ruritanian-foreign-ministry": "ruritania",
    "sordian-intelligence-bureau": "sordia",
    "chancellery": "ruritania",
}
NAMES = [
    ("Ruritania", "ruritania", ["Ruritanian", "Strelsau"]),
    ("Sordia", "sordia", ["Sordian", "North Sordia"]),
    ("Ruritanian Foreign Ministry", "ruritanian-foreign-ministry", ["MOFA"]),
    ("Sordian Intelligence Bureau", "sordian-intelligence-bureau", ["SIB"]),
    ("Chancellery", "chancellery", ["White Palace"]),
]
PEOPLE = {
    "brandt": [("Prime Minister", "ruritania", "Ruritanian Prime Minister", "2025-03-04")],
    "kern": [("Prime Minister", "ruritania", "Ruritanian Prime Minister", "2018-03-01")],
    "lutz": [("Prime Minister", "sordia", "Sordian Prime Minister", "2025-03-04")],
    "aalto": [
        ("Foreign Minister", "ruritanian-foreign-ministry", "Foreign Minister", "2018-03-01"),
        (None, None, "the government's top spokesman", "2018-03-01"),
    ],
    "bask": [("Foreign Minister", "ruritanian-foreign-ministry", "top diplomat", "2021-05-05")],
    "corr": [("Minister of Foreign Affairs", "sordia", "Sordia's foreign minister", "2021-05-05")],
    "dane": [("Envoy on Sordian Water Rights", "ruritania", "envoy", "2021-05-05")],
    "eyre": [("Special Representative for Sordia", "ruritania", "the envoy", "2021-05-05")],
    "finn": [("Director", "sordian-intelligence-bureau", "the spy chief", "2021-05-05")],
    "gray": [("Chief Scientist", "chancellery", "Chief Scientist", "2021-05-05")],
    "hale": [("Minister of Fisheries", "sordia", "the fisheries minister", "2021-05-05")],
    "iden": [(None, None, "Sordia's ceremonial leader", "2018-03-01")],
    "jost": [("Leader", "sordia", "Sordian leader", "2021-05-05")],
}


def row(person, title, organization, words, day):
    on = date.fromisoformat(day)
    printed = PrintedAs(words, f"courier-{day}", on, on)
    return PostRow(person, title, organization, None, None, (printed,))


def opened(people=PEOPLE):
    named = [
        Name(text, target, Kind.ORGANIZATION, preferred=text == name)
        for name, target, others in NAMES
        for text in [name, *others]
    ]
    rows = [row(person, *post) for person, posts in people.items() for post in posts]
    return Posts(rows, named, Names(named), STATES)


@pytest.fixture(scope="module")
def posts():
    return opened()


def found(posts, text, organizations=()):
    (span,) = posts.find(split_words(text))
    return [held.person for held in posts.holders(span, organizations=organizations)]


@pytest.mark.parametrize(
    ("asked", "state", "year", "who"),
    [
        ("prime minister of Ruritania", "ruritania", 2018, "kern"),
        ("the prime minister of Sordia", "sordia", 2025, "lutz"),
        ("prime minister of Ruritania", "ruritania", 2025, "brandt"),
        ("Ruritania's PM", "ruritania", 2018, "kern"),
    ],
)
def test_an_office_is_who_held_it_in_the_year_asked(posts, asked, state, year, who):
    (span,) = posts.find(split_words(asked))
    days = {"first": date(year, 1, 1), "last": date(year, 12, 31)}
    held = posts.holders(span, organizations={state}, **days)
    assert [h.person for h in held if h.certainty is Certainty.CERTAIN] == [who]


def test_holders_are_listed_the_newest_first(posts):
    assert found(posts, "Ruritania's prime minister", {"ruritania"}) == ["brandt", "kern"]


@pytest.mark.parametrize(
    ("asked", "of", "who"),
    [
        ("Ruritania's foreign minister", {"ruritania"}, ["bask", "aalto"]),
        ("the FM of Ruritania", {"ruritania"}, ["bask", "aalto"]),
        ("Ruritanian minister of foreign affairs", {"ruritania"}, ["bask", "aalto"]),
        ("Sordian foreign secretary", {"sordia"}, ["corr"]),
        ("Sordia's top diplomat", {"sordia"}, ["corr"]),
        ("the government spokesman", (), ["aalto"]),
        ("fisheries minister", (), ["hale"]),
        ("minister for fisheries", (), ["hale"]),
        ("chief scientist", (), ["gray"]),
        ("spy chief", (), ["finn"]),
        ("head of intelligence", (), ["finn"]),
        ("SIB director", (), ["finn"]),
        ("director of the Sordian Intelligence Bureau", {"sordian-intelligence-bureau"}, ["finn"]),
        ("leader of Sordia", {"sordia"}, ["jost"]),
        ("ceremonial leader of Sordia", {"sordia"}, ["iden"]),
        ("Ruritania's leader", {"ruritania"}, ["brandt", "kern"]),
        ("Ruritania's envoy on Sordian water rights", {"ruritania"}, ["dane"]),
        ("water rights envoy", (), ["dane"]),
        ("Ruritanian special rep for Sordia", {"ruritania"}, ["eyre"]),
        ("Ruritania's envoy", {"ruritania"}, ["dane", "eyre"]),
    ],
)
def test_an_office_is_found_in_the_words_of_titles_print_and_newsrooms(posts, asked, of, who):
    assert found(posts, asked, of) == who


@pytest.mark.parametrize(
    "asked",
    [
        *(
            "the defense minister",
            "minister of tourism",
            "beekeeping minister",
            "Sordia's president",
        ),
        *("deputy foreign minister", "vice minister of fisheries", "prime minister elect"),
        "the next prime minister",
    ],
)
def test_an_office_that_nobody_on_record_held_is_of_nobody(posts, asked):
    span = posts.find(split_words(asked))[0]
    assert posts.holders(span, organizations={"ruritania", "sordia"}) == []
