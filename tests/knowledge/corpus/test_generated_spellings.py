"""Spellings of people of the shipped corpus that its entries leave to the rules."""

from __future__ import annotations

import pytest

from knowledge.names.resolver import fold


@pytest.mark.parametrize(
    ("spelling", "person"),
    [
        ("Jo Tae-yong", "cho-tae-yong"),
        ("Humio Kisida", "fumio-kishida"),
        ("Kang Kyung-wha", "kang-kyung-hwa"),
        ("Kang Gyeong-hwa", "kang-kyung-hwa"),
        ("Kyung-wha", "kang-kyung-hwa"),
        ("Kim Jong-Eun", "kim-jong-un"),
        ("Kim Chong-un", "kim-jong-un"),
        ("Kim Jung-un", "kim-jong-un"),
        ("Kim Yeo-jong", "kim-yo-jong"),
        ("Kim Yo-chong", "kim-yo-jong"),
        ("Yeo-jong", "kim-yo-jong"),
        ("Kim Young-nam", "kim-yong-nam"),
        ("Mun Jae-in", "moon-jae-in"),
        ("Moon Chae-in", "moon-jae-in"),
        ("Roh Kyu-deok", "noh-kyu-duk"),
        ("Noh Kyu-deok", "noh-kyu-duk"),
        ("Roh Kyu-duk", "noh-kyu-duk"),
        ("No Kyu-dok", "noh-kyu-duk"),
        ("Kyu-deok", "noh-kyu-duk"),
        ("Sin Won-sik", "shin-won-sik"),
        ("Shin Won-shik", "shin-won-sik"),
        ("Shinzou Abe", "shinzo-abe"),
        ("Hunakosi Takehiro", "takehiro-funakoshi"),
        ("Taro Kohno", "taro-kono"),
        ("Tarou Kouno", "taro-kono"),
        ("Kouno Tarou", "taro-kono"),
        ("金正恩", "kim-jong-un"),
        ("フナコシ", "takehiro-funakoshi"),
        ("船越", "takehiro-funakoshi"),
        ("강", "kang-kyung-hwa"),
    ],
)
def test_a_spelling_that_no_entry_lists_is_found(shipped_kb, spelling, person):
    found = shipped_kb.names.exact(fold(spelling).split())
    assert [name.target for name in found] == [person]


def test_the_names_in_korean_and_japanese_without_spaces_are_read(shipped_kb):
    for word, targets in (
        ("日本終戦宣言", ["japan", "end-of-war"]),
        ("북한의", ["north-korea"]),
        ("船越健裕とは", ["takehiro-funakoshi"]),
    ):
        found = shipped_kb.names.segment(word)
        assert [s.names[0].target for s in found if s.names] == targets
