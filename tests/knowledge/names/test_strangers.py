"""Whose a name is that nobody on record has, or that is on record with other letters."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.names.resolver import Kind, Name, Names, ResolutionKind, tokenize

PEOPLE = (
    "Otto Brandt",
    "Mike Pence",
    "Taro Kono",
    "Rex Tillerson",
    "An Min-su",
    "Charles No",
    "Said Al-Hadi",
    "Do Thi Lan",
)
NAMES = Names(
    [
        *(Name(name, name, Kind.PERSON, preferred=True) for name in PEOPLE),
        Name("DR Zemblia", "dr-zemblia", Kind.ORGANIZATION, preferred=True),
        Name("Zemblia", "zemblia", Kind.ORGANIZATION, preferred=True),
    ]
)
WORLD = frozenset({"brant", "spence", "konno", "jon"})


def words(text: str) -> list[str]:
    return [token.folded for token in tokenize(text)]


def targets(found: tuple[Name, ...]) -> list[str]:
    return [name.target for name in found]


@pytest.mark.parametrize(
    ("typed", "target"),
    [("brant", "Otto Brandt"), ("spence", "Mike Pence"), ("taro konno", "Taro Kono")],
)
def test_a_name_of_the_world_is_nobody_else_misspelled(typed: str, target: str) -> None:
    found = NAMES.resolve(words(typed), is_known=WORLD.__contains__)
    assert found.outcome is ResolutionKind.NONE
    assert found.stranger
    assert [candidate.name.target for candidate in found.candidates] == [target]


@pytest.mark.parametrize(
    ("typed", "edited", "lone"),
    [
        ("tilerson", ("tilerson",), True),
        ("rex tilerson", ("tilerson",), False),
        ("rxe tillerson", ("rxetillerson",), False),
        ("tillerson rex", (), False),
    ],
)
def test_an_answer_says_which_words_it_read_with_other_letters(
    typed: str, edited: tuple[str, ...], lone: bool
) -> None:
    found = NAMES.resolve(words(typed), is_known=WORLD.__contains__)
    assert (found.edited, found.lone) == (edited, lone)
    assert not found.stranger


def test_a_lone_word_near_two_people_is_a_choice_between_them() -> None:
    names = Names(
        Name(name, name, Kind.PERSON, preferred=True) for name in ("Ada Marrow", "Ben Marron")
    )
    found = names.resolve(["marrov"])
    assert found.outcome is ResolutionKind.CHOICE
    assert len(found.candidates) == 2


@pytest.mark.parametrize(
    ("word", "target"),
    [("an", "An Min-su"), ("no", "Charles No"), ("said", "Said Al-Hadi"), ("do", "Do Thi Lan")],
)
def test_a_surname_that_is_a_small_word_is_found_where_it_is_all_that_was_asked(
    word: str, target: str
) -> None:
    assert targets(NAMES.alone(word)) == [target]


@pytest.mark.parametrize("word", ["an", "no", "do"])
def test_a_small_word_in_a_question_is_no_name(word: str) -> None:
    assert NAMES.exact([word]) == ()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Dr. An", ["An Min-su"]),
        ("Mr. No", ["Charles No"]),
        ("Vice Foreign Minister Rex Tillerson", ["Rex Tillerson"]),
        ("Dr. An Min-su", ["An Min-su"]),
        ("DR Zemblia", ["dr-zemblia"]),
        ("Mr. Zemblia", []),
        ("the dr", []),
        ("dr", []),
        ("Foreign Kono", []),
    ],
)
def test_titles_are_dropped_before_persons_alone(typed: str, found: list[str]) -> None:
    assert targets(NAMES.exact(words(typed))) == found


def test_the_nearest_are_those_with_every_word_typed() -> None:
    given_names = ("Jiwon", "Jihu", "Tae", "Yong", "Hana", "Il", "Sora", "Min", "Jun")
    names = Names(
        Name(f"Kim {given}", f"Kim {given}", Kind.PERSON, preferred=True) for given in given_names
    )
    found = names.resolve(["kim", "ji"])
    assert {c.name.target for c in found.candidates} == {"Kim Jiwon", "Kim Jihu"}


@given(st.sampled_from(PEOPLE), st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=1))
@settings(deadline=None)
def test_a_word_known_as_a_name_is_never_an_edited_match(person: str, word: str) -> None:
    for typed in ([word], [*words(person)[:-1], word], [word, *words(person)[1:]]):
        found = NAMES.resolve(typed, is_known=lambda known: known == word)
        assert found.outcome is not ResolutionKind.MATCH or word not in found.edited
