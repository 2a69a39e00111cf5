"""Near misses: how many edits are a typo of a word, what they cost, and what is only suggested."""

from __future__ import annotations

import pytest

from knowledge.names.typos import LONGEST, Vocabulary

MANY = 2_000


def vocabulary(*words: str, others: int = 0) -> Vocabulary:
    """Return words among so many others, all of them far from any name."""
    made = Vocabulary()
    for word in (*words, *(f"{number:06}" for number in range(others))):
        made.add(word)
    return made


@pytest.mark.parametrize(
    ("typed", "word", "lone", "near"),
    [
        ("irann", "iran", True, True),
        ("rann", "ran", False, False),  # a word of three letters is not edited
        ("iraq", "iran", True, False),
        ("kisidaa", "kishida", False, True),  # two edits, from seven letters
        ("kisidaa", "kishida", True, False),  # alone from eight
        ("takeirro", "takehiro", True, True),
        ("yokkotaa", "yokota", False, False),
        ("gisidaa", "kishida", False, False),  # with another first letter one edit at most
        ("funakoi", "funakoshi", False, True),  # two letters shorter
    ],
)
def test_so_many_edits_are_a_typo(typed: str, word: str, lone: bool, near: bool) -> None:
    assert bool(vocabulary(word).near(typed, lone=lone)) == near


@pytest.mark.parametrize(
    ("typed", "word", "among", "near"),
    [
        ("kishda", "kishida", MANY, True),
        ("kishda", "kishida", MANY + 1, False),
        ("takehro", "takehiro", MANY + 1, False),
        ("funakosi", "funakoshi", MANY + 1, True),  # from nine letters
        ("runakoshi", "funakoshi", MANY + 1, False),  # not with another first letter
    ],
)
def test_among_many_words_a_lone_one_has_to_be_long(
    typed: str, word: str, among: int, near: bool
) -> None:
    assert bool(vocabulary(word, others=among - 1).near(typed, lone=True)) == near


@pytest.mark.parametrize(
    ("typed", "word", "least", "most"),
    [
        ("sanction", "sanctions", 1, 1),  # the plural is hardly an edit
        ("kishda", "kishida", 7, 7.2),
        ("kishda", "kishida", 7.005, 7.006),  # a letter left out
        ("kishyda", "kishida", 7.21, 7.22),  # a wrong one, which is less likely
        ("kisidaa", "kishida", 14, 14.4),
    ],
)
def test_an_edit_costs_as_many_points(typed: str, word: str, least: float, most: float) -> None:
    (cost,) = vocabulary(word).near(typed).values()
    assert least <= cost <= most


@pytest.mark.parametrize(("length", "near"), [(LONGEST - 1, True), (LONGEST + 1, False)])
def test_a_longer_word_is_no_word(length: int, near: bool) -> None:
    typed = "ab" * 50
    assert bool(vocabulary(f"{typed[: length - 1]}x").near(typed[:length])) == near
    assert bool(vocabulary(f"{typed[: length - 1]}x").far(typed[:length])) == near
    assert LONGEST == 40


def test_a_suggestion_costs_what_differs() -> None:
    (cost,) = vocabulary("funakoshi").far("tunakoshy").values()
    assert 2 * 40 / 9 < cost < 2 * 40 / 9 + 0.4


@pytest.mark.parametrize(
    ("typed", "word", "suggested"),
    [
        ("merkan", "merkel", True),  # two edits in six letters
        ("merka", "meril", False),  # and in five
        ("funa", "funakoshi", True),  # a beginning
        ("fu", "funakoshi", True),
        ("f", "funakoshi", False),
        ("una", "funakoshi", False),
    ],
)
def test_what_is_alike_or_begins_so_is_suggested(typed: str, word: str, suggested: bool) -> None:
    assert bool(vocabulary(word).far(typed)) == suggested


def test_the_more_of_a_word_is_typed_the_less_the_rest_costs() -> None:
    words = vocabulary("funakoshi")
    assert words.far("fu")[0] == pytest.approx(15 * 7 / 9)
    assert words.far("funak")[0] == pytest.approx(15 * 4 / 9)


def test_twelve_words_are_suggested() -> None:
    alike = [f"funakosh{letter}" for letter in "abcdefgijklmn"]
    assert len(vocabulary(*alike).far("funakoshz")) == 12
