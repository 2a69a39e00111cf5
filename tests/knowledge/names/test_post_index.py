"""Offices as names: who held what, of which state, on which day."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.names.held_posts import Certainty
from knowledge.names.post_index import Posts
from knowledge.names.post_records import PostRow, PrintedAs
from knowledge.names.resolver import Kind, Name, Names, fold

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


def opened(people=PEOPLE, more_rows=(), more_names=()):
    named = [
        Name(text, target, Kind.ORGANIZATION, preferred=text == name)
        for name, target, others in NAMES
        for text in [name, *others]
    ]
    named += [Name(person.title(), person, Kind.PERSON) for person in people]
    named += more_names
    rows = [row(person, *post) for person, posts in people.items() for post in posts]
    return Posts([*rows, *more_rows], named, Names(named), STATES)


@pytest.fixture(scope="module")
def posts():
    return opened()


def found(posts, text, organizations=()):
    (span,) = posts.find(fold(text).split())
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
    (span,) = posts.find(fold(asked).split())
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
        ("the ambassador for Sordian water rights", (), ["dane"]),
        ("Ruritania's Sordia envoy", {"ruritania", "sordia"}, ["eyre"]),
        ("foreign minister", {"ruritania", "sordia"}, ["bask", "corr", "aalto"]),
        ("Sordian envoy", {"sordia"}, []),
        ("SIB head", {"sordian-intelligence-bureau"}, ["finn"]),
        ("the head of the SIB", (), ["finn"]),
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
    span = posts.find(fold(asked).split())[0]
    assert posts.holders(span, organizations={"ruritania", "sordia"}) == []


def days(first, last):
    return {"first": date.fromisoformat(first), "last": date.fromisoformat(last)}


def test_days_of_another_holder_are_no_days_of_this_one(posts):
    (span,) = posts.find(fold("Ruritania's foreign minister").split())
    asked = days("2022-01-01", "2022-12-31")
    held = posts.holders(span, organizations={"ruritania"}, **asked)
    assert [(h.person, h.certainty) for h in held] == [
        ("bask", Certainty.EARLIER),
        ("aalto", Certainty.NOT_THEN),
    ]


def test_a_post_is_not_held_before_it_is_attested(posts):
    (span,) = posts.find(fold("the spy chief").split())
    (held,) = posts.holders(span, day=date(2018, 1, 1))
    assert held.certainty is Certainty.NOT_THEN


@pytest.mark.parametrize(
    ("asked", "certainty"),
    [
        (("2019-12-31", "2019-12-31"), Certainty.NOT_THEN),
        (("2020-05-01", "2020-05-31"), Certainty.PERHAPS),
        (("2020-06-01", "2021-06-30"), Certainty.CERTAIN),
        (("2021-01-01", "2021-01-01"), Certainty.CERTAIN),
        (("2022-06-01", "2022-06-01"), Certainty.CERTAIN),
        (("2023-01-15", "2023-01-15"), Certainty.PERHAPS),
        (("2023-02-01", "2023-02-01"), Certainty.NOT_THEN),
    ],
)
def test_a_start_and_an_end_say_what_lies_between(asked, certainty):
    on = date(2022, 2, 2)
    printed = (PrintedAs("the premier", "courier", on, on),)
    held_from = PostRow("kern", "Prime Minister", "ruritania", "2020", "2023-01", printed)
    posts = opened({}, [held_from])
    (span,) = posts.find(["pm"])
    (held,) = posts.holders(span, **days(*asked))
    assert held.certainty is certainty


def test_an_attestation_of_some_day_in_a_year_is_certain_of_the_year_alone():
    printed = (PrintedAs("the premier", "courier", date(2019, 1, 1), date(2019, 12, 31)),)
    posts = opened({}, [PostRow("kern", "Prime Minister", "ruritania", None, None, printed)])
    (span,) = posts.find(["premier"])
    certainties = [
        posts.holders(span, **days(*asked))[0].certainty
        for asked in (("2019-01-01", "2019-12-31"), ("2019-05-05", "2019-05-05"))
    ]
    assert certainties == [Certainty.CERTAIN, Certainty.PERHAPS]


def test_a_persons_time_in_an_office_is_found_without_its_state(posts):
    ministers = posts.find(fold("what did FM Aalto say").split())
    assert [h.title for h in posts.held_by("aalto", ministers[0])] == ["Foreign Minister"]
    assert posts.held_by("kern", ministers[0]) == []


def test_posts_of_the_days_asked_come_first():
    people = {
        "aalto": [
            ("Foreign Minister", "ruritania", "minister", "2018-03-01"),
            ("Prime Minister", "ruritania", "premier", "2021-03-01"),
        ]
    }
    posts = opened(people)
    assert [h.title for h in posts.of("aalto")] == ["Prime Minister", "Foreign Minister"]
    in_2018 = posts.of("aalto", **days("2018-01-01", "2018-12-31"))
    assert [h.title for h in in_2018] == ["Foreign Minister", "Prime Minister"]
    assert posts.of("nobody") == []


@pytest.mark.parametrize(
    ("asked", "used"),
    [
        ("the envoy on Sordian water rights said", "envoy on sordian water rights"),
        ("is the envoy on Sordian talks optimistic", "envoy"),
        ("is the special rep for Sordia for talks", "special rep for sordia"),
        ("is the fisheries minister for talks", "fisheries minister"),
        ("a former Ruritanian PM", "former pm"),
        ("Sordia's prime minister on fisheries", "prime minister"),
        ("the White Palace spokesman", "spokesman"),
        ("his foreign minister", "foreign minister"),
        ("which minister said", "minister"),
        ("Kern minister", "minister"),
    ],
)
def test_a_span_covers_what_names_the_office_and_no_more(posts, asked, used):
    words = fold(asked).split()
    (span,) = posts.find(words)
    assert " ".join(words[place] for place in span.covers) == used


def test_a_word_that_says_the_office_is_over_is_told(posts):
    former, acting = (posts.find(fold(q).split())[0] for q in ("ex PM", "acting PM"))
    assert (former.former, acting.former) == (True, False)
    assert posts.holders(acting) == []


@pytest.mark.parametrize(
    "asked", ["at 3 pm", "general assembly", "the mind of a ministry", "", "talks head on"]
)
def test_words_that_name_no_office_are_left(posts, asked):
    assert posts.find(fold(asked).split()) == []


def test_an_abbreviation_that_is_a_body_on_record_is_no_office():
    named = [Name("NSA", "sordian-intelligence-bureau", Kind.ORGANIZATION)]
    assert opened().find(["nsa"]) != []
    assert opened(more_names=named).find(["nsa"]) == []


def test_a_weak_name_goes_to_the_post_that_it_fits():
    people = {
        "aalto": [
            ("Minister of Defense", "ruritania", "minister", "2018-03-01"),
            ("Foreign Minister", "ruritania", "minister", "2021-03-01"),
        ]
    }
    named = [Name("defence chief", "aalto", Kind.PERSON, weak=True)]
    posts = opened(people, more_names=named)
    (span,) = posts.find(["defense", "chief"])
    assert [h.title for h in posts.holders(span)] == ["Minister of Defense"]


def test_a_relation_that_is_printed_with_an_office_in_it_is_no_post():
    people = {"aalto": [(None, None, "Sordian leader Jost’s younger sister", "2018-03-01")]}
    assert opened(people).of("aalto") == []


OFFICE_WORDS = st.sampled_from(
    "prime minister pm foreign former of for on the affairs chief spy director sordia sordian "
    "ruritania elect deputy secretary state north water rights envoy special rep kern xyz 3".split()
)


@pytest.mark.parametrize(
    ("title", "asked", "is_it"),
    [
        ("President-elect", "president elect", True),
        ("President-elect", "president", False),
        ("Minister of State for Foreign Affairs", "minister of state for foreign affairs", True),
        ("Minister of State for Foreign Affairs", "foreign minister", False),
        ("Prime Minister and Minister of Finance", "finance minister", True),
        ("Director, National Water Service", "director", True),
        ("Deputy Chairman of the Joint Chiefs of Staff", "joint chiefs deputy chair", True),
        ("Deputy Chairman of the Joint Chiefs of Staff", "joint chiefs chair", False),
        ("Acting President", "president", True),
        ("Secretary of State for Health", "health minister", True),
        ("Secretary of State for Health", "secretary of state", False),
    ],
)
def test_a_title_answers_to_the_office_that_it_is(title, asked, is_it):
    posts = opened({"kern": [(title, "ruritania", title, "2018-03-01")]})
    assert found(posts, asked) == (["kern"] if is_it else [])


@given(st.lists(OFFICE_WORDS | st.text(max_size=8), max_size=12))
def test_any_words_are_read_and_no_word_is_used_twice(posts, words):
    spans = posts.find(words)
    used = [place for span in spans for place in span.covers]
    assert len(used) == len(set(used))
    assert all(0 <= place < len(words) for place in used)
    for span in spans:
        held = posts.holders(span, organizations={"ruritania"})
        assert {h.state for h in held} <= {"ruritania"}
        assert len(held) == len({(h.person, h.title) for h in held})


@given(st.text(max_size=60))
def test_any_title_is_read(title):
    posts = opened({"kern": [(title or "-", "ruritania", title, "2018-03-01")]})
    assert len(posts.of("kern")) == 1
    for span in posts.find(fold(title).split()):
        posts.holders(span)
