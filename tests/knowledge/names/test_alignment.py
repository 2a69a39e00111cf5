"""The numbers that decide between an answer, a choice and nothing, each met from both sides."""

from __future__ import annotations

import pytest

from knowledge.names.resolver import Kind, Name, Names, ResolutionKind

WORDS = "amber birch cedar damson elder fennel ginger hazel iris juniper kelp lotus maple".split()
PLACES = ("Velmora", "Oslund", "Kerria", "Felmar")
LETTERS = "bcdfghjklmnpqrstvwxz"


def named(kind: Kind, *texts: str) -> list[Name]:
    return [Name(text, text, kind, preferred=True) for text in texts]


def outcome(names: list[Name], typed: str) -> tuple[str, int]:
    resolution = Names(names).resolve(typed.split())
    return resolution.outcome.value, len(resolution.candidates)


@pytest.mark.parametrize(
    ("places", "found"),
    [
        (2, "none"),  # 59.5 points: the more targets there are, the more a word of two weighs
        (3, "choice"),  # 60.05 points
    ],
)
def test_from_sixty_points_words_of_several_names_are_a_choice(places: int, found: str) -> None:
    talks = named(Kind.ISSUE, "Golden talks", "Silver talks")
    others = named(Kind.ORGANIZATION, *PLACES[:places])
    assert outcome([*talks, *others], "talks")[0] == found


@pytest.mark.parametrize(("count", "found"), [(12, "match"), (13, "none")])
def test_twelve_words_are_read_in_any_order_and_more_are_not(count: int, found: str) -> None:
    words = WORDS[:count]
    names = named(Kind.ORGANIZATION, " ".join(words))
    assert outcome(names, " ".join(reversed(words)))[0] == found


@pytest.mark.parametrize(
    ("beside", "found"),
    [
        ("Aldo", "none"),  # 84.9 points: words that another name has too are missed less
        ("Aldo Beron", "match"),  # 85.3 points
    ],
)
def test_a_mistyped_surname_answers_unless_too_much_of_the_name_is_missing(
    beside: str, found: str
) -> None:
    person = named(Kind.PERSON, "Aldo Beron Cimar Dovan Marrow")
    assert outcome([*person, *named(Kind.ORGANIZATION, beside)], "marow")[0] == found


@pytest.mark.parametrize(
    ("places", "found"),
    [
        (3, "choice"),  # a word is missing: 88.9 points; "velm" is taken for "velma": 84.0
        (4, "match"),  # 89.03 points, clear of the other by more than five
    ],
)
def test_a_known_word_taken_for_another_hardly_rivals_a_missing_one(
    places: int, found: str
) -> None:
    start = "Corda Amber Birch Cedar"
    issues = named(Kind.ISSUE, f"{start} Velm Union", f"{start} Velma")
    others = named(Kind.ORGANIZATION, *PLACES[:places])
    assert outcome([*issues, *others], f"{start.lower()} velm")[0] == found


@pytest.mark.parametrize(("count", "found"), [(599, "choice"), (600, "match")])
def test_a_word_of_so_many_names_is_left_out_beside_a_rare_one(count: int, found: str) -> None:
    common = [Name("Silvar", f"{number}", Kind.ORGANIZATION) for number in range(count)]
    assert outcome([*common, *named(Kind.ORGANIZATION, "Silver")], "silvr")[0] == found


def test_at_most_forty_names_are_aligned() -> None:
    names = [Name("Silver", f"{number}", Kind.ORGANIZATION) for number in range(41)]
    assert outcome(names[:39], "silvr") == ("choice", 39)
    assert outcome(names, "silvr") == ("choice", 40)


def test_words_are_read_as_typed_and_in_at_most_fifteen_other_ways() -> None:
    swapped = [f"{LETTERS[cut:]} {LETTERS[:cut]}" for cut in range(2, len(LETTERS) - 1)]
    assert len(swapped) > 15
    for count in (14, 15, 16):
        found = outcome(named(Kind.ORGANIZATION, *swapped[:count]), LETTERS)
        assert found == (ResolutionKind.CHOICE.value, min(count, 15))


@pytest.mark.parametrize(
    ("name", "typed", "found"),
    [("Silver Xo", "xosilver", "match"), ("Silver X", "xsilver", "none")],
)
def test_a_word_is_split_into_words_of_two_letters_and_more(
    name: str, typed: str, found: str
) -> None:
    assert outcome(named(Kind.ORGANIZATION, name), typed)[0] == found
