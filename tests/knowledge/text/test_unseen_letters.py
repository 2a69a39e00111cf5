"""Characters that nobody sees, and joiners that a script needs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.text.unseen_letters import describe, find_unseen, remove_unseen

UNSEEN = (
    "\0 \x1b \x7f \x9b \u061c \u180e \u200b \u200c \u200d \u200e \u200f \u202a \u202e \u2060 \u2066"
    " \u2069 \ufeff \u115f \u3164 \uffa0 \ufffa \U000e0041"
).split(" ")


@pytest.mark.parametrize("letter", UNSEEN, ids=lambda letter: f"{ord(letter):04x}")
def test_it_is_found_in_words_and_taken_out_of_a_text(letter):
    words = f"Ada{letter}Lind"
    assert find_unseen(words) == find_unseen(words, name=True) == letter
    assert remove_unseen(words) == "AdaLind"


@pytest.mark.parametrize("letter", ["\n", "\t", "\r", "\x0b", "\x85", "\u2028", "\xad", "\u034f"])
def test_line_ends_and_soft_hyphens_are_refused_in_names_alone(letter):
    assert find_unseen(f"Ada{letter}Lind") is None
    assert find_unseen(f"Ada{letter}Lind", name=True) == letter


@pytest.mark.parametrize(
    "letter", ["\u2800", "\ufe0f", "\ufe00", "\u180b", "\u17b4", "\U00016fe4", "\U0001d159"]
)
def test_what_is_blank_or_without_a_letter_to_shape_is_refused_in_names(letter):
    assert find_unseen(f"Ada{letter}Lind", name=True) == letter
    assert find_unseen(f"Ada {letter} Lind", name=True) == letter
    assert find_unseen(letter, name=True) == letter


@pytest.mark.parametrize(
    "words",
    [
        "葛\ufe00城",
        "ᠠ\u180bᠡ",
        "علی\u200cرضا",
        "क्\u200dष",
        "श्री\u200b"[:-1],
        "👨\u200d👩\u200d👧",
        "❤\ufe0f\u200d🔥",
        "葛\U000e0100城",
        "Ærøskøbing",
        "小野寺 五典",
        "O’Brien",
        "e\u0301",
    ],
)
def test_what_a_script_needs_stays(words):
    assert find_unseen(words, name=True) is None
    assert remove_unseen(words) == words


def test_a_character_is_named():
    assert describe("\u202e") == "U+202E (RIGHT-TO-LEFT OVERRIDE)"
    assert describe("\x1b") == "U+001B"


@given(st.text() | st.text(alphabet="aعر❤\u200c\u200d\u200b\u061c\u094d\ufe0f"))
def test_what_was_taken_out_of_is_clean(text):
    assert find_unseen(remove_unseen(text)) is None
