"""Names as others spell them, and names that are spelled alike and are another's."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.names import japanese, korean
from knowledge.names.resolver import Kind, Name, Names, ResolutionKind, tokenize

# id, name, other names
PEOPLE = (
    ("ito", "Hirobumi Ito", []),
    ("ono", "Yōko Ōno", []),
    ("kono", "Taro Kono", ["河野太郎"]),
    ("funakoshi", "Takehiro Funakoshi", ["船越健裕"]),
    ("park", "Park Min-su", ["박민수"]),
    ("roh", "Roh Kyu-deok", ["노규덕"]),
    ("yi", "Yi Sang-hui", ["이상희"]),
    ("sung-kim", "Sung Kim", ["성김"]),
    ("choe", "Choe Ryong-hae", []),
    ("chung", "Chung Eui-yong", []),
    ("kim", "Kim Hong-il", []),
    ("schroeder", "Gerhard Schröder", []),
    ("mueller", "Robert Mueller", []),
    ("oeberg", "Jørgen Øberg", []),
    ("wang", "Wang Yi", ["王毅"]),
    ("michael", "Michael Baer", []),
    ("mun", "Sun Mun", []),
)
NAMES = Names(
    [
        *(Name(text, i, Kind.PERSON, preferred=True) for i, text, _ in PEOPLE),
        *(Name(alias, i, Kind.PERSON) for i, _, aliases in PEOPLE for alias in aliases),
        Name("Åland", "aaland", Kind.ORGANIZATION, preferred=True),
    ]
)


def words(text: str) -> list[str]:
    return [token.folded for token in tokenize(text)]


def found(text: str) -> list[str]:
    return [name.target for name in NAMES.exact(words(text))]


@pytest.mark.parametrize(
    ("typed", "target"),
    [
        ("Itō", "ito"),
        ("Itoh", "ito"),
        ("Itou Hirobumi", "ito"),
        ("Hirobumi Itoh", "ito"),
        ("Ohno Yoko", "ono"),
        ("Youko Oono", "ono"),
        ("Kohno", "kono"),
        ("Tarou Kouno", "kono"),
        ("Hunakosi", "funakoshi"),
        ("Hunakosi Takehirō", "funakoshi"),
        ("Pak Min Su", "park"),
        ("Bak Min-soo", "park"),
        ("Min-soo Park", "park"),
        ("Noh Kyu-duk", "roh"),
        ("No Kyu-dok", "roh"),
        ("Lee Sang-hee", "yi"),
        ("Rhee Sang-hui", "yi"),
        ("Kim Song", "sung-kim"),
        ("Choi Ryong-hae", "choe"),
        ("Choi", "choe"),
        ("Jung Eui-yong", "chung"),
        ("Jeong Ui-yong", "chung"),
        ("Gim Hong-il", "kim"),
        ("Schroeder", "schroeder"),
        ("Gerhard Schroder", "schroeder"),
        ("Müller", "mueller"),
        ("Robert Muller", "mueller"),
        ("Joergen Oeberg", "oeberg"),
        ("Jörgen Öberg", "oeberg"),
        ("Aaland", "aaland"),
    ],
)
def test_a_name_is_found_as_others_spell_it(typed: str, target: str) -> None:
    assert found(typed) == [target]
    assert NAMES.resolve(words(typed)).outcome is ResolutionKind.MATCH


@pytest.mark.parametrize(
    "typed",
    [
        "Konno",
        "Konoe",
        "Kim Hong-gil",
        "Jung Min-su",
        "Oh Min-su",
        "no",
        "Michal",
        "moon",
        "soon",
        "of",
    ],
)
def test_a_name_of_other_sounds_is_not(typed: str) -> None:
    assert found(typed) == []


def test_a_name_on_record_is_not_another_spelling_of_one() -> None:
    names = Names(
        [
            Name("Jung Tae-ho", "jung", Kind.PERSON, preferred=True),
            Name("Chung Min-su", "chung", Kind.PERSON, preferred=True),
        ]
    )
    assert [name.target for name in names.exact(["chung"])] == ["chung"]
    assert [name.target for name in names.exact(["jung"])] == ["jung"]
    assert {name.target for name in names.exact(["jeong"])} == {"jung", "chung"}


def test_other_spellings_are_weak_and_generated() -> None:
    (name,) = NAMES.exact(["kohno"])
    assert name.weak
    assert name.generated
    assert not NAMES.exact(["kono"])[0].generated


def test_another_syllable_of_a_korean_name_makes_another_person() -> None:
    resolution = NAMES.resolve(words("Kim Hong-gil"))
    assert resolution.outcome is ResolutionKind.NONE
    assert resolution.stranger
    assert resolution.candidates[0].name.target == "kim"


@given(st.lists(st.text(alphabet="aeiounkghsty-", min_size=1, max_size=9), min_size=1, max_size=4))
@settings(deadline=None)
def test_any_words_are_looked_up(typed: list[str]) -> None:
    for name in NAMES.exact(typed):
        assert name.target in {i for i, _, _ in PEOPLE} | {"aaland"}


HANGUL = st.text(alphabet=korean.GIVEN_SYLLABLES, min_size=2, max_size=2)


@given(st.sampled_from(sorted(korean.SURNAMES)), HANGUL, st.data())
@settings(deadline=None)
def test_a_korean_name_is_found_in_every_way_to_write_its_hangul(
    surname: str, given_name: str, data: st.DataObject
) -> None:
    ways = [*korean.surname_ways(surname), *korean.given_ways(given_name)]
    first, second = ([data.draw(st.sampled_from(sorted(w))) for w in ways] for _ in range(2))
    names = Names(
        [
            Name(f"{first[0]} {'-'.join(first[1:])}".title(), "x", Kind.PERSON, preferred=True),
            Name(surname + given_name, "x", Kind.PERSON),
        ]
    )
    assert [n.target for n in names.exact([second[0], "".join(second[1:])])] == ["x"]


@pytest.mark.parametrize("syllable", ["na", "ka", "ang", "laratio"])
def test_a_word_of_many_syllables_that_is_no_name_is_heard_in_one_way(syllable):
    """Each syllable doubled the ways to read it: one word of sixty letters took minutes."""
    word = f"{syllable * 200}x"
    assert korean.skeleton(word) == "-"
    assert not japanese.is_romanized(word)


@pytest.mark.parametrize(
    ("word", "heard"),
    [("kyunghwa", True), ("sangnyeong", True), ("aeiou", True), ("ngaa", False), ("kkang", False)],
)
def test_the_sounds_of_a_korean_name_are_told_from_others(word, heard):
    assert (korean.skeleton(word) != "-") == heard
