"""A word in two scripts is found, unless a custom mixes them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.text.scripts import find_mixed_word


@pytest.mark.parametrize(
    ("name", "word", "letter"),
    [
        ("Ingrid Krоll", "Krоll", "о"),
        ("Mаrrow", "Mаrrow", "а"),
        ("Pеr Dahl", "Pеr", "е"),
        ("Per Dahӏ", "Dahӏ", "ӏ"),
        ("Jοnas", "Jοnas", "ο"),
        ("Jօnas", "Jօnas", "օ"),
        ("ꓗroll", "ꓗroll", "ꓗ"),
        ("Анна Кoван", "Кoван", "o"),
        ("O’Krоll", "O’Krоll", "о"),
        ("日本я", "日本я", "я"),
    ],
)
def test_a_mixed_word_is_found_with_the_letter_that_is_of_another_script(name, word, letter):
    assert find_mixed_word(name) == (word, letter)


@pytest.mark.parametrize(
    "name",
    [
        "Анна Кован",
        "Γιώργος Παππάς",
        "横田めぐみ",
        "アジア大洋州局",
        "佐々木ケンジ",
        "Xジャパン",
        "K팝",
        "金大中 김대중",
        "AKB48グループ",
        "IT-компания",
        "Hawaiʻi",
        "O’Brien",
        "Łukasz Żółć",
        "Krollś",
        "Ada",
        "علی‌رضا",
        "Per Dahl (Пер Даль)",
    ],
)
def test_a_name_in_one_script_or_in_those_that_go_together_stays(name):
    assert find_mixed_word(name) is None


@given(st.text())
def test_any_words_are_read(words):
    mixed = find_mixed_word(words)
    assert mixed is None or (mixed.word in words and mixed.letter in mixed.word)
