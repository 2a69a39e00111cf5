"""A name is completed by the beginning of any of its words, the likeliest first."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.corpus.model import Kind
from knowledge.names.completion import Completions
from knowledge.names.resolver import Name

SPEAKERS = {Kind.PERSON, Kind.ORGANIZATION}
NAMES = [
    Name("Orin Dask", "orin-dask", Kind.PERSON, preferred=True),
    Name("Dask", "orin-dask", Kind.PERSON, weak=True),
    Name("Teva Dask", "teva-dask", Kind.PERSON, preferred=True),
    Name("Daskel", "daskel", Kind.ORGANIZATION, preferred=True),
    Name("Velmora", "velmora", Kind.ORGANIZATION, preferred=True),
    Name("벨모라", "velmora", Kind.ORGANIZATION),
    Name("Ferry ban", "ferry-ban", Kind.ISSUE, preferred=True),
    Name("Zoë Ōrt", "zoe-ort", Kind.PERSON, preferred=True),
]


@pytest.fixture(scope="module")
def completions():
    return Completions(NAMES)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("dask", ["orin-dask", "daskel", "teva-dask"]),
        ("DASK", ["orin-dask", "daskel", "teva-dask"]),
        ("orin d", ["orin-dask"]),
        ("vel", ["velmora"]),
        ("벨", ["velmora"]),
        ("zoe", ["zoe-ort"]),
        ("ort", ["zoe-ort"]),
        ("ban", []),
        ("dask orin", []),
        ("", []),
        ("…", []),
    ],
)
def test_what_is_typed_goes_on_to_a_name(completions, typed, found):
    assert completions.find(typed, SPEAKERS, 9) == found


def test_only_names_of_the_kinds_asked_for_are_offered(completions):
    assert completions.find("ban", {Kind.ISSUE}, 9) == ["ferry-ban"]


def test_no_more_are_offered_than_asked_for_and_none_twice(completions):
    assert completions.find("da", SPEAKERS, 2) == ["orin-dask", "daskel"]


@given(typed=st.text(max_size=200))
def test_whatever_is_typed_is_taken(completions, typed):
    found = completions.find(typed, SPEAKERS, 3)
    assert len(found) == len(set(found)) <= 3


@given(name=st.sampled_from(NAMES), length=st.integers(1, 12))
def test_every_beginning_of_a_name_finds_it(completions, name, length):
    assert name.target in completions.find(name.text[:length], {name.kind}, 9)
