"""Names in words of scripts that are written without spaces."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.names.resolver import Kind, Name, Names, tokenize

NAMES = Names(
    [
        *(Name(t, "japan", Kind.ORGANIZATION) for t in ("Japan", "日本", "일본")),
        *(Name(t, "north-korea", Kind.ORGANIZATION) for t in ("North Korea", "북한", "北朝鮮")),
        *(Name(t, "korea", Kind.ORGANIZATION) for t in ("Korea", "朝鮮", "韓")),
        *(Name(t, "end-of-war", Kind.ISSUE) for t in ("end of war", "終戦宣言", "종전선언")),
        *(Name(t, "funakoshi", Kind.PERSON) for t in ("Takehiro Funakoshi", "船越健裕")),
        Name("ふなこし", "funakoshi", Kind.PERSON, weak=True, generated=True),
    ]
)


def parts(typed: str) -> list[tuple[str, str]]:
    (token,) = tokenize(typed)
    return [
        (token.folded[s.start : s.end], s.names[0].target if s.names else "*" * s.particle)
        for s in NAMES.segment(token.folded)
    ]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("日本終戦宣言", [("日本", "japan"), ("終戦宣言", "end-of-war")]),
        ("日本の終戦宣言", [("日本", "japan"), ("の", "*"), ("終戦宣言", "end-of-war")]),
        ("종전선언은?", [("종전선언", "end-of-war"), ("은", "*")]),
        ("북한의", [("북한", "north-korea"), ("의", "*")]),
        ("船越健裕とは", [("船越健裕", "funakoshi"), ("とは", "*")]),
        ("北朝鮮は", [("北朝鮮", "north-korea"), ("は", "*")]),  # the longest name
        ("新日本", [("新", ""), ("日本", "japan")]),  # what else is there is told
        ("韓", [("韓", "korea")]),
        ("韓は", [("韓", "korea"), ("は", "*")]),
        ("ふなこしとは", [("ふなこし", "funakoshi"), ("とは", "*")]),
        ("おふなこし", []),  # a generated name inside a word is none
        ("ふなこしや", []),
        ("韓国", []),  # one character inside a word is no name
        ("中国", []),
        ("Japan", []),
    ],
)
def test_a_word_is_divided_by_the_names_in_it(typed: str, found: list[tuple[str, str]]) -> None:
    assert parts(typed) == found


def test_a_corpus_without_such_names_divides_nothing() -> None:
    assert Names([Name("Japan", "japan", Kind.ORGANIZATION)]).segment("日本") == []


@given(st.text(alphabet="日本北朝鮮終戦宣言の북한의 종전はabc"))
@settings(deadline=None)
def test_the_parts_of_a_word_are_the_whole_word(text: str) -> None:
    for token in tokenize(text):
        found = NAMES.segment(token.folded)
        assert not found or "".join(token.folded[s.start : s.end] for s in found) == token.folded
        assert not found or any(segment.names for segment in found)
        for segment in found:
            assert not segment.names or segment.names == NAMES.exact(
                [token.folded[segment.start : segment.end]]
            )
